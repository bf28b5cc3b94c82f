package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of an account without orders and positions. Each test uses instruments of its own. */
abstract class CcxtSettings extends CcxtGroup {

    CcxtSettings() {
        super("settings");
    }

    @Test
    void set_leverage_changes_it() {
        for (int leverage : new int[] {7, 12}) {
            ccxt().call("setLeverage", leverage, name(SOL));

            assertThat(sdk().account().leverage(SOL).leverage()).isEqualByComparingTo(String.valueOf(leverage));
            ccxt().call("fetchLeverage", name(SOL))
                    .number("/longLeverage", String.valueOf(leverage))
                    .number("/shortLeverage", String.valueOf(leverage));
        }
    }

    @Test
    void set_margin_mode_changes_it() {
        ccxt().call("setMarginMode", "isolated", name(XRP), onOkx() ? Map.of("lever", 5) : Map.of());

        if (!onOkx()) {
            assertThat(sdk().account().marginMode(XRP)).isEqualTo(MarginMode.ISOLATED);
            ccxt().call("fetchMarginMode", name(XRP)).text("/marginMode", "isolated");
            ccxt().call("setMarginMode", "cross", name(XRP));
            assertThat(sdk().account().marginMode(XRP)).isEqualTo(MarginMode.CROSS);
        } else {
            // OKX keeps the mode with orders and positions: ccxt sets the leverage of that mode.
            ccxt().call("fetchLeverage", name(XRP), Map.of("marginMode", "isolated"))
                    .number("/longLeverage", "5")
                    .text("/marginMode", "isolated");
        }
    }

    @Test
    void a_long_and_a_short_position_stand_side_by_side_in_hedge_mode() {
        ccxt().call("setPositionMode", true);
        String side = onOkx() ? "posSide" : "positionSide";
        BigDecimal some = size(BTC, new BigDecimal("0.04"));
        BigDecimal less = size(BTC, new BigDecimal("0.01"));

        ccxt().call("createOrder", name(BTC), "market", "buy", some, null, Map.of(side, word("LONG")));
        ccxt().call("createOrder", name(BTC), "market", "sell", less, null, Map.of(side, word("SHORT")));

        Told told = ccxt().see("fetchPositions", List.of(name(BTC)));
        List<Position> positions = sdk().account().positions(BTC);
        assertThat(positions)
                .extracting(Position::side)
                .containsExactlyInAnyOrder(PositionSide.LONG, PositionSide.SHORT);
        assertThat(told.size()).isEqualTo(2);
        positions.forEach(position -> {
            String expected = CcxtMarketData.lower(position.side());
            Told same = CcxtHistory.row(told, "side", expected).flag("/hedged", true);
            Orders.compare(same, position, instrument(BTC), onOkx());
        });
        ccxt().call("createOrder", name(BTC), "market", "sell", some, null, Map.of(side, word("LONG")));
        ccxt().call("createOrder", name(BTC), "market", "buy", less, null, Map.of(side, word("SHORT")));
        assertThat(sdk().account().positions(BTC)).isEmpty();
        ccxt().call("setPositionMode", false);
    }

    private String word(String side) {
        return onOkx() ? side.toLowerCase(Locale.ROOT) : side;
    }

    @Test
    void add_and_reduce_margin_move_it_to_an_isolated_position() {
        if (!onOkx()) {
            ccxt().call("setMarginMode", "isolated", name(ETH));
        }
        ccxt().call(
                        "createOrder",
                        name(ETH),
                        "market",
                        "buy",
                        size(ETH, BigDecimal.ONE),
                        null,
                        onOkx() ? Map.of("marginMode", "isolated") : Map.of());
        BigDecimal before = margin();

        ccxt().call("addMargin", name(ETH), 25);
        assertThat(margin().subtract(before)).isEqualByComparingTo("25");
        ccxt().call("reduceMargin", name(ETH), 10);
        assertThat(margin().subtract(before)).isEqualByComparingTo("15");

        Told position = ccxt().see("fetchPositions", List.of(name(ETH))).at(0);
        Orders.compare(position, sdk().account().positions(ETH).get(0), instrument(ETH), onOkx());
        position.number(
                onOkx() ? "/info/margin" : "/info/isolatedMargin",
                sdk().account().positions(ETH).get(0).isolatedMargin());
        compareMarginHistory("add", "25");
        compareMarginHistory("reduce", "10");
        sdk().trading().closePosition(ETH, PositionSide.LONG);
        assertThat(sdk().account().positions(ETH)).isEmpty();
    }

    private void compareMarginHistory(String type, String amount) {
        Told told = ccxt().call("fetchMarginAdjustmentHistory", name(ETH), type);
        assertThat(told.size()).isEqualTo(1);
        told.at(0).text("/type", type);
        assertThat(told.answer().at("/0/amount").decimalValue().abs()).isEqualByComparingTo(amount);
    }

    /** What was put in; AsterDex tells it with the profit of the moment. */
    private BigDecimal margin() {
        Position position = sdk().account().positions(ETH).get(0);
        BigDecimal margin = position.isolatedMargin().orElseThrow();
        return onOkx() ? margin : margin.subtract(position.unrealizedPnl());
    }

    @Test
    void set_position_mode_changes_it() {
        for (PositionMode mode : new PositionMode[] {PositionMode.HEDGE, PositionMode.ONE_WAY}) {
            boolean hedged = mode == PositionMode.HEDGE;

            ccxt().call("setPositionMode", hedged);

            assertThat(sdk().account().positionMode()).isEqualTo(mode);
            ccxt().call("fetchPositionMode").flag("/hedged", hedged);
        }
    }
}
