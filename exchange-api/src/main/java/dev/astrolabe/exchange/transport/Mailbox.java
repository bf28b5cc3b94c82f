package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.transport.Feed.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one subscription's feed, in order and bounded. It takes a worker's thread while there is something to do.
 * The hub puts in, the worker takes out.
 */
final class Mailbox<E> implements Runnable {

    /** What a mailbox reports. */
    interface Reports {
        /** The feed could not go live; the mailbox collects until it is resumed. On the worker's thread. */
        void paused(Throwable failure);

        /** The feed went live. On the worker's thread. */
        void madeGood();

        /** The feed could not read a payload. On the worker's thread. */
        void unreadable(Throwable failure);
    }

    private sealed interface Item {}

    private record Data(String payload, Instant received) implements Item {}

    /** Stands where the channel went live, until the feed has dealt with it. */
    private static final class Live implements Item {
        private @Nullable Interruption interruption;
        private boolean begun;

        Live(@Nullable Interruption interruption) {
            this.interruption = interruption;
        }
    }

    private final Feed<E> feed;
    private final StreamOptions options;
    private final boolean lossless;
    private final ListenerCalls<E> calls;
    private final Standing standing;
    private final Executor executor;
    private final Reports reports;

    private final Deque<Item> items = new ArrayDeque<>();
    private int waiting;
    private long dropped;
    private int unreadInARow;
    private @Nullable Instant lastRead;
    // Since when the feed waits for what it begins with.
    private @Nullable Instant unreadySince;
    private boolean unready;
    private boolean scheduled;
    private boolean paused;
    private boolean ended;
    private @Nullable Thread worker;

    Mailbox(
            Feed<E> feed,
            StreamOptions options,
            boolean lossless,
            ListenerCalls<E> calls,
            Standing standing,
            Executor executor,
            Reports reports) {
        this.feed = feed;
        this.options = options;
        this.lossless = lossless;
        this.calls = calls;
        this.standing = standing;
        this.executor = executor;
        this.reports = reports;
    }

    /** Puts a payload in; where there is no room, what the options say is dropped. */
    synchronized void put(String payload, Instant received) {
        if (ended) {
            return;
        }
        if (waiting >= options.mailboxCapacity()) {
            makeRoom(received);
        }
        items.add(new Data(payload, received));
        waiting++;
        schedule();
    }

    private void makeRoom(Instant now) {
        if (lossless) {
            Interruption interruption = overflow(now);
            dropAll();
            addLive(interruption);
        } else if (options.overflow() == OverflowPolicy.KEEP_LATEST) {
            dropped += waiting;
            dropAll();
        } else {
            dropped++;
            dropOldest();
        }
    }

    private Interruption overflow(Instant now) {
        Instant from = lastRead;
        if (from == null) {
            from = items.stream()
                    .filter(Data.class::isInstance)
                    .map(item -> ((Data) item).received())
                    .findFirst()
                    .orElse(now);
        }
        return new Interruption(from, now, waiting + " messages outran the listener and were dropped");
    }

    private void dropAll() {
        items.removeIf(Data.class::isInstance);
        waiting = 0;
    }

    private void dropOldest() {
        for (Iterator<Item> each = items.iterator(); each.hasNext(); ) {
            if (each.next() instanceof Data) {
                each.remove();
                waiting--;
                return;
            }
        }
    }

    /** The channel is live: for the first time, or after an interruption. */
    synchronized void live(@Nullable Interruption interruption) {
        if (!ended) {
            addLive(interruption);
            schedule();
        }
    }

    /** Interruptions that wait are made one, at the place of the first: what is read again then covers them all. */
    private void addLive(@Nullable Interruption interruption) {
        standing.owed(true);
        for (Item item : items) {
            if (interruption != null && item instanceof Live live && !live.begun && live.interruption != null) {
                live.interruption =
                        new Interruption(live.interruption.from(), interruption.until(), interruption.why());
                return;
            }
        }
        items.add(new Live(interruption));
    }

