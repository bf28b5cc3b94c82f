package dev.astrolabe.aster;

import dev.astrolabe.aster.model.AsterOrder;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Orders of AsterDex futures, with all that the venue takes and tells (docs: futures, "Account/Trades Endpoints"). What
 * every exchange does goes the same way through {@link dev.astrolabe.exchange.Trading}, whose {@code resolve} also finds
 * out what became of an order that was placed here.
 *
 * <p>Every call that changes something leaves once, and is checked first; where no verdict comes back it throws
 * {@link OutcomeUnknownException}, which names the order where the call is about one. What only v3 has says so, and is
 * refused on a client of v1 before any I/O with {@link UnsupportedOperationOnExchangeException}.
 *
 * @since 0.1
 */
public interface AsterOrders {

    /**
     * Places an order (docs: futures, "New Order"). A peg, a builder's fee and a rule against self-trades need v3.
     *
     * @param order the order; it gets a client order id where it has none
     * @return the order as the venue's answer tells it
     * @throws NotSentException if it breaks a filter or the venue cannot do it
     * @throws RejectedException if the venue refused it: it was not placed
     * @throws OutcomeUnknownException if it left and no verdict came: resolve it
     */
    AsterOrder place(AsterOrderRequest order);

    /**
     * Has the venue check an order without placing it (docs: futures v1 in Chinese, "Test Order").
     *
     * @param order the order
     * @throws NotSentException if it breaks a filter or the venue cannot do it
     * @throws RejectedException if the venue would refuse it
     */
    void test(AsterOrderRequest order);

    /**
     * Gives a resting limit order another quantity and price (docs: futures v3, "Modify Order"). Only v3. An order may be
     * changed 10000 times. The least notional is left to the venue to check: an order that only reduces is exempt from it.
     * After an {@link OutcomeUnknownException} the order itself tells whether it was changed.
     *
     * @param change the order, its new whole quantity and its new price
     * @return the order as the venue's answer tells it
     * @throws NotSentException if an amount breaks a filter, or the order waits for a trigger
     * @throws RejectedException if the venue refused it: the order stays as it was
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    AsterOrder modify(AmendRequest change);

    /**
     * Cancels an order (docs: futures, "Cancel Order"). A chase is ended by cancelling its order.
     *
     * @param ref the order
     * @return the order as the venue's answer tells it, without an average price
     * @throws RejectedException with reason ORDER_NOT_FOUND if it is not open (any more)
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    AsterOrder cancel(OrderRef ref);

    /**
     * Cancels an order under the nonce with which it was placed, by which the venue keeps cancels from being doubled or
     * overtaken (docs: futures v3, "Cancel Order (Guarded)", 2026-10). Only v3, and only for the newest few thousand orders
     * that this client placed itself.
     *
     * @param ref the order, with its client order id, such as its acknowledgement has it
     * @return the order as the venue's answer tells it, without an average price
     * @throws NotSentException if the nonce of the order is not known
     * @throws RejectedException with reason ORDER_NOT_FOUND if it is not open (any more)
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    AsterOrder guardedCancel(OrderRef ref);

    /**
     * Cancels every open order of an instrument, stops included (docs: futures, "Cancel All Open Orders").
     *
     * @param symbol the instrument
     */
    void cancelAll(Symbol symbol);

    /**
     * Places several orders in one request (docs: futures, "Place Multiple Orders"). Not atomic: they are processed at the
     * same time, and each stands alone. A batch takes no closePosition, peg, builder's fee or rule against self-trades.
     *
     * @param orders from 1 to 5 orders
     * @return what became of each, in the same order
     * @throws NotSentException if one of them breaks a filter: then none is sent
     */
    List<Outcome<AsterOrder>> placeBatch(List<AsterOrderRequest> orders);

    /**
     * Changes several resting limit orders in one request (docs: futures v3, "Modify Multiple Orders", 2026-08). Only v3.
     * Not atomic: each stands alone.
     *
     * @param changes from 1 to 5 changes
     * @return what became of each, in the same order
     * @throws NotSentException if one of them breaks a filter: then none is sent
     */
    List<Outcome<AsterOrder>> modifyBatch(List<AmendRequest> changes);

