package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The channels that share a connection, whichever connection that is: it is made anew when it is lost, and replaced while it
 * works when it grows old or a channel on it falls silent. Hub thread only.
 */
final class Line implements ConnectionOwner {

    private final HubContext hub;
    private final SocketOptions options;
    private final String route;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Backoff reconnects;
    private final Backoff replacements;

    private @Nullable Connection current;
    private @Nullable Handover handover;
    private Instant connectAt = Instant.MIN;
    private Instant replaceAt = Instant.MIN;

    Line(HubContext hub, String route) {
        this.hub = hub;
        this.route = route;
        this.options = hub.options();
        this.reconnects = new Backoff(options);
        this.replacements = new Backoff(options);
    }

    String route() {
        return route;
    }

    /** Whether one more channel fits, counting those that the venue has not been told to end yet. */
    boolean hasRoom() {
        Set<String> load = new HashSet<>(channels.keySet());
        if (current != null) {
            load.addAll(current.onWire());
        }
        return load.size() < options.maxChannels();
    }

    boolean isEmpty() {
        return channels.isEmpty();
    }

    /** Adds a channel. One that was wanted a moment ago may still be on the wire. */
    void add(Channel channel, Instant now) {
        channels.put(channel.name(), channel);
        if (current != null && current.hasConfirmed(channel.name())) {
            channel.goLive(now);
        }
        Handover running = handover;
        if (running != null && !running.isFinished() && running.next().onWire().contains(channel.name())) {
            running.asked(channel);
            if (running.next().hasConfirmed(channel.name())) {
                running.confirmed(channel, now);
            }
        }
    }

    void remove(Channel channel) {
        channels.remove(channel.name());
        if (handover != null) {
            handover.forget(channel);
        }
    }

    void tick(Instant now) {
        if (current == null) {
            if (!now.isBefore(connectAt)) {
                current = connect(now);
            }
        } else {
            current.tick(now);
        }
        if (handover != null) {
            handOver(handover, now);
        }
        channels.values().forEach(channel -> channel.tick(now));
        if (current != null && current.isOpen()) {
            keepYoung(current, now);
        }
    }

    private Connection connect(Instant now) {
        Connection connection = new Connection(hub, this, route, hub.nextBegin(now));
        connection.tick(now);
        return connection;
    }

    private void keepYoung(Connection connection, Instant now) {
        if (connection.age(now).compareTo(options.maxBackoff()) >= 0) {
            reconnects.reset();
        }
        if (!mayReplace(now)) {
            return;
        }
        List<Channel> silent = channels.values().stream()
                .filter(channel -> channel.isHealDue(now))
                .toList();
        if (!silent.isEmpty()) {
            channels.values().stream().filter(channel -> channel.isStale(now)).forEach(channel -> channel.healing(now));
            replace(connection, silent.get(0) + " is silent", now);
        } else if (connection.age(now).compareTo(options.maxAge()) >= 0) {
            replace(connection, "it is " + options.maxAge() + " old", now);
        }
    }

    private boolean mayReplace(Instant now) {
        return handover == null && !now.isBefore(replaceAt);
    }

    @Override
    public void leaving(Connection connection, String why) {
        Instant now = now();
        if (connection.equals(current) && mayReplace(now)) {
            replace(connection, why, now);
        }
    }

    private void replace(Connection connection, String why, Instant now) {
        hub.log().replacing(connection.number(), why);
        handover = new Handover(connect(now), options.overlap(), why);
    }

    private void handOver(Handover running, Instant now) {
        if (running.isFinished()) {
            if (running.isForgotten(now)) {
                handover = null;
            }
            return;
        }
        running.next().tick(now);
        if (!running.equals(handover)) {
            return;
        }
        running.tick(now);
        boolean complete = running.next().isOpen()
                && channels.values().stream().allMatch(channel -> running.hasChanged(channel) || !channel.mayAsk(now));
        if (complete) {
            finish(running, now);
        }
    }

    private void finish(Handover running, Instant now) {
        Connection old = Objects.requireNonNull(current);
        old.close();
        hub.log().replaced(old.number(), running.next().number());
        current = running.next();
        replacements.reset();
        running.finish(now);
        channels.values().stream()
                .filter(channel -> channel.isLive() && !running.hasChanged(channel))
                .forEach(channel -> channel.lost("refused on a new connection"));
    }

