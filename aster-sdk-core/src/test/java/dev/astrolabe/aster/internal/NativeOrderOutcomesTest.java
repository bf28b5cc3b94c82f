package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.AsterOrders;
import dev.astrolabe.aster.model.AsterOrder;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.aster.model.PegPriceType;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.FaultServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes back from native calls about orders, and under which nonce they leave. */
class NativeOrderOutcomesTest {

    private static final OrderRef MINE = OrderRef.ofClientOrderId(BTC, "mine1");
    private static final OrderRef OTHER = OrderRef.ofClientOrderId(BTC, "mine2");

    private final OrderVenue venue = new OrderVenue(PathFamily.V3);
    private final AsterOrders orders = venue.aster().orders();

    @AfterEach
    void close() {
        venue.close();
    }

    private static AsterOrderRequest limit(String clientOrderId) {
        return AsterOrderRequest.of(OrderRequest.limit(BTC, Side.BUY, num("0.010"), num("40000")).toBuilder()
                .clientOrderId(clientOrderId)
                .build());
    }

    private static AmendRequest change(OrderRef ref) {
        return new AmendRequest(ref, num("0.020"), num("41000"));
    }

    @Test
    void an_order_tells_what_the_neutral_one_has_no_place_for() {
        venue.answer(
                "POST order",
                FaultServer.json(OrderVenue.ORDER.replace(
                        "\"priceProtect\": false",
                        "\"priceProtect\": true, \"pegPriceType\": \"QUEUE_1\", \"stpMode\": \"EXPIRE_MAKER\"")));

        AsterOrder order = orders.place(limit("mine1"));

        assertThat(order.order().orderId()).isEqualTo("405");
        assertThat(order.filledQuote().orElseThrow()).isEqualByComparingTo("79.999");
        assertThat(order.priceProtect()).isTrue();
        assertThat(order.pegPriceType()).contains(PegPriceType.QUEUE_1);
        assertThat(order.selfTradePrevention()).contains(SelfTradePrevention.EXPIRE_MAKER);
    }

    @Test
    void words_that_are_not_known_are_kept_as_they_are() {
        venue.answer(
                "POST order",
                FaultServer.json(OrderVenue.ORDER.replace(
                        "\"priceProtect\": false",
                        "\"pegPriceType\": \"QUEUE_9\", \"stpMode\": \"EXPIRE_SOMETHING\"")));

        AsterOrder order = orders.place(limit("mine1"));

        assertThat(order.pegPriceType()).contains(PegPriceType.UNKNOWN);
        assertThat(order.rawPegPriceType()).contains("QUEUE_9");
        assertThat(order.selfTradePrevention()).isEmpty();
        assertThat(order.rawSelfTradePrevention()).contains("EXPIRE_SOMETHING");
    }

