package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The words in which triggers are told, and what they must keep to. */
final class AlgoWords {

    /** The order price that means a market order. */
    static final String MARKET = "-1";

    static final Set<String> PRICE_TYPES = Set.of("last", "index", "mark");

    private AlgoWords() {}

    /** The engine knows no index triggers: it watches the mark price for them, which follows the index. */
    static TriggerBy triggerBy(Params params, String name) {
        return params.oneOf(name, PRICE_TYPES).orElse("last").equals("last") ? TriggerBy.LAST : TriggerBy.MARK;
    }

    /** The price that a trigger is compared with now. */
    static BigDecimal current(OkxInstrument instrument, Params params, String name) {
        return switch (params.textOr(name, "last")) {
            case "mark" -> instrument.mark();
            case "index" -> instrument.index();
            default -> instrument.last();
        };
    }

    /** The limit price of what a trigger sends; empty for a market order. */
    static Optional<BigDecimal> orderPrice(OkxInstrument instrument, Params params, String name) {
        params.required(name);
        if (params.textOr(name, "").equals(MARKET)) {
            return Optional.empty();
        }
        Optional<BigDecimal> price = params.amount(name);
        price.ifPresent(value -> Sizes.checkTick(instrument, name, value));
        return price;
    }

    static BigDecimal trigger(OkxInstrument instrument, Params params, String name) {
        params.required(name);
        BigDecimal trigger = params.amount(name).orElseThrow();
        Sizes.checkTick(instrument, name, trigger);
        return trigger;
    }

    /** Checks an exit that is to be placed once its order is filled (docs: OKX v5, attachAlgoOrds). */
    static void checkAttached(Placement entry, Params exit, Optional<BigDecimal> limit) {
        OkxInstrument instrument = entry.instrument();
        boolean trails = exit.has("callbackRatio") || exit.has("callbackSpread");
        if (!trails && !exit.has("tpTriggerPx") && !exit.has("slTriggerPx")) {
            throw Code.EITHER_PARAMETER.refused("tpTriggerPx or slTriggerPx");
        }
        exit.formed("attachAlgoClOrdId", Placement.CLIENT_ID);
        boolean isLong = entry.side() == Side.BUY;
        if (exit.has("tpTriggerPx")) {
            BigDecimal trigger = trigger(instrument, exit, "tpTriggerPx");
            orderPrice(instrument, exit, "tpOrdPx");
            triggerBy(exit, "tpTriggerPxType");
            checkSide(trigger, isLong, entry, limit, true);
        }
        if (exit.has("slTriggerPx")) {
            BigDecimal trigger = trigger(instrument, exit, "slTriggerPx");
            orderPrice(instrument, exit, "slOrdPx");
            triggerBy(exit, "slTriggerPxType");
            checkSide(trigger, !isLong, entry, limit, false);
        }
    }

    /** Profit is taken beyond the order's price, and losses are stopped before it. */
    private static void checkSide(
            BigDecimal trigger, boolean mustBeAbove, Placement entry, Optional<BigDecimal> limit, boolean profit) {
        BigDecimal price = limit.orElseGet(() -> best(entry));
        int distance = trigger.compareTo(price);
        if (mustBeAbove ? distance > 0 : distance < 0) {
            return;
        }
        boolean isLong = entry.side() == Side.BUY;
        Code ofOrder = profit
                ? (isLong ? Code.TP_BELOW_ORDER : Code.TP_ABOVE_ORDER)
                : (isLong ? Code.SL_ABOVE_ORDER : Code.SL_BELOW_ORDER);
        Code ofBook = profit
                ? (isLong ? Code.TP_BELOW_ASK : Code.TP_ABOVE_BID)
                : (isLong ? Code.SL_ABOVE_ASK : Code.SL_BELOW_BID);
        throw (limit.isPresent() ? ofOrder : ofBook).refused();
    }

    private static BigDecimal best(Placement entry) {
        OrderBook book = entry.instrument().market().book(1);
        var side = entry.side() == Side.BUY ? book.asks() : book.bids();
        return side.isEmpty() ? entry.instrument().last() : side.get(0).price();
    }

    /** What is told of a trigger whose price is reached already. */
    static Code reached(Algo.Leg leg, Side side, String priceType) {
        boolean buys = side == Side.BUY;
        boolean last = priceType.equals("last");
        if (leg == Algo.Leg.TAKE_PROFIT) {
            return buys
                    ? (last ? Code.TP_ABOVE_LAST : Code.TP_ABOVE_MARK)
                    : (last ? Code.TP_BELOW_LAST : Code.TP_BELOW_MARK);
        }
        return buys
                ? (last ? Code.SL_BELOW_LAST : Code.SL_BELOW_MARK)
                : (last ? Code.SL_ABOVE_LAST : Code.SL_ABOVE_MARK);
    }
}
