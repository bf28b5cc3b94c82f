package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Orders of every kind: market, limit, stops, take-profits and trailing stops go the same way, whichever book the venue
 * keeps them in.
 *
 * <p>A call that changes something leaves this process once. Where no verdict comes back it throws
 * {@link OutcomeUnknownException}; {@link #resolve} finds out. Orders are checked against capabilities and filters first,
 * and get a client order id where the caller gave none.
 *
 * @since 0.1
 */
public interface Trading {

    /**
     * Places an order.
     *
     * @param order the order
     * @return the venue's acknowledgement
     * @throws NotSentException if it breaks a filter or the exchange cannot do it
     * @throws RejectedException if the venue refused it: it was not placed
     * @throws OutcomeUnknownException if it left and no verdict came: resolve it
     */
    OrderAck place(OrderRequest order);

    /**
     * Has the venue check an order without placing it. Needs {@link Feature#TEST_ORDER}.
     *
     * @param order the order
     * @throws NotSentException if it breaks a filter or the exchange cannot do it
     * @throws RejectedException if the venue would refuse it
     */
    void test(OrderRequest order);

    /**
     * Changes a resting limit order in place. Needs {@link Feature#AMEND_ORDER}.
     *
     * @param change the order, its new quantity and price
     * @return the venue's acknowledgement
     */
    OrderAck amend(AmendRequest change);

    /**
     * Cancels an order.
     *
     * @param ref the order
     * @return the venue's acknowledgement
     * @throws RejectedException with reason ORDER_NOT_FOUND if it is not open (any more)
     */
    OrderAck cancel(OrderRef ref);

    /**
     * Cancels every open order of an instrument, stops included.
     *
     * @param symbol the instrument
     */
    void cancelAll(Symbol symbol);

    /**
     * Places several orders in one request. Needs {@link Feature#BATCH_PLACE}. Not atomic: each stands alone.
     *
     * @param orders from 1 to {@link Capabilities#maxBatchPlace()} orders
     * @return what became of each, in the same order
     * @throws NotSentException if one of them breaks a filter: then none is sent
     */
    List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders);

    /**
     * Cancels several orders of one instrument in one request. Needs {@link Feature#BATCH_CANCEL}.
     *
     * @param refs from 1 to {@link Capabilities#maxBatchCancel()} orders of one symbol
     * @return what became of each, in the same order
     */
    List<Outcome<OrderAck>> cancelBatch(List<OrderRef> refs);

    /**
     * Every open order of the account, conditional ones included.
     *
     * @return the orders
     */
    List<Order> openOrders();

    /**
     * Every open order of an instrument, conditional ones included.
     *
     * @param symbol the instrument
     * @return the orders
     */
    List<Order> openOrders(Symbol symbol);

    /**
     * Asks for one order, open or closed.
     *
     * @param ref the order
     * @return the order; empty where the venue does not know it (any more). Right after placing, ask once more
     */
    Optional<Order> order(OrderRef ref);

    /**
     * Orders of the past, open ones included.
     *
     * @param query which part
     * @return a page
     */
    Page<Order> orderHistory(HistoryQuery query);

    /**
     * Executions.
     *
     * @param query which part
     * @return a page
     */
    Page<Fill> fills(HistoryQuery query);

    /**
     * Closes a position at the market, reduce-only, so that it can never open the opposite one.
     *
     * @param symbol the instrument
     * @param side the direction of the position
     * @return the acknowledgement of the closing order; empty where there is no such position
     */
    Optional<OrderAck> closePosition(Symbol symbol, PositionSide side);

    /**
     * Finds out what became of an order whose outcome is unknown: asks the venue, and where it does not know the order makes
     * sure that the request can no longer be executed, then asks again. The order is never resent. To make sure is to wait
     * until the venue's window for the request is over, some seconds, on some venues a minute; or, where a venue has a call that
     * drops a request that still waits there, that call, which leaves once and can place nothing. Blocks meanwhile.
     *
     * @param ref the order, by its client order id, under which no other order was sent
     * @param sentAt when its request was signed: {@link OutcomeUnknownException#sentAt()}, or what was kept before a crash
     * @return the order, or the proof that it was not placed and never will be
     * @throws dev.astrolabe.exchange.error.ExchangeException if the venue cannot be asked, or the thread is interrupted; the
     *     outcome is still unknown
     */
    OrderResolution resolve(OrderRef ref, Instant sentAt);
}
