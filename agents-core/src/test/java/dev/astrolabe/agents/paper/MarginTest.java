package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.PaperBench.assertRejected;
import static dev.astrolabe.agents.paper.PaperBench.slot;
import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginTest {

    @Test
    void order_needs_its_initial_margin_and_the_taker_fee() {
        PaperBench bench = PaperBench.at100();
        bench.exchange.transfer("main", num("-9949.99"));
        BigDecimal margin = num("99").multiply(num("10")).divide(num("20"));
        BigDecimal fee = num("990").multiply(num("0.0004"));
        BigDecimal needed = margin.add(fee);

        bench.exchange.transfer("main", needed.subtract(num("50.01")).subtract(num("0.00000001")));
        assertRejected(Reason.INSUFFICIENT_FUNDS, () -> bench.limit(Side.BUY, "10", "99"));
        bench.exchange.transfer("main", num("0.00000001"));
        bench.limit(Side.BUY, "10", "99");

        assertThat(bench.balance().inUse()).isEqualByComparingTo(margin);
        assertThat(bench.balance().available()).isEqualByComparingTo(fee);
    }

    @Test
    void loss_at_once_against_the_mark_must_be_paid_for_too() {
        PaperBench bench = new PaperBench();
        bench.exchange.transfer("main", num("-9945"));
        bench.show("100", List.of(Sample.level("99", "50")), List.of(Sample.level("110", "50")));

        assertRejected(Reason.INSUFFICIENT_FUNDS, () -> bench.market(Side.BUY, "6"));
        bench.market(Side.BUY, "3");

        assertThat(bench.balance().available()).isNotNegative();
    }

    @Test
    void closing_needs_no_funds() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, "90");
        bench.exchange.transfer("main", bench.balance().available().negate());

        bench.market(Side.SELL, "90");

        bench.assertFlat();
    }

    @Test
    void orders_of_the_two_sides_offset_each_other_in_one_way_mode() {
        PaperBench bench = PaperBench.at100();
        bench.limit(Side.BUY, "10", "90");
        BigDecimal oneSide = bench.balance().inUse();

        bench.limit(Side.SELL, "8", "110");

        assertThat(oneSide).isEqualByComparingTo("45");
        assertThat(bench.balance().inUse()).isEqualByComparingTo("45");
    }

    @Test
    void exposure_beyond_the_tier_of_the_leverage_is_refused() {
        List<RiskTier> tiers = List.of(
                new RiskTier(1, num("0"), num("1000"), num("50"), num("0.01"), num("0")),
                new RiskTier(2, num("1000"), num("5000"), num("20"), num("0.02"), num("10")));
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID).riskTiers(BTC, tiers));
        bench.move("100");
        bench.client.account().setLeverage(BTC, 50);

        assertRejected(Reason.LEVERAGE, () -> bench.limit(Side.BUY, "11", "99"));
        bench.client.account().setLeverage(BTC, 20);
        bench.limit(Side.BUY, "11", "99");

        assertRejected(Reason.LEVERAGE, () -> bench.client.account().setLeverage(BTC, 50));
        assertRejected(Reason.LEVERAGE, () -> bench.client.account().setLeverage(BTC, 51));
        assertThat(bench.client.account().leverage(BTC).maxNotional().orElseThrow())
                .isEqualByComparingTo("5000");
    }

    @Test
    void leverage_cannot_be_lowered_below_what_the_account_can_pay() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, "90");
        bench.exchange.transfer("main", bench.balance().available().negate());

        assertRejected(Reason.INSUFFICIENT_FUNDS, () -> bench.client.account().setLeverage(BTC, 10));

        assertThat(bench.client.account().leverage(BTC).leverage()).isEqualByComparingTo("20");
    }

    @Test
    void isolated_position_sets_its_margin_aside_and_gives_back_its_share() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.market(Side.BUY, "10");
        BigDecimal opened = bench.position().isolatedMargin().orElseThrow();

        bench.market(Side.SELL, "4");

        assertThat(opened).isEqualByComparingTo("50.05");
        assertThat(bench.position().isolatedMargin().orElseThrow()).isEqualByComparingTo("30.03");
        bench.market(Side.SELL, "6");
        assertThat(bench.balance().available())
                .isEqualByComparingTo(bench.balance().wallet());
    }

    @Test
    void isolated_margin_gives_back_only_what_it_does_not_need() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.market(Side.BUY, "10");

        bench.client.account().adjustIsolatedMargin(BTC, PositionSide.LONG, num("100"));

        assertRejected(
                Reason.INSUFFICIENT_FUNDS,
                () -> bench.client.account().adjustIsolatedMargin(BTC, PositionSide.LONG, num("-100")));
        assertRejected(
                Reason.ACCOUNT_STATE,
                () -> bench.client.account().adjustIsolatedMargin(BTC, PositionSide.SHORT, num("1")));
        bench.client.account().adjustIsolatedMargin(BTC, PositionSide.LONG, num("-99"));
        assertThat(bench.position().isolatedMargin().orElseThrow()).isEqualByComparingTo("51.05");
    }

    @Test
    void margin_and_position_mode_cannot_change_under_orders_or_positions() {
        PaperBench bench = PaperBench.at100();
        bench.limit(Side.BUY, "1", "90");

        assertRejected(Reason.ACCOUNT_STATE, () -> bench.client.account().setPositionMode(PositionMode.HEDGE));
        assertRejected(Reason.ACCOUNT_STATE, () -> bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED));
        bench.client.trading().cancelAll(BTC);
        bench.client.account().setPositionMode(PositionMode.HEDGE);
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.place(slot(Side.SELL, PositionSide.SHORT, "1"));

        assertRejected(Reason.ACCOUNT_STATE, () -> bench.client.account().setPositionMode(PositionMode.ONE_WAY));
        assertRejected(Reason.ACCOUNT_STATE, () -> bench.client.account().setMarginMode(BTC, MarginMode.CROSS));
    }

    @Test
    void orders_must_fit_the_position_mode() {
        PaperBench bench = PaperBench.at100();

        assertRejected(Reason.POSITION_MODE, () -> bench.place(slot(Side.BUY, PositionSide.LONG, "1")));
        bench.client.account().setPositionMode(PositionMode.HEDGE);
        assertRejected(Reason.POSITION_MODE, () -> bench.market(Side.BUY, "1"));
        bench.place(slot(Side.BUY, PositionSide.LONG, "1"));

        assertRejected(
                Reason.POSITION_MODE,
                () -> bench.place(slot(Side.SELL, PositionSide.LONG, "1").toBuilder()
                        .reduceOnly(true)
                        .build()));
        assertRejected(Reason.REDUCE_ONLY, () -> bench.place(slot(Side.SELL, PositionSide.LONG, "2")));
        bench.place(slot(Side.SELL, PositionSide.LONG, "1"));
        bench.assertFlat();
    }

    @Test
    void instrument_that_settles_in_another_asset_cannot_be_traded() {
        PaperBench bench = PaperBench.at100();
        var other = bench.exchange.openAccount("usdc", "Other asset", "USDC", num("1000"));

        assertRejected(
                Reason.INSUFFICIENT_FUNDS, () -> other.trading().place(OrderRequest.market(BTC, Side.BUY, num("1"))));
    }

    @Test
    void test_order_is_refused_like_a_real_one_and_places_nothing() {
        PaperBench bench = PaperBench.at100();
        OrderRequest tooLarge = OrderRequest.limit(BTC, Side.BUY, num("100"), num("99"));
        bench.exchange.transfer("main", num("-9900"));

        assertRejected(Reason.INSUFFICIENT_FUNDS, () -> bench.client.trading().test(tooLarge));
        bench.client.trading().test(OrderRequest.market(BTC, Side.BUY, num("1")));

        assertThat(bench.fills()).isEmpty();
        assertThat(bench.client.trading().openOrders()).isEmpty();
    }

    @Test
    void what_a_client_can_know_is_not_sent() {
        PaperBench bench = PaperBench.at100();

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> bench.place(OrderRequest.builder(BTC, Side.SELL, OrderType.LIMIT)
                        .quantity(num("1"))
                        .price(num("100.05"))
                        .build()))
                .withMessageContaining("tick size");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> bench.client.account().setMarginMode(BTC, MarginMode.UNKNOWN));
    }

    @Test
    void default_tiers_are_continuous() {
        List<RiskTier> tiers = RiskTable.defaults();

        for (int i = 1; i < tiers.size(); i++) {
            BigDecimal edge = tiers.get(i).notionalFloor();
            assertThat(maintenance(tiers.get(i), edge)).isEqualByComparingTo(maintenance(tiers.get(i - 1), edge));
        }
        assertThat(tiers.get(0).maintenanceMarginRate()).isEqualByComparingTo("0.004");
    }

    private static BigDecimal maintenance(RiskTier tier, BigDecimal notional) {
        return notional.multiply(tier.maintenanceMarginRate()).subtract(tier.maintenanceAmount());
    }
}
