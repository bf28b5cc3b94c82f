package dev.astrolabe.aster.web3;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.aster.standin.AsterAnswer;
import dev.astrolabe.aster.standin.Call;
import dev.astrolabe.aster.standin.StandIn;
import dev.astrolabe.aster.standin.StandInVenue;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderResolution.NotPlaced;
import dev.astrolabe.exchange.model.OrderResolution.Placed;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.exchange.transport.Sleeper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order of unknown outcome is dropped by its nonce where that is known, and waited for where that fails. */
class NoopTest {

    private static final Fault LOST = Fault.of(Handling.IGNORED, Common.DROP);
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final StandInVenue venue = new StandInVenue(new Web3Version());
    private final List<Call> mutations = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Instant started = venue.now();

    NoopTest() {
        venue.standIn().faults(call -> {
            if (call.name().startsWith("GET ")) {
                return Fault.NONE;
            }
            mutations.add(call);
            return faults.isEmpty() ? Fault.NONE : faults.remove();
        });
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static OrderRequest order(String id) {
        return OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000")).toBuilder()
                .clientOrderId(id)
                .build();
    }

    private OutcomeUnknownException unknown(String id) {
        return catchThrowableOfType(
                OutcomeUnknownException.class, () -> venue.client().trading().place(order(id)));
    }

    private OrderResolution resolve(OutcomeUnknownException unknown) {
        return venue.client().trading().resolve(unknown.order().orElseThrow(), unknown.sentAt());
    }

    private Duration waited() {
        return Duration.between(started, venue.now());
    }

    private List<String> names() {
        return mutations.stream().map(Call::name).toList();
    }

    private void assertNothingEverAppears() {
        venue.advance(Duration.ofHours(1));
        assertThat(venue.client().trading().openOrders(BTC)).isEmpty();
    }

    @Test
    void a_lost_order_is_dropped_by_its_nonce_and_needs_no_waiting() {
        faults.add(LOST);
        OutcomeUnknownException unknown = unknown("lost1");

        OrderResolution resolution = resolve(unknown);

        assertThat(resolution).isInstanceOf(NotPlaced.class);
        assertThat(waited()).isZero();
        assertThat(names()).containsExactly("POST order", "POST noop");
        assertThat(mutations.get(1).param("nonce")).isEqualTo(mutations.get(0).param("nonce"));
        assertNothingEverAppears();
    }

    @Test
    void an_order_that_waits_in_the_queue_never_appears_once_it_was_dropped() {
        faults.add(Fault.of(Handling.QUEUED, AsterAnswer.STATUS_503).late(Duration.ofSeconds(5)));

        OrderResolution resolution = resolve(unknown("queued1"));

        assertThat(resolution).isInstanceOf(NotPlaced.class);
        assertThat(waited()).isZero();
        assertNothingEverAppears();
    }

    @Test
    void an_order_that_was_executed_refuses_the_noop_and_is_found_when_queries_know_it() {
        faults.add(Fault.of(Handling.EXECUTED, Common.DROP).unseen(Duration.ofSeconds(8)));

        OrderResolution resolution = resolve(unknown("unseen1"));

        assertThat(resolution).isInstanceOf(Placed.class);
        assertThat(names()).containsExactly("POST order", "POST noop");
        assertThat(waited()).isEqualTo(WINDOW.plusSeconds(1));
    }

    @Test
    void an_order_that_comes_while_the_noop_is_lost_is_found() {
        faults.add(Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(8)));
        faults.add(LOST);

        OrderResolution resolution = resolve(unknown("late1"));

        assertThat(resolution).isInstanceOf(Placed.class);
        assertThat(names()).containsExactly("POST order", "POST noop");
    }

    static Stream<Fault.Answer> unknownOutcomes() {
        return Stream.of(Common.DROP, AsterAnswer.STATUS_503, AsterAnswer.CODE_1006, AsterAnswer.CODE_1007);
    }

    @ParameterizedTest
    @MethodSource("unknownOutcomes")
    void an_unknown_outcome_of_the_noop_proves_nothing_and_it_is_not_repeated(Fault.Answer answer) {
        faults.add(LOST);
        faults.add(Fault.of(Handling.EXECUTED, answer));

        OrderResolution resolution = resolve(unknown("lost1"));

        assertThat(resolution).isInstanceOf(NotPlaced.class);
        assertThat(waited()).isEqualTo(WINDOW.plusSeconds(2));
        assertThat(names()).containsExactly("POST order", "POST noop");
    }

    @Test
    void a_noop_that_meets_a_rate_limit_proves_nothing() {
        faults.add(Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(8)));
        faults.add(Fault.of(Handling.IGNORED, AsterAnswer.STATUS_429));

