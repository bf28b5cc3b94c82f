package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.HIGH;
import static dev.astrolabe.exchange.testkit.Bench.LOW;
import static dev.astrolabe.exchange.testkit.Bench.MARK;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.TOLERANCE;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static dev.astrolabe.exchange.testkit.Bench.restingSell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Balances, positions and settings.
 *
 * @since 0.1
 */
public interface AccountContract extends ContractCases {

    /** The balance of a flat account, and what an order takes of it. */
    @Test
    @DisplayName("C65 tells what is owned, what is free and what is in use")
    default void c65_balances() {
        Bench bench = Bench.of(venue());

        Balance flat = bench.usdt();
        bench.buy(num("0.1"));
        Balance invested = bench.usdt();

        assertThat(flat.wallet()).isEqualByComparingTo("10000");
        assertThat(flat.available()).isEqualByComparingTo("10000");
        assertThat(flat.inUse()).isEqualByComparingTo("0");
        assertThat(flat.unrealizedPnl()).isEqualByComparingTo("0");
        assertThat(flat.equity()).isEqualByComparingTo("10000");
        assertThat(invested.available())
                .as("free beside 0.1 BTC at leverage 10")
                .isBetween(num("9400"), num("9550"));
        assertThat(invested.inUse()).isBetween(num("450"), num("600"));
        bench.assertNothingOpen();
    }

    /** Unrealized profit follows the mark price. */
    @Test
    @DisplayName("C66 values a position at the mark price")
    default void c66_position_follows_price() {
        Bench bench = Bench.of(venue());
        bench.buy(SIZE);

        bench.move("51000");

        Position position = bench.position();
        BigDecimal profit = num("9.999");
        assertThat(position.unrealizedPnl()).isCloseTo(profit, within(TOLERANCE));
        position.markPrice().ifPresent(mark -> assertThat(mark).isEqualByComparingTo("51000"));
        position.leverage().ifPresent(leverage -> assertThat(leverage).isEqualByComparingTo("10"));
        position.notionalUsd().ifPresent(usd -> assertThat(usd).isCloseTo(num("510"), within(num("0.01"))));
        position.unrealizedPnlRatio()
                .ifPresent(ratio ->
                        assertThat(ratio).as("9.999 over a margin near 50").isBetween(num("0.19"), num("0.21")));
        assertThat(position.marginMode()).isEqualTo(MarginMode.CROSS);
        assertThat(bench.usdt().unrealizedPnl()).isCloseTo(profit, within(TOLERANCE));
        assertThat(bench.account().positions()).extracting(Position::symbol).containsExactly(BTC);
    }