    /** Goes on after a pause. */
    synchronized void resume() {
        paused = false;
        schedule();
    }

    /** Has the feed go live once more where what it begins with has not come in time. */
    synchronized void remind(Instant now, Duration patience) {
        if (!unready || ended || items.stream().anyMatch(Live.class::isInstance)) {
            return;
        }
        if (unreadySince == null) {
            unreadySince = now;
        } else if (!now.isBefore(unreadySince.plus(patience))) {
            addLive(new Interruption(unreadySince, now, "nothing came to begin with"));
            unreadySince = null;
            schedule();
        }
    }

    /** Looks whether a new state is to be told. */
    synchronized void stateChanged() {
        schedule();
    }

    /** Takes nothing more, and interrupts the feed unless it has its listener called just now. */
    synchronized void end(boolean interrupts) {
        ended = true;
        items.clear();
        waiting = 0;
        if (interrupts && worker != null && !worker.equals(Thread.currentThread())) {
            worker.interrupt();
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    synchronized long dropped() {
        return dropped;
    }

    private void schedule() {
        if (scheduled || ended || !hasWork()) {
            return;
        }
        try {
            executor.execute(this);
            scheduled = true;
        } catch (RejectedExecutionException e) {
            ended = true;
        }
    }

    private boolean hasWork() {
        ConnectionState state = standing.state();
        return (!paused && !items.isEmpty()) || (state != calls.told() && state != ConnectionState.CLOSED);
    }

    @Override
    public void run() {
        synchronized (this) {
            worker = Thread.currentThread();
        }
        for (Item item = next(); item != null; item = next()) {
            if (item instanceof Data data) {
                read(data);
            } else if (item instanceof Live live) {
                goLive(live);
            }
        }
        // The interruption by the end is not for what the thread does next.
        Thread.interrupted();
    }

    /** Tells the state first, since it belongs before what follows. Null if there is nothing to do. */
    private @Nullable Item next() {
        while (true) {
            calls.state(standing.state());
            synchronized (this) {
                if (ended || !hasWork()) {
                    scheduled = false;
                    worker = null;
                    return null;
                }
                if (paused || items.isEmpty()) {
                    continue;
                }
                Item item = items.element();
                if (item instanceof Live live) {
                    live.begun = true;
                } else {
                    items.remove();
                    waiting--;
                }
                return item;
            }
        }
    }

    private void settled(boolean ready) {
        unready = !ready;
        standing.owed(unready || items.stream().anyMatch(Live.class::isInstance));
    }

    private void read(Data data) {
        try {
            feed.data(data.payload(), data.received(), calls::event);
            boolean ready = feed.isReady();
            synchronized (this) {
                lastRead = data.received();
                unreadInARow = 0;
                if (unready) {
                    settled(ready);
                }
            }
        } catch (Exception | Error e) {
            if (hasEnded()) {
                return;
            }
            reports.unreadable(e);
            if (lossless) {
                missed(data, e);
            }
        }
    }

    /** What a lossless feed cannot read is missing; one failure after the other must not read all again without a pause. */
    private void missed(Data data, Throwable failure) {
        synchronized (this) {
            Instant from = lastRead == null ? data.received() : lastRead;
            standing.owed(true);
            items.addFirst(new Live(new Interruption(from, data.received(), "a message could not be read")));
            if (unreadInARow++ == 0) {
                return;
            }
            paused = true;
        }
        reports.paused(failure);
    }

    private void goLive(Live live) {
        try {
            feed.live(live.interruption, calls::event);
            boolean ready = feed.isReady();
            synchronized (this) {
                items.remove(live);
                unreadySince = null;
                settled(ready);
            }
            if (unreadInARow == 0) {
                reports.madeGood();
            }
        } catch (Exception | Error e) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                live.begun = false;
                paused = true;
            }
            reports.paused(e);
        }
    }
}
