package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.ETH;
import static dev.astrolabe.agents.paper.Sample.level;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiquidationTest {

    private static final BigDecimal TICK = Sample.TICK;

    /** Steps the price tick by tick until the position is gone, and says where that was. */
    private static BigDecimal whereItGoes(PaperBench bench, BigDecimal from, int direction) {
        BigDecimal price = from;
        for (int i = 0; i < 4000; i++) {
            bench.move(price.toPlainString());
            if (bench.client.account().positions(BTC).isEmpty()) {
                return price;
            }
            price = price.add(TICK.multiply(BigDecimal.valueOf(direction)));
        }
        throw new AssertionError("not liquidated between " + from + " and " + price);
    }

    private static BigDecimal onTick(BigDecimal price, RoundingMode mode) {
        return price.divide(TICK, 0, mode).multiply(TICK);
    }

    @Test
    void long_in_cross_mode_goes_at_the_first_tick_that_is_not_above_its_liquidation_price() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, "100");
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");
        BigDecimal told = bench.position().liquidationPrice().orElseThrow();

        BigDecimal gone =
                whereItGoes(bench, told.setScale(0, RoundingMode.CEILING).add(BigDecimal.ONE), -1);

        assertThat(gone).isEqualByComparingTo(onTick(told, RoundingMode.FLOOR));
    }

    @Test
    void short_in_cross_mode_goes_at_the_first_tick_that_is_not_below_its_liquidation_price() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.SELL, "100");
        bench.market(Side.SELL, "100");
        bench.move("100");
        bench.market(Side.SELL, "100");
        BigDecimal told = bench.position().liquidationPrice().orElseThrow();

        BigDecimal gone =
                whereItGoes(bench, told.setScale(0, RoundingMode.FLOOR).subtract(BigDecimal.ONE), 1);

        assertThat(gone).isEqualByComparingTo(onTick(told, RoundingMode.CEILING));
    }

    @Test
    void isolated_position_goes_at_its_liquidation_price_and_loses_no_more_than_its_margin() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.market(Side.BUY, "10");
        Position position = bench.position();
        BigDecimal told = position.liquidationPrice().orElseThrow();
        BigDecimal before = bench.balance().wallet();

        BigDecimal gone = whereItGoes(bench, num("97"), -1);

        assertThat(gone).isEqualByComparingTo(onTick(told, RoundingMode.FLOOR));
        BigDecimal lost = before.subtract(bench.balance().wallet());
        assertThat(lost)
                .isPositive()
                .isLessThanOrEqualTo(position.isolatedMargin().orElseThrow());
    }

    @Test
    void liquidation_price_follows_the_tier_that_it_falls_into() {
        List<RiskTier> tiers = List.of(
                new RiskTier(1, num("0"), num("1000"), num("50"), num("0.01"), num("0")),
                new RiskTier(2, num("1000"), num("100000"), num("25"), num("0.02"), num("10")));
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID)
                .fillPolicy(FillPolicy.optimistic())
                .riskTiers(BTC, tiers));
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.move("100");
        bench.market(Side.SELL, "9.9");
        BigDecimal told = bench.position().liquidationPrice().orElseThrow();

        BigDecimal gone = whereItGoes(bench, num("102"), 1);

        assertThat(told.multiply(num("9.9")))
                .as("notional there is in the second tier")
                .isGreaterThan(num("1000"));
        assertThat(gone).isEqualByComparingTo(onTick(told, RoundingMode.CEILING));
    }

    @Test
    void both_slots_of_hedge_mode_are_reckoned_together() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setPositionMode(PositionMode.HEDGE);
        bench.place(PaperBench.slot(Side.BUY, PositionSide.LONG, "100"));
        bench.move("100");
        bench.place(PaperBench.slot(Side.BUY, PositionSide.LONG, "100"));
        bench.move("100");
        bench.place(PaperBench.slot(Side.BUY, PositionSide.LONG, "90"));
        bench.move("100");
        bench.place(PaperBench.slot(Side.SELL, PositionSide.SHORT, "40"));
        BigDecimal told =
                bench.client.account().positions(BTC).get(0).liquidationPrice().orElseThrow();

        bench.move(onTick(told, RoundingMode.CEILING).add(TICK).toPlainString());
        int above = bench.client.account().positions(BTC).size();
        bench.move(onTick(told, RoundingMode.FLOOR).toPlainString());

        assertThat(above).isEqualTo(2);
        assertThat(bench.client.account().positions(BTC))
                .as("the losing slot is gone")
                .noneMatch(position -> position.side() == PositionSide.LONG);
    }

    @Test
    void small_position_cannot_be_liquidated_at_any_positive_price() {
        PaperBench bench = PaperBench.at100();

        bench.market(Side.BUY, "1");

        assertThat(bench.position().liquidationPrice()).isEmpty();
    }

    @Test
    void liquidation_cancels_orders_and_sells_through_the_book_as_an_order_of_its_own() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setLeverage(BTC, 100);
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");
        bench.move("100");
        Order resting = bench.limit(Side.BUY, "1", "60");
        Order stop = bench.place(
                PaperBench.exit(OrderType.STOP_MARKET, Side.SELL, "100", "40").build());

        bench.show("60", List.of(level("59.9", "100"), level("59.8", "50")), List.of(level("60.1", "1")));

        bench.assertFlat();
        assertThat(bench.now(resting).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(bench.now(stop).status()).isEqualTo(OrderStatus.CANCELED);
        List<Fill> forced = bench.fills().stream()
                .filter(fill -> fill.liquidity() == Liquidity.UNKNOWN)
                .toList();
        assertThat(forced).extracting(fill -> fill.price().toPlainString()).containsExactly("59.9", "59.8", "59.8");
        Order order = bench.client
                .trading()
                .order(OrderRef.ofOrderId(BTC, forced.get(0).orderId()))
                .orElseThrow();
        assertThat(order.type()).isEqualTo(OrderType.LIQUIDATION);
        assertThat(order.clientOrderId().orElseThrow()).startsWith("autoclose-");
        assertThat(order.filledQuantity()).isEqualByComparingTo("300");
    }

    @Test
    void insurance_pays_what_the_account_cannot_and_leaves_the_wallet_at_zero() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setLeverage(BTC, 100);
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");

        bench.move("50");

        bench.assertFlat();
        assertThat(bench.balance().wallet()).isEqualByComparingTo("0");
        assertThat(bench.sum(IncomeType.LIQUIDATION)).as("insurance").isPositive();
    }

    @Test
    void liquidation_fee_takes_at_most_what_is_left() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.market(Side.BUY, "10");
        BigDecimal told = bench.position().liquidationPrice().orElseThrow();
        BigDecimal notional = onTick(told, RoundingMode.FLOOR).subtract(TICK).multiply(BigDecimal.TEN);

        whereItGoes(bench, num("96"), -1);

        assertThat(bench.sum(IncomeType.LIQUIDATION)).isNegative();
        assertThat(bench.sum(IncomeType.LIQUIDATION).negate())
                .isLessThanOrEqualTo(notional.multiply(num("0.0125")).setScale(8, RoundingMode.CEILING));
    }

    @Test
    void the_largest_loss_goes_first_and_what_is_backed_again_stays() {
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID)
                .fillPolicy(FillPolicy.optimistic())
                .liquidationFee(BigDecimal.ZERO));
        bench.move("100");
        bench.client.account().setLeverage(BTC, 100);
        bench.exchange.update(
                Sample.tick(Sample.book(ETH, num("10"), num("0.01"), 5, num("1000"), bench.now), num("10")));
        bench.client.trading().place(OrderRequest.market(ETH, Side.BUY, num("10")));
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");
        bench.move("100");
        bench.market(Side.BUY, "100");

        bench.show("67.2", List.of(level("67.1", "1000")), List.of(level("67.3", "1000")));

        assertThat(bench.client.account().positions(BTC)).isEmpty();
        assertThat(bench.client.account().positions(ETH)).hasSize(1);
        assertThat(bench.balance().equity()).isPositive();
    }
}