    /** The one shape of every account. */
    @Test
    @DisplayName("C67 shows the account in the one shape of every account")
    default void c67_snapshot() {
        Bench bench = Bench.of(venue());
        bench.buy(SIZE);
        bench.trading().place(restingBuy("snap1"));
        bench.trading().place(restingSell("snap2"));

        AccountSnapshot snapshot = bench.account().snapshot(BTC);

        assertThat(snapshot.accountId()).isNotBlank();
        assertThat(snapshot.accountName()).isNotBlank();
        assertThat(snapshot.exchange()).isEqualTo(bench.client.id().name());
        assertThat(snapshot.symbol()).isEqualTo(BTC);
        assertThat(snapshot.currentPrice()).isEqualByComparingTo(MARK);
        Balance usdt = bench.usdt();
        assertThat(snapshot.balance().equity()).isEqualByComparingTo(usdt.equity());
        assertThat(snapshot.balance().available()).isEqualByComparingTo(usdt.available());
        assertThat(snapshot.balance().change24h()).isEmpty();
        assertThat(snapshot.withEquity24hAgo(usdt.equity().subtract(BigDecimal.ONE))
                        .balance()
                        .change24h()
                        .orElseThrow())
                .isEqualByComparingTo("1");
        assertThat(snapshot.positions()).singleElement().satisfies(position -> {
            assertThat(position.signedQuantity()).isEqualByComparingTo(SIZE);
            assertThat(position.venueSymbol()).isEqualTo(bench.btc().venueSymbol());
        });
        assertThat(snapshot.buyOrders()).singleElement().satisfies(order -> {
            assertThat(order.price().orElseThrow()).isEqualByComparingTo(LOW);
            assertThat(order.size().orElseThrow()).isEqualByComparingTo(SIZE);
            assertThat(order.value().orElseThrow()).isEqualByComparingTo("400");
            assertThat(order.orderId()).isEqualTo(bench.open("snap1").orderId());
            assertThat(order.venueSymbol()).isEqualTo(bench.btc().venueSymbol());
        });
        assertThat(snapshot.sellOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.price().orElseThrow()).isEqualByComparingTo(HIGH));
    }

    /** The leverage is set, read and bounded. */
    @Test
    @DisplayName("C68 sets the leverage within its bounds, and again without harm")
    default void c68_leverage() {
        Bench bench = Bench.of(venue());

        assertThat(bench.account().leverage(BTC).leverage()).isEqualByComparingTo("10");
        assertThat(bench.account().setLeverage(BTC, 5).leverage()).isEqualByComparingTo("5");
        assertThat(bench.account().setLeverage(BTC, 5).leverage()).isEqualByComparingTo("5");

        assertThat(bench.account().leverage(BTC).leverage()).isEqualByComparingTo("5");
        assertThat(bench.refusedHere(() -> bench.account().setLeverage(BTC, 0))).hasMessageContaining("0");
        assertThat(bench.refusedHere(() -> bench.account().setLeverage(BTC, -3)))
                .hasMessageContaining("-3");
        ExchangeException refusal = catchThrowableOfType(
                ExchangeException.class, () -> bench.account().setLeverage(BTC, 100_000));
        assertThat(refusal).isInstanceOfAny(NotSentException.class, RejectedException.class);
        assertThat(bench.account().leverage(BTC).leverage()).isEqualByComparingTo("5");
    }

    /** The margin mode is set, read, and set again. */
    @Test
    @DisplayName("C69 sets the margin mode, and again without harm")
    default void c69_margin_mode() {
        Bench bench = Bench.of(venue());
        assertThat(bench.account().marginMode(BTC)).isEqualTo(MarginMode.CROSS);
        Assumptions.assumeTrue(bench.can(Feature.SET_MARGIN_MODE), "not supported; C05 checks the refusal");

        bench.account().setMarginMode(BTC, MarginMode.CROSS);
        bench.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.buy(SIZE);

        assertThat(bench.account().marginMode(BTC)).isEqualTo(MarginMode.ISOLATED);
        assertThat(bench.position().marginMode()).isEqualTo(MarginMode.ISOLATED);
        bench.refusedHere(() -> bench.account().setMarginMode(BTC, MarginMode.UNKNOWN));
    }

    /** The position mode is set, read, and set again. */
    @Test
    @DisplayName("C70 sets the position mode, and again without harm")
    default void c70_position_mode() {
        Bench bench = Bench.of(venue());
        assertThat(bench.account().positionMode()).isEqualTo(PositionMode.ONE_WAY);
        Assumptions.assumeTrue(bench.can(Feature.SET_POSITION_MODE), "not supported; C05 checks the refusal");

        bench.account().setPositionMode(PositionMode.ONE_WAY);
        bench.account().setPositionMode(PositionMode.HEDGE);
        bench.account().setPositionMode(PositionMode.HEDGE);
        PositionMode hedge = bench.account().positionMode();
        bench.account().setPositionMode(PositionMode.ONE_WAY);

        assertThat(hedge).isEqualTo(PositionMode.HEDGE);
        assertThat(bench.account().positionMode()).isEqualTo(PositionMode.ONE_WAY);
    }

    /** Two slots an instrument, each on its own. */
    @Test
    @DisplayName("C71 keeps a long and a short slot apart in hedge mode")
    default void c71_hedge_slots() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(
                bench.can(Feature.SET_POSITION_MODE)
                        && bench.can().positionModes().contains(PositionMode.HEDGE),
                "no hedge mode that a client may set; C05 checks the refusal");
        bench.account().setPositionMode(PositionMode.HEDGE);

        bench.trading().place(slot(Side.BUY, PositionSide.LONG, "0.02"));
        bench.trading().place(slot(Side.SELL, PositionSide.SHORT, "0.01"));
        List<Position> both = bench.account().positions(BTC);
        bench.trading().closePosition(BTC, PositionSide.LONG);

        assertThat(both).extracting(Position::side).containsExactlyInAnyOrder(PositionSide.LONG, PositionSide.SHORT);
        assertThat(both).allSatisfy(position -> assertThat(position.mode()).isEqualTo(PositionMode.HEDGE));
        assertThat(both.stream().map(Position::signedQuantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(SIZE);
        assertThat(bench.position().signedQuantity()).isEqualByComparingTo("-0.01");
        ExchangeException slotless = catchThrowableOfType(ExchangeException.class, () -> bench.buy(SIZE));
        assertThat(slotless).as("an order without a slot").isNotNull();
        if (slotless instanceof RejectedException rejection) {
            assertThat(rejection.reason()).isEqualTo(Reason.POSITION_MODE);
        } else {
            assertThat(slotless).isInstanceOf(NotSentException.class);
        }
    }

    private static OrderRequest slot(Side side, PositionSide slot, String quantity) {
        return OrderRequest.market(BTC, side, num(quantity)).toBuilder()
                .positionSide(slot)
                .build();
    }

    /** An isolated position is given more margin. */
    @Test
    @DisplayName("C72 adds margin to an isolated position")
    default void c72_isolated_margin() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(
                bench.can(Feature.ADJUST_ISOLATED_MARGIN) && bench.can(Feature.SET_MARGIN_MODE),
                "not supported; C05 checks the refusal");
        bench.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.buy(SIZE);
        BigDecimal before = bench.position().isolatedMargin().orElseThrow();

        bench.account().adjustIsolatedMargin(BTC, PositionSide.LONG, num("25"));

        assertThat(bench.position().isolatedMargin().orElseThrow().subtract(before))
                .isCloseTo(num("25"), within(num("0.01")));
        bench.refusedHere(() -> bench.account().adjustIsolatedMargin(BTC, PositionSide.LONG, BigDecimal.ZERO));
    }

    /** What trading costs. */
    @Test
    @DisplayName("C73 tells the fees as what is paid")
    default void c73_fees() {
        Bench bench = Bench.of(venue());

        FeeRate fees = bench.account().fees(BTC);

        assertThat(fees.symbol()).isEqualTo(BTC);
        assertThat(fees.maker()).isEqualByComparingTo("0.0002");
        assertThat(fees.taker()).isEqualByComparingTo("0.0004");
    }

    /** Margin and leverage by size. */
    @Test
    @DisplayName("C74 tells the risk tiers, ascending and without holes")
    default void c74_risk_tiers() {
        Bench bench = Bench.of(venue());

        List<RiskTier> tiers = bench.account().riskTiers(BTC);

        assertThat(tiers).isNotEmpty();
        assertThat(tiers.get(0).notionalFloor()).isEqualByComparingTo("0");
        assertThat(tiers.get(0).maxLeverage()).isGreaterThanOrEqualTo(num("20"));
        for (int i = 0; i < tiers.size(); i++) {
            RiskTier tier = tiers.get(i);
            assertThat(tier.tier()).isEqualTo(i + 1);
            assertThat(tier.notionalCap()).isGreaterThan(tier.notionalFloor());
            assertThat(tier.maintenanceMarginRate()).isPositive().isLessThan(BigDecimal.ONE);
            if (i > 0) {
                assertThat(tier.notionalFloor())
                        .isEqualByComparingTo(tiers.get(i - 1).notionalCap());
            }
        }
    }
}
