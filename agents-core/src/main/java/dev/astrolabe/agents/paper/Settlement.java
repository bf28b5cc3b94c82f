package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books what happened to an order: its fills, what they realize and cost, its exits, its end. */
final class Settlement {

    private final Venue venue;

    Settlement(Venue venue) {
        this.venue = venue;
    }

    /** Books one fill. A liquidation pays its own fee, later, instead of the trading fee. */
    BigDecimal fill(PaperOrder order, Execution execution, Liquidity liquidity) {
        Holding holding = order.holding();
        Portfolio portfolio = holding.portfolio();
        int isolatedLeverage = holding.isIsolated() ? holding.leverage() : 0;
        Contract contract = holding.market().contract();
        BigDecimal worth = contract.worth(execution.quantity(), execution.price());
        BigDecimal quantity = contract.quantity(execution.quantity(), execution.price());
        BigDecimal realized = order.position()
                .fill(order.side(), execution.quantity(), execution.price(), isolatedLeverage, venue.now());
        BigDecimal fee = order.type() == OrderType.LIQUIDATION
                ? BigDecimal.ZERO
                : venue.rules().fee(worth, liquidity);
        order.fill(execution, worth, venue.now());
        holding.market().noteHolder(holding);
        String tradeId = venue.nextId();
        Fill fill = Fill.builder()
                .symbol(order.symbol())
                .venueSymbol(holding.market().instrument().venueSymbol())
                .tradeId(tradeId)
                .orderId(order.id())
                .clientOrderId(order.clientOrderId())
                .side(order.side())
                .positionSide(order.request().positionSide().orElse(null))
                .price(execution.price())
                .quantity(quantity)
                .fee(fee)
                .feeAsset(portfolio.asset())
                .realizedPnl(realized)
                .liquidity(liquidity)
                .time(venue.now())
                .build();
        portfolio.record(fill);
        book(portfolio, IncomeType.REALIZED_PNL, "REALIZED_PNL", realized, order.symbol(), tradeId);
        book(portfolio, IncomeType.FEE, "COMMISSION", fee.negate(), order.symbol(), tradeId);
        Side taker = liquidity == Liquidity.MAKER ? order.side().opposite() : order.side();
        holding.market()
                .tape()
                .add(new Trade(order.symbol(), tradeId, execution.price(), quantity, taker, venue.now()));
        venue.notices().filled(order, fill);
        armExits(order);
        if (!order.isOpen()) {
            close(order);
        }
        venue.notices().tell();
        return realized;
    }

    /** Books an income that is not 0; the listener is told when its caller says that the books are consistent. */
    void book(
            Portfolio portfolio,
            IncomeType type,
            String rawType,
            BigDecimal amount,
            @Nullable Symbol symbol,
            @Nullable String tradeId) {
        if (amount.signum() != 0) {
            Income income = Income.builder()
                    .id(venue.nextId())
                    .type(type)
                    .rawType(rawType)
                    .asset(portfolio.asset())
                    .amount(amount)
                    .symbol(symbol)
                    .tradeId(tradeId)
                    .time(venue.now())
                    .build();
            portfolio.book(income);
            venue.notices().booked(portfolio, income);
        }
    }

    /** Makes an accepted order known. */
    PaperOrder open(Holding holding, OrderRequest request, OrderType type, @Nullable String clientOrderId) {
        String id = venue.nextId();
        String clientId = clientOrderId;
        for (int i = 0;
                clientId == null
                        || (clientOrderId == null && holding.portfolio().knows(clientId));
                i++) {
            clientId = "paper" + id + (i == 0 ? "" : "x" + i);
        }
        PaperOrder order = new PaperOrder(id, clientId, holding, request, type, venue.now());
        holding.portfolio().record(order);
        holding.open().add(order);
        return order;
    }

    void waitForTrigger(PaperOrder order) {
        order.holding().market().waiting().add(order);
    }

    void rest(PaperOrder order) {
        order.setResting(true);
        order.holding().market().resting().add(order);
    }

    /** Ends those that are still open when their turn comes: the end of one may end another. */
    void cancel(Collection<PaperOrder> orders) {
        for (PaperOrder order : List.copyOf(orders)) {
            if (order.isOpen()) {
                end(order, OrderStatus.CANCELED);
            }
        }
    }

    void end(PaperOrder order, OrderStatus status) {
        order.end(status, venue.now());
        venue.notices().changed(order);
        close(order);
        venue.notices().tell();
    }

    private void close(PaperOrder order) {
        order.setResting(false);
        order.holding().open().remove(order);
        order.holding().market().resting().remove(order);
        order.holding().market().waiting().remove(order);
        PaperOrder sibling = order.sibling();
        if (sibling != null && sibling.isOpen() && order.isFilled()) {
            end(sibling, OrderStatus.CANCELED);
        }
    }

    /** The exits of an entry cover what is filled of it: the first fill places them, the next ones let them grow. */
    private void armExits(PaperOrder entry) {
        AttachedExit stop = entry.request().stopLoss().orElse(null);
        AttachedExit profit = entry.request().takeProfit().orElse(null);
        if (stop == null && profit == null) {
            return;
        }
        if (entry.attachedStop() == null && entry.attachedProfit() == null) {
            entry.attach(exit(entry, OrderType.STOP_MARKET, stop), exit(entry, OrderType.TAKE_PROFIT_MARKET, profit));
            return;
        }
        grow(entry.attachedStop(), entry.filled());
        grow(entry.attachedProfit(), entry.filled());
    }

    private @Nullable PaperOrder exit(PaperOrder entry, OrderType type, @Nullable AttachedExit exit) {
        if (exit == null) {
            return null;
        }
        boolean oneWay = entry.request().positionSide().isEmpty();
        OrderRequest request = entry.holding()
                .market()
                .contract()
                .sized(OrderRequest.builder(entry.symbol(), entry.side().opposite(), type), entry.filled())
                .triggerPrice(exit.triggerPrice())
                .triggerBy(exit.triggerBy())
                .positionSide(entry.request().positionSide().orElse(null))
                .reduceOnly(oneWay)
                .build();
        PaperOrder order = open(entry.holding(), request, type, null);
        waitForTrigger(order);
        venue.notices().changed(order);
        return order;
    }

    private void grow(@Nullable PaperOrder exit, BigDecimal quantity) {
        if (exit != null && exit.isOpen()) {
            exit.growTo(quantity, venue.now());
            venue.notices().changed(exit);
        }
    }
}
