package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket from its address to its end. It brings what is subscribed to what its owner wants, one message at a time and
 * each after the answer to the one before: so a refusal that names no message is understood too. Hub thread only.
 */
final class Connection implements SocketLink.Events {

    /** Whom a connection serves. */
    interface Owner {
        boolean wants(String channel);

        /** The next channels to ask for together, of those that are wanted and not on the wire. */
        List<String> missing(Set<String> onWire, Instant now);

        /** The venue may deliver the channels from now on. */
        void asked(Connection connection, Collection<String> channels);

        /** The venue may deliver what the address itself subscribes from now on. */
        void opening(Connection connection);

        void confirmed(Connection connection, Collection<String> channels);

        void refused(Connection connection, Collection<String> channels);

        void data(Connection connection, Inbound.Data data, Instant received);

        /** The venue will end it soon. */
        void leaving(Connection connection, String why);

        /** It is over; {@code expired} where only a new address helps. */
        void ended(Connection connection, String why, boolean expired);
    }

    private enum Phase {
        ADDRESSING,
        OPENING,
        OPEN,
        ENDED
    }

    private enum Kind {
        GREETING,
        SUBSCRIPTION,
        END
    }

    private record Request(long id, Kind kind, List<String> channels, Instant sentAt) {}

    private final HubContext hub;
    private final SocketOptions options;
    private final Owner owner;
    private final int number;
    private final Subscribed subscribed = new Subscribed();

    private Phase phase = Phase.ADDRESSING;
    private @Nullable SocketLink link;
    private @Nullable Request request;
    private Instant since;
    private Instant nextMessage = Instant.MIN;
    private Instant heardAt = Instant.MIN;
    private @Nullable Instant probedAt;
    private long ids;

    Connection(HubContext hub, Owner owner, int number, Instant now) {
        this.hub = hub;
        this.options = hub.options();
        this.owner = owner;
        this.number = number;
        this.since = now;
    }

    /** Asks for the address on a worker, since that may block. */
    void open(int channels) {
        hub.log().connecting(number, channels);
        try {
            hub.workers().pool().execute(this::findAddress);
        } catch (RejectedExecutionException e) {
            phase = Phase.ENDED;
        }
    }

    private void findAddress() {
        try {
            String found = hub.protocol().address();
            hub.loop().post(() -> connect(found));
        } catch (RuntimeException e) {
            String why = "no address: " + e.getClass().getSimpleName();
            hub.loop().post(() -> finish(why, false));
        }
    }

    private void connect(String found) {
        if (phase != Phase.ADDRESSING) {
            return;
        }
        phase = Phase.OPENING;
        since = now();
        owner.opening(this);
        try {
            link = hub.sockets().open(found, this);
        } catch (IllegalArgumentException e) {
            finish("the address is none", false);
        }
    }

    private Instant now() {
        return options.clock().instant();
    }

    int number() {
        return number;
    }

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** How long it has been open; zero if it is not. */
    Duration age(Instant now) {
        return isOpen() ? Duration.between(since, now) : Duration.ZERO;
    }

    boolean hasConfirmed(String channel) {
        return subscribed.isConfirmed(channel);
    }

    Set<String> onWire() {
        return subscribed.channels();
    }

    @Override
    public void opened() {
        if (phase != Phase.OPENING) {
            return;
        }
        phase = Phase.OPEN;
        since = now();
        heardAt = since;
        hub.log().connected(number);
        greet(since);
        reconcile(since);
    }

    private void greet(Instant now) {
        long id = ids + 1;
        Optional<String> text = worded(() -> hub.protocol().greeting(id));
        if (text.isEmpty()) {
            fail("the greeting could not be worded");
        } else if (!text.get().isEmpty()) {
            ids = id;
            request = new Request(id, Kind.GREETING, List.of(), now);
            send("greeting", List.of(), text.get(), now);
        }
    }

    @Override
    public void message(String text, Instant received) {
        if (phase != Phase.OPEN) {
            return;
        }
        heardAt = now();
        probedAt = null;
        Inbound inbound;
        try {
            inbound = hub.protocol().read(text);
        } catch (RuntimeException e) {
            hub.log().unread(number, e);
            return;
        }
        if (inbound instanceof Inbound.Data data) {
            data(data, received);
        } else if (inbound instanceof Inbound.Done done) {
            done(done.id());
        } else if (inbound instanceof Inbound.Refused refused) {
            refused(refused);
        } else if (inbound instanceof Inbound.Leaving leaving) {
            owner.leaving(this, leaving.why());
        } else if (inbound instanceof Inbound.Expired expired) {
            close();
            hub.log().ended(number, expired.why());
            owner.ended(this, expired.why(), true);
        }
    }

    private void data(Inbound.Data data, Instant received) {
        String channel = data.channel();
        if (!subscribed.isConfirmed(channel) && subscribed.isConfirmedByData(channel)) {
            confirm(List.of(channel));
        }
        if (subscribed.isConfirmed(channel)) {
            hub.log().received(number, channel, data.payload().length());
            owner.data(this, data, received);
        }
    }

    private void done(long id) {
        Request answered = answered(id);
        if (answered != null) {
            if (answered.kind() == Kind.SUBSCRIPTION) {
                confirm(subscribed.unconfirmed(answered.channels()));
            }
            reconcile(now());
        }
    }

