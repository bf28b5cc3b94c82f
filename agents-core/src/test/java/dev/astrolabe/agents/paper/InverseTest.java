package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.InverseBench.DUST;
import static dev.astrolabe.agents.paper.InverseBench.SWAP;
import static dev.astrolabe.agents.paper.InverseBench.coins;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts of a fixed amount of dollars that settle in coins (docs: OKX v5, "Get instruments", ctType inverse). */
class InverseTest {

    private final InverseBench bench = InverseBench.at("50000");

    @Test
    void profit_of_a_long_is_face_over_entry_less_face_over_exit() {
        bench.market(Side.BUY, "1000");
        bench.move("60000");
        bench.market(Side.SELL, "1000");

        BigDecimal entry = coins(num("1000"), num("50000.1"));
        BigDecimal exit = coins(num("1000"), num("59999.9"));
        assertThat(sum(IncomeType.REALIZED_PNL)).isCloseTo(entry.subtract(exit), within(DUST));
        assertThat(sum(IncomeType.FEE)).isEqualByComparingTo("-0.00146667");
        assertThat(bench.client.account().positions()).isEmpty();
    }

    @Test
    void a_short_gains_coins_when_the_price_falls() {
        bench.market(Side.SELL, "500.5");
        bench.move("40000");

        Position position = bench.position();
        assertThat(position.side()).isEqualTo(PositionSide.SHORT);
        assertThat(position.unrealizedPnl())
                .isCloseTo(
                        coins(num("500.5"), num("40000")).subtract(coins(num("500.5"), num("49999.9"))), within(DUST));
    }

