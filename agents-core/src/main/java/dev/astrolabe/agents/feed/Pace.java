package dev.astrolabe.agents.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What happens before a {@link ClientFeed} looks at its markets: time passes, simulated or real. For one thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Pace {

    /** A way to wait that tests can replace. */
    @FunctionalInterface
    interface Sleeper {

        /** Waits on the thread's own time. */
        Sleeper THREAD = wait -> Thread.sleep(wait.toMillis());

        /**
         * Waits.
         *
         * @param wait how long; above 0
         * @throws InterruptedException if the thread was interrupted
         */
        void sleep(Duration wait) throws InterruptedException;
    }

    /**
     * Lets the time of one step pass.
     *
     * @return false where no step is left
     * @throws InterruptedException if the thread was interrupted
     */
    boolean step() throws InterruptedException;

    /**
     * Simulated time: each step runs an action, such as advancing an embedded market.
     *
     * @param steps how many steps there are, at least 0
     * @param advance the action
     * @return the pace
     * @throws IllegalArgumentException if the number is negative
     */
    static Pace virtual(long steps, Runnable advance) {
        return new VirtualPace(steps, advance);
    }

    /**
     * Real time: each step waits until a full period since the one before. A step that took longer than the period is followed at
     * once by the next; missed ones are not made up for.
     *
     * @param period from one step to the next, above 0
     * @param clock tells the time
     * @param sleeper waits; {@link Sleeper#THREAD} outside tests
     * @return the pace; it never ends
     * @throws IllegalArgumentException if the period is not above 0
     */
    static Pace realTime(Duration period, InstantSource clock, Sleeper sleeper) {
        return new RealTimePace(period, clock, sleeper);
    }

    /** Runs an action a number of times. */
    final class VirtualPace implements Pace {

        private final Runnable advance;
        private long left;

        private VirtualPace(long steps, Runnable advance) {
            if (steps < 0) {
                throw new IllegalArgumentException("steps " + steps + " of a feed are below 0");
            }
            this.left = steps;
            this.advance = Objects.requireNonNull(advance, "advance");
        }

        @Override
        public boolean step() throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (left == 0) {
                return false;
            }
            left--;
            advance.run();
            return true;
        }
    }

    /** Waits for the next full period. */
    final class RealTimePace implements Pace {

        private final Duration period;
        private final InstantSource clock;
        private final Sleeper sleeper;
        private Instant due = Instant.MIN;

        private RealTimePace(Duration period, InstantSource clock, Sleeper sleeper) {
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("period " + period + " of a feed is not above zero");
            }
            this.period = period;
            this.clock = Objects.requireNonNull(clock, "clock");
            this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        }

        @Override
        public boolean step() throws InterruptedException {
            Instant now = clock.instant();
            if (now.isBefore(due)) {
                sleeper.sleep(Duration.between(now, due));
                due = due.plus(period);
            } else {
                due = now.plus(period);
            }
            return true;
        }
    }
}