    private void refused(Inbound.Refused refused) {
        Request answered = answered(refused.id());
        hub.log().refused(number, answered == null ? 0 : answered.channels().size(), refused.code(), refused.message());
        if (answered == null) {
            return;
        }
        if (answered.kind() == Kind.GREETING) {
            fail("the greeting was refused with code " + refused.code());
        } else if (answered.kind() == Kind.SUBSCRIPTION) {
            drop(subscribed.unconfirmed(answered.channels()));
        }
        reconcile(now());
    }

    private void drop(List<String> channels) {
        if (!channels.isEmpty()) {
            subscribed.refuse(channels);
            owner.refused(this, channels);
        }
    }

    /** The message that waits for an answer, if it is this. */
    private @Nullable Request answered(long id) {
        Request open = request;
        if (open == null || (id >= 0 && id != open.id())) {
            return null;
        }
        request = null;
        return open;
    }

    private void confirm(List<String> channels) {
        if (!channels.isEmpty()) {
            subscribed.confirm(channels);
            owner.confirmed(this, channels);
        }
    }

    void tick(Instant now) {
        if (phase == Phase.OPENING && isOver(since, options.connectTimeout(), now)) {
            fail("no connection within " + options.connectTimeout());
        } else if (phase == Phase.OPEN) {
            Request open = request;
            if (open != null && isOver(open.sentAt(), options.connectTimeout(), now)) {
                unanswered(open);
            }
            if (probedAt != null && isOver(probedAt, options.probeTimeout(), now)) {
                fail("nothing came within " + options.probeTimeout() + " of a probe");
            }
            reconcile(now);
            probe(now);
        }
    }

    private static boolean isOver(Instant from, Duration time, Instant now) {
        return !now.isBefore(from.plus(time));
    }

    /** That the venue does not answer to an end costs nothing; what it does not confirm is not there. */
    private void unanswered(Request open) {
        request = null;
        if (open.kind() != Kind.END) {
            fail("no answer to a " + open.kind().name().toLowerCase(Locale.ROOT) + " within "
                    + options.connectTimeout());
        }
    }

    private void reconcile(Instant now) {
        if (phase != Phase.OPEN || request != null || now.isBefore(nextMessage)) {
            return;
        }
        List<String> surplus = subscribed.channels().stream()
                .filter(channel -> !owner.wants(channel))
                .limit(options.channelsPerMessage())
                .toList();
        if (!surplus.isEmpty()) {
            unsubscribe(surplus, now);
            return;
        }
        List<String> missing = owner.missing(subscribed.channels(), now);
        if (!missing.isEmpty()) {
            subscribe(missing, now);
        }
    }

    private void unsubscribe(List<String> channels, Instant now) {
        subscribed.end(channels);
        long id = ++ids;
        Optional<String> text = worded(() -> hub.protocol().unsubscribe(id, channels));
        if (text.isPresent() && !text.get().isEmpty()) {
            request = new Request(id, Kind.END, channels, now);
            send("unsubscribing", channels, text.get(), now);
        }
    }

    /** Empty if the protocol failed to word it. */
    private Optional<String> worded(Supplier<String> wording) {
        try {
            return Optional.of(wording.get());
        } catch (RuntimeException e) {
            hub.log().unworded(number, e);
            return Optional.empty();
        }
    }

    private void subscribe(List<String> channels, Instant now) {
        subscribed.ask(channels);
        owner.asked(this, channels);
        long id = ++ids;
        Optional<String> text = worded(() -> hub.protocol().subscribe(id, channels));
        if (text.isEmpty()) {
            drop(channels);
        } else if (text.get().isEmpty()) {
            confirm(channels);
        } else {
            request = new Request(id, Kind.SUBSCRIPTION, channels, now);
            send("subscribing", channels, text.get(), now);
        }
    }

    /** A message that waits for its answer is as good as a probe. */
    private void probe(Instant now) {
        if (phase == Phase.OPEN
                && request == null
                && probedAt == null
                && isOver(heardAt, options.probeAfter(), now)
                && !now.isBefore(nextMessage)) {
            probedAt = now;
            long id = ++ids;
            worded(() -> hub.protocol().probe(id)).ifPresent(text -> send("probing", List.of(), text, now));
        }
    }

    private void send(String what, List<String> channels, String text, Instant now) {
        nextMessage = now.plus(options.messagePause());
        hub.log().sending(number, what, channels);
        if (link == null || !link.send(text)) {
            fail("it takes no message");
        }
    }

    /** The venue or the network has ended it. */
    @Override
    public void ended(String why) {
        finish(why, false);
    }

    private void fail(String why) {
        if (link != null) {
            link.cancel();
        }
        finish(why, false);
    }

    private void finish(String why, boolean expired) {
        if (phase == Phase.ENDED) {
            return;
        }
        phase = Phase.ENDED;
        hub.log().ended(number, why);
        owner.ended(this, why, expired);
    }

    /** Ends it from this side; the owner is not told. */
    void close() {
        hub.log().closing(number);
        if (link != null && phase == Phase.OPEN) {
            link.close();
        } else if (link != null) {
            link.cancel();
        }
        phase = Phase.ENDED;
    }
}
