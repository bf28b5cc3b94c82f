package dev.astrolabe.exchange.testkit.faults;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Duration;
import java.util.List;

/**
 * A venue for the fault contract, and a client on it.
 *
 * @since 0.1
 */
public interface FaultSetup {

    /**
     * Opens a venue with an empty book.
     *
     * @param clock its time
     * @return the venue
     */
    FaultyVenue venue(FakeClock clock);

    /**
     * Opens a client with default settings.
     *
     * @param url where the venue listens
     * @param clock its time
     * @param sleeper how it waits
     * @return the client
     */
    ExchangeClient client(String url, FakeClock clock, Sleeper sleeper);

    /**
     * For how long after its signing the venue executes a request of that client.
     *
     * @return the window
     */
    Duration window();

    /**
     * The answers that leave open what happened.
     *
     * @return the words of the venue for it
     */
    List<Fault.Answer> unknown();

    /**
     * The answer to a query that cannot be served.
     *
     * @return the word of the venue for it
     */
    Fault.Answer unavailable();

    /**
     * The answers that tell of a rate limit, by which nothing is executed.
     *
     * @return the words of the venue for it
     */
    List<Fault.Answer> limited();

    /**
     * Whether orders that wait for a price are placed instead of plain ones, where a venue treats them in another way.
     *
     * @return false unless overridden
     */
    default boolean conditional() {
        return false;
    }
}