    /**
     * Cancels several orders of one instrument in one request (docs: futures, "Cancel Multiple Orders").
     *
     * @param refs from 1 to 10 orders of one symbol, all by the venue's id or all by the client's
     * @return what became of each, in the same order
     */
    List<Outcome<AsterOrder>> cancelBatch(List<OrderRef> refs);

    /**
     * Cancels orders that were placed in one batch, under the nonce of that batch (docs: futures v3, "Cancel Multiple Orders
     * (Guarded)", 2026-10). Only v3, and only for the newest few thousand orders that this client placed itself.
     *
     * @param refs from 1 to 10 orders of one symbol, with their client order ids
     * @return what became of each, in the same order
     * @throws NotSentException if the nonce of one is not known, or they were not placed in one request
     */
    List<Outcome<AsterOrder>> guardedCancelBatch(List<OrderRef> refs);

    /**
     * Has the venue cancel every open order of an instrument after a time, unless this is called again before: a dead man's
     * switch (docs: futures, "Auto-Cancel All Open Orders"). The venue looks about every 10 ms; its own example calls every
     * 30 s with 120 s.
     *
     * @param symbol the instrument
     * @param countdown from 1 ms, counted in milliseconds; zero stops a running countdown
     * @return the countdown as the venue acknowledges it
     * @throws NotSentException if the countdown is negative, or above zero and below 1 ms
     */
    Duration countdownCancelAll(Symbol symbol, Duration countdown);

    /**
     * Uses up a nonce, so that an order which left with it and still waits in the venue's queue fails (docs: futures v3,
     * "Noop"). Only v3. There is no guarantee: the order may have been executed already.
     *
     * @param nonce the nonce of the order, in microseconds since 1970
     * @throws RejectedException if the venue refused it, such as for a nonce that was used already: then the order was first
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    void noop(long nonce);

    /**
     * Uses up the nonce of an order, a chase or a strategy that this client sent, so that it fails if it still waits in the
     * venue's queue. As {@link #noop(long)}.
     *
     * @param clientId the client order id, or the client's id of the chase or strategy
     * @throws NotSentException if its nonce is not known: it is not one of the newest few thousand that this client sent
     * @throws RejectedException if the venue refused it, such as for a nonce that was used already: then the order was first
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    void noop(String clientId);

    /**
     * Asks for one order, open or closed (docs: futures, "Query Order").
     *
     * @param ref the order
     * @return the order; empty where the venue does not know it: 7 days after an order ended without any execution it is
     *     forgotten
     */
    Optional<AsterOrder> order(OrderRef ref);

    /**
     * Asks for one open order (docs: futures, "Query Current Open Order").
     *
     * @param ref the order
     * @return the order; empty where there is none, or it is not open any more
     */
    Optional<AsterOrder> openOrder(OrderRef ref);

    /**
     * Every open order of the account (docs: futures, "Current All Open Orders"). Costs a weight of 40.
     *
     * @return the orders
     */
    List<AsterOrder> openOrders();

    /**
     * Every open order of an instrument (docs: futures, "Current All Open Orders").
     *
     * @param symbol the instrument
     * @return the orders
     */
    List<AsterOrder> openOrders(Symbol symbol);

    /**
     * Orders of the past, open ones included, in one request (docs: futures, "All Orders"). Weight 5.
     *
     * @param query less than seven days, the last seven unless set; limit from 1 to 1000, 500 unless set; without a symbol it is
     *     about all instruments, which the venue documents later than 2026-06
     * @return the orders, oldest first
     * @throws NotSentException if that part cannot be asked for in one request
     */
    List<AsterOrder> allOrders(HistoryQuery query);

    /**
     * Orders of the past from an id on, in one request (docs: futures, "All Orders"). Weight 5.
     *
     * @param query as in {@link #allOrders(HistoryQuery)}
     * @param fromOrderId the first order id
     * @return the orders, oldest first
     * @throws NotSentException if that part cannot be asked for in one request
     */
    List<AsterOrder> allOrders(HistoryQuery query, long fromOrderId);
}
