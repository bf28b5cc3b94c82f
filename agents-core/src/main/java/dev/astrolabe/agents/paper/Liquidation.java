package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what is no longer backed: an isolated position whose margin and profit do not exceed its maintenance margin, and
 * cross positions, the largest loss first, until the rest is backed again. Open orders go before. The position is sold
 * through the book; what the book does not take, the venue takes over at the worse of the mark and the last level's price.
 * The liquidation fee takes at most what is left of the backing, and a loss beyond it is paid by the venue's insurance.
 */
final class Liquidation {

    private static final Logger LOG = LoggerFactory.getLogger(Liquidation.class);

    private final Venue venue;
    private final Settlement settlement;
    private final ForcedOrders orders;

    Liquidation(Venue venue, Settlement settlement, ForcedOrders orders) {
        this.venue = venue;
        this.settlement = settlement;
        this.orders = orders;
    }

    /** What the venue closes positions with. */
    ForcedOrders orders() {
        return orders;
    }

    /** Checks everyone who has a position in this market. */
    void observe(PaperMarket market) {
        List<Holding> unbacked = null;
        for (Holding holding : market.holders()) {
            if (!isBacked(holding)) {
                unbacked = unbacked == null ? new ArrayList<>() : unbacked;
                unbacked.add(holding);
            }
        }
        if (unbacked != null) {
            unbacked.forEach(this::liquidate);
        }
    }

    private static boolean isBacked(Holding holding) {
        if (!holding.isIsolated()) {
            Portfolio portfolio = holding.portfolio();
            return Margin.crossEquity(portfolio).compareTo(Margin.crossMaintenance(portfolio)) > 0;
        }
        for (PaperPosition position : holding.positions()) {
            if (!isIsolatedBacked(holding, position)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIsolatedBacked(Holding holding, PaperPosition position) {
        BigDecimal mark = holding.market().mark();
        BigDecimal backing = position.isolatedMargin().add(position.unrealized(mark));
        return backing.compareTo(holding.market().maintenance(position)) > 0;
    }

    private void liquidate(Holding holding) {
        if (!holding.isIsolated()) {
            liquidateCross(holding.portfolio());
            return;
        }
        orders.cancel(holding.open());
        for (PaperPosition position : holding.positions()) {
            if (!isIsolatedBacked(holding, position)) {
                closeIsolated(holding, position);
            }
        }
    }

    private void liquidateCross(Portfolio portfolio) {
        orders.cancel(portfolio.openOrders());
        while (Margin.crossEquity(portfolio).compareTo(Margin.crossMaintenance(portfolio)) <= 0) {
            Holding worst = worst(portfolio);
            if (worst == null) {
                return;
            }
            closeCross(worst, largestLoss(worst));
        }
    }

    private Closed closeCross(Holding holding, PaperPosition position) {
        Closed closed = close(holding, position);
        boolean isLast = worst(holding.portfolio()) == null;
        BigDecimal left = Margin.crossEquity(holding.portfolio());
        charge(holding, closed, isLast ? left : left.max(BigDecimal.ZERO));
        return closed;
    }

    private Closed closeIsolated(Holding holding, PaperPosition position) {
        BigDecimal margin = position.isolatedMargin();
        Closed closed = close(holding, position);
        charge(holding, closed, margin.add(closed.realized()));
        return closed;
    }

    /** Liquidates a position as if it were no longer backed. */
    PaperOrder force(Holding holding, PaperPosition position) {
        orders.cancel(
                holding.isIsolated() ? holding.open() : holding.portfolio().openOrders());
        Closed closed = holding.isIsolated() ? closeIsolated(holding, position) : closeCross(holding, position);
        return closed.order();
    }

    private static @Nullable Holding worst(Portfolio portfolio) {
        Holding worst = null;
        BigDecimal largest = BigDecimal.ZERO;
        for (Holding holding : portfolio.holdings()) {
            if (!holding.isIsolated() && !holding.isFlat()) {
                BigDecimal profit =
                        largestLoss(holding).unrealized(holding.market().mark());
                if (worst == null || profit.compareTo(largest) < 0) {
                    worst = holding;
                    largest = profit;
                }
            }
        }
        return worst;
    }

    private static PaperPosition largestLoss(Holding holding) {
        BigDecimal mark = holding.market().mark();
        List<PaperPosition> held = holding.positions();
        PaperPosition worst = held.get(0);
        for (PaperPosition position : held) {
            worst = position.unrealized(mark).compareTo(worst.unrealized(mark)) < 0 ? position : worst;
        }
        return worst;
    }

    /** What closing came to. */
    private record Closed(PaperOrder order, BigDecimal notional, BigDecimal realized) {}

    private Closed close(Holding holding, PaperPosition position) {
        BigDecimal quantity = position.quantity().abs();
        PaperOrder order = orders.open(holding, position, quantity, ForcedOrders.Cause.LIQUIDATION);
        Side side = order.side();
        LOG.debug(
                "{} liquidates {} {} of account {}",
                venue.id(),
                quantity,
                order.symbol(),
                holding.portfolio().id());
        PaperBook book = holding.market().book();
        List<Execution> executions = new ArrayList<>(book.preview(side, null, quantity));
        book.take(side, executions);
        BigDecimal rest = quantity.subtract(Matching.quantity(executions));
        if (rest.signum() > 0) {
            executions.add(new Execution(takeOverPrice(holding, side, executions), rest));
        }
        BigDecimal realized = BigDecimal.ZERO;
        for (Execution execution : executions) {
            realized = realized.add(settlement.fill(order, execution, Liquidity.UNKNOWN));
        }
        return new Closed(order, Matching.notional(holding.market().contract(), executions), realized);
    }

    private static BigDecimal takeOverPrice(Holding holding, Side side, List<Execution> executions) {
        BigDecimal mark = holding.market().mark();
        if (executions.isEmpty()) {
            return mark;
        }
        BigDecimal last = executions.get(executions.size() - 1).price();
        return PaperBook.isWorse(side, last, mark) ? last : mark;
    }

    /** Takes the fee out of what is left, or fills up what is missing. */
    private void charge(Holding holding, Closed closed, BigDecimal left) {
        Portfolio portfolio = holding.portfolio();
        var symbol = holding.market().instrument().symbol();
        if (left.signum() < 0) {
            settlement.book(portfolio, IncomeType.LIQUIDATION, "INSURANCE_CLEAR", left.negate(), symbol, null);
            venue.notices().tell();
            return;
        }
        BigDecimal fee =
                Money.fee(closed.notional(), venue.rules().liquidationFee()).min(left);
        settlement.book(portfolio, IncomeType.LIQUIDATION, "LIQUIDATION_FEE", fee.negate(), symbol, null);
        venue.notices().tell();
    }
}
