package dev.astrolabe.okx;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAlgoAmend;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxAlgoRequest;
import dev.astrolabe.okx.model.OkxQuery;
import java.util.List;
import java.util.Optional;

/**
 * Orders that wait for a price or split themselves, in OKX's own calls. Their ids are those of the algo; the order that one becomes
 * has others. Such a call takes no expiry: a request that left may be executed until its time stamp is 30 seconds old. Blocks, safe
 * for any thread.
 *
 * @since 0.1
 */
public interface OkxAlgos {

    /**
     * Places one, which gets a client id where it has none (docs: OKX v5, "Place algo order").
     *
     * @param order the order
     * @return the venue's acknowledgement
     * @throws NotSentException if something is missing or does not go together
     * @throws RejectedException if the venue refused it: it was not placed
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    OkxAck place(OkxAlgoRequest order);

    /**
     * Cancels several in one request (docs: OKX v5, "Cancel algo order").
     *
     * @param refs from 1 to 10, by their algo ids
     * @return what became of each, in the same order
     */
    List<Outcome<OkxAck>> cancel(List<OrderRef> refs);

    /**
     * Changes a waiting one of type {@code conditional}, {@code oco} or {@code trigger} (docs: OKX v5, "Amend algo order").
     *
     * @param change the change
     * @return the venue's acknowledgement
     * @throws RejectedException if the venue refused it: the order stays as it was, or is cancelled if the change says so
     * @throws OutcomeUnknownException if it left and no verdict came: the order itself tells whether it was changed
     */
    OkxAck amend(OkxAlgoAmend change);

    /**
     * One of them, waiting or past (docs: OKX v5, "Get algo order details").
     *
     * @param ref by its algo ids
     * @return the order; empty where the venue does not know it
     */
    Optional<OkxAlgoOrder> order(OrderRef ref);

    /**
     * Those that wait, newest first (docs: OKX v5, "Get algo order list").
     *
     * @param query ordType (needed: one, or {@code conditional,oco}), instType, instId, algoId, after, before, limit
     * @return a page
     */
    Page<OkxAlgoOrder> pending(OkxQuery query);

    /**
     * Those of the last three months that wait no more, newest first (docs: OKX v5, "Get algo order history").
     *
     * @param query ordType (needed), state or algoId (one is needed), instType, instId, after, before, limit
     * @return a page
     * @throws NotSentException if it has both a state and an algoId, or neither
     */
    Page<OkxAlgoOrder> history(OkxQuery query);
}
