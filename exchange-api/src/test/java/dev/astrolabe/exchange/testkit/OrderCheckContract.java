package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.LOT;
import static dev.astrolabe.exchange.testkit.Bench.LOW;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.byClientId;
import static dev.astrolabe.exchange.testkit.Bench.exit;
import static dev.astrolabe.exchange.testkit.Bench.limit;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.rejected;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What is checked before an order is sent, and changes of an order in place.
 *
 * @since 0.1
 */
public interface OrderCheckContract extends ContractCases {

    /** Prices and quantities off their steps. */
    @Test
    @DisplayName("C35 refuses amounts off tick or lot before sending, and names the nearest that passes")
    default void c35_off_step() {
        Bench bench = Bench.of(venue());
        Instrument btc = bench.btc();
        BigDecimal offTick = num("40000.05");
        BigDecimal offLot = num("0.0105");

        NotSentException tick =
                bench.refusedHere(() -> bench.trading().place(OrderRequest.limit(BTC, Side.BUY, SIZE, offTick)));
        NotSentException lot =
                bench.refusedHere(() -> bench.trading().place(OrderRequest.limit(BTC, Side.BUY, offLot, LOW)));
        NotSentException marketLot = bench.refusedHere(() -> bench.buy(offLot));

        assertNames(tick, "40000.05", btc.priceFilter().nearestValid(offTick));
        assertNames(lot, "0.0105", btc.quantityFilter().nearestValid(offLot));
        assertNames(marketLot, "0.0105", btc.marketQuantityFilter().nearestValid(offLot));
    }

    /** Triggers off their step. */
    @Test
    @DisplayName("C36 refuses a trigger off tick before sending")
    default void c36_off_step_trigger() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(
                bench.can().orderTypes().contains(OrderType.STOP_MARKET), "no stops; C45 checks that they are refused");

        NotSentException refusal = bench.refusedHere(() -> bench.trading()
                .place(exit(OrderType.STOP_MARKET, "45000.07", "offtick1").build()));

        assertNames(refusal, "45000.07", bench.btc().priceFilter().nearestValid(num("45000.07")));
    }

    /** Quantities out of their range. */
    @Test
    @DisplayName("C37 refuses quantities below the minimum or above the maximum before sending")
    default void c37_out_of_range() {
        Bench bench = Bench.of(venue());
        StepFilter filter = bench.btc().quantityFilter();
        BigDecimal tooSmall = LOT.multiply(num("0.5"));
        BigDecimal tooLarge = filter.max().add(LOT);

        NotSentException small =
                bench.refusedHere(() -> bench.trading().place(OrderRequest.limit(BTC, Side.BUY, tooSmall, LOW)));
        NotSentException large =
                bench.refusedHere(() -> bench.trading().place(OrderRequest.limit(BTC, Side.BUY, tooLarge, LOW)));

        assertNames(small, "0.0005", filter.nearestValid(tooSmall));
        assertNames(large, tooLarge.toPlainString(), filter.max());
    }

    /** A notional below the least. */
    @Test
    @DisplayName("C38 refuses a notional below the minimum before sending")
    default void c38_min_notional() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.btc().minNotional().isPresent(), "the venue has no minimum notional");

        NotSentException refusal =
                bench.refusedHere(() -> bench.trading().place(OrderRequest.limit(BTC, Side.BUY, LOT, num("1000"))));

        assertThat(refusal)
                .hasMessageContaining(BTC.toString())
                .hasMessageContaining("notional 1 ")
                .hasMessageContaining("5");
    }

    private static void assertNames(NotSentException refusal, String value, BigDecimal nearest) {
        assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INVALID);
        assertThat(refusal)
                .hasMessageContaining(value)
                .hasMessageContaining(BTC.toString())
                .hasMessageContaining("nearest is " + nearest.toPlainString());
    }

    /** Client ids that the venue would not take. */
    @Test
    @DisplayName("C39 refuses a client id that the venue would not take before sending")
    default void c39_client_id_rule() {
        Bench bench = Bench.of(venue());
        int max = bench.can().clientOrderIds().maxLength();

        for (String id : List.of("with blank", "a".repeat(max + 1), "schlüssel")) {
            NotSentException refusal = bench.refusedHere(() -> bench.trading().place(restingBuy(id)));

            assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INVALID);
            assertThat(refusal).hasMessageContaining(id).hasMessageContaining(String.valueOf(max));
        }
        bench.trading().place(restingBuy("a".repeat(Math.min(max, 32))));
        bench.open("a".repeat(Math.min(max, 32)));
    }

    /** A resting order is changed in place. */
    @Test
    @DisplayName("C40 changes price and quantity of a resting order in place")
    default void c40_amend() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.AMEND_ORDER), "no amending; C05 checks that it is refused");
        bench.trading().place(restingBuy("amend1"));

        bench.trading().amend(new AmendRequest(byClientId("amend1"), num("0.02"), num("41000")));

        Order changed = bench.open("amend1");
        assertThat(changed.quantity().orElseThrow()).isEqualByComparingTo("0.02");
        assertThat(changed.price().orElseThrow()).isEqualByComparingTo("41000");
        assertThat(bench.trading().openOrders()).hasSize(1);
        assertThat(bench.refusedHere(
                        () -> bench.trading().amend(new AmendRequest(byClientId("amend1"), SIZE, num("41000.05")))))
                .hasMessageContaining("41000.05");
        rejected(
                Reason.ORDER_NOT_FOUND,
                () -> bench.trading().amend(new AmendRequest(byClientId("neverplaced1"), SIZE, LOW)));
    }

    /** The venue checks an order and places nothing. */
    @Test
    @DisplayName("C41 has an order checked without placing it")
    default void c41_test_order() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.TEST_ORDER), "no test orders; C05 checks that they are refused");

        bench.trading().test(restingBuy("test1"));

        bench.assertNothingOpen();
        assertThat(bench.trading().order(byClientId("test1"))).isEmpty();
        bench.refusedHere(() -> bench.trading()
                .test(limit(Side.BUY, num("0.0105"), LOW, "test2").build()));
    }
}
