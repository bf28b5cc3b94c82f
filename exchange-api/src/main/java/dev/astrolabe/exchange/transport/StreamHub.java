package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;

/**
 * Live data over WebSockets: a registry of what is wanted, and connections that are made to bring it.
 *
 * @since 0.1
 */
public final class StreamHub implements AutoCloseable {

    /**
     * A hub without connections. Nothing is opened until something is subscribed.
     *
     * @param protocol the venue
     * @param options how to behave
     */
    public StreamHub(SocketProtocol protocol, SocketOptions options) {
        java.util.Objects.requireNonNull(protocol);
    }

    /**
     * Wants a channel until the subscription is closed. Several subscriptions may want the same channel.
     *
     * @param channel the venue's name of the channel
     * @param feed turns what comes into events; used for this subscription alone
     * @param options mailbox and staleness
     * @param listener gets the events
     * @param <E> the events
     * @return the subscription
     * @throws dev.astrolabe.exchange.error.NotSentException if the hub is closed
     */
    public <E> Subscription subscribe(
            String channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        if (channel.isEmpty()) {
            return subscribeLossless(channel, feed, options, listener);
        }
        throw new UnsupportedOperationException(channel);
    }

    /**
     * As {@link #subscribe}, for a channel of which nothing may be lost unnoticed. When more messages wait than the mailbox
     * holds, all that wait are dropped together and the feed is told of an {@link Feed.Interruption}, as after a lost
     * connection.
     *
     * @param channel the venue's name of the channel
     * @param feed turns what comes into events; used for this subscription alone
     * @param options mailbox and staleness; the overflow policy has no meaning
     * @param listener gets the events
     * @param <E> the events
     * @return the subscription
     * @throws dev.astrolabe.exchange.error.NotSentException if the hub is closed
     */
    public <E> Subscription subscribeLossless(
            String channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return subscribe(channel, feed, options, listener);
    }

    /**
     * Ends every connection and makes new ones at a new address, as when a key behind the address was refused. Feeds are told
     * of an interruption.
     *
     * @param why for the feeds, without any secret
     */
    public void rebuild(String why) {}

    /** Ends all subscriptions, connections and threads, and waits for them. A second call does nothing. */
    @Override
    public void close() {}
}
