package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxInstType;
import java.util.List;

/**
 * The account's stream: orders, positions and balances at one address, algo orders at another, in one subscription. An account may
 * be silent for days, which says nothing: its connections are probed instead, so that a shorter staleness is not taken from the
 * options. Safe for any thread.
 */
final class OkxUserStreams implements UserStreams {

    private static final String ANY = OkxInstType.ANY.name();
    /** Told on change, and not every five seconds too (docs: OKX v5, "Positions channel"). */
    private static final String ON_CHANGE = "{\"updateInterval\":\"0\"}";

    private static final List<OkxChannel> NEEDED = List.of(
            OkxChannel.of("orders").with("instType", ANY),
            OkxChannel.of("positions").with("instType", ANY).with("extraParams", ON_CHANGE),
            OkxChannel.of("account").with("extraParams", ON_CHANGE),
            OkxChannel.of("orders-algo").with("instType", ANY),
            OkxChannel.of("algo-advance").with("instType", ANY));
    /** Hints, for want of which nothing is missed. */
    private static final List<OkxChannel> BESIDE = List.of(
            OkxChannel.of("balance_and_position"),
            OkxChannel.of("liquidation-warning").with("instType", ANY));

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OkxConnections connections;
    private final Trading trading;
    private final Account account;
    private final Json json = new Json();

    OkxUserStreams(
            OkxContext context,
            OkxInstruments instruments,
            OkxConnections connections,
            Trading trading,
            Account account) {
        this.context = context;
        this.instruments = instruments;
        this.connections = connections;
        this.trading = trading;
        this.account = account;
    }

    @Override
    public Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener) {
        UserFeed feed = new UserFeed(context, instruments, trading, account, json);
        return connections.ownLossless(NEEDED, BESIDE, feed, options, listener);
    }
}
