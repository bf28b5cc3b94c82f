package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * What backs what. The cross wallet is the wallet less the margins of isolated positions; it and the profit of cross
 * positions back all cross positions and all open orders together.
 */
final class Margin {

    private Margin() {}

    /** Wallet plus the profit or loss of all positions at the mark. */
    static BigDecimal equity(Portfolio portfolio) {
        return portfolio.wallet().add(unrealized(portfolio));
    }

    static BigDecimal unrealized(Portfolio portfolio) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : portfolio.holdings()) {
            if (!holding.isFlat()) {
                sum = sum.add(holding.unrealized());
            }
        }
        return sum;
    }

    /** What stands behind the cross positions: the cross wallet with their profit or loss. */
    static BigDecimal crossEquity(Portfolio portfolio) {
        BigDecimal sum = portfolio.wallet();
        for (Holding holding : portfolio.holdings()) {
            if (!holding.isFlat()) {
                sum = holding.isIsolated() ? sum.subtract(holding.isolatedMargin()) : sum.add(holding.unrealized());
            }
        }
        return sum;
    }

    static BigDecimal crossMaintenance(Portfolio portfolio) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : portfolio.holdings()) {
            if (!holding.isIsolated() && !holding.isFlat()) {
                sum = sum.add(holding.maintenance());
            }
        }
        return sum;
    }

    /** What positions and open orders hold: initial margin of cross positions, set-aside margin of isolated ones. */
    static BigDecimal inUse(Portfolio portfolio) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : portfolio.holdings()) {
            if (!holding.isIdle()) {
                sum = sum.add(positionMargin(holding)).add(orderMargin(holding));
            }
        }
        return sum;
    }

    /** What new orders may use; below 0 where losses have eaten into what is in use. */
    static BigDecimal available(Portfolio portfolio) {
        BigDecimal left = crossEquity(portfolio);
        for (Holding holding : portfolio.holdings()) {
            if (!holding.isIdle()) {
                left = left.subtract(orderMargin(holding));
                left = holding.isIsolated() ? left : left.subtract(positionMargin(holding));
            }
        }
        return left;
    }

    private static BigDecimal positionMargin(Holding holding) {
        return holding.isIsolated()
                ? holding.isolatedMargin()
                : Money.initialMargin(held(holding, Contract::worth), holding.leverage());
    }

    private static BigDecimal orderMargin(Holding holding) {
        if (holding.open().isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal more = exposure(holding, Contract::worth).subtract(held(holding, Contract::worth));
        return Money.initialMargin(more, holding.leverage());
    }

    private static BigDecimal held(Holding holding, Measure measure) {
        PaperMarket market = holding.market();
        BigDecimal sum = BigDecimal.ZERO;
        for (PaperPosition position : holding.positions()) {
            sum = sum.add(measure.of(market.contract(), position.quantity().abs(), market.mark()));
        }
        return sum;
    }

    /** By how much an order would raise what positions and resting orders may come to, in the settle asset; at least 0. */
    static BigDecimal addedExposure(PaperOrder order, List<Execution> executions) {
        Holding holding = order.holding();
        return exposure(holding, Contract::worth, order.side(), executions)
                .subtract(exposure(holding, Contract::worth));
    }

    /** In what exposure is told: {@link Contract#worth} in the settle asset, for margins; {@link Contract#face} in quote, for tiers. */
    interface Measure {
        BigDecimal of(Contract contract, BigDecimal units, BigDecimal price);
    }

    static BigDecimal exposure(Holding holding, Measure measure) {
        return exposure(holding, measure, Side.BUY, List.of());
    }

    /**
     * The largest notional that the positions would come to if resting orders filled. In one-way mode orders of the two sides
     * offset each other, so it is the larger of both directions; in hedge mode each slot counts.
     */
    static BigDecimal exposure(Holding holding, Measure measure, Side side, List<Execution> executions) {
        Contract contract = holding.market().contract();
        BigDecimal mark = holding.market().mark();
        BigDecimal buys = BigDecimal.ZERO;
        BigDecimal sells = BigDecimal.ZERO;
        for (PaperOrder order : holding.open()) {
            BigDecimal price = order.price();
            if (order.isResting() && price != null && !order.onlyReduces()) {
                BigDecimal value = measure.of(contract, order.remaining(), price);
                buys = order.side() == Side.BUY ? buys.add(value) : buys;
                sells = order.side() == Side.SELL ? sells.add(value) : sells;
            }
        }
        for (Execution execution : executions) {
            BigDecimal value = measure.of(contract, execution.quantity(), execution.price());
            buys = side == Side.BUY ? buys.add(value) : buys;
            sells = side == Side.SELL ? sells.add(value) : sells;
        }
        if (holding.portfolio().positionMode() == PositionMode.HEDGE) {
            return held(holding, measure).add(buys).add(sells);
        }
        BigDecimal net = measure.of(contract, holding.position(null).quantity(), mark);
        return net.add(buys).abs().max(net.subtract(sells).abs());
    }
}
