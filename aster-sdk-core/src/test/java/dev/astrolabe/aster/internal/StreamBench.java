package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.AsterStreams;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.StandInSockets;
import dev.astrolabe.aster.standin.StandInVenue;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.Recorder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A client and the streams of a stand-in, on a clock that only tests move. */
final class StreamBench implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Symbol BTC = ContractVenue.BTC;
    static final Symbol PEPE = ContractVenue.PEPE;

    final StandInVenue venue = new StandInVenue(new FakeVersion(Family.V1));
    final StandInSockets sockets = venue.sockets();
    final ExchangeClient client = venue.client();
    final Recorder<UserEvent> events = new Recorder<>();

    AsterStreams nativeStreams() {
        return client.unwrap(dev.astrolabe.aster.AsterClient.class).streams();
    }

    Subscription listen() {
        return listen(events);
    }

    Subscription listen(Recorder<UserEvent> to) {
        Subscription subscription = client.userStreams().events(StreamOptions.DEFAULT, to);
        awaitLive(subscription);
        return subscription;
    }

    void awaitLive(Subscription subscription) {
        await("a live subscription", Duration.ofMillis(25), () -> subscription.state() == ConnectionState.LIVE);
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Lets time go on in steps, so that whoever waits for a time sees each. */
    void await(String what, Duration step, BooleanSupplier condition) {
        await(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            venue.advance(step);
            return false;
        });
    }

    /** How often the venue was probed. */
    long probes() {
        return sockets.controls().stream()
                .filter(text -> text.contains("LIST_SUBSCRIPTIONS"))
                .count();
    }

    /** Waits for a gap and for what it hid. */
    List<UserEvent> awaitGap(Subscription subscription, int heardBefore) {
        await(
                "word of a gap",
                Duration.ofMillis(50),
                () -> events.all().stream().skip(heardBefore).anyMatch(UserEvent.Gap.class::isInstance));
        awaitLive(subscription);
        return since(heardBefore);
    }

    /** What was heard after so many events. */
    List<UserEvent> since(int heardBefore) {
        List<UserEvent> all = events.all();
        return all.subList(heardBefore, all.size());
    }

    int heard() {
        return events.all().size();
    }

    <E extends UserEvent> List<E> heard(Class<E> type) {
        return events.all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends UserEvent> E await(Class<E> type) throws InterruptedException {
        return type.cast(events.await(PATIENCE, type::isInstance));
    }

    OrderAck buy(Symbol symbol, String quantity) {
        return client.trading().place(OrderRequest.market(symbol, Side.BUY, new BigDecimal(quantity)));
    }

    OrderAck restingBuy(String id) {
        return client.trading()
                .place(OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000")).toBuilder()
                        .clientOrderId(id)
                        .build());
    }

    void tick() {
        venue.advance(Duration.ofSeconds(1));
    }

    void assertNoGap() {
        assertThat(heard(UserEvent.Gap.class)).as("gaps").isEmpty();
    }

    @Override
    public void close() {
        venue.close();
    }
}
