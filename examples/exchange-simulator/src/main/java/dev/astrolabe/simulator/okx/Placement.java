package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What ordinary and algo orders have in common: instrument, side, slot, margin mode and ids, checked.
 *
 * @param instrument what is traded
 * @param side buy or sell
 * @param slot the position slot in long_short_mode; empty in net_mode
 * @param marginMode of tdMode
 * @param reduceOnly whether it may only reduce; never in long_short_mode, where the slot says it
 * @param tag empty where none was given
 */
record Placement(
        OkxInstrument instrument,
        Side side,
        Optional<PositionSide> slot,
        MarginMode marginMode,
        boolean reduceOnly,
        String tag) {

    static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]{1,16}");
    private static final Set<String> SIDES = Set.of("buy", "sell");
    private static final Set<String> MARGIN_MODES = Set.of("cross", "isolated");

    static Placement of(Catalogue catalogue, OkxUser user, Params params) {
        OkxInstrument instrument = catalogue.required(params);
        Sizes.checkTradable(instrument);
        params.required("tdMode");
        String tdMode = params.oneOf("tdMode", MARGIN_MODES).orElseThrow();
        params.required("side");
        Side side = params.oneOf("side", SIDES).orElseThrow().equals("buy") ? Side.BUY : Side.SELL;
        Optional<PositionSide> slot = slot(user, params);
        return new Placement(
                instrument,
                side,
                slot,
                tdMode.equals("isolated") ? MarginMode.ISOLATED : MarginMode.CROSS,
                slot.isEmpty() && params.flag("reduceOnly"),
                params.formed("tag", TAG).orElse(""));
    }

    /** long or short in long_short_mode; net or nothing in net_mode (docs: OKX v5, "Place order", posSide). */
    static Optional<PositionSide> slot(OkxUser user, Params params) {
        String posSide = params.textOr("posSide", user.isHedged() ? "" : "net");
        boolean fits = user.isHedged() ? posSide.equals("long") || posSide.equals("short") : posSide.equals("net");
        if (!fits) {
            throw Code.PARAMETER.refused("posSide");
        }
        return switch (posSide) {
            case "long" -> Optional.of(PositionSide.LONG);
            case "short" -> Optional.of(PositionSide.SHORT);
            default -> Optional.empty();
        };
    }

    String tdMode() {
        return marginMode == MarginMode.ISOLATED ? "isolated" : "cross";
    }
}
