package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.LogCapture;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.model.OkxBookChannel;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxTrade;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How connections to OKX begin, end and begin again. */
class SocketBehaviourTest {

    private static final String SWAP = "BTC-USDT-SWAP";
    private static final OkxQuery ANY = OkxQuery.of(OkxInstType.ANY);
    private static final StreamOptions OPTIONS = StreamOptions.DEFAULT;

    private final SocketBench bench = new SocketBench();
    private final Recorder<OkxOrder> orders = new Recorder<>();
    private final Recorder<OkxTrade> trades = new Recorder<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private Subscription orders() {
        return bench.streams.orders(ANY, OPTIONS, orders);
    }

    private Subscription trades() {
        return bench.streams.trades(SWAP, OPTIONS, trades);
    }

    private static String trade(String id) {
        return "{\"arg\":{\"channel\":\"trades\",\"instId\":\"" + SWAP + "\"},\"data\":[{\"instId\":\"" + SWAP
                + "\",\"tradeId\":\"" + id
                + "\",\"px\":\"50000\",\"sz\":\"1\",\"side\":\"buy\",\"ts\":\"1790000000030\"}]}";
    }

    @Test
    void logs_in_before_anything_of_the_account_is_asked_for() {
        bench.awaitLive(orders());

        List<SocketServer.Received> all = bench.sockets.received();
        assertThat(all).extracting(SocketServer.Received::path).containsOnly("/ws/v5/private");
        assertThat(all.get(0).text()).startsWith("{\"op\":\"login\"");
        assertThat(all.get(1).text())
                .contains("\"op\":\"subscribe\"", "\"channel\":\"orders\"", "\"instType\":\"ANY\"");
    }

    @Test
    void does_not_log_in_for_public_channels() {
        bench.awaitLive(trades());
        bench.awaitLive(bench.streams.candles(SWAP, "1m", OPTIONS, any -> {}));

        assertThat(bench.sockets.received()).noneMatch(each -> each.text().contains("login"));
        assertThat(bench.sockets.received())
                .extracting(SocketServer.Received::path)
                .containsExactly("/ws/v5/public", "/ws/v5/business");
    }

    @Test
    void logs_in_for_a_public_channel_that_is_for_some_accounts_only() {
        bench.awaitLive(bench.streams.books(OkxBookChannel.BOOKS_L2_TBT, SWAP, OPTIONS, any -> {}));

        assertThat(bench.sockets.texts(1).get(0)).contains("login");
        assertThat(bench.sockets.received().get(0).path()).isEqualTo("/ws/v5/public");
    }

    @Test
    void the_log_has_neither_the_login_nor_its_parts() {
        List<String> log = LogCapture.record("dev.astrolabe", () -> bench.awaitLive(orders()));

        String login = bench.sockets.texts(1).get(0);
        String signature = login.replaceAll(".*\"sign\":\"([^\"]+)\".*", "$1");
        assertThat(signature).hasSizeGreaterThan(20);
        assertThat(log).anyMatch(line -> line.contains("greeting"));
        assertThat(log).noneMatch(line -> line.contains("passphrase") || line.contains(signature));
    }

    @Test
    void a_login_that_is_refused_is_tried_again_and_subscribes_nothing_before() {
        bench.sockets.refuseLogins("60024");
        Subscription subscription = orders();

        bench.await("another try", Duration.ofMillis(100), () -> bench.sockets.connections() >= 3);
        assertThat(bench.sockets.received()).allMatch(each -> each.text().contains("login"));
        bench.sockets.refuseLogins("");

        bench.awaitLive(subscription);
    }

    @Test
    void a_notice_is_followed_by_a_new_connection_without_a_gap() throws InterruptedException {
        Subscription subscription = trades();
        bench.awaitLive(subscription);
        bench.sockets.say(OkxChannel.PUBLIC, trade("1"));
        trades.await(SocketBench.PATIENCE, row -> row.tradeId().equals("1"));

        bench.sockets.say(OkxChannel.PUBLIC, "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"upgrade\"}");
        bench.await(
                "a second one",
                Duration.ofMillis(50),
                () -> bench.sockets.connections() == 2 && bench.sockets.texts(2).size() == 1);
        bench.sockets.say(OkxChannel.PUBLIC, trade("2"));
        trades.await(SocketBench.PATIENCE, row -> row.tradeId().equals("2"));
        bench.await("replaced", Duration.ofMillis(500), () -> bench.sockets.openConnections() == 1);
        bench.sockets.say(OkxChannel.PUBLIC, trade("3"));
        trades.await(SocketBench.PATIENCE, row -> row.tradeId().equals("3"));

        assertThat(trades.all()).extracting(OkxTrade::tradeId).containsExactly("1", "2", "3");
        assertThat(trades.states()).containsExactly(ConnectionState.LIVE);
    }

