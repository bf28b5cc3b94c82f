package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The counter of the venue: accepts, changes and cancels orders, or says why not. Filters were checked before. */
final class OrderEntry {

    private final Venue venue;
    private final Settlement settlement;
    private final Matching matching;
    private final Funds funds;

    OrderEntry(Venue venue, Settlement settlement, Matching matching, Funds funds) {
        this.venue = venue;
        this.settlement = settlement;
        this.matching = matching;
        this.funds = funds;
    }

    /** @throws RejectedException if the venue would refuse the order */
    void test(Portfolio portfolio, OrderRequest request) {
        examine(portfolio, request);
    }

    PaperOrder place(Portfolio portfolio, OrderRequest request) {
        Holding holding = examine(portfolio, request);
        String clientId = request.clientOrderId().orElse(null);
        PaperOrder order = settlement.open(holding, request, request.type(), clientId);
        if (request.type().isConditional()) {
            Triggers.fires(order, holding.market().price(order.triggerBy()));
            settlement.waitForTrigger(order);
            venue.notices().changed(order);
            venue.notices().tell();
            return order;
        }
        if (order.onlyReduces()) {
            order.capToPosition();
        }
        venue.notices().changed(order);
        matching.execute(order);
        return order;
    }

    PaperOrder cancel(Portfolio portfolio, OrderRef ref) {
        PaperOrder order = openOrder(portfolio, ref, "cancel");
        settlement.end(order, OrderStatus.CANCELED);
        return order;
    }

    void cancelAll(Holding holding) {
        settlement.cancel(holding.open());
    }

    /** Takes the order out of the book, and puts it back changed; where that is refused, as it was. */
    PaperOrder amend(Portfolio portfolio, AmendRequest change) {
        PaperOrder order = openOrder(portfolio, change.ref(), "amend");
        BigDecimal oldPrice = order.price();
        if (order.type() != OrderType.LIMIT || oldPrice == null) {
            throw refuse(
                    "amend",
                    Reason.INVALID_REQUEST,
                    "order " + change.ref() + " is of type " + order.type() + "; only LIMIT orders can be amended");
        }
        BigDecimal newQuantity = order.holding().market().contract().units(change.quantity(), change.price());
        if (newQuantity.compareTo(order.filled()) <= 0) {
            throw refuse(
                    "amend",
                    Reason.INVALID_REQUEST,
                    "new quantity "
                            + newQuantity.toPlainString() + " of " + change.ref()
                            + " is not above what is filled, " + order.filled().toPlainString());
        }
        BigDecimal oldQuantity = order.filled().add(order.remaining());
        order.holding().market().resting().remove(order);
        order.setResting(false);
        order.change(newQuantity, change.price(), venue.now());
        RejectedException refusal = order.onlyReduces() ? null : refusal(order, "amend");
        if (refusal != null) {
            order.change(oldQuantity, oldPrice, venue.now());
            settlement.rest(order);
            throw refusal;
        }
        venue.notices().changed(order);
        matching.execute(order);
        return order;
    }

    private PaperOrder openOrder(Portfolio portfolio, OrderRef ref, String call) {
        PaperOrder order = portfolio.find(ref);
        if (order == null || !order.isOpen()) {
            throw refuse(
                    call,
                    Reason.ORDER_NOT_FOUND,
                    "order " + ref
                            + (order == null
                                    ? " is not known"
                                    : " is not open: it is " + order.view().status()));
        }
        return order;
    }

    private Holding examine(Portfolio portfolio, OrderRequest request) {
        PaperMarket market = market(request);
        Holding holding = portfolio.holding(market);
        String settle = request.symbol().settle().orElse("");
        if (!settle.equals(portfolio.asset())) {
            throw refuse(
                    "place",
                    Reason.INSUFFICIENT_FUNDS,
                    request.symbol() + " settles in " + settle + ", account " + portfolio.id() + " holds "
                            + portfolio.asset());
        }
        request.clientOrderId().filter(portfolio::isInUse).ifPresent(id -> {
            throw refuse("place", Reason.DUPLICATE_CLIENT_ORDER_ID, "client order id " + id + " is in use");
        });
        checkPositionMode(portfolio, request);
        request.marginMode().filter(mode -> mode != holding.marginMode()).ifPresent(mode -> {
            throw refuse(
                    "place",
                    Reason.INVALID_REQUEST,
                    "margin mode of " + request.symbol() + " is " + holding.marginMode() + ", the order says " + mode);
        });
        PaperOrder draft = new PaperOrder("", "", holding, request, request.type(), venue.now());
        if (request.type().isConditional()) {
            checkTrigger(request, market);
            return holding;
        }
        if (draft.onlyReduces()) {
            checkReduces(draft);
        }
        checkExits(draft);
        RejectedException refusal = refusal(draft, "place");
        if (refusal != null) {
            throw refusal;
        }
        return holding;
    }