    @Test
    void a_fired_stop_tells_what_it_was_and_what_it_is() {
        venue.answer(
                "GET order",
                FaultServer.json(OrderVenue.ORDER
                        .replace("\"type\": \"LIMIT\"", "\"type\": \"MARKET\"")
                        .replace("\"origType\": \"LIMIT\"", "\"origType\": \"STOP_MARKET\"")));

        AsterOrder order = orders.order(MINE).orElseThrow();

        assertThat(order.order().type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(order.currentType()).isEqualTo(OrderType.MARKET);
    }

    @Test
    void an_order_that_the_venue_does_not_know_is_absent() {
        venue.answer("GET openOrder", FaultServer.status(400, OrderVenue.NO_SUCH_ORDER));
        venue.answer("GET order", FaultServer.status(400, OrderVenue.NO_SUCH_ORDER));

        assertThat(orders.openOrder(MINE)).isEmpty();
        assertThat(orders.order(MINE)).isEmpty();
    }

    @Test
    void each_order_of_a_batch_stands_alone() {
        for (List<Outcome<AsterOrder>> outcomes : List.of(
                orders.placeBatch(List.of(limit("mine1"), limit("mine2"))),
                orders.modifyBatch(List.of(change(MINE), change(OTHER))),
                orders.cancelBatch(List.of(MINE, OTHER)),
                orders.guardedCancelBatch(List.of(MINE, OTHER)))) {
            assertThat(outcomes.get(0).orElseThrow().order().orderId()).isEqualTo("405");
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> outcomes.get(1).orElseThrow())
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ORDER_NOT_FOUND));
        }
    }

    @Test
    void changes_without_an_answer_are_unknown_each_by_its_own_reference() {
        venue.answer("PUT batchOrders", FaultServer.Fault.DROP);

        List<Outcome<AsterOrder>> outcomes = orders.modifyBatch(List.of(change(MINE), change(OTHER)));

        assertThat(outcomes).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Outcome<AsterOrder> outcome = outcomes.get(i);
            OrderRef ref = i == 0 ? MINE : OTHER;
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(outcome::orElseThrow)
                    .satisfies(unknown -> assertThat(unknown.order()).contains(ref));
        }
        assertThat(venue.calls()).isEqualTo(1);
    }

    @Test
    void a_change_without_an_answer_names_its_order_and_leaves_once() {
        venue.answer("PUT order", FaultServer.Fault.DROP);

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> orders.modify(change(MINE)))
                .satisfies(unknown -> assertThat(unknown.order()).contains(MINE));
        assertThat(venue.calls()).isEqualTo(1);
    }

    @Test
    void an_answer_that_cannot_be_mapped_leaves_the_order_unknown_and_the_others_of_a_batch_alone() {
        String odd = OrderVenue.ORDER.replace("\"BUY\"", "\"SOMETHING_NEW\"");
        venue.answer("PUT order", FaultServer.json(odd));
        venue.answer("PUT batchOrders", FaultServer.json("[" + odd + ", " + OrderVenue.ORDER + "]"));

        List<Outcome<AsterOrder>> outcomes = orders.modifyBatch(List.of(change(MINE), change(OTHER)));

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> outcomes.get(0).orElseThrow())
                .satisfies(unknown -> assertThat(unknown.order()).contains(MINE));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Accepted.class);
        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> orders.modify(change(MINE)))
                .satisfies(unknown -> assertThat(unknown.order()).contains(MINE));
    }

    @Test
    void amend_is_the_same_change_in_neutral_terms() {
        OrderAck ack = venue.client().trading().amend(change(MINE));

        assertThat(venue.last())
                .isEqualTo("PUT /fapi/v3/order symbol=BTCUSDT&origClientOrderId=mine1&quantity=0.020&price=41000");
        assertThat(ack.ref().orderId()).contains("405");
    }

    @Test
    void v1_neither_amends_nor_has_rules_against_self_trades() {
        try (OrderVenue v1 = new OrderVenue(PathFamily.V1)) {
            assertThat(v1.client().capabilities().supports(Feature.AMEND_ORDER)).isFalse();
            assertThat(v1.client().capabilities().selfTradePreventions()).isEmpty();
        }
        assertThat(venue.client().capabilities().selfTradePreventions())
                .containsExactlyInAnyOrder(SelfTradePrevention.values());
    }

    @Test
    void a_guarded_cancel_leaves_under_the_nonce_of_its_order() {
        AsterOrder placed = orders.place(limit("mine1"));
        orders.place(limit("mine2"));

        orders.guardedCancel(placed.order().ref());

        assertThat(venue.last()).isEqualTo("DELETE /fapi/v3/guardedCancelOrder symbol=BTCUSDT&orderId=405&nonce=1001");
    }

    @Test
    void a_guarded_batch_is_of_orders_of_one_batch() {
        orders.placeBatch(List.of(limit("mine1"), limit("mine2")));
        orders.place(limit("mine3"));

        orders.guardedCancelBatch(List.of(MINE, OTHER));

        assertThat(venue.last())
                .isEqualTo(
                        "DELETE /fapi/v3/guardedBatchOrders symbol=BTCUSDT&origClientOrderIdList=[\"mine1\",\"mine2\"]"
                                + "&nonce=1001");
        assertThatThrownBy(() -> orders.guardedCancelBatch(List.of(MINE, OrderRef.ofClientOrderId(BTC, "mine3"))))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("placed in one batch, not of 2 requests");
    }

    @Test
    void noop_uses_up_the_nonce_of_an_order_whose_answer_was_lost() {
        venue.answer("POST order", FaultServer.Fault.DROP);
        assertThatThrownBy(() -> orders.place(limit("mine1"))).isInstanceOf(OutcomeUnknownException.class);

        orders.noop("mine1");

        assertThat(venue.last()).isEqualTo("POST /fapi/v3/noop nonce=1001");
    }

    @Test
    void after_a_noop_that_was_taken_a_missing_order_is_not_placed() {
        venue.answer("POST order", FaultServer.Fault.DROP);
        venue.answer("GET order", FaultServer.status(400, OrderVenue.NO_SUCH_ORDER));
        assertThatThrownBy(() -> orders.place(limit("mine1"))).isInstanceOf(OutcomeUnknownException.class);
        orders.noop("mine1");
        int before = venue.calls();

        OrderResolution resolution = venue.client().trading().resolve(MINE, venue.clock.instant());

        assertThat(resolution).isInstanceOf(OrderResolution.NotPlaced.class);
        assertThat(venue.calls() - before).as("queries, and no second noop").isEqualTo(2);
    }

    @Test
    void a_change_does_not_give_an_order_another_nonce() {
        orders.place(limit("mine1"));
        orders.modify(change(MINE));
        orders.modifyBatch(List.of(change(MINE)));

        orders.noop("mine1");

        assertThat(venue.last()).endsWith("nonce=1001");
        assertThatThrownBy(() -> orders.noop("")).isInstanceOf(NotSentException.class);
    }

    @Test
    void the_countdown_is_what_the_venue_acknowledges() {
        assertThat(orders.countdownCancelAll(BTC, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
    }
}
