package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamListener;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls a listener, one call at a time, last with {@code CLOSED}, and never again after that. Safe for any thread. */
final class ListenerCalls<E> {

    private final StreamListener<? super E> listener;
    private final Consumer<Throwable> thrown;
    private @Nullable Thread caller;
    private ConnectionState told = ConnectionState.CONNECTING;
    private boolean closing;
    private boolean closed;

    ListenerCalls(StreamListener<? super E> listener, Consumer<Throwable> thrown) {
        this.listener = listener;
        this.thrown = thrown;
    }

    void event(E event) {
        call(() -> listener.onEvent(event));
    }

    /** Tells a state unless it was the last that was told. */
    void state(ConnectionState state) {
        if (isNews(state)) {
            call(() -> listener.onState(state));
        }
    }

    private synchronized boolean isNews(ConnectionState state) {
        boolean news = state != told && state != ConnectionState.CLOSED;
        told = news ? state : told;
        return news;
    }

    synchronized ConnectionState told() {
        return told;
    }

    private void call(Runnable work) {
        if (!enter()) {
            return;
        }
        guarded(work);
        if (leave()) {
            end();
        }
    }

    private synchronized boolean enter() {
        if (closing) {
            return false;
        }
        caller = Thread.currentThread();
        return true;
    }

    /** True if the end has come during the call: then it is told next, on the same thread. */
    private synchronized boolean leave() {
        caller = null;
        return closing;
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            thrown.accept(e);
        }
    }

    /**
     * No call begins from now on but the last, which the executor makes unless a call is under way.
     *
     * @return whether none is under way
     */
    boolean close(Executor executor) {
        synchronized (this) {
            boolean idle = caller == null;
            if (closing || !idle) {
                closing = true;
                return idle;
            }
            closing = true;
        }
        try {
            executor.execute(this::end);
        } catch (RejectedExecutionException e) {
            closed();
        }
        return true;
    }

    private void end() {
        synchronized (this) {
            caller = Thread.currentThread();
        }
        guarded(() -> listener.onState(ConnectionState.CLOSED));
        closed();
    }

    private synchronized void closed() {
        caller = null;
        closed = true;
        notifyAll();
    }

    /** Waits until the last call is over or until a time of {@link System#nanoTime}; not where the listener itself asks. */
    synchronized void awaitClosed(long deadline) {
        boolean interrupted = false;
        while (!closed && !interrupted && !Thread.currentThread().equals(caller)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
