package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.AsterStrategies;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.aster.model.Chase;
import dev.astrolabe.aster.model.ChaseOffset;
import dev.astrolabe.aster.model.ChaseRequest;
import dev.astrolabe.aster.model.DrivenOn;
import dev.astrolabe.aster.model.MarketMakerProtection;
import dev.astrolabe.aster.model.QuantityUnit;
import dev.astrolabe.aster.model.Strategy;
import dev.astrolabe.aster.model.StrategyAck;
import dev.astrolabe.aster.model.StrategyChange;
import dev.astrolabe.aster.model.StrategyLink;
import dev.astrolabe.aster.model.StrategyOrder;
import dev.astrolabe.aster.model.StrategyRef;
import dev.astrolabe.aster.model.StrategyStatus;
import dev.astrolabe.aster.model.StrategySubOrder;
import dev.astrolabe.aster.model.StrategyTrigger;
import dev.astrolabe.aster.model.StrategyType;
import dev.astrolabe.aster.model.StrategyUpdate;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.FaultServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes back from calls about strategies. */
class NativeStrategyOutcomesTest {

    private static final StrategyRef PLAN = StrategyRef.ofClientStrategyId(StrategyType.OTO, "plan1");
    private static final ChaseRequest CHASE =
            ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.BASE, num("0.1")).build();
    private static final String WITH_ORDERS = """
            {"strategyId": 7, "clientStrategyId": "plan1", "strategyType": "TOMORROWS_TYPE", "strategyStatus": "NEW",
             "bookTime": 1767323045000, "updateTime": 1767323046000, "subOrders": [
              {"strategyId": 7, "orderId": 405, "clientOrderId": "entry1", "status": "FILLED", "strategySubId": 1,
               "firstDrivenId": 0, "firstDrivenOn": "", "firstTrigger": "", "secondDrivenId": 0, "secondDrivenOn": "",
               "secondTrigger": "", "securityType": "FUTURE", "symbol": "1000PEPEUSDT", "side": "BUY",
               "positionSide": "BOTH", "type": "LIMIT", "timeInForce": "GTC", "quantity": "3000", "reduceOnly": false,
               "closePosition": false, "price": "0.01", "avgPrice": "0.009", "priceProtect": false, "stopPrice": "0",
               "activatePrice": null, "callbackRate": null, "workingType": "CONTRACT_PRICE",
               "triggerTime": 1767323045500},
              {"strategyId": 7, "orderId": 0, "clientOrderId": "trail1", "status": "TOMORROWS_STATUS",
               "strategySubId": 2, "firstDrivenId": 1, "firstDrivenOn": "FILLED", "firstTrigger": "PLACE_ORDER",
               "secondDrivenId": 1, "secondDrivenOn": "TOMORROWS_EVENT", "secondTrigger": "CANCEL_ORDER",
               "securityType": "FUTURE", "symbol": "1000PEPEUSDT", "side": "SELL", "positionSide": "BOTH",
               "type": "TRAILING_STOP_MARKET", "timeInForce": "", "quantity": "3000", "reduceOnly": true,
               "closePosition": false, "price": "0", "avgPrice": "0", "priceProtect": true, "stopPrice": "0",
               "activatePrice": "0.012", "callbackRate": "1.5", "workingType": "CONTRACT_PRICE", "triggerTime": 0}]}""";

    private final OrderVenue venue = new OrderVenue(PathFamily.V3);
    private final AsterStrategies strategies = venue.aster().strategies();

    @AfterEach
    void close() {
        venue.close();
    }

    private static StrategyOrder unnamed() {
        AsterOrderRequest entry = AsterOrderRequest.of(OrderRequest.limit(BTC, Side.BUY, num("0.010"), num("40000")));
        return StrategyOrder.builder(StrategyType.OCO)
                .subOrder(entry)
                .subOrder(entry)
                .build();
    }

    @Test
    void a_chase_is_in_single_coins_and_ratios() {
        Chase chase = strategies.chase(ChaseRequest.builder(PEPE, Side.SELL, QuantityUnit.BASE, num("3000000"))
                .build());

        assertThat(chase.strategyId()).isEqualTo(9);
        assertThat(chase.clientStrategyId()).isEqualTo("hunt1");
        assertThat(chase.quantity()).isEqualByComparingTo("3000000");
        assertThat(chase.offset()).contains(ChaseOffset.price(num("0.000002")));
        assertThat(chase.maxOffset()).contains(ChaseOffset.ratio(num("0.015")));
        assertThat(chase.status()).isEqualTo(StrategyStatus.UNKNOWN);
        assertThat(chase.rawStatus()).isEqualTo("TOMORROWS_STATUS");
        assertThat(chase.updatedAt()).contains(Instant.ofEpochMilli(1767323046000L));
    }

    @Test
    void every_chase_and_strategy_has_an_id_of_its_sender() {
        strategies.chase(CHASE);
        String chase = venue.last();
        strategies.place(unnamed());

        assertThat(chase).containsPattern("&clientStrategyId=[a-z0-9]{25}$");
        assertThat(venue.last())
                .containsPattern(" clientStrategyId=[a-z0-9]{25}&")
                .containsPattern("\"clientOrderId\":\"[a-z0-9]{25}\".*\"clientOrderId\":\"[a-z0-9]{25}\"");
    }

    @Test
    void a_lost_answer_names_the_id_and_is_no_order() {
        venue.answer("POST chase", FaultServer.Fault.DROP);
        venue.answer("POST placeStrategyOrder", FaultServer.status(503, "<html>"));

        for (Runnable call : List.<Runnable>of(() -> strategies.chase(CHASE), () -> strategies.place(unnamed()))) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(call::run)
                    .satisfies(unknown -> assertThat(unknown.order()).isEmpty())
                    .satisfies(unknown -> assertThat(
                                    unknown.venueError().orElseThrow().endpoint())
                            .matches("POST /fapi/v3/\\w+ clientStrategyId=[a-z0-9]{25}"));
        }
        assertThat(venue.calls()).isEqualTo(2);
    }

    @Test
    void noop_drops_a_chase_whose_answer_was_lost() {
        venue.answer("POST chase", FaultServer.Fault.DROP);
        ChaseRequest named = ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.BASE, num("0.1"))
                .clientStrategyId("hunt1")
                .build();
        assertThatThrownBy(() -> strategies.chase(named)).isInstanceOf(OutcomeUnknownException.class);

        venue.aster().orders().noop("hunt1");

        assertThat(venue.last()).isEqualTo("POST /fapi/v3/noop nonce=1001");
    }

    @Test
    void a_failure_code_is_told_and_0_is_none() {
        StrategyAck fine = strategies.place(unnamed());
        venue.answer("POST placeStrategyOrder", FaultServer.json("""
                {"strategyId": 7, "clientStrategyId": "plan1", "strategyType": "OCO", "strategyStatus": "EXPIRED",
                 "updateTime": 1767323045000, "failureCode": -2019, "failureReason": "Margin is insufficient."}"""));
        StrategyAck failed = strategies.place(unnamed());

        assertThat(fine.failureCode()).isEmpty();
        assertThat(fine.failureReason()).isEmpty();
        assertThat(failed.failureCode()).contains(-2019);
        assertThat(failed.failureReason()).contains("Margin is insufficient.");
        assertThat(failed.status()).isEqualTo(StrategyStatus.EXPIRED);
    }

    @Test
    void each_order_of_a_change_has_its_outcome() {
        List<StrategyUpdate> updates = strategies.update(StrategyChange.builder(StrategyType.OTO, 7)
                .subOrder(2, AsterOrderRequest.of(OrderRequest.limit(BTC, Side.BUY, num("0.010"), num("40000"))))
                .build());

        assertThat(updates).hasSize(1);
        assertThat(updates.get(0).subId()).isEqualTo(2);
        assertThat(updates.get(0).rawStatus()).isEqualTo("SUCCESS");
        assertThat(updates.get(0).strategy().strategyId()).isEqualTo(7);
    }

    @Test
    void a_strategy_tells_its_orders_and_their_links() {
        venue.answer("GET strategyOpenOrder", FaultServer.json(WITH_ORDERS));

        Strategy strategy = strategies.open(PLAN).orElseThrow();

        assertThat(strategy.type()).isEqualTo(StrategyType.UNKNOWN);
        assertThat(strategy.rawType()).isEqualTo("TOMORROWS_TYPE");
        StrategySubOrder entry = strategy.subOrders().get(0);
        assertThat(entry.orderId()).contains("405");
        assertThat(entry.first()).isEmpty();
        assertThat(entry.quantity().orElseThrow()).isEqualByComparingTo("3000000");
        assertThat(entry.averagePrice().orElseThrow()).isEqualByComparingTo("0.000009");
        assertThat(entry.triggerBy()).isEmpty();
        assertThat(entry.activationPrice()).isEmpty();
        assertThat(entry.triggeredAt()).contains(Instant.ofEpochMilli(1767323045500L));
        StrategySubOrder trail = strategy.subOrders().get(1);
        assertThat(trail.orderId()).isEmpty();
        assertThat(trail.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(trail.type()).isEqualTo(OrderType.TRAILING_STOP_MARKET);
        assertThat(trail.first()).contains(StrategyLink.of(1, DrivenOn.FILLED, StrategyTrigger.PLACE_ORDER));
        assertThat(trail.second())
                .contains(new StrategyLink(
                        1, DrivenOn.UNKNOWN, "TOMORROWS_EVENT", StrategyTrigger.CANCEL_ORDER, "CANCEL_ORDER"));
        assertThat(trail.activationPrice().orElseThrow()).isEqualByComparingTo("0.000012");
        assertThat(trail.callbackRate().orElseThrow()).isEqualByComparingTo("0.015");
        assertThat(trail.timeInForce()).isEmpty();
        assertThat(trail.triggeredAt()).isEmpty();
    }

    @Test
    void a_strategy_that_the_venue_does_not_know_is_absent() {
        venue.answer("GET strategyOpenOrder", FaultServer.status(400, OrderVenue.NO_SUCH_ORDER));

        assertThat(strategies.open(PLAN)).isEmpty();
    }

    @Test
    void a_history_of_one_or_more_is_read() {
        HistoryQuery all = HistoryQuery.builder().build();
        venue.answer("GET strategyHistoryOrder", FaultServer.json(WITH_ORDERS));
        assertThat(strategies.history(PLAN, all)).hasSize(1);

        venue.answer("GET strategyHistoryOrder", FaultServer.json("[" + WITH_ORDERS + "," + WITH_ORDERS + "]"));
        assertThat(strategies.history(PLAN, all)).hasSize(2);
    }

    @Test
    void a_protection_is_in_single_coins_and_0_is_no_limit() {
        venue.answer("GET mmp", FaultServer.json("""
                [{"symbol": "1000PEPEUSDT", "windowTimeInMilliseconds": 5000, "frozenTimeInMilliseconds": 10000,
                  "qtyLimit": 10, "valueLimit": 200000000, "deltaLimit": 0}]"""));

        MarketMakerProtection protection =
                strategies.marketMakerProtection().find(PEPE).orElseThrow();

        assertThat(protection.window()).isEqualTo(Duration.ofSeconds(5));
        assertThat(protection.frozen()).isEqualTo(Duration.ofSeconds(10));
        assertThat(protection.quantityLimit().orElseThrow()).isEqualByComparingTo("10000");
        assertThat(protection.valueLimit().orElseThrow()).isEqualByComparingTo("200000000");
        assertThat(protection.deltaLimit()).isEmpty();
        assertThat(strategies.marketMakerProtection().find(BTC)).isEmpty();
    }

    @Test
    void an_answer_that_is_not_true_proves_nothing() {
        venue.answer("POST mmpReset", FaultServer.json("false"));

        assertThatThrownBy(() -> strategies.marketMakerProtection().reset(BTC))
                .isInstanceOf(OutcomeUnknownException.class);
    }
}
