package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.byClientId;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderResolution;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What leaves once, and what becomes of it where no verdict comes back.
 *
 * @since 0.1
 */
public interface OutcomeContract extends ContractCases {

    /** One call is one mutation on the wire. */
    @Test
    @DisplayName("C58 sends an order and a cancellation exactly once")
    default void c58_sent_once() {
        Bench bench = Bench.of(venue());
        long before = venue().mutationsSeen();

        OrderRef ref = bench.trading().place(restingBuy("once1")).ref();
        long placed = venue().mutationsSeen();
        bench.trading().cancel(ref);

        assertThat(placed - before).as("mutations sent by place").isEqualTo(1);
        assertThat(venue().mutationsSeen() - placed)
                .as("mutations sent by cancel")
                .isEqualTo(1);
    }

    /** An order that was placed resolves to itself. */
    @Test
    @DisplayName("C59 resolves an order that was placed")
    default void c59_resolve_placed() {
        Bench bench = Bench.of(venue());
        Instant sentAt = venue().now();
        bench.trading().place(restingBuy("resolve1"));
        long before = venue().mutationsSeen();

        OrderResolution resolution = bench.trading().resolve(byClientId("resolve1"), sentAt);

        assertPlaced(resolution, "resolve1");
        assertThat(venue().mutationsSeen()).as("mutations sent to resolve").isEqualTo(before);
    }

    /** An order that was never sent resolves to nothing, once it can no longer be executed. */
    @Test
    @DisplayName("C60 proves that an order was never placed")
    default void c60_resolve_never_placed() {
        Bench bench = Bench.of(venue());
        Instant sentAt = venue().now();
        venue().advance(Duration.ofHours(1));

        OrderResolution resolution = bench.trading().resolve(byClientId("never1"), sentAt);

        assertNotPlaced(resolution, "never1");
        bench.assertNothingOpen();
    }

    /** The answer is lost: the order exists, and is found. */
    @Test
    @DisplayName("C61 says that an outcome is unknown where the answer is lost, and finds the order")
    default void c61_answer_lost() {
        Bench bench = Bench.of(venue());
        assume(FailureMode.ACCEPT_THEN_DROP);
        long before = venue().mutationsSeen();

        venue().failNextMutation(FailureMode.ACCEPT_THEN_DROP);
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> bench.trading().place(restingBuy("lost1")));

        assertUnknown(unknown, "lost1", before);
        assertPlaced(bench.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt()), "lost1");
        assertThat(bench.open("lost1").filledQuantity()).isEqualByComparingTo("0");
    }

    /** The request is lost: the order does not exist, and that is proved. */
    @Test
    @DisplayName("C62 says that an outcome is unknown where the request is lost, and proves that nothing was placed")
    default void c62_request_lost() {
        Bench bench = Bench.of(venue());
        assume(FailureMode.LOSE);
        long before = venue().mutationsSeen();

        venue().failNextMutation(FailureMode.LOSE);
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> bench.trading().place(restingBuy("lost1")));

        assertUnknown(unknown, "lost1", before);
        venue().advance(Duration.ofHours(1));
        assertNotPlaced(bench.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt()), "lost1");
        bench.assertNothingOpen();
    }

    /** The venue says no: that is evidence. */
    @Test
    @DisplayName("C63 takes a refusal for a refusal, and sends nothing again")
    default void c63_refused() {
        Bench bench = Bench.of(venue());
        assume(FailureMode.REFUSE);
        long before = venue().mutationsSeen();

        venue().failNextMutation(FailureMode.REFUSE);
        RejectedException rejection = catchThrowableOfType(
                RejectedException.class, () -> bench.trading().place(restingBuy("refused1")));

        assertThat(rejection).as("a refusal by the venue").isNotNull();
        assertThat(rejection.venueError()).isPresent();
        assertThat(venue().mutationsSeen() - before).as("mutations sent").isEqualTo(1);
        bench.assertNothingOpen();
    }

    /** What a stand-in does not declare, it does not pretend. */
    @Test
    @DisplayName("C64 declares every failure that the stand-in cannot make")
    default void c64_declared_gaps() {
        for (FailureMode mode : FailureMode.values()) {
            if (!venue().failureModes().contains(mode)) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .as("failure mode " + mode + " is not declared")
                        .isThrownBy(() -> venue().failNextMutation(mode));
            }
        }
    }

    private void assume(FailureMode mode) {
        Assumptions.assumeTrue(
                venue().failureModes().contains(mode), "this stand-in cannot " + mode + "; C64 checks that it says so");
    }

    private void assertUnknown(OutcomeUnknownException unknown, String id, long mutationsBefore) {
        assertThat(unknown).as("an unknown outcome").isNotNull();
        assertThat(unknown.order().flatMap(OrderRef::clientOrderId)).contains(id);
        assertThat(unknown.sentAt()).isBeforeOrEqualTo(venue().now());
        assertThat(venue().mutationsSeen() - mutationsBefore)
                .as("mutations sent for one order of unknown outcome")
                .isEqualTo(1);
    }

    private static void assertPlaced(OrderResolution resolution, String id) {
        assertThat(resolution).isInstanceOf(OrderResolution.Placed.class);
        assertThat(((OrderResolution.Placed) resolution).order().clientOrderId())
                .contains(id);
    }

    private static void assertNotPlaced(OrderResolution resolution, String id) {
        assertThat(resolution).isInstanceOf(OrderResolution.NotPlaced.class);
        assertThat(((OrderResolution.NotPlaced) resolution).ref().clientOrderId())
                .contains(id);
    }
}
