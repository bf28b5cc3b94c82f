package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.LogCapture;
import dev.astrolabe.exchange.testkit.Recorder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Recorder<String> events = new Recorder<>();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    private static StreamOptions capacity(int capacity, OverflowPolicy policy) {
        return new StreamOptions(capacity, policy, NEVER);
    }

    /** Reads what is asked of it, and blocks in the payload "block" until it is released. */
    private class Slow extends Echo {
        @Override
        public void data(String payload, Instant received, Consumer<? super String> out) throws Exception {
            read.add(payload);
            super.data(payload, received, out);
            if (payload.equals("block")) {
                blocked.countDown();
                Blocked.until(release);
            }
        }
    }

    /** What all have got is in the mailbox of the slow one too. */
    private void publishWhileBlocked(StreamFixture venue, int count) throws InterruptedException {
        Recorder<String> others = new Recorder<>();
        venue.live("a", others);
        venue.server.publish("a", "block");
        Blocked.until(blocked);
        for (int i = 1; i <= count; i++) {
            venue.server.publishOn(1, "a", "m" + i);
        }
        others.await(PATIENCE, ("m" + count)::equals);
    }

    @Test
    void drops_the_oldest_and_counts_them() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription =
                    venue.hub.subscribe("a", new Slow(), capacity(3, OverflowPolicy.DROP_OLDEST), events);
            awaitState(subscription, ConnectionState.LIVE);

            publishWhileBlocked(venue, 10);
            release.countDown();

            events.await(PATIENCE, "m10"::equals);
            assertThat(events.all()).containsExactly("live", "block", "m8", "m9", "m10");
            assertThat(subscription.droppedEvents()).isEqualTo(7);
        }
    }

    @Test
    void keeps_the_latest_alone_and_never_reads_what_it_replaced() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription =
                    venue.hub.subscribe("a", new Slow(), capacity(1, OverflowPolicy.KEEP_LATEST), events);
            awaitState(subscription, ConnectionState.LIVE);

            publishWhileBlocked(venue, 10);
            release.countDown();

            events.await(PATIENCE, "m10"::equals);
            assertThat(read).containsExactly("block", "m10");
            assertThat(subscription.droppedEvents()).isEqualTo(9);
        }
    }

    @Test
    void skips_a_whole_backlog_for_the_latest() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription =
                    venue.hub.subscribe("a", new Slow(), capacity(4, OverflowPolicy.KEEP_LATEST), events);
            awaitState(subscription, ConnectionState.LIVE);

            publishWhileBlocked(venue, 10);
            release.countDown();

            events.await(PATIENCE, "m10"::equals);
            assertThat(read).containsExactly("block", "m9", "m10");
            assertThat(subscription.droppedEvents()).isEqualTo(8);
        }
    }

    @Test
    void a_lossless_overflow_is_an_interruption_and_not_a_drop() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription =
                    venue.hub.subscribeLossless("a", new Slow(), capacity(3, OverflowPolicy.KEEP_LATEST), events);
            awaitState(subscription, ConnectionState.LIVE);

            publishWhileBlocked(venue, 8);
            assertThat(subscription.state()).isEqualTo(ConnectionState.RECONNECTING);
            release.countDown();

            events.await(PATIENCE, "m8"::equals);
            assertThat(events.all())
                    .containsExactly(
                            "live", "block", "gap: 3 messages outran the listener and were dropped", "m7", "m8");
            assertThat(subscription.droppedEvents()).isZero();
            awaitState(subscription, ConnectionState.LIVE);
        }
    }

    @Test
    void a_blocked_listener_holds_up_no_other() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (StreamFixture venue = new StreamFixture()) {
            StreamListener<String> blocking = event -> Blocked.until(never);
            venue.subscribe("a", new Recorder<>());
            for (int i = 0; i < 20; i++) {
                venue.hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, blocking);
            }
            venue.live("a", events);

            for (int i = 1; i <= 10_000; i++) {
                venue.server.publish("a", "m" + i);
            }

            events.await(PATIENCE, "m10000"::equals);
            never.countDown();
        }
    }

    @Test
    void is_not_live_before_the_feed_is_and_asks_it_again_after_a_pause() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(3);
        List<Instant> asked = new CopyOnWriteArrayList<>();
        try (StreamFixture venue = new StreamFixture()) {
            Echo feed = new Echo() {
                @Override
                public void live(Interruption interruption, Consumer<? super String> out) throws Exception {
                    asked.add(venue.clock.instant());
                    if (failures.getAndDecrement() > 0) {
                        throw new IOException("not now");
                    }
                    super.live(interruption, out);
                }
            };
            Subscription subscription = venue.hub.subscribe("a", feed, StreamFixture.OPTIONS, events);
            Eventually.await("asked", () -> asked.size() == 1);
            Eventually.await("confirmed", () -> venue.server.subscribed().contains("a"));
            venue.server.publish("a", "m1");
            venue.clock.settle();
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);

            venue.advanceUntil("live", Duration.ofMillis(500), () -> subscription.state() == ConnectionState.LIVE);

            events.await(PATIENCE, "m1"::equals);
            assertThat(events.all()).containsExactly("live", "m1");
            assertThat(asked).hasSize(4);
            for (int i = 1; i < asked.size(); i++) {
                assertThat(Duration.between(asked.get(i - 1), asked.get(i)))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(500L << (i - 1)));
            }
        }
    }

    @Test
    void a_second_interruption_while_the_first_waits_makes_them_one() throws InterruptedException {
        List<Feed.Interruption> told = new CopyOnWriteArrayList<>();
        Slow feed = new Slow() {
            @Override
            public void live(Interruption interruption, Consumer<? super String> out) {
                if (interruption != null) {
                    told.add(interruption);
                }
            }
        };
        try (StreamFixture venue = new StreamFixture()) {
            Recorder<String> others = new Recorder<>();
            Subscription subscription = venue.hub.subscribe("a", feed, StreamFixture.OPTIONS, events);
            venue.live("a", others);
            awaitState(subscription, ConnectionState.LIVE);
            venue.server.publish("a", "block");
            Blocked.until(blocked);
            Instant from = venue.clock.instant();
            for (int i = 2; i <= 4; i++) {
                int connection = i;
                venue.server.cutAll();
                venue.advanceUntil(
                        "again",
                        Duration.ofSeconds(1),
                        () -> venue.server.texts(connection).contains("SUB 1 a"));
                venue.clock.settle();
                venue.server.publishOn(connection, "a", "m" + connection);
                others.await(PATIENCE, ("m" + connection)::equals);
            }

            release.countDown();

            events.await(PATIENCE, "m4"::equals);
            assertThat(events.all()).containsExactly("block", "m2", "m3", "m4");
            assertThat(told).hasSize(1);
            assertThat(told.get(0).from()).isEqualTo(from);
            assertThat(told.get(0).until()).isAfterOrEqualTo(from.plusSeconds(3));
        }
    }

    @Test
    void what_a_feed_cannot_read_does_not_end_the_subscription() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribe("a", new Picky(), StreamFixture.OPTIONS, events);
            awaitState(subscription, ConnectionState.LIVE);

            List.of("m1", "bad", "m2").forEach(payload -> venue.server.publish("a", payload));

            events.await(PATIENCE, "m2"::equals);
            assertThat(events.all()).containsExactly("live", "m1", "m2");
            assertThat(((StreamSubscription<?>) subscription).unreadable()).isEqualTo(1);
            assertThat(subscription.droppedEvents()).isZero();
        }
    }

    @Test
    void what_a_lossless_feed_cannot_read_is_an_interruption() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribeLossless("a", new Picky(), StreamFixture.OPTIONS, events);
            awaitState(subscription, ConnectionState.LIVE);

            List.of("m1", "bad", "m2").forEach(payload -> venue.server.publish("a", payload));

            events.await(PATIENCE, "m2"::equals);
            assertThat(events.all()).containsExactly("live", "m1", "gap: a message could not be read", "m2");
            awaitState(subscription, ConnectionState.LIVE);
        }
    }

    @Test
    void pauses_when_one_message_after_the_other_cannot_be_read() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribeLossless("a", new Picky(), StreamFixture.OPTIONS, events);
            awaitState(subscription, ConnectionState.LIVE);

            List.of("bad", "bad", "m1").forEach(payload -> venue.server.publish("a", payload));
            Eventually.await("two unread", () -> ((StreamSubscription<?>) subscription).unreadable() == 2);
            venue.clock.settle();
            assertThat(events.all()).containsExactly("live", "gap: a message could not be read");
            awaitState(subscription, ConnectionState.RECONNECTING);

            venue.advanceUntil(
                    "read again", Duration.ofMillis(500), () -> events.all().contains("m1"));
            assertThat(events.all())
                    .containsExactly(
                            "live", "gap: a message could not be read", "gap: a message could not be read", "m1");
        }
    }

    private static final class Picky extends Echo {
        @Override
        public void data(String payload, Instant received, Consumer<? super String> out) throws Exception {
            if (payload.equals("bad")) {
                throw new IOException("cannot read " + payload);
            }
            super.data(payload, received, out);
        }
    }

    @Test
    void a_listener_that_throws_goes_on_and_is_warned_of_without_the_payload() throws InterruptedException {
        List<String> log = LogCapture.record("dev.astrolabe", () -> {
            try (StreamFixture venue = new StreamFixture()) {
                venue.hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, event -> {
                    if (event.equals("secret-payload")) {
                        throw new IllegalStateException("the listener's own fault");
                    }
                    events.onEvent(event);
                });
                Eventually.await("live", () -> events.all().contains("live"));
                venue.server.publish("a", "secret-payload");
                venue.server.publish("a", "m1");
                Eventually.await("heard", () -> events.all().contains("m1"));
            }
        });

        assertThat(events.all()).containsExactly("live", "m1");
        assertThat(log)
                .filteredOn(line -> line.startsWith("WARN"))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("Plain a: the listener threw"));
        assertThat(log).noneMatch(line -> line.contains("secret-payload"));
    }

    @Test
    void the_log_shows_neither_addresses_nor_payloads() throws InterruptedException {
        List<String> log = LogCapture.record("dev.astrolabe", () -> {
            try (StreamFixture venue = new StreamFixture()) {
                venue.hub.subscribe("a", new Picky(), StreamFixture.OPTIONS, events);
                Eventually.await("live", () -> events.all().contains("live"));
                venue.server.publish("a", "bad");
                venue.server.publish("a", "secret-payload");
                Eventually.await("heard", () -> events.all().contains("secret-payload"));
                venue.server.send(1, "gibberish secret-payload");
                venue.server.cutAll();
                venue.advanceUntil("again", Duration.ofMillis(500), () -> venue.server.connections() == 2);
            }
        });

        assertThat(log)
                .anyMatch(line -> line.startsWith("DEBUG") && line.contains("connection 1: open"))
                .anyMatch(line -> line.startsWith("DEBUG") && line.contains("connection failed: EOFException"))
                .anyMatch(line -> line.startsWith("TRACE") && line.contains("a brought 14 characters"))
                .noneMatch(line -> line.contains("key-") || line.contains("127.0.0.1"))
                .noneMatch(line -> line.contains("secret-payload") || line.contains("cannot read"))
                .noneMatch(line -> line.startsWith("WARN"));
    }
}
