package dev.astrolabe.simulator.fault;

import java.time.Duration;

/**
 * Does things later.
 *
 * @since 0.1
 */
public interface Delays {

    /**
     * Does something after a while of the machine's time.
     *
     * @param delay how long
     * @param task what; dropped where everything ends before
     */
    void onMachine(Duration delay, Runnable task);

    /**
     * Does something after a while of the venue's time.
     *
     * @param delay how long
     * @param task what; dropped where everything ends before
     */
    void atVenue(Duration delay, Runnable task);
}
