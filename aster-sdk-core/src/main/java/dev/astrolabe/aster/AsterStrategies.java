package dev.astrolabe.aster;

import dev.astrolabe.aster.model.Chase;
import dev.astrolabe.aster.model.ChaseRequest;
import dev.astrolabe.aster.model.Strategy;
import dev.astrolabe.aster.model.StrategyAck;
import dev.astrolabe.aster.model.StrategyChange;
import dev.astrolabe.aster.model.StrategyOrder;
import dev.astrolabe.aster.model.StrategyRef;
import dev.astrolabe.aster.model.StrategyUpdate;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.HistoryQuery;
import java.util.List;
import java.util.Optional;

/**
 * Orders that the venue manages after they were placed: chases, and orders that place or cancel one another (docs: futures
 * v3, "Place Chase Order" and "Place Strategy Order"). Only v3: a client of v1 refuses every call before any I/O.
 *
 * <p>A call that changes something leaves once. Where no verdict comes back it throws {@link OutcomeUnknownException}, whose
 * venue error names the client's id, given or made up. {@link AsterOrders#noop(String)} with that id keeps a request that
 * still waits from being executed; then a strategy is asked for by the id with {@link #open} and, as it may have ended,
 * with {@link #history}. Nothing asks for a chase: its order shows in the open orders and the user stream.
 *
 * @since 0.1
 */
public interface AsterStrategies {

    /**
     * Places an order that follows the best price of its own side (docs: futures v3, "Place Chase Order"). It ends when it
     * is filled, when its order is cancelled, or when the market has gone too far.
     *
     * @param chase the chase; it gets a client's id where it has none
     * @return the chase as the venue accepted it, without the id of its order
     * @throws NotSentException if an amount breaks a filter
     * @throws RejectedException if the venue refused it: it was not placed
     * @throws OutcomeUnknownException if it left and no verdict came: see above
     */
    Chase chase(ChaseRequest chase);

    /**
     * Places orders that place or cancel one another (docs: futures v3, "Place Strategy Order"). Costs a weight of 50.
     *
     * @param strategy the orders and their links; the strategy and its orders get client's ids where they have none
     * @return the venue's answer, which may tell a failure
     * @throws NotSentException if an order breaks a filter
     * @throws RejectedException if the venue refused it: nothing was placed
     * @throws OutcomeUnknownException if it left and no verdict came: see above
     */
    StrategyAck place(StrategyOrder strategy);

    /**
     * Gives orders of a strategy new terms (docs: futures v3, "Update Strategy Order"). Costs a weight of 50. Each order
     * stands alone. After an {@link OutcomeUnknownException} the strategy itself tells what was changed.
     *
     * @param change the strategy and the new terms
     * @return what became of each order
     * @throws NotSentException if an order breaks a filter: then none is sent
     * @throws RejectedException if the venue refused all of it
     * @throws OutcomeUnknownException if it left and no verdict came
     */
    List<StrategyUpdate> update(StrategyChange change);

    /**
     * Asks for a strategy that is at work (docs: futures v3, "Query Strategy Open Order").
     *
     * @param ref the strategy
     * @return the strategy; empty where the venue says that there is none
     */
    Optional<Strategy> open(StrategyRef ref);

    /**
     * Asks for a strategy of the past (docs: futures v3, "Query Strategy History Order").
     *
     * @param ref the strategy
     * @param part from when, at most 90 days ago, until when, and at most how many rows (1000; 500 unless said); no symbol
     * @return what the venue has of it
     * @throws NotSentException if that part cannot be asked for
     */
    List<Strategy> history(StrategyRef ref, HistoryQuery part);

    /**
     * When the venue stops a market maker.
     *
     * @return the group
     */
    AsterProtection marketMakerProtection();
}
