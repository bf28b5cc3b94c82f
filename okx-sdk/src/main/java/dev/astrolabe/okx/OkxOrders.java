package dev.astrolabe.okx;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAmend;
import dev.astrolabe.okx.model.OkxCancelTimer;
import dev.astrolabe.okx.model.OkxCloseAck;
import dev.astrolabe.okx.model.OkxCloseRequest;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxOrderCheck;
import dev.astrolabe.okx.model.OkxOrderRequest;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Orders and executions in OKX's own calls: contracts, instrument ids and every parameter. An acknowledgement says that a request was
 * accepted, not what became of it: ask for the order, or follow the stream. A change leaves once; where no verdict comes back, ask
 * for the order and do not send it again. Blocks, safe for any thread.
 *
 * @since 0.1
 */
public interface OkxOrders {

    /**
     * Places an order, which gets a client order id where it has none (docs: OKX v5, "Place order").
     *
     * @param order the order
     * @return the venue's acknowledgement
     * @throws NotSentException if it breaks a filter, or what it asks for does not go together
     * @throws RejectedException if the venue refused it: it was not placed
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    OkxAck place(OkxOrderRequest order);

    /**
     * Places several orders in one request (docs: OKX v5, "Place multiple orders"). Each stands alone, but in portfolio margin, where
     * one that fails lets all fail.
     *
     * @param orders from 1 to 20 orders
     * @return what became of each, in the same order
     * @throws NotSentException if one of them breaks a filter: then none is sent
     */
    List<Outcome<OkxAck>> placeBatch(List<OkxOrderRequest> orders);

    /**
     * Has the venue say what an order would do to the account, without placing it (docs: OKX v5, "Order precheck"). In multi-currency
     * and portfolio margin only.
     *
     * @param order the order
     * @return what would change
     * @throws NotSentException if it breaks a filter
     * @throws RejectedException if the venue would refuse it, or the account's mode has no such check
     */
    OkxOrderCheck check(OkxOrderRequest order);

    /**
     * Cancels an order (docs: OKX v5, "Cancel order").
     *
     * @param ref the order
     * @return the venue's acknowledgement: that it will be cancelled
     * @throws RejectedException with reason ORDER_NOT_FOUND if it is not open (any more)
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    OkxAck cancel(OrderRef ref);

    /**
     * Cancels several orders in one request, of several instruments too (docs: OKX v5, "Cancel multiple orders").
     *
     * @param refs from 1 to 20 orders
     * @return what became of each, in the same order
     */
    List<Outcome<OkxAck>> cancelBatch(List<OrderRef> refs);

    /**
     * Changes a resting order (docs: OKX v5, "Amend order").
     *
     * @param change the change
     * @return the venue's acknowledgement: that it will be changed
     * @throws RejectedException if the venue refused it: the order stays as it was, or is cancelled if the change says so
     * @throws OutcomeUnknownException if it left and no verdict came: the order itself tells whether it was changed
     */
    OkxAck amend(OkxAmend change);

    /**
     * Changes several resting orders in one request (docs: OKX v5, "Amend multiple orders").
     *
     * @param changes from 1 to 20 changes, each of another order
     * @return what became of each, in the same order
     */
    List<Outcome<OkxAck>> amendBatch(List<OkxAmend> changes);

    /**
     * Closes a position at the market (docs: OKX v5, "Close positions"). After an {@link OutcomeUnknownException}, which names no
     * order, read the position. {@code trading().closePosition} sends an order that can be resolved instead.
     *
     * @param request the position
     * @return the venue's acknowledgement, without an order id
     * @throws RejectedException with reason REDUCE_ONLY if there is no such position
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    OkxCloseAck closePosition(OkxCloseRequest request);

    /**
     * One order, open or closed; of several with one client order id the latest (docs: OKX v5, "Get order details").
     *
     * @param ref the order
     * @return the order; empty where the venue does not know it (any more)
     */
    Optional<OkxOrder> order(OrderRef ref);

    /**
     * Open orders, newest first (docs: OKX v5, "Get order list").
     *
     * @param query instType, instFamily, instId, ordType, state, after, before, limit
     * @return a page
     */
    Page<OkxOrder> pending(OkxQuery query);

    /**
     * Orders of the last seven days, newest first; those that ended unfilled are kept for two hours (docs: OKX v5, "Get order history
     * (last 7 days)").
     *
     * @param query instType (needed), instFamily, instId, ordType, state, category, begin, end, after, before, limit
     * @return a page
     */
    Page<OkxOrder> history(OkxQuery query);

    /**
     * Orders of the last three months that filled at least in part, newest first (docs: OKX v5, "Get order history (last 3 months)").
     *
     * @param query instType (needed), instFamily, instId, ordType, state, category, begin, end, after, before, limit
     * @return a page
     */
    Page<OkxOrder> archive(OkxQuery query);

    /**
     * Executions of the last three days, newest first (docs: OKX v5, "Get transaction details (last 3 days)").
     *
     * @param query instType, instFamily, instId, ordId, subType, begin, end, after, before, limit
     * @return a page
     */
    Page<OkxFill> fills(OkxQuery query);

    /**
     * Executions of the last three months, newest first (docs: OKX v5, "Get transaction details (last 3 months)").
     *
     * @param query instType (needed), instFamily, instId, ordId, subType, begin, end, after, before, limit
     * @return a page
     */
    Page<OkxFill> fillsHistory(OkxQuery query);

    /**
     * Has the venue cancel all orders unless this is called again in time (docs: OKX v5, "Cancel All After"). It may be called once a
     * second.
     *
     * @param time from 10 to 120 whole seconds; zero stops the timer
     * @return when the orders will be cancelled
     * @throws NotSentException if the time is neither
     */
    OkxCancelTimer cancelAllAfter(Duration time);

    /**
     * The same for the orders of one tag, each of which has a timer of its own, up to 20.
     *
     * @param time from 10 to 120 whole seconds; zero stops the timer
     * @param tag 1 to 16 letters and digits
     * @return when the orders will be cancelled
     * @throws NotSentException if the time or the tag is not so
     */
    OkxCancelTimer cancelAllAfter(Duration time, String tag);

    /**
     * Cancels the orders of market makers of options (docs: OKX v5, "Mass cancel order"). There is no such call for other
     * instruments; {@code trading().cancelAll} does it step by step.
     *
     * @param instFamily such as {@code BTC-USD}
     * @return whether it was done
     */
    boolean massCancel(String instFamily);

    /**
     * How many orders the account may send (docs: OKX v5, "Get account rate limit").
     *
     * @return the limit
     */
    OkxRateLimit rateLimit();
}
