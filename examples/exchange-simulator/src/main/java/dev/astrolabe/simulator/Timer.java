package dev.astrolabe.simulator;

import dev.astrolabe.simulator.fault.Delays;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things later: on its thread, or, by a clock that is turned by hand, on the thread that turns it. */
final class Timer implements Delays, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);
    private static final int JOIN_SECONDS = 5;

    private final SimulatorClock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final PriorityQueue<Due> byHand =
            new PriorityQueue<>(Comparator.comparing(Due::time).thenComparing(Due::number));
    private long lastNumber;

    private record Due(Instant time, long number, Runnable task) {}

    Timer(SimulatorClock clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "simulator-timer");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void onMachine(Duration delay, Runnable task) {
        try {
            Future<?> unused = thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the simulator is closed", e);
        }
    }

    @Override
    public void atVenue(Duration delay, Runnable task) {
        Instant time = clock.instant().plus(delay);
        if (!clock.isTurned()) {
            onMachine(clock.machineTimeUntil(time), task);
            return;
        }
        synchronized (byHand) {
            lastNumber++;
            byHand.add(new Due(time, lastNumber, task));
        }
    }

    /** When something is due by a clock that is turned by hand. */
    Optional<Instant> next() {
        synchronized (byHand) {
            return Optional.ofNullable(byHand.peek()).map(Due::time);
        }
    }

    /** Does what is due by a clock that is turned by hand. */
    void runDue() {
        while (true) {
            Due due;
            synchronized (byHand) {
                due = byHand.peek();
                if (due == null || due.time().isAfter(clock.instant())) {
                    return;
                }
                byHand.remove();
            }
            run(due.task());
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("something that was put off failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(JOIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("the timer is still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
