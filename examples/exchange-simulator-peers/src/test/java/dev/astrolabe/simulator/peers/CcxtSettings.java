package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
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
    void set_position_mode_changes_it() {
        for (PositionMode mode : new PositionMode[] {PositionMode.HEDGE, PositionMode.ONE_WAY}) {
            boolean hedged = mode == PositionMode.HEDGE;

            ccxt().call("setPositionMode", hedged);

            assertThat(sdk().account().positionMode()).isEqualTo(mode);
            ccxt().call("fetchPositionMode").flag("/hedged", hedged);
        }
    }
}
