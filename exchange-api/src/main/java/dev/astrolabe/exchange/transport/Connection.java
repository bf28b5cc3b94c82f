package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.transport.OpenRequest.Kind;
import java.time.Duration;
import java.time.Instant;
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

    private enum Phase {
        WAITING,
        ADDRESSING,
        OPENING,
        OPEN,
        ENDED
    }

    private final HubContext hub;
    private final SocketOptions options;
    private final ConnectionOwner owner;
    private final String route;
    private final int number;
    private final Subscribed subscribed = new Subscribed();
    private final Pace pace;

    private Phase phase = Phase.WAITING;
    private @Nullable SocketLink link;
    private @Nullable OpenRequest request;
    private Instant since;
    private Instant heardAt = Instant.MIN;
    private @Nullable Instant probedAt;
    private long ids;

    /** One that begins at a time. */
    Connection(HubContext hub, ConnectionOwner owner, String route, Instant begin) {
        this.hub = hub;
        this.options = hub.options();
        this.owner = owner;
        this.route = route;
        this.number = hub.nextConnection();
        this.pace = new Pace(options);
        this.since = begin;
    }

    /** Asks for the address on a worker, since that may block. */
    private void open() {
        phase = Phase.ADDRESSING;
        hub.log().connecting(number, route);
        try {
            hub.workers().pool().execute(this::findAddress);
        } catch (RejectedExecutionException e) {
            phase = Phase.ENDED;
        }
    }

    private void findAddress() {
        try {
            String found = hub.protocol().address(route);
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
        Optional<String> text = worded(() -> hub.protocol().greeting(route, id));
        if (text.isEmpty()) {
            fail("the greeting could not be worded");
        } else if (!text.get().isEmpty()) {
            ids = id;
            request = new OpenRequest(id, Kind.GREETING, List.of(), now);
            send("greeting", List.of(), text.get());
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
        take(inbound, received);
    }

    private void take(Inbound inbound, Instant received) {
        if (inbound instanceof Inbound.Data data) {
            data(data, received);
        } else if (inbound instanceof Inbound.Begun begun) {
            begun(begun.channel());
        } else if (inbound instanceof Inbound.Ended ended) {
            answeredFor(Kind.END, ended.channel());
        } else if (inbound instanceof Inbound.Done done) {
            done(done.id());
        } else if (inbound instanceof Inbound.Refused refused) {
            refused(refused);
        } else if (inbound instanceof Inbound.Leaving leaving) {
            owner.leaving(this, leaving.why());
        } else if (inbound instanceof Inbound.Broken broken) {
            fail(broken.why());
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

    /** One that was refused among others may have been begun all the same, and then is on the wire. */
    private void begun(String channel) {
        if (!subscribed.channels().contains(channel)) {
            subscribed.ask(List.of(channel));
            owner.asked(this, List.of(channel));
        }
        confirm(subscribed.unconfirmed(List.of(channel)));
        answeredFor(Kind.SUBSCRIPTION, channel);
    }

    private void answeredFor(Kind kind, String channel) {
        if (request != null && request.isDoneWith(kind, channel)) {
            request = null;
            reconcile(now());
        }
    }

    private void done(long id) {
        OpenRequest answered = answered(id);
        if (answered != null) {
            if (answered.kind() == Kind.SUBSCRIPTION) {
                confirm(subscribed.unconfirmed(answered.channels()));
            }
            reconcile(now());
        }
    }

    private void refused(Inbound.Refused refused) {
        OpenRequest answered = answered(refused.id());
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
    private @Nullable OpenRequest answered(long id) {
        OpenRequest open = request;
        if (open == null || !open.isNamed(id)) {
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
        if (phase == Phase.WAITING && !now.isBefore(since)) {
            open();
        } else if (phase == Phase.OPENING && isOver(since, options.connectTimeout(), now)) {
            fail("no connection within " + options.connectTimeout());
        } else if (phase == Phase.OPEN) {
            OpenRequest open = request;
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
    private void unanswered(OpenRequest open) {
        request = null;
        if (open.kind() != Kind.END) {
            fail("no answer to a " + open.kind().name().toLowerCase(Locale.ROOT) + " within "
                    + options.connectTimeout());
        }
    }

    private void reconcile(Instant now) {
        if (phase != Phase.OPEN || request != null || !pace.allowsMessage(now)) {
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
            request = new OpenRequest(id, Kind.END, channels, now);
            send("unsubscribing", channels, text.get());
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
            request = new OpenRequest(id, Kind.SUBSCRIPTION, channels, now);
            send("subscribing", channels, text.get());
        }
    }

    /** A message that waits for its answer is as good as a probe. */
    private void probe(Instant now) {
        if (phase == Phase.OPEN
                && request == null
                && probedAt == null
                && isOver(heardAt, options.probeAfter(), now)
                && pace.allowsProbe(now)) {
            probedAt = now;
            pace.probed(now);
            long id = ++ids;
            worded(() -> hub.protocol().probe(id)).ifPresent(text -> hand("probing", List.of(), text));
        }
    }

    private void send(String what, List<String> channels, String text) {
        pace.sent(now());
        hand(what, channels, text);
    }

    private void hand(String what, List<String> channels, String text) {
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
