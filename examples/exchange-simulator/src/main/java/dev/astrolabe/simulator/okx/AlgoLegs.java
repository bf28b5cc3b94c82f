package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the words of an algo order into the conditional orders of the engine that do what it says. */
final class AlgoLegs {

    /**
     * One conditional order.
     *
     * @param leg which part of the algo order it is
     * @param request for the engine
     * @param priceType last, mark or index
     */
    record Part(Algo.Leg leg, OrderRequest request, String priceType) {}

    private AlgoLegs() {}

    static List<Part> of(Placement placement, Params words) {
        return switch (words.required("ordType")) {
            case "conditional" ->
                List.of(words.has("slTriggerPx") ? stopLoss(placement, words) : takeProfit(placement, words));
            case "oco" -> List.of(stopLoss(placement, words), takeProfit(placement, words));
            case "trigger" -> List.of(trigger(placement, words));
            case "move_order_stop" -> List.of(trailing(placement, words));
            // Chase, TWAP and iceberg orders slice over time, which the engine does not.
            default -> throw Code.PARAMETER.refused("ordType");
        };
    }

    private static Part stopLoss(Placement placement, Params words) {
        return exit(placement, words, Algo.Leg.STOP_LOSS, "sl");
    }

    private static Part takeProfit(Placement placement, Params words) {
        return exit(placement, words, Algo.Leg.TAKE_PROFIT, "tp");
    }

    private static Part exit(Placement placement, Params words, Algo.Leg leg, String prefix) {
        OkxInstrument instrument = placement.instrument();
        BigDecimal trigger = AlgoWords.trigger(instrument, words, prefix + "TriggerPx");
        Optional<BigDecimal> price = AlgoWords.orderPrice(instrument, words, prefix + "OrdPx");
        String type = prefix + "TriggerPxType";
        OrderType orderType = leg == Algo.Leg.STOP_LOSS
                ? (price.isPresent() ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET)
                : (price.isPresent() ? OrderType.TAKE_PROFIT_LIMIT : OrderType.TAKE_PROFIT_MARKET);
        OrderRequest request = sized(placement, words, orderType)
                .triggerPrice(trigger)
                .triggerBy(AlgoWords.triggerBy(words, type))
                .price(price.orElse(null))
                .build();
        return new Part(leg, request, words.textOr(type, "last"));
    }

    /** It fires when the price comes to the trigger from where it is now: a stop on the far side, a take-profit on the near. */
    private static Part trigger(Placement placement, Params words) {
        OkxInstrument instrument = placement.instrument();
        BigDecimal trigger = AlgoWords.trigger(instrument, words, "triggerPx");
        Optional<BigDecimal> price = AlgoWords.orderPrice(instrument, words, "orderPx");
        boolean above = trigger.compareTo(AlgoWords.current(instrument, words, "triggerPxType")) > 0;
        boolean stop = above == (placement.side() == Side.BUY);
        OrderType type = stop
                ? (price.isPresent() ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET)
                : (price.isPresent() ? OrderType.TAKE_PROFIT_LIMIT : OrderType.TAKE_PROFIT_MARKET);
        OrderRequest request = sized(placement, words, type)
                .triggerPrice(trigger)
                .triggerBy(AlgoWords.triggerBy(words, "triggerPxType"))
                .price(price.orElse(null))
                .build();
        return new Part(Algo.Leg.WHOLE, request, words.textOr("triggerPxType", "last"));
    }

    /** The engine trails by a ratio: a spread is taken as its share of the price at which it begins to trail. */
    private static Part trailing(Placement placement, Params words) {
        OkxInstrument instrument = placement.instrument();
        Optional<BigDecimal> activation = words.amount("activePx");
        activation.ifPresent(price -> Sizes.checkTick(instrument, "activePx", price));
        Optional<BigDecimal> ratio = words.amount("callbackRatio");
        if (ratio.isEmpty()) {
            BigDecimal spread = words.amount("callbackSpread")
                    .orElseThrow(() -> Code.EITHER_PARAMETER.refused("callbackRatio or callbackSpread"));
            ratio = Optional.of(spread.divide(activation.orElseGet(instrument::last), MathContext.DECIMAL32));
        }
        if (ratio.get().compareTo(BigDecimal.ONE) >= 0) {
            throw Code.PARAMETER.refused("callbackRatio");
        }
        OrderRequest request = sized(placement, words, OrderType.TRAILING_STOP_MARKET)
                .callbackRate(ratio.get())
                .activationPrice(activation.orElse(null))
                .triggerBy(TriggerBy.LAST)
                .build();
        return new Part(Algo.Leg.WHOLE, request, "last");
    }

    private static OrderRequest.Builder sized(Placement placement, Params words, OrderType type) {
        OrderRequest.Builder order = OrderRequest.builder(placement.instrument().symbol(), placement.side(), type)
                .positionSide(placement.slot().orElse(null))
                .marginMode(placement.marginMode());
        if (words.has("closeFraction")) {
            return order.closePosition(true);
        }
        words.required("sz");
        BigDecimal size = words.amount("sz").orElseThrow();
        Sizes.checkSize(placement.instrument(), size, !type.hasPrice());
        return order.contracts(size).reduceOnly(placement.reduceOnly());
    }

    /** What closes a whole position: market legs of stops only (docs: OKX v5, closeFraction, 51088 and 51327 to 51332). */
    static void checkCloseFraction(OkxUser user, Placement placement, Params words) {
        if (!words.has("closeFraction")) {
            return;
        }
        List<String> prices = new ArrayList<>(List.of(words.textOr("tpOrdPx", "-1"), words.textOr("slOrdPx", "-1")));
        prices.removeIf(AlgoWords.MARKET::equals);
        boolean stops = words.textOr("ordType", "").equals("conditional")
                || words.textOr("ordType", "").equals("oco");
        boolean all = words.amount("closeFraction").orElseThrow().compareTo(BigDecimal.ONE) == 0;
        if (!stops || !all || !prices.isEmpty()) {
            throw Code.PARAMETER.refused("closeFraction");
        }
        if (!user.isHedged() && !placement.reduceOnly()) {
            throw Code.CLOSE_FRACTION_REDUCE.refused();
        }
        boolean another = user.algos().live().stream()
                .filter(Algo::closesAll)
                .filter(algo -> algo.instrument() == placement.instrument())
                .anyMatch(algo -> algo.word("posSide").equals(words.textOr("posSide", "")));
        if (another) {
            throw Code.ONE_CLOSE_FRACTION.refused();
        }
    }
}
