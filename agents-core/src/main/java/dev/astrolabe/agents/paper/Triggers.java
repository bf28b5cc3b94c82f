package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Watches conditional orders, and sends them into the book when their price is reached. */
final class Triggers {

    private final Notices notices;
    private final Settlement settlement;
    private final Matching matching;
    private final Funds funds;

    Triggers(Notices notices, Settlement settlement, Matching matching, Funds funds) {
        this.notices = notices;
        this.settlement = settlement;
        this.matching = matching;
        this.funds = funds;
    }

    /** Whether a price fires a stop or a take-profit. A stop buys above and sells below its trigger, a take-profit the reverse. */
    static boolean isReached(OrderType type, Side side, BigDecimal trigger, BigDecimal price) {
        boolean stop = type == OrderType.STOP_MARKET || type == OrderType.STOP_LIMIT;
        boolean above = stop == (side == Side.BUY);
        return above ? price.compareTo(trigger) >= 0 : price.compareTo(trigger) <= 0;
    }

    /** Fires what the newest tick of a market reaches, in the order of arrival. */
    void observe(PaperMarket market) {
        List<PaperOrder> fired = null;
        for (PaperOrder order : market.waiting()) {
            if (fires(order, market.price(order.triggerBy()))) {
                fired = fired == null ? new ArrayList<>() : fired;
                fired.add(order);
            }
        }
        if (fired != null) {
            fired.forEach(this::fire);
        }
    }

    /** Shows a price to an order, and says whether it fires. A trailing stop remembers the best it was shown. */
    static boolean fires(PaperOrder order, BigDecimal price) {
        if (order.type() == OrderType.TRAILING_STOP_MARKET) {
            return trails(order, price);
        }
        BigDecimal trigger = order.request().triggerPrice().orElseThrow();
        return isReached(order.type(), order.side(), trigger, price);
    }

    /** Follows the best price since activation, and says whether the price has come back from it by the callback rate. */
    private static boolean trails(PaperOrder order, BigDecimal price) {
        boolean sells = order.side() == Side.SELL;
        BigDecimal best = order.trailedBest();
        if (best == null) {
            BigDecimal activation = order.request().activationPrice().orElse(price);
            boolean active = sells ? price.compareTo(activation) >= 0 : price.compareTo(activation) <= 0;
            if (active) {
                order.trail(price);
            }
            return false;
        }
        best = sells ? best.max(price) : best.min(price);
        order.trail(best);
        BigDecimal callback = best.multiply(order.request().callbackRate().orElseThrow());
        return sells ? price.compareTo(best.subtract(callback)) <= 0 : price.compareTo(best.add(callback)) >= 0;
    }

    private void fire(PaperOrder order) {
        if (!order.isOpen()) {
            return;
        }
        order.holding().market().waiting().remove(order);
        if (order.onlyReduces()) {
            order.capToPosition();
        }
        notices.triggered(order);
        notices.tell();
        if (!order.onlyReduces() && funds.lackFor(order) != null) {
            settlement.end(order, OrderStatus.EXPIRED);
            return;
        }
        matching.execute(order);
    }
}