    private PaperMarket market(OrderRequest request) {
        PaperMarket market = venue.markets().get(request.symbol());
        if (market == null) {
            throw refuse("place", Reason.UNKNOWN_SYMBOL, request.symbol() + " is not listed");
        }
        if (market.tick() == null) {
            throw refuse("place", Reason.MARKET_STATE, request.symbol() + " has had no tick yet");
        }
        if (market.isExpired(venue.now())) {
            throw refuse("place", Reason.MARKET_STATE, request.symbol() + " has expired");
        }
        return market;
    }

    private void checkPositionMode(Portfolio portfolio, OrderRequest request) {
        boolean hedge = portfolio.positionMode() == PositionMode.HEDGE;
        if (hedge != request.positionSide().isPresent()) {
            throw refuse(
                    "place",
                    Reason.POSITION_MODE,
                    "account " + portfolio.id() + " is in "
                            + portfolio.positionMode() + " mode, the order has "
                            + request.positionSide()
                                    .map(side -> "position side " + side)
                                    .orElse("no position side"));
        }
        if (hedge && request.reduceOnly()) {
            throw refuse(
                    "place",
                    Reason.POSITION_MODE,
                    "reduceOnly does not go with hedge mode: there an order of the"
                            + " closing side of its slot only reduces");
        }
    }

    private void checkReduces(PaperOrder draft) {
        BigDecimal reducible = draft.position().reducibleBy(draft.side());
        PositionSide slot = draft.request().positionSide().orElse(null);
        BigDecimal quantity = draft.remaining();
        if (reducible.signum() == 0 || (slot != null && quantity.compareTo(reducible) > 0)) {
            throw refuse(
                    "place",
                    Reason.REDUCE_ONLY,
                    draft.side() + " "
                            + quantity.toPlainString() + " of " + draft.symbol()
                            + " would not only reduce; to be reduced are " + reducible.toPlainString());
        }
    }

    private void checkTrigger(OrderRequest request, PaperMarket market) {
        BigDecimal price = market.price(request.triggerBy().orElse(TriggerBy.MARK));
        request.triggerPrice().ifPresent(trigger -> {
            if (Triggers.isReached(request.type(), request.side(), trigger, price)) {
                throw wouldTrigger(request.type(), request, trigger, price);
            }
        });
    }

    /** An exit must lie on its own side of the entry: of its limit price, or of the current price for a market order. */
    private void checkExits(PaperOrder draft) {
        checkExit(draft, OrderType.STOP_MARKET, draft.request().stopLoss().orElse(null));
        checkExit(
                draft,
                OrderType.TAKE_PROFIT_MARKET,
                draft.request().takeProfit().orElse(null));
    }

    private void checkExit(PaperOrder draft, OrderType type, @Nullable AttachedExit exit) {
        if (exit == null) {
            return;
        }
        BigDecimal limit = draft.price();
        BigDecimal entry = limit == null ? draft.holding().market().price(exit.triggerBy()) : limit;
        if (Triggers.isReached(type, draft.side().opposite(), exit.triggerPrice(), entry)) {
            throw wouldTrigger(type, draft.request(), exit.triggerPrice(), entry);
        }
    }

    private RejectedException wouldTrigger(OrderType type, OrderRequest request, BigDecimal trigger, BigDecimal price) {
        return refuse(
                "place",
                Reason.WOULD_TRIGGER,
                "trigger " + trigger.toPlainString() + " of the " + type + " of " + request.symbol()
                        + " is already reached at " + price.toPlainString());
    }

    private @Nullable RejectedException refusal(PaperOrder order, String call) {
        boolean refused =
                order.timeInForce() == TimeInForce.POST_ONLY && !venue.rules().postOnlyExpires();
        if (refused && Matching.crosses(order)) {
            return refuse(call, Reason.POST_ONLY, order.side() + " of " + order.symbol() + " would take");
        }
        Funds.Lack lack = funds.lackFor(order);
        return lack == null ? null : refuse(call, lack.reason(), lack.message());
    }

    private RejectedException refuse(String call, Reason reason, String message) {
        return venue.rejection(reason, call, message);
    }
}
