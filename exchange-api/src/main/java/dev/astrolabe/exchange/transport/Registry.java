package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wanted, and the lines that bring it. Hub thread only. */
final class Registry {

    private record Place(Channel channel, Line line) {}

    private final HubContext hub;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Registry(HubContext hub) {
        this.hub = hub;
    }

    void add(StreamSubscription<?> subscription) {
        Instant now = now();
        for (String channel : subscription.channels()) {
            places.computeIfAbsent(channel, name -> place(name, now)).channel().add(subscription, now);
        }
    }

    private Place place(String name, Instant now) {
        String route = hub.protocol().route(name);
        Line line = lines.stream()
                .filter(each -> each.route().equals(route) && each.hasRoom())
                .findFirst()
                .orElseGet(() -> newLine(route));
        Channel channel = new Channel(name, hub.options());
        line.add(channel, now);
        return new Place(channel, line);
    }

    private Line newLine(String route) {
        Line line = new Line(hub, route);
        lines.add(line);
        return line;
    }

    void remove(StreamSubscription<?> subscription) {
        subscription.channels().forEach(channel -> remove(subscription, channel));
    }

    private void remove(StreamSubscription<?> subscription, String channel) {
        Place place = places.get(channel);
        if (place == null || !place.channel().remove(subscription)) {
            return;
        }
        places.remove(channel);
        place.line().remove(place.channel());
        if (place.line().isEmpty()) {
            place.line().close();
            lines.remove(place.line());
        }
    }

    void tick() {
        Instant now = now();
        lines.forEach(line -> line.tick(now));
    }

    private Instant now() {
        return hub.options().clock().instant();
    }

    void rebuild(String why) {
        lines.forEach(line -> line.rebuild(why));
    }
}
