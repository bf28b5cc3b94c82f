package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.SocketOptions;
import dev.astrolabe.exchange.transport.StreamHub;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The account's stream: one connection for all its subscriptions, and the key that opens it. An account may be silent for days,
 * which says nothing: its connection is probed and its key renewed instead, so that a shorter staleness is not taken from the
 * options. Safe for any thread.
 */
final class AsterUserStreams implements UserStreams, AutoCloseable {

    // Longer than a connection lives.
    private static final Duration NORMAL_SILENCE = Duration.ofHours(25);

    private final AsterContext context;
    private final AsterInstruments instruments;
    private final GapReading.Source source;
    private final Json json;
    private final ListenKeyKeeper key;
    private final StreamHub hub;

    AsterUserStreams(
            AsterContext context,
            AsterInstruments instruments,
            GapReading.Source source,
            String streamUrl,
            SocketOptions options,
            Json json) {
        this.context = context;
        this.instruments = instruments;
        this.source = source;
        this.json = json;
        this.key = new ListenKeyKeeper(context, this::rebuild);
        this.hub = new StreamHub(new UserSocket(streamUrl, key), options);
    }

    private void rebuild(String why) {
        hub.rebuild(why);
    }

    @Override
    public Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener) {
        UserEventFeed feed = new UserEventFeed(context, instruments, source, json);
        return withKey(() -> hub.subscribeLossless(UserSocket.CHANNEL, feed, patient(options), listener));
    }

    /** Announcements come with the account's events; what else comes is left to {@link #events}. */
    Subscription announcements(StreamOptions options, StreamListener<? super Announcement> listener) {
        AnnouncementFeed feed = new AnnouncementFeed(json);
        return withKey(() -> hub.subscribe(UserSocket.CHANNEL, feed, patient(options), listener));
    }

    private static StreamOptions patient(StreamOptions options) {
        return options.staleAfter().compareTo(NORMAL_SILENCE) >= 0
                ? options
                : new StreamOptions(options.mailboxCapacity(), options.overflow(), NORMAL_SILENCE);
    }

    /** A subscription of the account's stream, which keeps the key while it is open. */
    private Subscription withKey(Supplier<Subscription> subscribe) {
        context.requireCredentials(context.endpoints().listenKeys.start);
        key.acquire();
        try {
            return new KeyHolder(subscribe.get(), key);
        } catch (RuntimeException e) {
            key.release();
            throw e;
        }
    }

    /** Ends the connection first, so that the key is not started again, then gives the key back. */
    @Override
    public void close() {
        hub.close();
        key.close();
    }

    private static final class KeyHolder implements Subscription {
        private final Subscription subscription;
        private final ListenKeyKeeper key;
        private final AtomicBoolean closed = new AtomicBoolean();

        KeyHolder(Subscription subscription, ListenKeyKeeper key) {
            this.subscription = subscription;
            this.key = key;
        }

        @Override
        public ConnectionState state() {
            return subscription.state();
        }

        @Override
        public boolean awaitLive(Duration timeout) throws InterruptedException {
            return subscription.awaitLive(timeout);
        }

        @Override
        public long droppedEvents() {
            return subscription.droppedEvents();
        }

        @Override
        public void close() {
            subscription.close();
            if (closed.compareAndSet(false, true)) {
                key.release();
            }
        }
    }
}
