package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings orders and the book together. A taker walks the levels of the newest tick and pays each level's price; a resting
 * order fills at its own price, by as much as the other side shows within it.
 */
final class Matching {

    /** The most eager first; equal prices keep the order of their arrival. */
    private static final Comparator<PaperOrder> PRICE_PRIORITY = Comparator.comparing(PaperOrder::side)
            .thenComparing(order -> order.side().sign() > 0 ? limit(order).negate() : limit(order));

    private final Venue venue;
    private final Settlement settlement;

    Matching(Venue venue, Settlement settlement) {
        this.venue = venue;
        this.settlement = settlement;
    }

    /** Lets an order that has just arrived or just been triggered take what it may, then rest or end. */
    void execute(PaperOrder order) {
        PaperBook book = order.holding().market().book();
        BigDecimal wanted = order.fillable();
        List<Execution> executions = book.preview(order.side(), order.price(), wanted);
        boolean postOnly = order.timeInForce() == TimeInForce.POST_ONLY;
        if (wanted.signum() == 0
                || (postOnly && crosses(order))
                || (order.timeInForce() == TimeInForce.FOK
                        && quantity(executions).compareTo(wanted) < 0)) {
            settlement.end(order, OrderStatus.EXPIRED);
            return;
        }
        if (!executions.isEmpty()) {
            venue.notices().tell();
        }
        book.take(order.side(), executions);
        for (Execution execution : executions) {
            settlement.fill(order, execution, Liquidity.TAKER);
        }
        if (!order.isOpen()) {
            return;
        }
        boolean mayRest = postOnly || order.timeInForce() == TimeInForce.GTC;
        if (mayRest && order.fillable().signum() > 0) {
            settlement.rest(order);
            venue.notices().tell();
        } else {
            settlement.end(order, OrderStatus.EXPIRED);
        }
    }

    /** Whether a limit order would take from the book as it is displayed. */
    static boolean crosses(PaperOrder order) {
        BigDecimal best = order.holding().market().book().best(order.side());
        return best != null && !PaperBook.isWorse(order.side(), best, limit(order));
    }

    /** Fills what rests in a market and is reached by its newest tick. */
    void matchResting(PaperMarket market) {
        List<PaperOrder> reached = null;
        for (PaperOrder order : market.resting()) {
            BigDecimal best = market.book().best(order.side());
            if (best != null && reaches(order, best)) {
                reached = reached == null ? new ArrayList<>() : reached;
                reached.add(order);
            }
        }
        if (reached != null) {
            reached.sort(PRICE_PRIORITY);
            reached.forEach(order -> matchMaker(market.book(), order));
        }
    }

    private void matchMaker(PaperBook book, PaperOrder order) {
        if (!order.isOpen()) {
            return;
        }
        BigDecimal wanted = order.fillable();
        if (wanted.signum() == 0) {
            settlement.end(order, OrderStatus.EXPIRED);
            return;
        }
        List<Execution> against = book.preview(order.side(), limit(order), wanted);
        against.removeIf(execution -> !reaches(order, execution.price()));
        BigDecimal got = quantity(against);
        if (got.signum() > 0) {
            book.take(order.side(), against);
            settlement.fill(order, new Execution(limit(order), got), Liquidity.MAKER);
        }
        if (order.isOpen() && order.fillable().signum() == 0) {
            settlement.end(order, OrderStatus.EXPIRED);
        }
    }

    private boolean reaches(PaperOrder order, BigDecimal opposite) {
        int distance = limit(order).compareTo(opposite) * order.side().sign();
        return venue.rules().fillPolicy().resting() == FillPolicy.Resting.TOUCH ? distance >= 0 : distance > 0;
    }

    static BigDecimal quantity(List<Execution> executions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Execution execution : executions) {
            sum = sum.add(execution.quantity());
        }
        return sum;
    }

    /** In the settle asset. */
    static BigDecimal notional(Contract contract, List<Execution> executions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Execution execution : executions) {
            sum = sum.add(contract.worth(execution.quantity(), execution.price()));
        }
        return sum;
    }

    private static BigDecimal limit(PaperOrder order) {
        @Nullable BigDecimal price = order.price();
        if (price == null) {
            throw new IllegalStateException("order " + order.id() + " of type " + order.type() + " has no limit price");
        }
        return price;
    }
}
