package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.fault.Faults;
import dev.astrolabe.simulator.journal.Journal;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.time.Duration;
import java.util.List;

/**
 * What a control port can get hold of.
 *
 * @since 0.1
 */
public interface Controls {

    /**
     * The time.
     *
     * @return the clock of all venues
     */
    SimulatorClock clock();

    /**
     * What was accepted.
     *
     * @return the journal of all venues
     */
    Journal journal();

    /**
     * What goes wrong.
     *
     * @return the rules of all venues
     */
    Faults faults();

    /**
     * The venues.
     *
     * @return in the order of their opening
     */
    List<SimulatedVenue> venues();

    /**
     * Turns a clock that is turned by hand, and moves the markets on the way.
     *
     * @param by how far
     * @throws IllegalArgumentException if that is negative
     * @throws IllegalStateException if the clock runs by itself
     */
    void advance(Duration by);

    /** Lets the markets catch up with the clock at once. */
    void catchUp();

    /**
     * Ends WebSocket connections.
     *
     * @param protocol of which protocol; {@code *} stands for any text
     * @return how many were ended
     */
    int disconnect(String protocol);

    /**
     * Where the protocols are.
     *
     * @return scheme, host and port of REST calls
     */
    String baseUrl();

    /**
     * Where the streams are.
     *
     * @return scheme, host and port of WebSockets
     */
    String streamUrl();
}