    @Test
    void a_revoked_channel_is_subscribed_again_on_a_new_connection() {
        Subscription subscription = orders();
        bench.awaitLive(subscription);

        bench.sockets.say(
                OkxChannel.PRIVATE,
                "{\"event\":\"channel-conn-count-error\",\"channel\":\"orders\",\"connCount\":\"30\",\"connId\":\"x\"}");
        SocketBench.await("word of the loss", () -> orders.states().contains(ConnectionState.RECONNECTING));

        bench.awaitLive(subscription);
        assertThat(bench.sockets.connections()).isEqualTo(2);
        SocketBench.await(
                "told",
                () -> orders.states()
                        .equals(List.of(ConnectionState.LIVE, ConnectionState.RECONNECTING, ConnectionState.LIVE)));
    }

    @Test
    void a_connection_count_changes_nothing() {
        Subscription subscription = orders();
        bench.awaitLive(subscription);

        bench.sockets.say(
                OkxChannel.PRIVATE, "{\"event\":\"channel-conn-count\",\"channel\":\"orders\",\"connCount\":\"2\"}");
        bench.awaitLive(trades());

        assertThat(subscription.state()).isEqualTo(ConnectionState.LIVE);
    }

    @Test
    void a_silent_connection_is_asked_with_a_ping_and_left_where_no_pong_comes() {
        Subscription subscription = trades();
        bench.awaitLive(subscription);
        bench.clock.advance(Duration.ofSeconds(15));
        SocketBench.await("a ping", () -> bench.sockets.texts(1).contains("ping"));
        assertThat(subscription.state()).isEqualTo(ConnectionState.LIVE);

        bench.sockets.mute(true);
        bench.await("lost", Duration.ofSeconds(1), () -> subscription.state() == ConnectionState.RECONNECTING);
        bench.sockets.mute(false);

        bench.awaitLive(subscription);
    }

    @Test
    void a_lost_connection_is_made_anew_with_a_login_of_its_own() {
        Subscription subscription = orders();
        bench.awaitLive(subscription);

        bench.sockets.cutAll();
        SocketBench.await("lost", () -> subscription.state() == ConnectionState.RECONNECTING);
        bench.awaitLive(subscription);

        assertThat(bench.sockets.texts(2).get(0)).contains("login");
        assertThat(bench.sockets.texts(2).get(0))
                .as("a new signature")
                .isNotEqualTo(bench.sockets.texts(1).get(0));
    }

    @Test
    void a_channel_that_is_refused_for_the_tier_keeps_back_no_other() {
        bench.sockets.refuse("books50-l2-tbt");
        Subscription refused = bench.streams.books(OkxBookChannel.BOOKS50_L2_TBT, SWAP, OPTIONS, any -> {});
        Subscription taken = bench.streams.books(OkxBookChannel.BOOKS_L2_TBT, SWAP, OPTIONS, any -> {});

        bench.awaitLive(taken);
        assertThat(refused.state()).isEqualTo(ConnectionState.CONNECTING);
        bench.sockets.refuse("");

        bench.awaitLive(refused);
    }

    @Test
    void a_region_without_a_known_host_names_the_option() {
        OkxContext context = OkxContext.open(
                ExchangeConfig.builder("okx").option(Okx.REGION, "tr").build(), new FakeClock(), time -> {});
        try (OkxConnections connections = new OkxConnections(
                context, OkxConnections.options(context.clock()).build())) {
            NativeStreams streams = new NativeStreams(connections);

            assertThatThrownBy(() -> streams.trades(SWAP, OPTIONS, any -> {}))
                    .isInstanceOfSatisfying(
                            NotSentException.class,
                            refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.UNSUPPORTED))
                    .hasMessageContaining(Okx.STREAM_URL);
        } finally {
            context.rest().close();
        }
    }

    @Test
    void streams_of_the_account_need_credentials() {
        try (SocketBench anonymous = new SocketBench(false)) {
            assertThatThrownBy(() -> anonymous.streams.orders(ANY, OPTIONS, orders))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining(Okx.PASSPHRASE);
            anonymous.awaitLive(anonymous.streams.trades(SWAP, OPTIONS, trades));
        }
    }

    @Test
    void checks_what_a_channel_takes() {
        assertThatThrownBy(() -> bench.streams.orders(OkxQuery.all(), OPTIONS, orders))
                .hasMessageContaining("instType");
        assertThatThrownBy(() -> bench.streams.fills(ANY, OPTIONS, any -> {}))
                .hasMessageContaining("takes no instType");
        assertThatThrownBy(() -> bench.streams.candles(SWAP, "1 day", OPTIONS, any -> {}))
                .hasMessageContaining("1 day");
        assertThatThrownBy(() -> bench.streams.trades("BTC USDT", OPTIONS, trades))
                .hasMessageContaining("blanks");
        assertThat(bench.sockets.connections()).isZero();
    }

    @Test
    void closing_ends_every_connection_and_thread_and_refuses_what_comes_later() {
        bench.awaitLive(orders());
        bench.awaitLive(trades());

        bench.connections.close();
        bench.connections.close();

        SocketBench.await("no connection", () -> bench.sockets.openConnections() == 0);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("astrolabe-okx"));
        assertThatThrownBy(this::trades).isInstanceOf(NotSentException.class);
    }
}
