package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.venue.VenueListener;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.WireSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens at the venue, on its way to sockets. Called under the venue's lock. */
final class Streams implements VenueListener {

    private static final Duration PING = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int GOING_AWAY = 1001;

    private static final class Connection {
        private final Instant until;
        private Instant nextPing;

        Connection(Instant now) {
            until = now.plus(LONGEST);
            nextPing = now.plus(PING);
        }
    }

    private final SimulatedVenue venue;
    private final NativeOrders natives;
    private final UserEvents events;
    private final UserChannels users;
    private final Countdowns countdowns;
    private final Map<StreamSession, Connection> connections = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, List<Channel>> bySymbol = new HashMap<>();

    Streams(SimulatedVenue venue, NativeOrders natives, UserEvents events, UserChannels users, Countdowns countdowns) {
        this.venue = venue;
        this.countdowns = countdowns;
        this.natives = natives;
        this.events = events;
        this.users = users;
    }

    void locked(Runnable work) {
        venue.call(() -> {
            work.run();
            return true;
        });
    }

    SocketListener open(WireSocket socket) {
        String path = socket.opening().path();
        boolean combined = path.equals("/stream");
        StreamSession session = new StreamSession(this, socket, combined);
        locked(() -> {
            connections.put(session, new Connection(venue.now()));
            session.start(names(socket, combined));
        });
        return session;
    }

    private static List<String> names(WireSocket socket, boolean combined) {
        String path = socket.opening().path();
        String named = combined
                ? Parameters.of(socket.opening()).find("streams").orElse("")
                : path.length() > "/ws/".length() ? path.substring("/ws/".length()) : "";
        return named.isEmpty() ? List.of() : List.of(named.split("/", -1));
    }

    void subscribe(StreamSession session, String name) {
        boolean ofMarket = name.indexOf('@') >= 0 || name.startsWith("!");
        if (!ofMarket) {
            users.subscribe(session, name);
            return;
        }
        Channel channel = channels.get(name);
        if (channel == null) {
            Optional<Channel> made = StreamName.parse(name).flatMap(this::channel);
            if (made.isEmpty()) {
                return; // the venue says yes to any name, and sends nothing
            }
            channel = made.get();
            channels.put(name, channel);
            bySymbol.computeIfAbsent(channel.name().symbol(), any -> new ArrayList<>())
                    .add(channel);
        }
        channel.add(session);
    }

    private Optional<Channel> channel(StreamName name) {
        List<Market> all = venue.markets().all();
        List<Market> markets = name.symbol().isEmpty()
                ? all
                : venue.markets().of(name.symbol()).map(List::of).orElseGet(List::of);
        return markets.isEmpty() ? Optional.empty() : Optional.of(new Channel(name, Feeds.of(name, markets)));
    }

    void unsubscribe(StreamSession session, String name) {
        users.unsubscribe(session, name);
        Channel channel = channels.get(name);
        if (channel != null && channel.remove(session)) {
            channels.remove(name);
            bySymbol.getOrDefault(channel.name().symbol(), new ArrayList<>()).remove(channel);
        }
    }

    void forget(StreamSession session) {
        connections.remove(session);
    }

    @Override
    public void moved(List<Market> markets) {
        for (Market market : markets) {
            of(market.instrument().venueSymbol())
                    .forEach(channel -> channel.feed().moved(market));
        }
        Instant time = venue.markets().time();
        List.copyOf(channels.values()).forEach(channel -> channel.flush(time));
        countdowns.run();
        users.beat();
        keepAlive(venue.now());
    }

    private List<Channel> of(String symbol) {
        List<Channel> ofAll = bySymbol.getOrDefault("", List.of());
        List<Channel> ofOne = bySymbol.getOrDefault(symbol, List.of());
        if (ofAll.isEmpty()) {
            return ofOne;
        }
        List<Channel> both = new ArrayList<>(ofAll);
        both.addAll(ofOne);
        return both;
    }

    private void keepAlive(Instant now) {
        for (Map.Entry<StreamSession, Connection> entry : List.copyOf(connections.entrySet())) {
            Connection connection = entry.getValue();
            if (!now.isBefore(connection.until)) {
                connections.remove(entry.getKey());
                entry.getKey().socket().close(GOING_AWAY, "a connection lives for 24 hours");
            } else if (!now.isBefore(connection.nextPing)) {
                connection.nextPing = now.plus(PING);
                entry.getKey().socket().ping();
            }
        }
    }

    @Override
    public void orderChanged(VenueAccount account, Order order) {
        natives.seen(account, order);
        users.push(account, () -> events.order(account, order, null));
    }

    /** The change itself follows. */
    @Override
    public void triggered(VenueAccount account, Order order) {
        natives.seen(account, order);
    }

    @Override
    public void filled(VenueAccount account, Order order, Fill fill) {
        natives.seen(account, order);
        Map<String, Object> update = events.filled(account, order, fill);
        users.push(account, () -> update);
        users.push(account, () -> events.order(account, order, fill));
        if (order.type() == OrderType.LIQUIDATION) {
            Map<String, Object> forced = events.forced(order, fill);
            for (Channel channel : of(order.venueSymbol())) {
                if (channel.feed() instanceof ForcedFeed feed) {
                    feed.note(order.venueSymbol(), forced);
                }
            }
        }
    }

    @Override
    public void booked(VenueAccount account, Income income) {
        boolean ofFill = income.type() == IncomeType.REALIZED_PNL || income.type() == IncomeType.FEE;
        if (!ofFill) {
            users.push(account, () -> events.booked(account, income));
        }
    }

    @Override
    public void settingsChanged(VenueAccount account, @Nullable Symbol symbol) {
        users.settingsChanged(account, symbol);
    }
}
