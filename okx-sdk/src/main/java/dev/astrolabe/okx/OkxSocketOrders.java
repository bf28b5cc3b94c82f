package dev.astrolabe.okx;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAmend;
import dev.astrolabe.okx.model.OkxOrderRequest;
import java.util.List;

/**
 * Orders over a WebSocket, which is quicker than REST and otherwise the same: the same checks, limits and verdicts. There is one
 * connection, opened and logged in at the first call; one that was lost is opened again for the next call. What left and has no
 * answer is {@link dev.astrolabe.exchange.error.OutcomeUnknownException}, to be resolved like any other; without a connection nothing
 * is sent. Orders that wait for a trigger, and exits that come with an order, are taken over REST only. Blocks, safe for any thread.
 * (docs: OKX v5, "WebSocket", "Place order")
 *
 * @since 0.1
 */
public interface OkxSocketOrders {

    /**
     * Places an order.
     *
     * @param order the order; one without a client order id gets one
     * @return that it was accepted
     * @throws ExchangeException as the class says; {@code NotSentException} where it comes with exits, or the venue has given its
     *     instrument no number
     */
    OkxAck place(OkxOrderRequest order);

    /**
     * Places orders together.
     *
     * @param orders 1 to 20 orders, of several instruments too
     * @return what became of each, in the same order
     * @throws ExchangeException if the venue refused them all together, or they were not sent
     */
    List<Outcome<OkxAck>> placeBatch(List<OkxOrderRequest> orders);

    /**
     * Cancels an order.
     *
     * @param ref the order, no algo order
     * @return that the request was accepted, which does not say that the order is cancelled
     * @throws ExchangeException as the class says
     */
    OkxAck cancel(OrderRef ref);

    /**
     * Cancels orders together.
     *
     * @param refs 1 to 20 orders, no algo orders
     * @return what became of each, in the same order
     * @throws ExchangeException if the venue refused them all together, or they were not sent
     */
    List<Outcome<OkxAck>> cancelBatch(List<OrderRef> refs);

    /**
     * Changes an order.
     *
     * @param change the change, without exits
     * @return that the request was accepted, which does not say that the order is changed
     * @throws ExchangeException as the class says
     */
    OkxAck amend(OkxAmend change);

    /**
     * Changes orders together.
     *
     * @param changes 1 to 20 changes without exits, each of another order
     * @return what became of each, in the same order
     * @throws ExchangeException if the venue refused them all together, or they were not sent
     */
    List<Outcome<OkxAck>> amendBatch(List<OkxAmend> changes);
}
