package dev.astrolabe.exchange.testkit.faults;

import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A venue on which calls go wrong as a test decides. Its book is the witness of what was executed.
 *
 * @since 0.1
 */
public interface FaultyVenue {

    /**
     * An order in the book.
     *
     * @param clientId the client's id
     * @param open whether it can still be filled
     * @param price its limit as it is now; null where it has none
     */
    record Entry(String clientId, boolean open, @Nullable BigDecimal price) {}

    /**
     * Answers a call.
     *
     * @param call what came in
     * @return what the caller gets
     */
    Reply answer(Received call);

    /**
     * Decides from now on what goes wrong with each call.
     *
     * @param decision the fault of a call
     */
    void decide(Function<Asked, Fault> decision);

    /**
     * How many calls came.
     *
     * @return a number that only grows
     */
    long requests();

    /**
     * How many of them were meant to change something.
     *
     * @return a number that only grows
     */
    long mutations();

    /**
     * How many of those only proved that an order cannot be executed any more.
     *
     * @return a number that only grows
     */
    long proofs();

    /**
     * Every order that was ever taken, after what is due by now.
     *
     * @return in the order of their execution
     */
    List<Entry> book();
}