    @Override
    public boolean wants(String channel) {
        return channels.containsKey(channel);
    }

    @Override
    public List<String> missing(Set<String> onWire, Instant now) {
        List<String> missing = new ArrayList<>();
        for (Channel channel : channels.values()) {
            if (missing.size() == options.channelsPerMessage()) {
                break;
            }
            if (onWire.contains(channel.name()) || !channel.mayAsk(now)) {
                continue;
            }
            if (!channel.isAlone()) {
                missing.add(channel.name());
            } else if (missing.isEmpty()) {
                return List.of(channel.name());
            }
        }
        return List.copyOf(missing);
    }

    @Override
    public void opening(Connection connection) {
        asked(connection, channels.keySet());
    }

    @Override
    public void asked(Connection connection, Collection<String> names) {
        Handover running = handoverTo(connection);
        if (running != null) {
            each(names, running::asked);
        }
    }

    @Override
    public void confirmed(Connection connection, Collection<String> names) {
        Instant now = now();
        Handover running = handoverTo(connection);
        each(names, channel -> {
            if (running != null) {
                running.confirmed(channel, now);
            } else if (!channel.isLive()) {
                channel.goLive(now);
            }
        });
    }

    @Override
    public void refused(Connection connection, Collection<String> names) {
        if (names.size() > 1) {
            each(names, Channel::isolate);
        } else {
            each(names, channel -> channel.refused(now()));
        }
    }

    @Override
    public void data(Connection connection, Inbound.Data data, Instant received) {
        Channel channel = channels.get(data.channel());
        if (channel == null) {
            return;
        }
        if (handover == null) {
            channel.data(data.payload(), received);
        } else if (connection.equals(handover.next())) {
            handover.fromNext(channel, data.payload(), received);
        } else {
            handover.fromOld(channel, data.payload(), received);
        }
    }

    private void each(Collection<String> names, Consumer<Channel> action) {
        for (String name : names) {
            Channel channel = channels.get(name);
            if (channel != null) {
                action.accept(channel);
            }
        }
    }

    /** The running handover if the connection is its new one. */
    private @Nullable Handover handoverTo(Connection connection) {
        Handover running = handover;
        return running != null && !running.isFinished() && connection.equals(running.next()) ? running : null;
    }

    @Override
    public void ended(Connection connection, String why, boolean expired) {
        Instant now = now();
        Handover running = handover;
        if (connection.equals(current)) {
            if (running != null && !running.isFinished()) {
                current = running.next();
                running.oldEnded(channels.values(), why, now);
                return;
            }
            handover = null;
            current = null;
            lose(why);
            connectAgain(expired, now);
        } else if (running != null && connection.equals(running.next())) {
            abandon(running, why, now);
        }
    }

    /** An address that has expired is left at once, but not time after time. */
    private void connectAgain(boolean expired, Instant now) {
        boolean atOnce = expired && reconnects.isFresh();
        Duration pause = reconnects.next();
        connectAt = atOnce ? now : now.plus(pause);
        hub.log().retrying(Duration.between(now, connectAt));
    }

    /** The new connection has failed: what had changed over to it goes back to the old one, with an interruption. */
    private void abandon(Handover running, String why, Instant now) {
        handover = null;
        replaceAt = now.plus(replacements.next());
        for (Channel channel : channels.values()) {
            if (running.hasChanged(channel)) {
                channel.lost(why);
                if (current != null && current.hasConfirmed(channel.name())) {
                    channel.goLive(now);
                }
            }
        }
    }

    private void lose(String why) {
        channels.values().stream().filter(Channel::isLive).forEach(channel -> channel.lost(why));
    }

    /** Leaves the connections for a new one. Where there is none, the next attempt asks for its address anyway. */
    void rebuild(String why) {
        if (current != null) {
            close();
            lose(why);
            connectAgain(true, now());
        }
    }

    void close() {
        if (current != null) {
            current.close();
        }
        if (handover != null && !handover.isFinished()) {
            handover.next().close();
        }
        current = null;
        handover = null;
    }

    private Instant now() {
        return options.clock().instant();
    }
}