    @Test
    void a_position_tells_contracts_dollars_and_its_coins_at_the_mark() {
        bench.market(Side.BUY, "1000");

        Position position = bench.position();
        assertThat(position.contracts()).isEqualByComparingTo("1000");
        assertThat(position.quantity()).isEqualByComparingTo("2");
        assertThat(position.notionalUsd())
                .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("100000"));
        assertThat(position.entryPrice()).isEqualByComparingTo("50000.1");
        assertThat(bench.balance().inUse()).isEqualByComparingTo("0.1");
    }

    @Test
    void a_limit_order_in_coins_is_whole_contracts_at_its_price() {
        Order order = bench.place(OrderRequest.builder(SWAP, Side.BUY, OrderType.LIMIT)
                .quantity(num("2"))
                .price(num("40000")));

        assertThat(order.contracts()).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("800"));
        assertThat(bench.balance().inUse()).isEqualByComparingTo("0.1");

        bench.move("39999");
        assertThat(bench.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.price()).isEqualByComparingTo("40000");
            assertThat(fill.quantity()).isEqualByComparingTo("2");
            assertThat(fill.feeAsset()).isEqualTo("BTC");
        });
    }

    @Test
    void an_amendment_in_coins_is_contracts_at_the_new_price() {
        Order order = bench.place(OrderRequest.builder(SWAP, Side.BUY, OrderType.LIMIT)
                .contracts(num("800"))
                .price(num("40000")));

        Order amended = bench.client
                .trading()
                .amend(new AmendRequest(order.ref(), num("1.5"), num("45000")))
                .order()
                .orElseThrow();

        assertThat(amended.contracts()).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("675"));
    }

    @Test
    void funding_is_paid_in_coins_on_the_coins_at_the_mark() {
        bench.market(Side.BUY, "1000");
        var due = bench.now.plusSeconds(10);
        for (int i = 0; i < 2; i++) {
            bench.now = bench.now.plusSeconds(i == 0 ? 1 : 20);
            bench.exchange.update(Sample.tick(
                    Sample.book(SWAP, num("50000"), Sample.TICK, 1, num("100"), bench.now),
                    num("50000"),
                    "0.0001",
                    due));
        }

        assertThat(sum(IncomeType.FUNDING)).isEqualByComparingTo("-0.0002");
    }

    @Test
    void liquidation_price_is_where_the_coins_no_longer_back_the_contracts() {
        bench.client.account().setMarginMode(SWAP, MarginMode.ISOLATED);
        bench.client.account().setLeverage(SWAP, 10);
        bench.market(Side.BUY, "500");

        Position position = bench.position();
        BigDecimal margin = position.isolatedMargin().orElseThrow();
        BigDecimal price = position.liquidationPrice().orElseThrow();
        BigDecimal equity = margin.add(coins(num("500"), position.entryPrice())).subtract(coins(num("500"), price));
        BigDecimal kept = coins(num("500"), price).multiply(num("0.004"));
        assertThat(equity).isCloseTo(kept, within(num("0.00000000000001")));
        assertThat(price).isBetween(num("45600"), num("45700"));
    }

    @Test
    void a_lost_position_is_liquidated_and_costs_no_more_than_its_margin() {
        bench.client.account().setMarginMode(SWAP, MarginMode.ISOLATED);
        bench.client.account().setLeverage(SWAP, 10);
        bench.market(Side.SELL, "500");
        BigDecimal margin = bench.position().isolatedMargin().orElseThrow();
        BigDecimal before = bench.balance().wallet();

        bench.move("70000");

        assertThat(bench.client.account().positions()).isEmpty();
        assertThat(before.subtract(bench.balance().wallet())).isEqualByComparingTo(margin);
    }

    @Test
    void tiers_count_dollars_and_are_told_in_coins() {
        bench.client.account().setLeverage(SWAP, 100);
        OrderRequest.Builder tooLarge =
                OrderRequest.builder(SWAP, Side.BUY, OrderType.MARKET).contracts(num("1000.1"));
        bench.market(Side.BUY, "999.9");
        bench.client.trading().closePosition(SWAP, PositionSide.LONG);

        PaperBench.assertRejected(Reason.LEVERAGE, () -> bench.place(tooLarge));
        assertThat(bench.client.account().riskTiers(SWAP))
                .extracting(RiskTier::notionalCap)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(num("2"), num("200"));
        assertThat(bench.client.account().leverage(SWAP).maxNotional())
                .hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("2"));
    }

    @Test
    void exits_of_an_entry_count_its_contracts() {
        bench.place(OrderRequest.builder(SWAP, Side.BUY, OrderType.MARKET)
                .contracts(num("10"))
                .stopLoss(new AttachedExit(num("45000"), TriggerBy.MARK)));
        assertThat(bench.client.trading().openOrders(SWAP))
                .singleElement()
                .satisfies(stop -> assertThat(stop.contracts())
                        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("10")));

        bench.move("44000");

        assertThat(bench.client.account().positions()).isEmpty();
    }

    @Test
    void closing_takes_the_whole_position_whatever_its_coins_are() {
        bench.market(Side.BUY, "33.3");
        bench.move("51234.5");

        bench.client.trading().closePosition(SWAP, PositionSide.LONG);

        assertThat(bench.client.account().positions()).isEmpty();
        assertThat(bench.balance().inUse()).isEqualByComparingTo("0");
    }

    @Test
    void a_future_is_delivered_at_the_mark_of_its_expiry_and_then_takes_no_orders() {
        bench.show(InverseBench.FUTURE, "50000", bench.now);
        bench.place(OrderRequest.builder(InverseBench.FUTURE, Side.BUY, OrderType.MARKET)
                .contracts(num("100")));
        Order resting = bench.place(OrderRequest.builder(InverseBench.FUTURE, Side.BUY, OrderType.LIMIT)
                .contracts(num("100"))
                .price(num("40000")));
        BigDecimal fees = sum(IncomeType.FEE);

        bench.show(InverseBench.FUTURE, "55000", InverseBench.EXPIRY.minus(Duration.ofMillis(1)));
        assertThat(bench.client.account().positions(InverseBench.FUTURE)).hasSize(1);
        bench.show(InverseBench.FUTURE, "56000", InverseBench.EXPIRY);

        assertThat(bench.client.account().positions()).isEmpty();
        assertThat(bench.client.trading().order(resting.ref()).orElseThrow().status())
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(sum(IncomeType.REALIZED_PNL))
                .isCloseTo(coins(num("100"), num("50000.1")).subtract(coins(num("100"), num("56000"))), within(DUST));
        assertThat(sum(IncomeType.FEE)).isEqualByComparingTo(fees);
        assertThat(bench.client
                        .trading()
                        .order(OrderRef.ofOrderId(
                                InverseBench.FUTURE, bench.fills().get(1).orderId()))
                        .orElseThrow()
                        .rawType())
                .isEqualTo("DELIVERY");
        PaperBench.assertRejected(
                Reason.MARKET_STATE,
                () -> bench.place(OrderRequest.builder(InverseBench.FUTURE, Side.BUY, OrderType.MARKET)
                        .contracts(num("100"))));
        assertThat(bench.client.instruments().get(InverseBench.FUTURE).rawStatus())
                .isEqualTo("CLOSED");
    }

    @Test
    void a_tick_of_another_market_delivers_at_the_last_known_mark() {
        bench.show(InverseBench.FUTURE, "50000", bench.now);
        bench.place(OrderRequest.builder(InverseBench.FUTURE, Side.SELL, OrderType.MARKET)
                .contracts(num("100")));

        bench.show(SWAP, "60000", InverseBench.EXPIRY.plusSeconds(5));

        assertThat(bench.client.account().positions()).isEmpty();
        assertThat(List.copyOf(bench.fills()).get(1).price()).isEqualByComparingTo("50000");
    }

    @Test
    void time_that_passes_without_a_tick_delivers_too_and_dates_what_happens() {
        bench.show(InverseBench.FUTURE, "50000", bench.now);
        bench.place(OrderRequest.builder(InverseBench.FUTURE, Side.SELL, OrderType.MARKET)
                .contracts(num("100")));

        bench.exchange.passTo(InverseBench.EXPIRY.minusSeconds(1));
        assertThat(bench.client.account().positions()).hasSize(1);
        bench.exchange.passTo(InverseBench.EXPIRY);
        bench.exchange.passTo(Sample.START);

        assertThat(bench.client.account().positions()).isEmpty();
        assertThat(bench.fills().get(1).time()).isEqualTo(InverseBench.EXPIRY);
        assertThat(bench.exchange.time()).isEqualTo(InverseBench.EXPIRY);
    }

    @Test
    void must_settle_in_its_base() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperExchange.builder(Sample.ID)
                        .instrument(InverseBench.instrument(Sample.BTC, "BTC").build()))
                .withMessageContaining("does not settle in BTC");
    }

    private BigDecimal sum(IncomeType type) {
        return bench.incomes().stream()
                .filter(income -> income.type() == type)
                .map(income -> income.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