        assertThat(resolve(unknown("late1"))).isInstanceOf(Placed.class);
    }

    @Test
    void one_noop_drops_a_whole_batch() {
        faults.add(LOST);
        List<Outcome<OrderAck>> outcomes =
                venue.client().trading().placeBatch(List.of(order("batch1"), order("batch2"), order("batch3")));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(
                                resolve((OutcomeUnknownException) ((Outcome.Failed<OrderAck>) outcome).error()))
                        .isInstanceOf(NotPlaced.class));

        assertThat(names()).containsExactly("POST batchOrders", "POST noop");
        assertThat(waited()).isZero();
        assertNothingEverAppears();
    }

    @Test
    void an_element_of_a_batch_that_was_let_in_is_waited_for() {
        faults.add(Fault.of(Handling.QUEUED, AsterAnswer.CODE_1007)
                .late(Duration.ofSeconds(8))
                .onElement(1));
        List<Outcome<OrderAck>> outcomes =
                venue.client().trading().placeBatch(List.of(order("batch1"), order("batch2")));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(resolve((OutcomeUnknownException) ((Outcome.Failed<OrderAck>) outcomes.get(1)).error()))
                .isInstanceOf(Placed.class);
    }

    @Test
    void nothing_is_sent_once_the_window_is_over() {
        faults.add(LOST);
        OutcomeUnknownException unknown = unknown("lost1");
        venue.advance(WINDOW);

        assertThat(resolve(unknown)).isInstanceOf(NotPlaced.class);

        assertThat(names()).containsExactly("POST order");
    }

    @Test
    void two_orders_under_one_id_are_not_dropped_by_the_nonce_of_one() {
        faults.add(Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(8)));
        faults.add(LOST);
        OutcomeUnknownException first = unknown("twice1");
        unknown("twice1");

        OrderResolution resolution = resolve(first);

        assertThat(resolution).isInstanceOf(Placed.class);
        assertThat(names()).containsExactly("POST order", "POST order");
    }

    @Test
    void a_nonce_that_a_hundred_newer_ones_have_pushed_out_proves_nothing() {
        faults.add(LOST);
        OutcomeUnknownException unknown = unknown("lost1");
        IntStream.range(0, 100)
                .forEach(i -> venue.client().trading().order(OrderRef.ofClientOrderId(BTC, "nobody" + i)));

        assertThat(resolve(unknown)).isInstanceOf(NotPlaced.class);

        assertThat(names()).containsExactly("POST order", "POST noop");
        assertThat(waited()).isEqualTo(WINDOW.plusSeconds(2));
    }

    @Test
    void an_order_of_another_process_is_waited_for() {
        assertThat(venue.client().trading().resolve(OrderRef.ofClientOrderId(BTC, "elsewhere1"), started))
                .isInstanceOf(NotPlaced.class);

        assertThat(names()).isEmpty();
        assertThat(waited()).isEqualTo(WINDOW.plusSeconds(2));
    }

    @Test
    void a_noop_that_proved_nothing_still_proves_nothing_the_next_time() {
        AtomicBoolean hurry = new AtomicBoolean(true);
        Sleeper interruptedOnce = time -> {
            if (hurry.getAndSet(false)) {
                throw new InterruptedException();
            }
            venue.advance(time);
        };
        try (ExchangeClient client = venue.anotherClient(interruptedOnce)) {
            faults.add(Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(8)));
            faults.add(LOST);
            faults.add(LOST);
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> client.trading().place(order("late1")));
            OrderRef ref = unknown.order().orElseThrow();
            assertThat(catchThrowable(() -> client.trading().resolve(ref, unknown.sentAt())))
                    .isInstanceOf(NotSentException.class);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(client.trading().resolve(ref, unknown.sentAt())).isInstanceOf(Placed.class);
        }
    }

    @Test
    void interruption_of_the_noop_ends_the_call_and_proves_nothing() throws Exception {
        Web3Version version = new Web3Version();
        StandIn standIn = new StandIn(version, Clock.systemUTC());
        standIn.faults(call -> call.name().equals("POST order") ? LOST : Fault.NONE);
        CountDownLatch noop = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();

        try (FaultServer server = new FaultServer(call -> {
                    if (!call.target().endsWith("/noop")) {
                        return standIn.answer(call);
                    }
                    noop.countDown();
                    return FaultServer.Fault.SILENCE;
                });
                ExchangeClient client =
                        version.open(version.signed(server.url()).build(), Clock.systemUTC(), Sleeper.system())) {
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> client.trading().place(order("lost1")));
            Thread resolving = new Thread(() -> {
                failure.set(catchThrowable(
                        () -> client.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt())));
                flag.set(Thread.currentThread().isInterrupted());
            });
            resolving.start();
            assertThat(noop.await(60, TimeUnit.SECONDS)).isTrue();
            resolving.interrupt();
            resolving.join(60_000);
        }

        assertThat(failure.get())
                .isInstanceOfSatisfying(
                        NotSentException.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INTERRUPTED));
        assertThat(flag).isTrue();
    }
}
