package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.Feed.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One wish for a channel. What {@link Subscription} does not promise belongs to the hub's thread. */
final class StreamSubscription<E> implements Subscription, Mailbox.Reports {

    private static final Duration NEVER = Duration.ofDays(365);
    private static final Duration LAST_CALL = Duration.ofSeconds(5);

    private final List<String> channels;
    private final Set<String> needed;
    private final Set<String> missing;
    /** What was lost, until the feed is told of it: then it reads again what such a channel brings meanwhile. */
    private final Set<String> held = new HashSet<>();

    private final StreamOptions options;
    private final boolean lossless;
    private final HubContext hub;
    private final Consumer<StreamSubscription<?>> onClose;
    private final Standing standing = new Standing();
    private final AtomicLong unreadable = new AtomicLong();
    private final ListenerCalls<E> calls;
    private final Mailbox<E> mailbox;
    private final Backoff backoff;

    private @Nullable Instant heardAt;
    private @Nullable Instant lostFrom;
    private @Nullable Instant backSince;
    private @Nullable String lostWhy;
    private @Nullable Instant resumeAt;
    private boolean live;
    private boolean silent;

    /** What is wanted: channels without which it is not live, and others beside them. */
    record Wanted(List<String> needed, List<String> beside) {
        static Wanted of(String channel) {
            return new Wanted(List.of(channel), List.of());
        }

        List<String> all() {
            return Stream.concat(needed.stream(), beside.stream()).toList();
        }
    }

    StreamSubscription(
            Wanted wanted,
            Feed<E> feed,
            StreamOptions options,
            boolean lossless,
            StreamListener<? super E> listener,
            HubContext hub,
            Consumer<StreamSubscription<?>> onClose) {
        this.channels = wanted.all();
        this.needed = Set.copyOf(wanted.needed());
        this.missing = new HashSet<>(needed);
        this.options = options;
        this.lossless = lossless;
        this.hub = hub;
        this.onClose = onClose;
        this.calls = new ListenerCalls<>(listener, failure -> hub.log().listenerThrew(name(), failure));
        this.mailbox = new Mailbox<>(
                feed, options, lossless, calls, standing, hub.workers().mail(), this);
        this.backoff = new Backoff(hub.options());
    }

    List<String> channels() {
        return channels;
    }

    private String name() {
        return String.join(" + ", channels);
    }

    /** Of channels that are one thing, the last is the one whose silence says something. */
    Duration staleAfter(String channel) {
        return channel.equals(channels.get(channels.size() - 1)) ? options.staleAfter() : NEVER;
    }

    /** A channel is live, for the first time or again. */
    void live(String channel, Instant now) {
        boolean isBack = missing.remove(channel);
        if (live) {
            return;
        }
        if (!missing.isEmpty()) {
            backSince = isBack && backSince == null ? now : backSince;
            return;
        }
        live = true;
        tellLive(now);
        heardAt = now;
        lostFrom = null;
        lostWhy = null;
        silent(false);
        standing.confirmed(true);
        mailbox.stateChanged();
    }

    private void tellLive(Instant now) {
        held.clear();
        backSince = null;
        mailbox.live(lostFrom == null || lostWhy == null ? null : new Interruption(lostFrom, now, lostWhy));
    }

    /** A channel is not live any more. */
    void lost(String channel, String why) {
        if (!needed.contains(channel)) {
            return;
        }
        missing.add(channel);
        held.add(channel);
        if (!live) {
            return;
        }
        live = false;
        lostFrom = heardAt;
        lostWhy = why;
        standing.confirmed(false);
        mailbox.stateChanged();
    }

    void data(String channel, String payload, Instant received) {
        if (lossless && (heardAt == null || held.contains(channel))) {
            return;
        }
        heardAt = received;
        mailbox.put(payload, received);
        silent(false);
    }

    private void silent(boolean now) {
        if (silent != now) {
            silent = now;
            standing.silent(now);
            mailbox.stateChanged();
        }
    }

    void tick(Instant now) {
        if (resumeAt != null && !now.isBefore(resumeAt)) {
            resumeAt = null;
            mailbox.resume();
        }
        if (live && heardAt != null && Duration.between(heardAt, now).compareTo(options.staleAfter()) > 0) {
            silent(true);
        }
        // What is back does not wait for the others for ever.
        if (heardAt != null
                && backSince != null
                && !now.isBefore(backSince.plus(hub.options().connectTimeout()))) {
            tellLive(now);
            held.addAll(missing);
        }
        mailbox.remind(now, hub.options().connectTimeout());
    }

    @Override
    public void paused(Throwable failure) {
        hub.log().notMadeGood(name(), failure);
        hub.loop().post(() -> resumeAt = hub.options().clock().instant().plus(backoff.next()));
    }

    @Override
    public void madeGood() {
        hub.loop().post(backoff::reset);
    }

    @Override
    public void unreadable(Throwable failure) {
        unreadable.incrementAndGet();
        hub.log().unreadable(name(), failure);
    }

    /** How many payloads the feed could not read. */
    long unreadable() {
        return unreadable.get();
    }

    @Override
    public ConnectionState state() {
        return standing.state();
    }

    @Override
    public boolean awaitLive(Duration timeout) throws InterruptedException {
        return standing.awaitLive(timeout);
    }

    @Override
    public long droppedEvents() {
        return mailbox.dropped();
    }

    @Override
    public void close() {
        end();
        onClose.accept(this);
        awaitEnd(System.nanoTime() + LAST_CALL.toNanos());
    }

    /** Has the listener called once more, without waiting for it. */
    void end() {
        standing.close();
        boolean idle = calls.close(hub.workers().pool());
        mailbox.end(idle);
    }

    /** Waits for the listener's last call until a time of {@link System#nanoTime}; not where the listener itself asks. */
    void awaitEnd(long deadline) {
        calls.awaitClosed(deadline);
    }

    @Override
    public String toString() {
        return name() + " " + state();
    }
}
