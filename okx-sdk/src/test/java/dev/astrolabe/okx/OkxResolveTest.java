package dev.astrolabe.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderResolution.NotPlaced;
import dev.astrolabe.exchange.model.OrderResolution.Placed;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.standin.OkxAnswer;
import dev.astrolabe.okx.standin.OkxContractVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order that is not found may still be executed until its {@code expTime} is over. */
class OkxResolveTest {

    private static final Duration EXPIRY = Duration.ofSeconds(5);
    private static final OrderRequest LIMIT =
            OrderRequest.limit(ContractVenue.BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000")).toBuilder()
                    .clientOrderId("order1")
                    .build();

    private final OkxContractVenue venue = new OkxContractVenue(Okx::client);
    private final FakeClock clock = venue.clock();
    private final ExchangeClient client = venue.client();

    @AfterEach
    void close() {
        venue.close();
    }

    private OutcomeUnknownException unknown(OrderRequest order, Fault fault) {
        venue.standIn().faults(call -> call.mutation() ? fault : Fault.NONE);
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.trading().place(order));
        assertThat(unknown).isNotNull();
        venue.standIn().faults(call -> Fault.NONE);
        return unknown;
    }

    private OrderResolution resolve(OutcomeUnknownException unknown) {
        return client.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt());
    }

    private long queries() {
        return venue.standIn().calls("GET trade/order");
    }

    @Test
    void finds_an_order_that_was_placed_without_waiting() {
        OutcomeUnknownException unknown = unknown(LIMIT, Fault.of(Handling.EXECUTED, OkxAnswer.CODE_51149));
        Instant asked = clock.instant();

        OrderResolution resolution = resolve(unknown);

        assertThat(resolution).isInstanceOf(Placed.class);
        assertThat(clock.instant()).isEqualTo(asked);
        assertThat(venue.mutationsSeen()).isEqualTo(1);
    }

    @Test
    void knows_that_nothing_was_placed_once_its_time_is_over_and_no_sooner() {
        OutcomeUnknownException unknown = unknown(LIMIT, Fault.of(Handling.IGNORED, Common.DROP));

        OrderResolution resolution = resolve(unknown);

        assertThat(resolution).isInstanceOf(NotPlaced.class);
        assertThat(clock.instant()).isAfter(unknown.sentAt().plus(EXPIRY));
        assertThat(queries()).isGreaterThanOrEqualTo(2);
        assertThat(venue.mutationsSeen()).isEqualTo(1);
    }

    @Test
    void finds_an_order_that_appears_late() {
        OutcomeUnknownException unknown =
                unknown(LIMIT, Fault.of(Handling.QUEUED, OkxAnswer.STATUS_503).late(Duration.ofSeconds(4)));

        assertThat(resolve(unknown)).isInstanceOf(Placed.class);
        assertThat(client.trading().openOrders()).hasSize(1);
    }

    @Test
    void finds_an_order_that_was_executed_in_time_and_is_shown_behind_it() {
        OutcomeUnknownException unknown =
                unknown(LIMIT, Fault.of(Handling.EXECUTED, Common.DROP).unseen(EXPIRY.plusMillis(500)));

        assertThat(resolve(unknown)).isInstanceOf(Placed.class);
    }

    @Test
    void the_venue_drops_what_comes_behind_its_time() {
        OutcomeUnknownException unknown =
                unknown(LIMIT, Fault.of(Handling.QUEUED, Common.DROP).late(EXPIRY.plusMillis(1)));

        assertThat(resolve(unknown)).isInstanceOf(NotPlaced.class);
        clock.advance(Duration.ofHours(1));
        assertThat(client.trading().openOrders()).isEmpty();
    }

    @Test
    void finds_an_order_that_waits_for_a_price() {
        OrderRequest stop = OrderRequest.builder(ContractVenue.BTC, Side.SELL, OrderType.STOP_MARKET)
                .quantity(new BigDecimal("0.01"))
                .triggerPrice(new BigDecimal("45000"))
                .clientOrderId("stop1")
                .build();
        OutcomeUnknownException unknown = unknown(stop, Fault.of(Handling.EXECUTED, Common.DROP));

        assertThat(resolve(unknown))
                .isInstanceOfSatisfying(
                        Placed.class,
                        placed -> assertThat(placed.order().clientOrderId()).contains("stop1"));
    }

    @Test
    void a_cancel_of_what_has_fired_reaches_the_order_or_is_unknown_where_the_venue_cannot_be_asked() {
        OrderRequest stop = OrderRequest.builder(ContractVenue.BTC, Side.SELL, OrderType.STOP_LIMIT)
                .quantity(new BigDecimal("0.01"))
                .triggerPrice(new BigDecimal("45000"))
                .price(new BigDecimal("46000"))
                .clientOrderId("stop1")
                .build();
        OrderRef ref = client.trading().place(stop).ref();
        venue.movePrice(ContractVenue.BTC, new BigDecimal("44000"));
        venue.standIn()
                .faults(call -> call.name().equals("GET trade/order-algo")
                        ? Fault.of(Handling.IGNORED, OkxAnswer.STATUS_503)
                        : Fault.NONE);

        assertThatThrownBy(() -> client.trading().cancel(ref)).isInstanceOf(OutcomeUnknownException.class);

        venue.standIn().faults(call -> Fault.NONE);
        assertThat(client.trading().openOrders()).hasSize(1);
        assertThat(client.trading().cancel(ref).ref().clientOrderId()).contains("stop1");
        assertThat(client.trading().openOrders()).isEmpty();
    }

    @Test
    void proves_nothing_where_the_venue_cannot_be_asked() {
        OutcomeUnknownException unknown = unknown(LIMIT, Fault.of(Handling.IGNORED, Common.DROP));
        venue.standIn().faults(call -> Fault.of(Handling.IGNORED, OkxAnswer.STATUS_503));

        assertThatThrownBy(() -> resolve(unknown)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void proves_nothing_once_the_venue_has_forgotten() {
        OrderRef ref = OrderRef.ofClientOrderId(ContractVenue.BTC, "lost1");
        Instant sentAt = clock.instant().minus(Duration.ofHours(3));

        assertThatThrownBy(() -> client.trading().resolve(ref, sentAt)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void interruption_ends_the_wait_and_proves_nothing() {
        Sleeper interrupted = time -> {
            throw new InterruptedException();
        };
        OutcomeUnknownException unknown = unknown(LIMIT, Fault.of(Handling.IGNORED, Common.DROP));

        try (ExchangeClient hurried = venue.anotherClient(interrupted)) {
            NotSentException failure = catchThrowableOfType(
                    NotSentException.class,
                    () -> hurried.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt()));

            assertThat(failure.why()).isEqualTo(NotSentException.Cause.INTERRUPTED);
            assertThat(Thread.interrupted()).as("the thread's flag").isTrue();
        }
    }
}
