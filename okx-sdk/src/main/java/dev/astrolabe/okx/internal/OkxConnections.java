package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.CommandSocket;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.SocketOptions;
import dev.astrolabe.exchange.transport.StreamHub;
import dev.astrolabe.okx.Okx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The WebSockets of one client: those without a login, those with it, and one for commands. None is opened before it is used. Safe
 * for any thread.
 */
final class OkxConnections implements AutoCloseable {

    // An account may be silent for days, and what is told on change too; a connection lives shorter than that.
    private static final Duration NORMAL_SILENCE = Duration.ofHours(25);
    // Fewer than 30 channels with deep books on one connection (docs: OKX v5, "Order book channel").
    private static final int CHANNELS = 25;
    // 480 an hour on one connection (docs: OKX v5, WebSocket "Connection count limit"), some of them kept back.
    private static final int MESSAGES = 450;

    private final OkxContext context;
    private final StreamHub open;
    private final @Nullable StreamHub own;
    private final @Nullable CommandSocket commands;

    OkxConnections(OkxContext context, SocketOptions options) {
        this.context = context;
        String url = context.settings().streamUrl();
        OkxSigner signer = context.signer();
        this.open = new StreamHub(new OkxSocket(url, null), options);
        OkxSocket loggedIn = signer == null ? null : new OkxSocket(url, new OkxSocket.OkxLogin(signer, context.rest()));
        this.own = loggedIn == null ? null : new StreamHub(loggedIn, options);
        this.commands = loggedIn == null ? null : new CommandSocket(loggedIn, OkxChannel.PRIVATE, options);
    }

    /** Each of the three begins one connection a second, of the three a second that the venue allows. */
    static SocketOptions.Builder options(Clock clock) {
        return SocketOptions.builder()
                .clock(clock)
                .maxChannels(CHANNELS)
                .channelsPerMessage(CHANNELS)
                .messagesPerHour(MESSAGES)
                .connectPause(Duration.ofSeconds(1))
                .probeAfter(Duration.ofSeconds(15))
                .probeTimeout(Duration.ofSeconds(10));
    }

    /** The options of a subscription whose channel may be silent for long. */
    static StreamOptions patient(StreamOptions options) {
        return patient(options, NORMAL_SILENCE);
    }

    static StreamOptions patient(StreamOptions options, Duration silence) {
        return options.staleAfter().compareTo(silence) >= 0
                ? options
                : new StreamOptions(options.mailboxCapacity(), options.overflow(), silence);
    }

    /** A public channel. */
    <E> Subscription open(OkxChannel channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return open(List.of(channel), feed, options, listener);
    }

    /** Public channels that are one thing. */
    <E> Subscription open(
            List<OkxChannel> channels, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        requireUrl();
        return open.subscribeTogether(names(channels), feed, options, listener);
    }

    /** A public channel of which nothing may be lost unnoticed. */
    <E> Subscription lossless(
            OkxChannel channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        requireUrl();
        return open.subscribeLossless(channel.name(), feed, options, listener);
    }

    /** A channel that needs a login. */
    <E> Subscription own(OkxChannel channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return loggedIn().subscribe(channel.name(), feed, options, listener);
    }

    /** Channels of the account that are one thing, and of which nothing may be lost unnoticed; it goes without those beside. */
    <E> Subscription ownLossless(
            List<OkxChannel> needed,
            List<OkxChannel> beside,
            Feed<E> feed,
            StreamOptions options,
            StreamListener<? super E> listener) {
        return loggedIn().subscribeLossless(names(needed), names(beside), feed, patient(options), listener);
    }

    private static List<String> names(List<OkxChannel> channels) {
        return channels.stream().map(OkxChannel::name).toList();
    }

    private StreamHub loggedIn() {
        requireUrl();
        if (own == null) {
            throw withoutCredentials();
        }
        return own;
    }

    /**
     * Where orders are sent.
     *
     * @throws NotSentException without credentials, or where the region's host is not known
     */
    CommandSocket commands() {
        requireUrl();
        if (commands == null) {
            throw withoutCredentials();
        }
        return commands;
    }

    private static NotSentException withoutCredentials() {
        return NotSentException.invalid("streams of the account need the credentials " + new TreeSet<>(Okx.CREDENTIALS)
                + ", and the client has none");
    }

    private void requireUrl() {
        if (context.settings().streamUrl().isEmpty()) {
            throw new NotSentException(
                    NotSentException.Cause.UNSUPPORTED,
                    "the stream host of this region of " + ExchangeId.OKX + " is not known; set option "
                            + Okx.STREAM_URL);
        }
    }

    /** Ends commands first, so that none begins a connection anew. */
    @Override
    public void close() {
        if (commands != null) {
            commands.close();
        }
        open.close();
        if (own != null) {
            own.close();
        }
    }
}
