package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Duration STALE = Duration.ofSeconds(60);
    private static final StreamOptions IMPATIENT = new StreamOptions(1024, OverflowPolicy.DROP_OLDEST, STALE);

    private final Recorder<String> events = new Recorder<>();

    /** What the next two tests stand on, shown with a client of another library. */
    @Test
    void the_silent_connections_here_answer_pings() throws Exception {
        CountDownLatch pong = new CountDownLatch(1);
        try (StreamServer server = new StreamServer(Clock.systemUTC())) {
            WebSocketClient client = new WebSocketClient(URI.create(server.url())) {
                @Override
                public void onOpen(ServerHandshake handshake) {
                    // waited for below
                }

                @Override
                public void onWebsocketPong(WebSocket socket, Framedata frame) {
                    pong.countDown();
                }

                @Override
                public void onMessage(String text) {
                    throw new AssertionError("not mute: " + text);
                }

                @Override
                public void onClose(int code, String reason, boolean remote) {
                    // by the test
                }

                @Override
                public void onError(Exception failure) {
                    // shows as a pong that does not come
                }
            };
            client.setDaemon(true);
            assertThat(client.connectBlocking(60, TimeUnit.SECONDS)).isTrue();
            Eventually.await("connected", () -> server.connections() == 1);
            server.mute(1);

            client.send("PROBE 1");
            client.sendPing();

            assertThat(pong.await(60, TimeUnit.SECONDS)).isTrue();
            client.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }

    @Test
    void a_silent_connection_that_answers_pings_is_noticed_by_a_probe() throws Exception {
        try (StreamFixture venue = new StreamFixture(
                options -> options.probeAfter(Duration.ofSeconds(30)).probeTimeout(Duration.ofSeconds(10)))) {
            Subscription subscription = venue.live("a", events);
            venue.server.mute(1);

            venue.advance(Duration.ofSeconds(30));
            Eventually.await("probed", () -> venue.server.texts(1).contains("PROBE 2"));
            venue.advance(Duration.ofSeconds(9));
            assertThat(subscription.state()).isEqualTo(ConnectionState.LIVE);
            venue.advance(Duration.ofSeconds(1));
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.advanceUntil("live", Duration.ofMillis(100), () -> subscription.state() == ConnectionState.LIVE);

            assertThat(events.all()).containsExactly("live", "gap: nothing came within PT10S of a probe");
            Eventually.await("the dead one is closed", () -> venue.server.openConnections() == 1);
        }
    }

    @Test
    void a_quiet_market_is_told_from_a_dead_connection_by_the_answer() {
        try (StreamFixture venue = new StreamFixture(
                options -> options.probeAfter(Duration.ofSeconds(30)).probeTimeout(Duration.ofSeconds(10)))) {
            venue.live("a", events);

            for (int i = 1; i <= 10; i++) {
                int probes = i;
                venue.advance(Duration.ofSeconds(30));
                Eventually.await("an answer", () -> venue.protocol.pongs() == probes);
                venue.clock.settle();
            }

            assertThat(venue.server.texts(1)).hasSize(11);
            assertThat(venue.server.connections()).isEqualTo(1);
            assertThat(events.states()).containsExactly(ConnectionState.LIVE);
            List<PlainStreams.Sent> sent = venue.protocol.sent();
            for (int i = 1; i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - 1).at(), sent.get(i).at()))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
            }
        }
    }

    @Test
    void a_busy_connection_is_not_probed() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture(options -> options.probeAfter(Duration.ofSeconds(30)))) {
            venue.live("a", events);

            for (int i = 0; i < 10; i++) {
                String payload = "m" + i;
                venue.advance(Duration.ofSeconds(20));
                venue.server.publish("a", payload);
                events.await(PATIENCE, payload::equals);
            }

            assertThat(venue.protocol.texts()).containsExactly("SUB 1 a");
        }
    }

    @Test
    void a_silent_connection_that_answers_pings_and_probes_is_noticed_by_its_stale_channel() throws Exception {
        try (StreamFixture venue = new StreamFixture(options -> options.overlap(Duration.ofSeconds(5)))) {
            Subscription subscription = venue.hub.subscribe("a", new Echo(), IMPATIENT, events);
            awaitState(subscription, ConnectionState.LIVE);
            venue.server.mute(1);

            venue.advance(STALE);
            assertThat(subscription.state()).isEqualTo(ConnectionState.LIVE);
            venue.advance(Duration.ofMillis(1));
            Eventually.await("stale", () -> events.states().contains(ConnectionState.STALE));
            Eventually.await("a second connection", () -> venue.server.texts(2).contains("SUB 1 a"));
            venue.clock.settle();
            venue.server.publish("a", "m1");

            events.await(PATIENCE, "m1"::equals);
            assertThat(events.all()).containsExactly("live", "gap: a is silent", "m1");
            Eventually.await("live", () -> subscription.state() == ConnectionState.LIVE);
            Eventually.await("the silent one is closed", () -> venue.server.openConnections() == 1);
        }
    }

    @Test
    void a_stale_channel_that_speaks_again_is_live_again() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribe("a", new Echo(), IMPATIENT, events);
            awaitState(subscription, ConnectionState.LIVE);
            venue.advance(STALE.plusMillis(1));
            awaitState(subscription, ConnectionState.STALE);

            venue.server.publishOn(1, "a", "m1");

            events.await(PATIENCE, "m1"::equals);
            awaitState(subscription, ConnectionState.LIVE);
        }
    }

    @Test
    void each_subscription_has_its_own_patience() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription patient = venue.live("a", events);
            Subscription impatient = venue.hub.subscribe("a", new Echo(), IMPATIENT, new Recorder<>());
            awaitState(impatient, ConnectionState.LIVE);

            venue.advance(STALE.plusMillis(1));

            awaitState(impatient, ConnectionState.STALE);
            assertThat(patient.state()).isEqualTo(ConnectionState.LIVE);
        }
    }

    @Test
    void a_channel_that_stays_silent_is_tried_elsewhere_more_and_more_seldom() {
        try (StreamFixture venue = new StreamFixture(options -> options.overlap(Duration.ofSeconds(1)))) {
            Subscription subscription = venue.hub.subscribe("a", new Echo(), IMPATIENT, events);
            awaitState(subscription, ConnectionState.LIVE);
            List<Integer> pauses = List.of(2, 4, 8, 16, 30, 30, 30);

            venue.advance(STALE.plusMillis(1));
            for (int i = 0; i < pauses.size(); i++) {
                int connection = i + 2;
                Eventually.await(
                        "another try", () -> venue.server.texts(connection).contains("SUB 1 a"));
                Instant next = venue.clock.instant().plus(Duration.ofMinutes(pauses.get(i)));
                // The answer may still be on its way, and the overlap begins with it.
                venue.advanceUntil("handed over", Duration.ofSeconds(1), () -> venue.server.openConnections() == 1);
                venue.advance(Duration.between(venue.clock.instant(), next));
                assertThat(venue.server.connections()).isEqualTo(connection);
                venue.advance(Duration.ofMillis(1));
            }
            Eventually.await("the last try", () -> venue.server.connections() == pauses.size() + 2);
        }
    }
}
