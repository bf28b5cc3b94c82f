package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.StreamSubscription.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Live data over WebSockets: a registry of what is wanted, and connections that are made to bring it. Safe for any thread.
 *
 * <p>Channels share connections. A connection that is lost, silent for too long or expired is made anew, with growing, jittered
 * pauses and without a last attempt, and subscribes the same again; feeds are told of the interruption. A connection that
 * grows old, or on which a channel falls silent, is replaced while it still delivers: without gap, duplicate or change of
 * order, and without telling the feeds. Only a channel that was silent for too long counts as interrupted then, because
 * nobody knows what the old connection kept back.
 *
 * <p>Threads. One daemon thread owns all state of the hub, and never waits for anything but work. A socket's reader only hands over
 * what came, and is held up while the hub has too much to do. Each subscription has a bounded mailbox, emptied by one
 * worker at a time: there its feed and its listener run, in order. Few workers serve all mailboxes, however many there are; where those
 * at work block, others join them within 50 ms, so that nobody is held up for longer. Workers are daemons too, made for as long as
 * there is work; the address of a connection is asked for on one. All of them are gone after
 * {@link #close}, save the daemons that OkHttp has for the whole process, which end when idle for a minute.
 *
 * @since 0.1
 */
public final class StreamHub implements AutoCloseable {

    private static final long LAST_CALL_SECONDS = 5;
    private static final long JOIN_SECONDS = 5;

    private final HubContext hub;
    private final Registry registry;
    private final Set<StreamSubscription<?>> open = new HashSet<>();
    private boolean started;
    private boolean closed;

    /**
     * A hub without connections. Nothing is opened until something is subscribed.
     *
     * @param protocol the venue
     * @param options how to behave
     */
    public StreamHub(SocketProtocol protocol, SocketOptions options) {
        String name = "astrolabe-" + protocol.name().toLowerCase(Locale.ROOT);
        StreamLog log = new StreamLog(protocol.name());
        Workers workers = new Workers(name + "-worker");
        HubLoop loop = new HubLoop(name + "-streams", this::tick, this::disconnect, log);
        Sockets sockets = new Sockets(options, loop, workers);
        this.hub = new HubContext(protocol, options, loop, workers, sockets, log);
        this.registry = new Registry(hub);
    }

    private void tick() {
        registry.tick();
        hub.workers().relieve();
    }

    private void disconnect() {
        hub.sockets().close();
    }

    /**
     * Wants a channel until the subscription is closed. Several subscriptions may want the same channel: one that joins
     * while the channel is live begins with what comes next.
     *
     * @param channel the venue's name of the channel; no secret, since it is logged
     * @param feed turns what comes into events; used for this subscription alone
     * @param options mailbox and staleness; the mailbox holds messages, each with one event or more
     * @param listener gets the events; of states that follow each other while it is busy it is told the last
     * @param <E> the events
     * @return the subscription
     * @throws NotSentException if the hub is closed
     */
    public <E> Subscription subscribe(
            String channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return add(new StreamSubscription<>(Wanted.of(channel), feed, options, false, listener, hub, this::remove));
    }

    /**
     * As {@link #subscribe}, for a channel of which nothing may be lost unnoticed. When more messages wait than the mailbox
     * holds, all that wait are dropped together and the feed is told of an {@link Feed.Interruption}, as after a lost
     * connection; and so it is when it could not read a message.
     *
     * @param channel the venue's name of the channel; no secret, since it is logged
     * @param feed turns what comes into events; used for this subscription alone
     * @param options mailbox and staleness; the overflow policy has no meaning
     * @param listener gets the events
     * @param <E> the events
     * @return the subscription
     * @throws NotSentException if the hub is closed
     */
    public <E> Subscription subscribeLossless(
            String channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return subscribeLossless(List.of(channel), List.of(), feed, options, listener);
    }

    /**
     * As {@link #subscribeLossless(String, Feed, StreamOptions, StreamListener)}, for channels that together are one thing,
     * whatever connections bring them. It is live while all that it needs are, and one of these that is lost is an interruption of
     * the whole; what the others bring meanwhile is delivered. Of several that are lost, those that are back wait for the others
     * for {@link SocketOptions#connectTimeout()}; then the feed is told of the interruption, and of another one for the rest.
     * Nothing is delivered before it was live for the first time.
     *
     * @param needed the venue's names of the channels that it needs, from one on; no secrets, since they are logged
     * @param beside channels that it goes without while the venue does not bring them
     * @param feed turns what comes into events; used for this subscription alone
     * @param options mailbox and staleness; the overflow policy has no meaning
     * @param listener gets the events
     * @param <E> the events
     * @return the subscription
     * @throws NotSentException if the hub is closed
     */
    public <E> Subscription subscribeLossless(
            List<String> needed,
            List<String> beside,
            Feed<E> feed,
            StreamOptions options,
            StreamListener<? super E> listener) {
        Wanted wanted = new Wanted(List.copyOf(needed), List.copyOf(beside));
        return add(new StreamSubscription<>(wanted, feed, options, true, listener, hub, this::remove));
    }

    /**
     * As {@link #subscribe}, for channels that together are one thing. It is live while all of them are; what one brings is
     * delivered whether the others are or not.
     *
     * @param channels the venue's names of the channels, from one on; no secrets, since they are logged. The silence of the last
     *     says that something is wrong, that of the others is ordinary
     * @param feed turns what comes into events; used for this subscription alone
     * @param options mailbox and staleness; the mailbox holds messages, each with one event or more
     * @param listener gets the events
     * @param <E> the events
     * @return the subscription
     * @throws NotSentException if the hub is closed
     */
    public <E> Subscription subscribeTogether(
            List<String> channels, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        Wanted wanted = new Wanted(List.copyOf(channels), List.of());
        return add(new StreamSubscription<>(wanted, feed, options, false, listener, hub, this::remove));
    }

    private Subscription add(StreamSubscription<?> subscription) {
        synchronized (open) {
            if (closed) {
                throw new NotSentException(
                        NotSentException.Cause.CLOSED,
                        "the streams of " + hub.protocol().name() + " are closed");
            }
            open.add(subscription);
            if (!started) {
                started = true;
                hub.loop().start();
            }
        }
        hub.loop().post(() -> registry.add(subscription));
        return subscription;
    }

    private void remove(StreamSubscription<?> subscription) {
        synchronized (open) {
            if (!open.remove(subscription)) {
                return;
            }
        }
        hub.loop().post(() -> registry.remove(subscription));
    }

    /**
     * Ends every connection and makes new ones at a new address, as when a key behind the address was refused. Feeds are told
     * of an interruption.
     *
     * @param why for the feeds, without any secret
     */
    public void rebuild(String why) {
        Objects.requireNonNull(why, "why");
        hub.loop().post(() -> registry.rebuild(why));
    }

    /**
     * Ends all subscriptions, connections and threads, and waits for them: for seconds at most, and not for a listener that
     * calls this itself. A second call does nothing.
     */
    @Override
    public void close() {
        List<StreamSubscription<?>> ending;
        boolean running;
        synchronized (open) {
            if (closed) {
                return;
            }
            closed = true;
            running = started;
            ending = List.copyOf(open);
            open.clear();
        }
        hub.loop().close();
        ending.forEach(StreamSubscription::end);
        long lastCalls = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_CALL_SECONDS);
        ending.forEach(subscription -> subscription.awaitEnd(lastCalls));
        if (running) {
            join(hub.loop().thread());
        }
        hub.workers().close();
    }

    private static void join(Thread thread) {
        try {
            TimeUnit.SECONDS.timedJoin(thread, JOIN_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
