package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.ConnectionState;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How one subscription stands, put together from what the hub and the mailbox know of it. Safe for any thread.
 */
final class Standing {

    private boolean confirmed;
    private boolean owed;
    private boolean silent;
    private boolean everLive;
    private boolean closed;

    synchronized ConnectionState state() {
        if (closed) {
            return ConnectionState.CLOSED;
        }
        if (!confirmed || owed) {
            return everLive ? ConnectionState.RECONNECTING : ConnectionState.CONNECTING;
        }
        return silent ? ConnectionState.STALE : ConnectionState.LIVE;
    }

    /** Whether the venue has confirmed the channel on a connection that stands. */
    synchronized void confirmed(boolean now) {
        confirmed = now;
        changed();
    }

    /** Whether the feed has still to be told that the channel is live, or to make good what was missed. */
    synchronized void owed(boolean now) {
        owed = now;
        changed();
    }

    /** Whether the channel has been silent for too long. */
    synchronized void silent(boolean now) {
        silent = now;
        changed();
    }

    synchronized void close() {
        closed = true;
        changed();
    }

    private synchronized void changed() {
        everLive |= confirmed && !owed;
        notifyAll();
    }

    /** Waits in real time. */
    synchronized boolean awaitLive(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            ConnectionState state = state();
            long left = end - System.nanoTime();
            if (state == ConnectionState.LIVE || state == ConnectionState.CLOSED || left <= 0) {
                return state == ConnectionState.LIVE;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
