package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StreamCloseTest {

    private final Recorder<String> events = new Recorder<>();

    private static List<Thread> threadsOfHubs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("astrolabe-plain"))
                .toList();
    }

    @Test
    void of_the_hub_leaves_no_thread_and_no_connection() {
        try (StreamFixture venue = new StreamFixture(options -> options.maxChannels(1))) {
            Subscription a = venue.live("a", events);
            Subscription b = venue.live("b", new Recorder<>());
            assertThat(venue.server.openConnections()).isEqualTo(2);
            assertThat(threadsOfHubs()).isNotEmpty().allMatch(Thread::isDaemon);

            venue.hub.close();
            venue.hub.close();

            assertThat(threadsOfHubs()).isEmpty();
            Eventually.await("no connection", () -> venue.server.openConnections() == 0);
            assertThat(List.of(a.state(), b.state())).containsOnly(ConnectionState.CLOSED);
            assertThat(events.states()).containsExactly(ConnectionState.LIVE, ConnectionState.CLOSED);
            a.close();
        }
    }

    @Test
    void of_the_hub_ends_connections_that_do_not_answer_the_goodbye() throws Exception {
        HubClock clock = new HubClock();
        try (FaultServer server = new FaultServer(request -> FaultServer.Fault.SILENCE)) {
            StreamHub hub = new StreamHub(
                    new PlainStreams(server::url, clock), StreamFixture.options(clock, options -> options));
            Subscription subscription = hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, events);
            server.awaitFirst();

            hub.close();

            assertThat(threadsOfHubs()).isEmpty();
            Eventually.await("no connection", () -> server.openConnections() == 0);
            assertThat(subscription.state()).isEqualTo(ConnectionState.CLOSED);
        }
    }

    @Test
    void of_the_hub_ends_an_address_and_a_feed_that_block() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch inFeed = new CountDownLatch(1);
        CountDownLatch inAddress = new CountDownLatch(1);
        HubClock clock = new HubClock();
        try (StreamServer server = new StreamServer(clock)) {
            AtomicReference<Runnable> before = new AtomicReference<>(() -> {});
            PlainStreams protocol = new PlainStreams(
                    () -> {
                        before.get().run();
                        return server.url();
                    },
                    clock);
            StreamHub hub = new StreamHub(protocol, StreamFixture.options(clock, options -> options.maxChannels(1)));
            Echo blocking = new Echo() {
                @Override
                public void live(Interruption interruption, Consumer<? super String> out) throws Exception {
                    inFeed.countDown();
                    never.await();
                }
            };
            hub.subscribe("a", blocking, StreamFixture.OPTIONS, events);
            Blocked.until(inFeed);
            before.set(() -> {
                inAddress.countDown();
                Blocked.until(never);
            });
            hub.subscribe("b", new Echo(), StreamFixture.OPTIONS, events);
            Blocked.until(inAddress);

            hub.close();

            assertThat(threadsOfHubs()).isEmpty();
            assertThat(events.all()).isEmpty();
        }
    }

    @Test
    void of_the_hub_by_a_listener_does_not_wait_for_itself() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (StreamFixture venue = new StreamFixture()) {
            venue.hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, event -> {
                venue.hub.close();
                closed.complete(Thread.currentThread().isInterrupted());
            });

            assertThat(closed.get(60, TimeUnit.SECONDS)).isFalse();
            Eventually.await("no thread", () -> threadsOfHubs().isEmpty());
            Eventually.await("no connection", () -> venue.server.openConnections() == 0);
        }
    }

    @Test
    void of_a_subscription_is_the_last_that_its_listener_hears() throws Exception {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("b", new Recorder<>());
            Ticker ticker = new Ticker(venue.server, List.of("a"));
            for (int i = 0; i < 20; i++) {
                Late late = new Late();
                Subscription subscription = venue.hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, late);
                venue.advanceUntil("live", Duration.ofMillis(250), () -> late.calls > 3);

                subscription.close();

                late.closed = true;
                assertThat(late.last).isEqualTo(ConnectionState.CLOSED);
                venue.clock.settle();
                assertThat(late.calledAfterEnd).isFalse();
            }
            ticker.stop();
        }
    }

    private static final class Late implements StreamListener<String> {
        private volatile int calls;
        private volatile boolean closed;
        private volatile boolean calledAfterEnd;
        private volatile ConnectionState last = ConnectionState.CONNECTING;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one call at a time is what is promised
        public void onEvent(String event) {
            calls++;
            calledAfterEnd |= closed;
        }

        @Override
        public void onState(ConnectionState state) {
            last = state;
            calledAfterEnd |= closed;
        }
    }

    @Test
    void of_a_subscription_waits_for_the_call_that_is_under_way() throws Exception {
        CountDownLatch inListener = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, event -> {
                inListener.countDown();
                Blocked.until(release);
                order.add("listener done");
            });
            Blocked.until(inListener);
            Thread closer = new Thread(() -> {
                subscription.close();
                order.add("closed");
            });
            closer.start();
            Eventually.await("waiting", () -> closer.getState() == Thread.State.TIMED_WAITING);

            release.countDown();

            closer.join();
            assertThat(order).containsExactly("listener done", "closed");
        }
    }

    @Test
    void of_a_subscription_by_its_own_listener_does_not_wait() throws Exception {
        CompletableFuture<Subscription> own = new CompletableFuture<>();
        Recorder<String> heard = new Recorder<>();
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("b", new Recorder<>());
            StreamListener<String> listener = new StreamListener<>() {
                @Override
                public void onEvent(String event) {
                    own.join().close();
                    heard.onEvent(event + " " + own.join().state());
                }

                @Override
                public void onState(ConnectionState state) {
                    heard.onState(state);
                }
            };
            own.complete(venue.hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, listener));

            venue.advanceUntil(
                    "closed", Duration.ofMillis(250), () -> heard.states().contains(ConnectionState.CLOSED));
            assertThat(heard.all()).containsExactly("live CLOSED");
            assertThat(heard.states()).containsExactly(ConnectionState.CLOSED);
        }
    }

    @Test
    void of_a_subscription_interrupts_its_feed_but_not_its_listener() throws Exception {
        CountDownLatch inFeed = new CountDownLatch(1);
        CompletableFuture<Exception> thrown = new CompletableFuture<>();
        Echo blocking = new Echo() {
            @Override
            public void data(String payload, Instant received, Consumer<? super String> out) throws Exception {
                inFeed.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    thrown.complete(e);
                    throw e;
                }
            }
        };
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribe("a", blocking, StreamFixture.OPTIONS, events);
            StreamFixture.awaitState(subscription, ConnectionState.LIVE);
            venue.server.publish("a", "m1");
            Blocked.until(inFeed);

            subscription.close();

            assertThat(thrown.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(((StreamSubscription<?>) subscription).unreadable()).isZero();
        }
    }

    @Test
    void ends_the_wait_for_a_subscription_to_be_live() throws Exception {
        CompletableFuture<Boolean> live = new CompletableFuture<>();
        try (StreamFixture venue = new StreamFixture()) {
            venue.server.answerSubscriptions(false);
            Subscription subscription = venue.subscribe("a", events);
            Thread waiter = new Thread(() -> {
                try {
                    live.complete(subscription.awaitLive(PATIENCE));
                } catch (InterruptedException e) {
                    live.completeExceptionally(e);
                }
            });
            waiter.start();
            Eventually.await("waiting", () -> waiter.getState() == Thread.State.TIMED_WAITING);

            subscription.close();

            assertThat(live.get(60, TimeUnit.SECONDS)).isFalse();
        }
    }
}
