package dev.astrolabe.okx;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.LogCapture;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.exchange.testkit.Shown;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.okx.standin.OkxAnswer;
import dev.astrolabe.okx.standin.OkxContractVenue;
import dev.astrolabe.okx.standin.OkxOpener;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole session, of which no log at any level, no exception and no text of an object shows a secret. */
class OkxSecrecyTest {

    private static final Map<String, String> STRANGER = Map.of(
            Okx.API_KEY, "strangers-key-77", Okx.SECRET_KEY, "strangersSecret77", Okx.PASSPHRASE, "strangersWords77");

    private final OkxContractVenue venue = new OkxContractVenue(Okx::client);
    private final FakeClock clock = venue.clock();
    private final Shown shown = new Shown();
    private final Set<String> secrets = new TreeSet<>();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void no_log_exception_or_object_shows_a_secret() {
        secrets.addAll(OkxOpener.CREDENTIALS.values());
        secrets.addAll(STRANGER.values());

        List<String> logged = LogCapture.record("", this::fromOpeningToTheEnd);

        assertThat(logged)
                .as("lines logged, those of the HTTP library among them")
                .anyMatch(line -> line.startsWith("TRACE dev.astrolabe."))
                .anyMatch(line -> line.contains(" okhttp3."));
        secrets.addAll(venue.standIn().signatures());
        assertThat(secrets).as("secrets that a session has").hasSizeGreaterThan(20);
        List<String> texts = new ArrayList<>(shown.texts());
        // The library behind the stand-in's sockets logs what it gets.
        logged.stream().filter(line -> !line.contains(" org.java_websocket.")).forEach(texts::add);
        assertThat(texts).allSatisfy(text -> assertThat(secrets).noneMatch(text::contains));
    }

    private void fromOpeningToTheEnd() {
        ExchangeConfig config = venue.config().build();
        ExchangeClient client = Okx.client(config, clock, clock::advance);
        shown.object(config);
        session(client);
        streams(client);
        strangers();
        unreachable();
        client.close();
        shown.failing("a closed client", () -> client.trading().place(limit("closed")));
        shown.object(client);
    }

    private static OrderRequest limit(String id) {
        return OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000")).toBuilder()
                .clientOrderId(id)
                .build();
    }

    private void session(ExchangeClient client) {
        shown.object(client);
        shown.object(client.unwrap(OkxClient.class));
        shown.object(client.instruments().all());
        shown.object(client.account().snapshot(BTC));
        shown.object(client.account().positions());
        shown.object(client.trading().place(limit("good")));
        shown.object(client.trading().placeBatch(List.of(limit("batch1"), limit("batch2"))));
        shown.object(client.trading()
                .place(OrderRequest.market(BTC, Side.BUY, new BigDecimal("0.01")))
                .order());
        shown.object(client.trading()
                .place(OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                        .quantity(new BigDecimal("0.01"))
                        .triggerPrice(new BigDecimal("45000"))
                        .build()));
        shown.failing("a second order under an id", () -> client.trading().place(limit("good")));
        venue.failNextMutation(FailureMode.REFUSE);
        shown.failing("a refused order", () -> client.trading().place(limit("refused")));
        resolved(client, FailureMode.ACCEPT_THEN_DROP, "accepted");
        resolved(client, FailureMode.LOSE, "lost");
        venue.failNextMutation(FailureMode.LOSE);
        shown.object(client.trading().placeBatch(List.of(limit("lost1"), limit("lost2"))));
        venue.standIn().faults(call -> call.mutation() ? Fault.NONE : Fault.of(Handling.IGNORED, OkxAnswer.STATUS_503));
        shown.failing("a read without answer", () -> client.account().balances());
        venue.standIn().faults(call -> Fault.NONE);
        shown.object(client.trading().openOrders(BTC));
        client.trading().cancelAll(BTC);
        shown.object(client.trading().closePosition(BTC, PositionSide.LONG).orElseThrow());
    }

    private void resolved(ExchangeClient client, FailureMode mode, String id) {
        venue.failNextMutation(mode);
        OutcomeUnknownException unknown = (OutcomeUnknownException)
                shown.failing("an order without answer", () -> client.trading().place(limit(id)));
        shown.object(client.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt()));
    }

    /** The account's stream with its logins: cut, refused and made again. */
    private void streams(ExchangeClient client) {
        Recorder<UserEvent> events = new Recorder<>();
        Subscription subscription = client.userStreams().events(StreamOptions.DEFAULT, events);
        awaitInTime("a live stream", () -> subscription.state() == ConnectionState.LIVE);
        shown.object(client.trading().place(limit("streamed")));
        int before = venue.sockets().opened();
        venue.sockets().cut();
        awaitInTime("a new connection", () -> venue.sockets().opened() > before);
        awaitInTime("a live stream again", () -> subscription.state() == ConnectionState.LIVE);
        shown.object(events.all());
        shown.object(events.states());
        shown.object(subscription);
        shown.object(client);
        subscription.close();
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

    /** Credentials that the venue does not know, and such as no client takes. */
    private void strangers() {
        try (ExchangeClient stranger = opened(STRANGER)) {
            shown.failing("a stranger's read", () -> stranger.account().balances());
            shown.failing("a stranger's order", () -> stranger.trading().place(limit("strange")));
            shown.object(stranger);
        }
        Map<String, String> broken = new HashMap<>();
        OkxOpener.CREDENTIALS.forEach((name, value) -> broken.put(name, " " + value + "\n"));
        shown.failing(
                "a client with broken credentials",
                () -> opened(broken).account().balances());
    }

    /** Nobody listens on a port that needs rights; one of a server that was closed may be another's at once. */
    private void unreachable() {
        ExchangeConfig config = OkxOpener.signed("http://127.0.0.1:1").build();
        try (ExchangeClient client = Okx.client(config, clock, clock::advance)) {
            shown.failing("a read without a venue", () -> client.account().balances());
            shown.failing("an order without a venue", () -> client.trading().place(limit("unreachable")));
            shown.object(client);
        }
    }

    private ExchangeClient opened(Map<String, String> credentials) {
        ExchangeConfig.Builder config = OkxOpener.config(venue.server().url());
        credentials.forEach(config::credential);
        return Okx.client(config.build(), clock, clock::advance);
    }
}
