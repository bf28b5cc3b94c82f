package dev.astrolabe.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a program that waits for it, once. Safe for any thread. */
final class StopSignal {

    private static final int CLOSING_SECONDS = 10;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Stops when the JVM is told to end, and lets it wait until all is closed. */
    StopSignal onTermination() {
        Thread hook = new Thread(
                () -> {
                    stop();
                    try {
                        boolean unused = closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "simulator-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    void stop() {
        stop.countDown();
    }

    /** All is closed. */
    void done() {
        closed.countDown();
    }

    /**
     * Waits to be stopped.
     *
     * @param seconds at most so long; 0 for without end
     */
    void await(long seconds) throws InterruptedException {
        if (seconds == 0) {
            stop.await();
        } else {
            boolean unused = stop.await(seconds, TimeUnit.SECONDS);
        }
    }
}
