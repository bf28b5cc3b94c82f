package dev.astrolabe.exchange.transport;

import java.time.Duration;

/**
 * Lets the calling thread wait. Tests give one that moves a fake clock.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @param time how long; zero or less returns at once
     * @throws InterruptedException if the thread is interrupted, before or while it waits
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Waits in real time.
     *
     * @return the sleeper of production
     */
    static Sleeper system() {
        return time -> {
            if (time.isNegative() || time.isZero()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                return;
            }
            Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        };
    }
}
