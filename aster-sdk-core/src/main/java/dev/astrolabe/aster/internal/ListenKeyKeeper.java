package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the account's stream: started for each connection, kept alive while someone uses it, given back afterwards. It
 * lives for an hour; the venue advises to renew it about as often, which is too late (docs: futures, "User Data Streams"). An
 * account has one key for all its programs: giving it back ends their streams too, until they start a new one. The key itself is
 * kept nowhere. Safe for any thread; one daemon thread while the key is in use.
 */
final class ListenKeyKeeper implements AutoCloseable {

    static final Duration KEEP_ALIVE = Duration.ofMinutes(30);
    static final Duration LIFE = Duration.ofMinutes(60);

    private static final Logger LOG = LoggerFactory.getLogger(ListenKeyKeeper.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    // The clock is looked at this often: while a machine sleeps its timers stand still and its clock goes on.
    private static final long TICK_MILLIS = 200;

    private final AsterContext context;
    private final StreamKeyEndpoints endpoints;
    private final Consumer<String> onLost;
    // Held during a call to the venue, so that a key is not given back while it is started again.
    private final ReentrantLock calls = new ReentrantLock();
    private final Object lock = new Object();
    private int users;
    private boolean closed;
    private @Nullable Thread keeper;
    // When the venue last confirmed the key; null while there is none.
    private @Nullable Instant confirmedAt;
    private Instant due = Instant.MAX;

    /** The consumer is told, on the keeper's thread, why the key is of no use any more. */
    ListenKeyKeeper(AsterContext context, Consumer<String> onLost) {
        this.context = context;
        this.endpoints = context.endpoints().listenKeys;
        this.onLost = onLost;
    }

    /** Counts one more user of the key. Nothing is asked of the venue yet. */
    void acquire() {
        synchronized (lock) {
            users++;
        }
    }

    /** Counts one user less; after the last one the key is given back soon. */
    void release() {
        synchronized (lock) {
            users--;
            lock.notifyAll();
        }
    }

    /** Starts the key, or has the venue confirm the one that is active. */
    String start() {
        try {
            calls.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED, "the thread that starts a listen key was interrupted");
        }
        try {
            Instant asked = context.clock().instant();
            String key = context.call(endpoints.start, Params.create()).listenKey();
            confirmed(asked);
            return key;
        } finally {
            calls.unlock();
        }
    }

    private void confirmed(Instant asked) {
        synchronized (lock) {
            confirmedAt = asked;
            due = asked.plus(KEEP_ALIVE);
            if (keeper == null && !closed) {
                Thread thread = new Thread(this::keep, "astrolabe-asterdex-listen-key");
                thread.setDaemon(true);
                keeper = thread;
                thread.start();
            }
        }
    }

    private void keep() {
        try {
            while (awaitWork()) {
                String lost = renewOrGiveBack();
                if (lost != null) {
                    onLost.accept(lost);
                }
            }
        } catch (InterruptedException e) {
            // Only close() interrupts, and then nothing is left to do.
            Thread.currentThread().interrupt();
        }
    }

    /** True when the key is to be renewed or given back; false when this thread is to end. */
    private boolean awaitWork() throws InterruptedException {
        synchronized (lock) {
            while (!closed) {
                if (confirmedAt == null && users == 0) {
                    keeper = null;
                    return false;
                }
                if (confirmedAt != null && (users == 0 || isDue(confirmedAt))) {
                    return true;
                }
                lock.wait(TICK_MILLIS);
            }
            return false;
        }
    }

    private boolean isDue(Instant confirmed) {
        Instant now = context.clock().instant();
        return !now.isBefore(due) || now.isBefore(confirmed);
    }

    /** Why the key is of no use any more; null where it is, or nobody wants it. */
    private @Nullable String renewOrGiveBack() throws InterruptedException {
        calls.lockInterruptibly();
        try {
            if (isUsed()) {
                return keepAlive();
            }
            giveBack();
            return null;
        } finally {
            calls.unlock();
        }
    }

    private boolean isUsed() {
        synchronized (lock) {
            return users > 0;
        }
    }

    private @Nullable String keepAlive() {
        try {
            Instant asked = context.clock().instant();
            context.call(endpoints.keepAlive, Params.create());
            confirmed(asked);
            return null;
        } catch (RejectedException e) {
            forget();
            return "the venue refused to keep the listen key alive: " + e.reason();
        } catch (ExchangeException e) {
            LOG.debug("the listen key was not kept alive: {}", e.getMessage());
            return retryLater() ? null : "the listen key was not kept alive for " + LIFE.toMinutes() + " minutes";
        }
    }

    /** False where the key is dead by now. */
    private boolean retryLater() {
        synchronized (lock) {
            Instant now = context.clock().instant();
            due = now.plus(RETRY);
            if (confirmedAt != null && now.isBefore(confirmedAt.plus(LIFE))) {
                return true;
            }
            confirmedAt = null;
            return false;
        }
    }

    private void forget() {
        synchronized (lock) {
            confirmedAt = null;
        }
    }

    private void giveBack() {
        synchronized (lock) {
            if (confirmedAt == null) {
                return;
            }
            confirmedAt = null;
        }
        try {
            context.call(endpoints.close, Params.create());
        } catch (ExchangeException e) {
            LOG.debug("the listen key was not given back, and dies of itself: {}", e.getMessage());
        }
    }

    /** Ends the thread and gives the key back. A second call does nothing. */
    @Override
    public void close() {
        Thread running;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            running = keeper;
            lock.notifyAll();
        }
        if (running != null) {
            running.interrupt();
            joinUninterruptibly(running);
        }
        calls.lock();
        try {
            giveBack();
        } finally {
            calls.unlock();
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
