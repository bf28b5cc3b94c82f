package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of an order. Only what belongs to the type is sent: the venue refuses anything else with -1106 (docs:
 * futures, "New Order").
 */
final class OrderParameters {

    private static final BigDecimal LEAST_CALLBACK_PERCENT = new BigDecimal("0.1");
    private static final BigDecimal MOST_CALLBACK_PERCENT = new BigDecimal("5");
    private static final BigDecimal MOST_CALLBACK_PERCENT_IN_BATCH = new BigDecimal("4");
    private static final Set<TimeInForce> DECIDED_AT_ONCE =
            Set.of(TimeInForce.IOC, TimeInForce.FOK, TimeInForce.POST_ONLY);

    private final OrderRequest order;
    private final Instrument instrument;
    private final boolean inBatch;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private OrderParameters(OrderRequest order, Instrument instrument, boolean inBatch) {
        this.order = order;
        this.instrument = instrument;
        this.inBatch = inBatch;
    }

    /**
     * The parameters of a single order, in the order they are sent.
     *
     * @throws NotSentException if the venue has no such order
     */
    static Map<String, String> single(OrderRequest order, Instrument instrument) {
        return new OrderParameters(order, instrument, false).build();
    }

    /**
     * The parameters of an element of a batch.
     *
     * @throws NotSentException if a batch takes no such order
     */
    static Map<String, String> element(OrderRequest order, Instrument instrument) {
        return new OrderParameters(order, instrument, true).build();
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
        order.clientOrderId().ifPresent(id -> parameters.put(AsterEndpoints.CLIENT_ORDER_ID, id));
        // RESULT tells the fill of an order that is decided at once; one that rests is acknowledged sooner without it.
        if (order.type() == OrderType.MARKET
                || order.timeInForce().filter(DECIDED_AT_ONCE::contains).isPresent()) {
            parameters.put("newOrderRespType", "RESULT");
        }
        return parameters;
    }

    private void refuseWhatTheVenueHasNot() {
        if (order.marginMode().isPresent()) {
            throw unsupported("a margin mode by order; set it for the instrument with account().setMarginMode");
        }
        if (inBatch && order.closePosition()) {
            throw unsupported("closePosition in a batch; place that order alone");
        }
        Set<TimeInForce> taken = instrument.timesInForce();
        order.timeInForce()
                .filter(wanted -> !taken.isEmpty() && !taken.contains(wanted))
                .ifPresent(wanted -> {
                    throw NotSentException.invalid(order.symbol() + " takes no orders with time in force " + wanted
                            + ", only " + new TreeSet<>(taken));
                });
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

    private void callbackRate(BigDecimal ratio) {
        BigDecimal percent = ratio.movePointRight(2).stripTrailingZeros();
        BigDecimal most = inBatch ? MOST_CALLBACK_PERCENT_IN_BATCH : MOST_CALLBACK_PERCENT;
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

    private void requireClosing(PositionSide side, String what) {
        if (order.side() != side.closing()) {
            throw NotSentException.invalid(what + " on the " + side + " slot of " + order.symbol() + " goes with "
                    + side.closing() + ", not with " + order.side());
        }
    }

    private void number(String name, BigDecimal value) {
        parameters.put(name, value.toPlainString());
    }
}
