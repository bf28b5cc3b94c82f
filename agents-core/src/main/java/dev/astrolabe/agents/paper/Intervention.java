package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;

/** What whoever runs the exchange may do to accounts from outside, besides showing ticks. */
final class Intervention {

    private final Venue venue;
    private final Settlement settlement;
    private final Liquidation liquidation;
    private final ForcedOrders orders;

    Intervention(Venue venue, Settlement settlement, Liquidation liquidation, ForcedOrders orders) {
        this.venue = venue;
        this.settlement = settlement;
        this.liquidation = liquidation;
        this.orders = orders;
    }

    Portfolio open(String accountId, String accountName, String asset, BigDecimal wallet) {
        if (wallet.signum() < 0) {
            throw new IllegalArgumentException(
                    "first deposit " + wallet.toPlainString() + " of account " + accountId + " is below 0");
        }
        if (venue.portfolios().containsKey(accountId)) {
            throw new IllegalArgumentException(
                    "account " + accountId + " is open already; client(accountId) gives another client of it");
        }
        Portfolio portfolio =
                new Portfolio(accountId, accountName, asset, venue.rules().historyLimit());
        venue.portfolios().put(accountId, portfolio);
        settlement.book(portfolio, IncomeType.TRANSFER, "TRANSFER", wallet, null, null);
        venue.notices().tell();
        return portfolio;
    }

    void transfer(String accountId, BigDecimal amount) {
        synchronized (venue.lock) {
            move(venue.portfolio(accountId), amount);
        }
    }

    private void move(Portfolio portfolio, BigDecimal amount) {
        BigDecimal available = Margin.available(portfolio).min(portfolio.wallet());
        if (amount.signum() < 0 && amount.negate().compareTo(available) > 0) {
            throw new IllegalArgumentException("transfer of " + amount.toPlainString() + " out of account "
                    + portfolio.id() + " is more than can be taken, "
                    + available.max(BigDecimal.ZERO).toPlainString());
        }
        settlement.book(portfolio, IncomeType.TRANSFER, "TRANSFER", amount, null, null);
        venue.notices().tell();
    }

    Order liquidate(String accountId, Symbol symbol, PositionSide side) {
        synchronized (venue.lock) {
            Holding holding = holding(accountId, symbol);
            return liquidation.force(holding, position(holding, side)).view();
        }
    }

    Order deleverage(String accountId, Symbol symbol, PositionSide side, BigDecimal quantity) {
        synchronized (venue.lock) {
            Holding holding = holding(accountId, symbol);
            PaperPosition position = position(holding, side);
            check(holding, position, quantity);
            return orders.closeAtMark(holding, position, quantity, ForcedOrders.Cause.ADL)
                    .view();
        }
    }

    private static void check(Holding holding, PaperPosition position, BigDecimal quantity) {
        Instrument instrument = holding.market().instrument();
        StepFilter filter = instrument.quantityFilter();
        BigDecimal held = position.quantity().abs();
        boolean whole = quantity.compareTo(held) == 0;
        if (quantity.signum() <= 0 || quantity.compareTo(held) > 0 || (!whole && !filter.onStep(quantity))) {
            throw new IllegalArgumentException("quantity " + quantity.toPlainString() + " of " + instrument.symbol()
                    + " to deleverage is not a multiple of the lot size "
                    + filter.step().toPlainString() + " above 0 and up to the position of account "
                    + holding.portfolio().id() + ", "
                    + Money.plain(held).toPlainString());
        }
    }

    void linkExits(String accountId, OrderRef one, OrderRef other) {
        synchronized (venue.lock) {
            link(venue.portfolio(accountId), one, other);
        }
    }

    private static void link(Portfolio portfolio, OrderRef one, OrderRef other) {
        PaperOrder first = open(portfolio, one);
        PaperOrder second = open(portfolio, other);
        if (first.equals(second)) {
            throw new IllegalArgumentException("order " + one + " cannot be linked to itself");
        }
        if (!first.symbol().equals(second.symbol())) {
            throw new IllegalArgumentException(
                    "orders " + one + " and " + other + " are of two instruments and cannot be linked");
        }
        first.link(second);
    }

    private static PaperOrder open(Portfolio portfolio, OrderRef ref) {
        PaperOrder order = portfolio.find(ref);
        if (order == null || !order.isOpen()) {
            throw new IllegalArgumentException("order " + ref + " of account " + portfolio.id()
                    + (order == null
                            ? " is not known"
                            : " is not open: it is " + order.view().status()));
        }
        if (order.sibling() != null) {
            throw new IllegalArgumentException(
                    "order " + ref + " of account " + portfolio.id() + " is linked to another one already");
        }
        return order;
    }

    private Holding holding(String accountId, Symbol symbol) {
        Portfolio portfolio = venue.portfolio(accountId);
        PaperMarket market = venue.markets().get(symbol);
        if (market == null) {
            throw new IllegalArgumentException(
                    symbol + " is not listed, only " + venue.markets().keySet());
        }
        return portfolio.holding(market);
    }

    private static PaperPosition position(Holding holding, PositionSide side) {
        PaperPosition position = holding.positionTowards(side);
        if (position.reducibleBy(side.closing()).signum() == 0) {
            throw new IllegalArgumentException("account " + holding.portfolio().id() + " has no " + side
                    + " position in " + holding.market().instrument().symbol());
        }
        return position;
    }
}
