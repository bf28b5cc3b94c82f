package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.internal.AsterSigner.Permit;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Priority;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds how many signed calls of one key are on their way. The venue keeps the 100 newest nonces of a key and refuses older ones
 * (docs: futures v3, "nonce"): with more on their way, those that arrive late would be refused. Not guaranteed: a call that a
 * hundred later ones overtake is still refused, as -4225, and was then not executed.
 *
 * <p>The last few places are kept for urgent calls, so that a cancel waits for no entry. First come, first served among calls of
 * the same priority. Safe for any thread.
 */
final class CallsInFlight {

    static final int LIMIT = 100;
    static final int RESERVE = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> urgent = new ArrayDeque<>();
    private final Deque<Waiter> ordinary = new ArrayDeque<>();
    private int flying;

    private static final class Waiter {
        final Condition condition;
        boolean admitted;

        Waiter(Condition condition) {
            this.condition = condition;
        }
    }

    /**
     * Waits for a place.
     *
     * @param call the call, for the message
     * @throws NotSentException if the thread is interrupted
     */
    Permit admit(String call, Priority priority) {
        try {
            lock.lockInterruptibly();
            try {
                await(priority == Priority.URGENT ? urgent : ordinary);
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED,
                    "interrupted before " + call + " was sent, while " + LIMIT + " calls of its key were on their way",
                    null,
                    e);
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                leave();
            }
        };
    }

    private void await(Deque<Waiter> queue) throws InterruptedException {
        Waiter waiter = new Waiter(lock.newCondition());
        queue.addLast(waiter);
        admitNext();
        try {
            while (!waiter.admitted) {
                waiter.condition.await();
            }
        } catch (InterruptedException e) {
            if (waiter.admitted) {
                flying--;
                admitNext();
            } else {
                queue.remove(waiter);
            }
            throw e;
        }
    }

    private void leave() {
        lock.lock();
        try {
            flying--;
            admitNext();
        } finally {
            lock.unlock();
        }
    }

    private void admitNext() {
        admitFrom(urgent, LIMIT);
        admitFrom(ordinary, LIMIT - RESERVE);
    }

    private void admitFrom(Deque<Waiter> queue, int bound) {
        while (flying < bound && !queue.isEmpty()) {
            Waiter next = queue.removeFirst();
            next.admitted = true;
            flying++;
            next.condition.signal();
        }
    }

    /** How many calls are on their way. */
    int flying() {
        lock.lock();
        try {
            return flying;
        } finally {
            lock.unlock();
        }
    }

    /** How many calls wait. */
    int waiting() {
        lock.lock();
        try {
            return urgent.size() + ordinary.size();
        } finally {
            lock.unlock();
        }
    }
}
