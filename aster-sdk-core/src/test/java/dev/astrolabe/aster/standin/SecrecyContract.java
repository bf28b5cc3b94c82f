package dev.astrolabe.aster.standin;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.LogCapture;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.exchange.testkit.Shown;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole session, of which no log at any level, no exception and no text of an object shows a secret. */
public abstract class SecrecyContract {

    private final ApiVersion version;
    private final FakeClock clock = new FakeClock();
    private final StandIn standIn;
    private final FaultServer server;
    private final StandInSockets sockets;
    private final Shown shown = new Shown();
    private final Set<String> secrets = new TreeSet<>();

    protected SecrecyContract(ApiVersion version) {
        this.version = version;
        this.standIn = new StandIn(version, clock);
        this.server = new FaultServer(standIn::answer);
        this.sockets = new StandInSockets(standIn, clock);
    }

    @AfterEach
    void close() {
        sockets.close();
        server.close();
    }

    /** Does more with an open client, for what the version has beside the rest. */
    protected void more(ExchangeClient client, Shown into) {
        // Nothing unless a version has more.
    }

    @Test
    void no_log_exception_or_object_shows_a_secret() {
        version.credentials().values().forEach(this::secret);

        List<String> logged = LogCapture.record("", this::fromOpeningToTheEnd);

        assertThat(logged)
                .as("lines logged, those of the HTTP library among them")
                .anyMatch(line -> line.startsWith("TRACE dev.astrolabe."))
                .anyMatch(line -> line.contains(" okhttp3."));
        standIn.secrets().forEach(this::secret);
        assertThat(secrets).as("secrets that a session has").hasSizeGreaterThan(20);
        List<String> texts = new ArrayList<>(shown.texts());
        // The library behind the stand-in's streams logs what it gets.
        logged.stream().filter(line -> !line.contains(" org.java_websocket.")).forEach(texts::add);
        assertThat(texts).allSatisfy(text -> assertThat(secrets).noneMatch(text.toLowerCase(Locale.ROOT)::contains));
    }

    private void fromOpeningToTheEnd() {
        ExchangeConfig config =
                version.signed(server.url()).option("streamUrl", sockets.url()).build();
        ExchangeClient client = version.open(config, clock, clock::advance);
        shown.object(config);
        session(client);
        streams(client);
        strangers();
        unreachable();
        client.close();
        shown.failing("a closed client", () -> client.trading().place(limit("closed")));
        shown.object(client);
    }

    /** Also in the forms in which a number is printed. */
    private void secret(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("0x") ? lower.substring(2) : lower;
        secrets.add(bare);
        if (bare.matches("[0-9a-f]{16,}")) {
            secrets.add(new BigInteger(bare, 16).toString());
        }
    }

    private static OrderRequest limit(String id) {
        return OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000")).toBuilder()
                .clientOrderId(id)
                .build();
    }

    private void session(ExchangeClient client) {
        shown.object(client);
        shown.object(client.unwrap(AsterClient.class));
        shown.object(client.instruments().all());
        shown.object(client.account().snapshot(BTC));
        shown.object(client.account().positions());
        shown.object(client.trading().place(limit("good")));
        shown.object(client.trading().placeBatch(List.of(limit("batch1"), limit("batch2"))));
        shown.object(client.trading()
                .place(OrderRequest.market(BTC, Side.BUY, new BigDecimal("0.01")))
                .order());
        shown.failing("a second order under an id", () -> client.trading().place(limit("good")));
        standIn.failNext(FailureMode.REFUSE);
        shown.failing("a refused order", () -> client.trading().place(limit("refused")));
        resolved(client, FailureMode.ACCEPT_THEN_DROP);
        resolved(client, FailureMode.LOSE);
        standIn.failNext(FailureMode.LOSE);
        shown.object(client.trading().placeBatch(List.of(limit("lost1"), limit("lost2"))));
        standIn.faults(call -> call.mutation() ? Fault.NONE : Fault.of(Handling.IGNORED, AsterAnswer.STATUS_503));
        shown.failing("a read without answer", () -> client.account().balances());
        standIn.faults(call -> Fault.NONE);
        more(client, shown);
        shown.object(client.trading().openOrders(BTC));
        client.trading().cancelAll(BTC);
        shown.object(client.trading().closePosition(BTC, PositionSide.LONG).orElseThrow());
    }

    /** The account's stream with its key: cut, expired, refused and given back. */
    private void streams(ExchangeClient client) {
        Recorder<UserEvent> events = new Recorder<>();
        Subscription subscription = client.userStreams().events(StreamOptions.DEFAULT, events);
        awaitInTime("a live stream", () -> subscription.state() == ConnectionState.LIVE);
        shown.object(client.trading().place(limit("streamed")));
        sockets.dropWhile(() -> awaitInTime("attempts to connect", () -> standIn.calls("POST listenKey") >= 3));
        awaitGaps(events, 1);
        sockets.expireKey(clock.millis());
        awaitGaps(events, 2);
        standIn.streamKeys().forget();
        clock.advance(Duration.ofMinutes(30));
        awaitGaps(events, 3);
        shown.object(events.all());
        shown.object(events.states());
        shown.object(subscription);
        shown.object(client);
        subscription.close();
    }

    private void awaitGaps(Recorder<UserEvent> events, int count) {
        awaitInTime(
                "gap " + count,
                () -> events.all().stream()
                                .filter(UserEvent.Gap.class::isInstance)
                                .count()
                        >= count);
    }

    private void awaitInTime(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time: " + what);
            }
            clock.advance(Duration.ofMillis(50));
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void resolved(ExchangeClient client, FailureMode mode) {
        standIn.failNext(mode);
        OutcomeUnknownException unknown = (OutcomeUnknownException) shown.failing(
                "an order without answer",
                () -> client.trading().place(limit(mode.name().replace('_', '-'))));
        shown.object(client.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt()));
    }

    /** Credentials that the venue does not know, and such as no client takes. */
    private void strangers() {
        version.strangersCredentials().values().forEach(this::secret);
        try (ExchangeClient stranger = opened(version.strangersCredentials())) {
            shown.failing("a stranger's read", () -> stranger.account().balances());
            shown.failing("a stranger's order", () -> stranger.trading().place(limit("strange")));
        }
        Map<String, String> broken = new HashMap<>();
        version.credentials().forEach((name, value) -> broken.put(name, " " + value + "\n"));
        shown.failing(
                "a client with broken credentials",
                () -> opened(broken).account().balances());
    }

    /** Nobody listens on a port that needs rights; one of a server that was closed may be another's at once. */
    private void unreachable() {
        ExchangeConfig config = version.signed("http://127.0.0.1:1").build();
        try (ExchangeClient client = version.open(config, clock, clock::advance)) {
            shown.failing("a read without a venue", () -> client.account().balances());
            shown.failing("an order without a venue", () -> client.trading().place(limit("unreachable")));
            shown.object(client);
        }
    }

    private ExchangeClient opened(Map<String, String> credentials) {
        ExchangeConfig.Builder config = version.config(server.url());
        credentials.forEach(config::credential);
        return version.open(config.build(), clock, clock::advance);
    }
}
