package dev.astrolabe.exchange.testkit;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A listener that keeps what it hears, and lets a test wait for an event without sleeping. Safe for any thread.
 *
 * @param <E> the events
 * @since 0.1
 */
public final class Recorder<E> implements StreamListener<E> {

    private final List<E> events = new ArrayList<>();
    private final List<ConnectionState> states = new ArrayList<>();

    /** Starts empty. */
    public Recorder() {}

    @Override
    public synchronized void onEvent(E event) {
        events.add(event);
        notifyAll();
    }

    @Override
    public synchronized void onState(ConnectionState state) {
        states.add(state);
        notifyAll();
    }

    /**
     * Everything heard so far.
     *
     * @return a copy, in order
     */
    public synchronized List<E> all() {
        return List.copyOf(events);
    }

    /**
     * Every state heard so far.
     *
     * @return a copy, in order
     */
    public synchronized List<ConnectionState> states() {
        return List.copyOf(states);
    }

    /**
     * Waits for an event, or finds one that was heard before.
     *
     * @param timeout how long at most, in real time
     * @param wanted what to wait for
     * @return the first event that is wanted
     * @throws AssertionError if none came in time, with what came instead
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public synchronized E await(Duration timeout, Predicate<? super E> wanted) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        int looked = 0;
        while (true) {
            for (; looked < events.size(); looked++) {
                if (wanted.test(events.get(looked))) {
                    return events.get(looked);
                }
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("no such event within " + timeout + "; heard: " + events);
            }
            wait(left / 1_000_000 + 1);
        }
    }
}
