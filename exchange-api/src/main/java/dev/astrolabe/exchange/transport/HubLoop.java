package dev.astrolabe.exchange.transport;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns a hub's state, and what waits for it. Whoever posts more than it can take is held up: for a
 * socket's reader that is the back-pressure which TCP carries to the venue.
 */
final class HubLoop {

    private static final int CAPACITY = 4096;
    /** After so many in a row the clock is looked at, however many wait. */
    private static final int BATCH = 256;

    private static final long TICK_MILLIS = 25;
    private static final long RECHECK_MILLIS = 100;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final StreamLog log;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * A loop that does not run yet.
     *
     * @param name of the thread
     * @param tick what is done between messages, about every 25 ms of real time
     * @param end what is done last
     */
    HubLoop(String name, Runnable tick, Runnable end, StreamLog log) {
        this.log = log;
        this.thread = new Thread(() -> run(tick, end), name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has the thread do something. Waits while the queue is full, whether interrupted or not; after the end nothing is done. */
    void post(Runnable work) {
        boolean interrupted = false;
        while (!closed && !waiting.offer(work)) {
            try {
                if (waiting.offer(work, RECHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Runnable tick, Runnable end) {
        long nextTick = System.nanoTime();
        while (!closed) {
            Runnable work = await();
            for (int done = 1; work != null && !closed; done++) {
                guarded(work);
                work = done < BATCH ? waiting.poll() : null;
            }
            if (System.nanoTime() - nextTick >= 0) {
                guarded(tick);
                nextTick = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
            }
        }
        guarded(end);
        waiting.clear();
    }

    private @Nullable Runnable await() {
        try {
            return waiting.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null;
        }
    }

    /** One failure must not end what all subscriptions live on. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            log.broken(e);
        }
    }

    /** Lets the thread end after what it is doing. */
    void close() {
        closed = true;
    }

    Thread thread() {
        return thread;
    }
}
