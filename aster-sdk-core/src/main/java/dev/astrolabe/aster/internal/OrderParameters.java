package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of an order, alone or as an element of a list. Only what belongs to the type is sent: the venue refuses anything else with -1106 (docs:
 * futures, "New Order").
 */
final class OrderParameters {

    private static final BigDecimal LEAST_CALLBACK_PERCENT = new BigDecimal("0.1");
    private static final BigDecimal MOST_CALLBACK_PERCENT = new BigDecimal("5");
    private static final BigDecimal MOST_CALLBACK_PERCENT_IN_BATCH = new BigDecimal("4");
    private static final Set<TimeInForce> DECIDED_AT_ONCE =
            Set.of(TimeInForce.IOC, TimeInForce.FOK, TimeInForce.POST_ONLY);

    /** Where an order stands in a request. The venue has not the same fields everywhere. */
    enum Place {
        ALONE("alone", "newClientOrderId"),
        BATCH("in a batch", "newClientOrderId"),
        STRATEGY("in a strategy", "clientOrderId");

        private final String words;
        private final String clientOrderId;

        Place(String words, String clientOrderId) {
            this.words = words;
            this.clientOrderId = clientOrderId;
        }
    }

    private final AsterOrderRequest request;
    private final OrderRequest order;
    private final Instrument instrument;
    private final Place place;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private OrderParameters(AsterOrderRequest request, Instrument instrument, Place place) {
        this.request = request;
        this.order = request.order();
        this.instrument = instrument;
        this.place = place;
    }

    /**
     * The parameters, in the order they are sent.
     *
     * @throws NotSentException if the venue has no such order, or not in that place
     */
    static Map<String, String> of(AsterOrderRequest request, Instrument instrument, Place place) {
        return new OrderParameters(request, instrument, place).build();
    }

    private Map<String, String> build() {
        refuseWhatTheVenueHasNot();
        parameters.put("symbol", instrument.venueSymbol());
        parameters.put("side", order.side().name());
        order.positionSide().ifPresent(side -> parameters.put("positionSide", side.name()));
        parameters.put("type", AsterVocabulary.word(order.type()));
        timeInForce();
        order.quantity().ifPresent(quantity -> number("quantity", instrument.toContracts(quantity)));
        order.price().ifPresent(price -> number("price", instrument.toVenuePrice(price)));
        order.triggerPrice().ifPresent(price -> number("stopPrice", instrument.toVenuePrice(price)));
        order.activationPrice().ifPresent(price -> number("activationPrice", instrument.toVenuePrice(price)));
        order.callbackRate().ifPresent(this::callbackRate);
        order.triggerBy().ifPresent(trigger -> parameters.put("workingType", AsterVocabulary.word(trigger)));
        reduction();
        if (request.priceProtect()) {
            parameters.put("priceProtect", "TRUE");
        }
        onlyInV3();
        order.clientOrderId().ifPresent(id -> parameters.put(place.clientOrderId, id));
        // RESULT tells the fill of an order that is decided at once; one that rests is acknowledged sooner without it.
        if (place != Place.STRATEGY && isDecidedAtOnce()) {
            parameters.put("newOrderRespType", "RESULT");
        }
        return parameters;
    }

    private void refuseWhatTheVenueHasNot() {
        if (order.marginMode().isPresent()) {
            throw unsupported("a margin mode by order; set it for the instrument with account().setMarginMode");
        }
        if (place == Place.BATCH && order.closePosition()) {
            throw unsupported("closePosition in a batch; place that order alone");
        }
        if (place != Place.ALONE) {
            refuseIfPresent(order.selfTradePrevention(), "a rule against self-trades");
            refuseIfPresent(request.pegPriceType(), "a peg");
            refuseIfPresent(request.builderFee(), "a builder's fee");
        }
        Set<TimeInForce> taken = instrument.timesInForce();
        order.timeInForce()
                .filter(wanted -> !taken.isEmpty() && !taken.contains(wanted))
                .ifPresent(wanted -> {
                    throw NotSentException.invalid(order.symbol() + " takes no orders with time in force " + wanted
                            + ", only " + new TreeSet<>(taken));
                });
    }

    private void refuseIfPresent(Optional<?> value, String what) {
        if (value.isPresent()) {
            throw unsupported(what + " of an order " + place.words + "; place that order alone");
        }
    }

    private static UnsupportedOperationOnExchangeException unsupported(String what) {
        return new UnsupportedOperationOnExchangeException(ExchangeId.ASTERDEX.name(), what);
    }

    private void timeInForce() {
        if (order.type() == OrderType.LIMIT) {
            parameters.put(
                    "timeInForce", AsterVocabulary.word(order.timeInForce().orElse(TimeInForce.GTC)));
        } else {
            order.timeInForce().ifPresent(wanted -> parameters.put("timeInForce", AsterVocabulary.word(wanted)));
        }
    }

    private boolean isDecidedAtOnce() {
        return order.type() == OrderType.MARKET
                || order.timeInForce().filter(DECIDED_AT_ONCE::contains).isPresent();
    }

    private void onlyInV3() {
        request.pegPriceType().ifPresent(peg -> parameters.put("pegPriceType", peg.name()));
        request.pegOffset().ifPresent(offset -> {
            Steps.require("peg offset", offset, instrument.tickSize(), "tick size", order.symbol());
            number("pegOffset", instrument.toVenuePrice(offset));
        });
        order.selfTradePrevention().ifPresent(rule -> parameters.put("stpMode", rule.name()));
        request.builderFee().ifPresent(fee -> {
            parameters.put("builder", fee.address());
            number("feeRate", fee.feeRate());
        });
    }

    private void callbackRate(BigDecimal ratio) {
        BigDecimal percent = ratio.movePointRight(2).stripTrailingZeros();
        BigDecimal most = place == Place.BATCH ? MOST_CALLBACK_PERCENT_IN_BATCH : MOST_CALLBACK_PERCENT;
        if (percent.compareTo(LEAST_CALLBACK_PERCENT) < 0 || percent.compareTo(most) > 0) {
            BigDecimal nearest = percent.max(LEAST_CALLBACK_PERCENT).min(most).movePointLeft(2);
            throw NotSentException.invalid("callback rate " + ratio.toPlainString() + " of " + order.symbol()
                    + " is not from 0.001 to " + most.movePointLeft(2).toPlainString() + "; nearest is "
                    + nearest.toPlainString());
        }
        number("callbackRate", percent);
    }

    private void reduction() {
        if (order.closePosition()) {
            order.positionSide().ifPresent(side -> requireClosing(side, "closePosition"));
            parameters.put("closePosition", "true");
        }
        if (order.reduceOnly()) {
            // In hedge mode the closing side of a slot can only reduce, and the venue refuses the parameter.
            order.positionSide()
                    .ifPresentOrElse(
                            side -> requireClosing(side, "reduceOnly"), () -> parameters.put("reduceOnly", "true"));
        }
    }

    private void requireClosing(PositionSide slot, String what) {
        requireClosing(what, slot, order.side(), order.symbol());
    }

    /** What reduces a slot is on its closing side. */
    static void requireClosing(String what, PositionSide slot, Side side, Symbol symbol) {
        if (side != slot.closing()) {
            throw NotSentException.invalid(what + " on the " + slot + " slot of " + symbol + " goes with "
                    + slot.closing() + ", not with " + side);
        }
    }

    private void number(String name, BigDecimal value) {
        parameters.put(name, value.toPlainString());
    }
}
