package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The channels of a user: orders and algo orders as they change, positions and wallet also from time to time. */
final class PrivateChannels implements News {

    private static final Set<String> PRIVATE = Set.of(
            "orders", "positions", "account", "balance_and_position", "liquidation-warning", "account-greeks", "fills");
    private static final Set<String> BUSINESS = Set.of("orders-algo", "algo-advance");
    private static final Set<String> TYPED = Set.of("orders", "positions", "orders-algo", "algo-advance");
    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** One subscription. */
    private static final class Listener {
        private final Session session;
        private final OkxUser user;
        private final ChannelArg arg;
        private final String head;
        private final boolean periodic;
        private Instant told;

        Listener(Session session, OkxUser user, ChannelArg arg, Instant now) {
            this.session = session;
            this.user = user;
            this.arg = arg;
            this.head = "{\"arg\":" + arg.pushed(user.uid());
            this.periodic =
                    !arg.words().textOr("extraParams", "").replace(" ", "").contains("\"updateInterval\":\"0\"");
            this.told = now;
        }

        boolean hears(OkxInstrument instrument) {
            return Catalogue.matches(instrument, arg.words());
        }
    }

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final ChannelRows rows;
    private final List<Listener> listeners = new ArrayList<>();

    PrivateChannels(SimulatedVenue venue, Catalogue catalogue, ChannelRows rows) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.rows = rows;
    }

    /** Whether a channel of a site is a user's own. */
    static boolean serves(Session.Site site, String channel) {
        return switch (site) {
            case PRIVATE -> PRIVATE.contains(channel);
            case BUSINESS -> BUSINESS.contains(channel);
            case PUBLIC -> false;
        };
    }

    /** @throws Refused if the argument lacks something, or the channel is for others */
    void check(ChannelArg arg) {
        boolean untyped = TYPED.contains(arg.channel()) && !arg.words().has("instType");
        boolean unknown = !arg.instId().isEmpty() && catalogue.of(arg.instId()).isEmpty();
        if (untyped || unknown) {
            throw Code.WS_CHANNEL.refused(arg.described());
        }
        if (arg.channel().equals("fills")) {
            throw Code.WS_TIER.refused();
        }
    }

    void join(Session session, OkxUser user, ChannelArg arg) {
        Instant now = venue.now();
        leave(session, arg);
        Listener listener = new Listener(session, user, arg, now);
        listeners.add(listener);
        switch (arg.channel()) {
            case "positions" -> positions(listener, "snapshot", now);
            case "account" -> account(listener, "snapshot", now);
            case "balance_and_position" ->
                send(listener, List.of(rows.both(user, "snapshot", List.of(), null, now)), "");
            case "algo-advance" -> user.algos().live().forEach(algo -> algoChanged(user, algo));
            default -> {
                // Orders begin with the next change.
            }
        }
    }

    void leave(Session session, ChannelArg arg) {
        listeners.removeIf(
                listener -> listener.session == session && listener.arg.text().equals(arg.text()));
    }

    void leaveAll(Session session) {
        listeners.removeIf(listener -> listener.session == session);
    }

    private void tell(OkxUser user, String channel, Consumer<Listener> message) {
        if (!listeners.isEmpty()) {
            List.copyOf(listeners).stream()
                    .filter(listener -> listener.user == user)
                    .filter(listener -> listener.arg.channel().equals(channel))
                    .forEach(message);
        }
    }

    private void send(Listener listener, List<Row> data, String more) {
        List<Map<String, Object>> content = data.stream().map(Row::fields).toList();
        String text = listener.head + more + ",\"data\":" + Json.text(content) + "}";
        listener.session.pushPrivate(listener.user, listener.arg.channel(), text, venue.now());
    }

    @Override
    public void orderChanged(OkxUser user, OrderNote note) {
        order(user, note, Optional.empty());
    }

    private void order(OkxUser user, OrderNote note, Optional<Fill> fill) {
        OkxInstrument instrument = catalogue.of(note.order().symbol());
        once(user, "orders", instrument, () -> rows.order(note, instrument, fill));
    }

    /** Makes a row only where someone hears it. */
    private void once(OkxUser user, String channel, OkxInstrument instrument, Supplier<Row> row) {
        Map<String, Row> made = new LinkedHashMap<>();
        tell(user, channel, listener -> {
            if (listener.hears(instrument)) {
                send(listener, List.of(made.computeIfAbsent(channel, any -> row.get())), "");
            }
        });
    }

    @Override
    public void filled(OkxUser user, OrderNote note, Fill fill, Optional<Episode> ended) {
        order(user, note, Optional.of(fill));
        OkxInstrument instrument = catalogue.of(fill.symbol());
        Instant now = venue.now();
        List<Row> changed = rows.positionsOf(user, instrument, ended, now);
        tell(user, "positions", listener -> {
            if (listener.hears(instrument) && !changed.isEmpty()) {
                send(listener, changed, event("event_update"));
            }
        });
        String cause = cause(note.terms().category());
        tell(
                user,
                "balance_and_position",
                listener -> send(
                        listener,
                        List.of(rows.both(
                                user,
                                cause,
                                changed,
                                Map.of("instId", instrument.id(), "tradeId", Bills.tradeId(note, fill)),
                                now)),
                        ""));
        tell(user, "account", listener -> account(listener, "event_update", now));
    }

    private static String cause(String category) {
        return switch (category) {
            case "full_liquidation" -> "liquidation";
            case "adl" -> "adl";
            case "delivery" -> "delivered";
            default -> "filled";
        };
    }

    @Override
    public void algoChanged(OkxUser user, Algo algo) {
        String channel = algo.isTrailing() ? "algo-advance" : "orders-algo";
        Instant now = venue.now();
        once(user, channel, algo.instrument(), () -> rows.algo(user, algo, now));
    }

    @Override
    public void walletChanged(OkxUser user, String cause) {
        Instant now = venue.now();
        tell(user, "account", listener -> account(listener, "event_update", now));
        tell(
                user,
                "balance_and_position",
                listener -> send(listener, List.of(rows.both(user, cause, List.of(), null, now)), ""));
    }

    void settingsChanged(OkxUser user) {
        Instant now = venue.now();
        tell(user, "positions", listener -> positions(listener, "event_update", now));
        tell(user, "account", listener -> account(listener, "event_update", now));
    }

    private void positions(Listener listener, String event, Instant now) {
        List<Row> open = rows.positions(listener.user, listener::hears, now);
        if (!open.isEmpty() || event.equals("snapshot")) {
            send(listener, open, event(event));
        }
    }

    private void account(Listener listener, String event, Instant now) {
        List<String> wanted = listener.arg.words().list("ccy");
        send(listener, List.of(rows.account(listener.user, wanted, now)), event(event));
    }

    /** A snapshot says which page it is; there is one only. */
    private static String event(String event) {
        return ",\"eventType\":\"" + event + "\""
                + (event.equals("snapshot") ? ",\"curPage\":1,\"lastPage\":true" : "");
    }

    /** Repeats positions and wallets every five seconds to whoever did not ask for changes only. */
    void moved(Instant now) {
        for (Listener listener : List.copyOf(listeners)) {
            if (!listener.periodic || listener.told.plus(PERIOD).isAfter(now)) {
                continue;
            }
            listener.told = now;
            switch (listener.arg.channel()) {
                case "positions" -> positions(listener, "event_update", now);
                case "account" -> account(listener, "event_update", now);
                default -> {
                    // The others tell changes only.
                }
            }
        }
    }
}
