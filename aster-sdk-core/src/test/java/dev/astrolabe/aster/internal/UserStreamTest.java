package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.StreamBench.BTC;
import static dev.astrolabe.aster.internal.StreamBench.PATIENCE;
import static dev.astrolabe.aster.internal.StreamBench.PEPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.stream.UserEvent.BalanceChanged;
import dev.astrolabe.exchange.stream.UserEvent.Filled;
import dev.astrolabe.exchange.stream.UserEvent.Gap;
import dev.astrolabe.exchange.stream.UserEvent.MarginCall;
import dev.astrolabe.exchange.stream.UserEvent.OrderChanged;
import dev.astrolabe.exchange.stream.UserEvent.PositionChanged;
import dev.astrolabe.exchange.stream.UserEvent.PositionClosed;
import dev.astrolabe.exchange.stream.UserEvent.SettingsChanged;
import dev.astrolabe.exchange.testkit.FakeClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the account's stream becomes, end to end: the stand-in is the witness. */
class UserStreamTest {

    private final StreamBench bench = new StreamBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tells_an_order_its_fill_the_position_and_the_balance_as_they_stand() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            assertThat(live.droppedEvents()).isZero();
            bench.buy(PEPE, "2000000");
            Filled filled = bench.await(Filled.class);
            PositionChanged position = bench.await(PositionChanged.class);
            BalanceChanged balance = bench.await(BalanceChanged.class);

            assertThat(bench.heard(OrderChanged.class))
                    .extracting(event -> event.order().status())
                    .containsExactly(OrderStatus.NEW, OrderStatus.FILLED);
            assertThat(filled.fill().symbol()).isEqualTo(PEPE);
            assertThat(filled.fill().quantity()).isEqualByComparingTo("2000000");
            assertThat(filled.fill().price()).isEqualByComparingTo("0.000010001");
            assertThat(filled.fill().fee()).isPositive();
            assertThat(filled.fill().feeAsset()).isEqualTo("USDT");
            assertThat(filled.fill().clientOrderId()).isPresent();
            assertThat(position.position().quantity()).isEqualByComparingTo("2000000");
            assertThat(position.position().leverage().orElseThrow()).isEqualByComparingTo("10");
            assertThat(balance.balance())
                    .isEqualTo(bench.client.account().balances().get(0));
            assertThat(balance.balance().available())
                    .isLessThan(balance.balance().wallet());
        }
    }

    @Test
    void a_fill_told_by_the_stream_is_the_one_that_rest_tells() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            assertThat(live.state()).isNotNull();
            bench.buy(BTC, "0.01");
            Filled filled = bench.await(Filled.class);
            var overRest = bench.client
                    .trading()
                    .fills(dev.astrolabe.exchange.model.HistoryQuery.of(BTC))
                    .items()
                    .get(0);

            assertThat(filled.fill().toBuilder().clientOrderId(null).build())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(overRest);
        }
    }

    @Test
    void a_position_that_is_left_out_when_it_is_flat_is_told_as_closed() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.buy(BTC, "0.01");
            bench.await(PositionChanged.class);
            bench.client.trading().closePosition(BTC, PositionSide.LONG);
            PositionClosed closed = bench.await(PositionClosed.class);

            assertThat(closed.symbol()).isEqualTo(BTC);
            assertThat(closed.side()).isEmpty();
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void in_hedge_mode_each_side_is_a_position_of_its_own() throws InterruptedException {
        bench.client.account().setPositionMode(PositionMode.HEDGE);
        try (Subscription live = bench.listen()) {
            for (PositionSide side : PositionSide.values()) {
                bench.client
                        .trading()
                        .place(OrderRequest.market(BTC, side.opening(), new BigDecimal("0.01")).toBuilder()
                                .positionSide(side)
                                .build());
            }
            bench.events.await(
                    PATIENCE,
                    event -> event instanceof PositionChanged changed
                            && changed.position().side() == PositionSide.SHORT);
            bench.client.trading().closePosition(BTC, PositionSide.LONG);
            PositionClosed closed = bench.await(PositionClosed.class);

            assertThat(closed.side()).contains(PositionSide.LONG);
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void settings_that_change_are_told() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.client.account().setLeverage(BTC, 7);
            SettingsChanged leverage = bench.await(SettingsChanged.class);
            bench.client.account().setPositionMode(PositionMode.HEDGE);
            bench.events.await(
                    PATIENCE,
                    event -> event instanceof SettingsChanged changed
                            && changed.what().contains("hedge mode is on"));

            assertThat(leverage.what()).isEqualTo("leverage of BTC/USDT:USDT is 7");
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void a_margin_call_names_the_positions() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.sockets.publishToAccount(Map.of(
                    "e",
                    "MARGIN_CALL",
                    "E",
                    1587727187525L,
                    "cw",
                    "3.16",
                    "p",
                    List.of(Map.of(
                            "s", "BTCUSDT", "ps", "LONG", "pa", "1.327", "mt", "CROSSED", "iw", "0", "mp", "187.17",
                            "up", "-1.16", "mm", "1.61"))));
            MarginCall call = bench.await(MarginCall.class);

            assertThat(call.what())
                    .isEqualTo("BTC/USDT:USDT CROSSED LONG 1.327 at mark price 187.17, unrealized profit -1.16,"
                            + " maintenance margin 1.61, isolated wallet 0; cross wallet 3.16");
            assertThat(live.droppedEvents()).isZero();
        }
    }

    private static Map<String, Object> order(long id, String status, String execution, String filled, long time) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("s", "BTCUSDT");
        o.put("c", "raw" + id);
        o.put("S", "BUY");
        o.put("o", "LIMIT");
        o.put("f", "GTC");
        o.put("q", "3");
        o.put("p", "40000");
        o.put("ap", "40000");
        o.put("sp", "0");
        o.put("x", execution);
        o.put("X", status);
        o.put("i", id);
        o.put("l", execution.equals("TRADE") ? "1" : "0");
        o.put("z", filled);
        o.put("L", execution.equals("TRADE") ? "40000" : "0");
        o.put("T", time);
        o.put("t", execution.equals("TRADE") ? Long.parseLong(filled) + 1000 : 0);
        o.put("m", true);
        o.put("R", false);
        o.put("wt", "CONTRACT_PRICE");
        o.put("ot", "LIMIT");
        o.put("ps", "BOTH");
        o.put("cp", false);
        o.put("rp", "0");
        return new LinkedHashMap<>(Map.of("e", "ORDER_TRADE_UPDATE", "E", time, "T", time, "o", o));
    }

    @Test
    void an_order_never_goes_back_and_a_fill_that_comes_late_is_told() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.sockets.publishToAccount(order(1, "NEW", "NEW", "0", 100));
            bench.sockets.publishToAccount(order(1, "PARTIALLY_FILLED", "TRADE", "2", 300));
            bench.sockets.publishToAccount(order(1, "PARTIALLY_FILLED", "TRADE", "1", 200));
            bench.sockets.publishToAccount(order(1, "FILLED", "TRADE", "3", 400));
            bench.sockets.publishToAccount(order(1, "NEW", "NEW", "0", 100));
            bench.sockets.publishToAccount(order(1, "FILLED", "TRADE", "3", 400));
            bench.sockets.publishToAccount(order(2, "NEW", "NEW", "0", 500));
            bench.events.await(
                    PATIENCE,
                    event -> event instanceof OrderChanged changed
                            && changed.order().orderId().equals("2"));

            assertThat(bench.heard(OrderChanged.class))
                    .extracting(event -> event.order().filledQuantity().toPlainString())
                    .containsExactly("0", "2", "3", "0");
            assertThat(bench.heard(Filled.class))
                    .extracting(event -> event.fill().tradeId())
                    .containsExactly("1002", "1001", "1003");
            assertThat(bench.heard(Filled.class).get(0).fill().feeAsset()).isEqualTo("USDT");
            assertThat(bench.heard(Filled.class).get(0).fill().fee()).isZero();
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void words_that_are_not_known_are_harmless() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.sockets.publishToAccount(Map.of("e", "TOMORROWS_EVENT", "E", 1, "x", Map.of("e", 7)));
            bench.sockets.publishToAccount(Map.of("result", List.of("something"), "id", 77));
            bench.sockets.publishToAccount(Map.of("e", "ACCOUNT_CONFIG_UPDATE", "E", 1, "T", 1, "az", Map.of("q", 1)));
            Map<String, Object> odd = order(3, "TOMORROWS_STATUS", "TOMORROWS_EXECUTION", "0", 100);
            Map<String, Object> o = (Map<String, Object>) odd.get("o");
            o.put("o", "TOMORROWS_TYPE");
            o.put("ot", "TOMORROWS_TYPE");
            o.put("f", "TOMORROWS_TIME");
            o.put("ps", "TOMORROWS_SIDE");
            o.put("new", List.of(1, 2));
            bench.sockets.publishToAccount(odd);
            OrderChanged changed = bench.await(OrderChanged.class);

            assertThat(changed.order().status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(changed.order().rawStatus()).isEqualTo("TOMORROWS_STATUS");
            assertThat(changed.order().type()).isEqualTo(OrderType.UNKNOWN);
            assertThat(changed.order().positionSide()).isEmpty();
            assertThat(bench.events.all()).hasSize(1);
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void an_event_of_an_instrument_that_is_not_listed_is_left_out() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            Map<String, Object> odd = order(3, "NEW", "NEW", "0", 100);
            ((Map<?, ?>) odd.get("o"))
                    .entrySet()
                    .removeIf(entry -> entry.getKey().equals("s"));
            @SuppressWarnings("unchecked")
            Map<String, Object> o = (Map<String, Object>) odd.get("o");
            o.put("s", "NOSUCHUSDT");
            bench.sockets.publishToAccount(odd);
            bench.sockets.publishToAccount(order(4, "NEW", "NEW", "0", 100));
            OrderChanged changed = bench.await(OrderChanged.class);

            assertThat(changed.order().orderId()).isEqualTo("4");
            bench.assertNoGap();
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void an_event_that_cannot_be_read_is_a_gap_and_what_it_hid_is_read() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.restingBuy("resting");
            bench.await(OrderChanged.class);
            int heard = bench.heard();

            bench.sockets.publishToAccount(
                    Map.of("e", "ORDER_TRADE_UPDATE", "E", 1, "T", 1, "o", Map.of("s", "BTCUSDT")));
            List<UserEvent> made = bench.awaitGap(live, heard);

            assertThat(made.get(0)).isInstanceOf(Gap.class);
            assertThat(made).filteredOn(OrderChanged.class::isInstance).hasSize(1);
            assertThat(made).anyMatch(BalanceChanged.class::isInstance);
            bench.buy(BTC, "0.01");
            bench.await(Filled.class);
        }
    }

    @Test
    void events_that_queue_up_share_a_reading_of_the_account() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        List<UserEvent> heard = new ArrayList<>();
        try (Subscription live = bench.client.userStreams().events(StreamOptions.DEFAULT, event -> {
                    awaitUninterruptibly(go);
                    synchronized (heard) {
                        heard.add(event);
                        heard.notifyAll();
                    }
                });
                Subscription beside =
                        bench.nativeStreams().announcements(StreamOptions.DEFAULT, any -> arrived.countDown())) {
            bench.awaitLive(live);
            bench.awaitLive(beside);
            long accounts = bench.venue.received("GET", "/account");
            for (int i = 0; i < 6; i++) {
                bench.tick();
                bench.buy(BTC, "0.01");
            }
            // The last event of the last purchase has come when the listener is let go; then the clock stands later.
            bench.sockets.publishToAccount(Map.of("e", "announcement", "E", 1, "en", Map.of("i", 1)));
            awaitUninterruptibly(arrived);
            bench.tick();
            go.countDown();
            StreamBench.await("six fills", () -> {
                synchronized (heard) {
                    return heard.stream().filter(Filled.class::isInstance).count() == 6;
                }
            });
            StreamBench.await("the whole position", () -> {
                synchronized (heard) {
                    return heard.stream()
                            .anyMatch(event -> event instanceof PositionChanged changed
                                    && changed.position().quantity().compareTo(new BigDecimal("0.06")) == 0);
                }
            });

            assertThat(bench.venue.received("GET", "/account") - accounts).isBetween(1L, 2L);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void readings_of_the_account_leave_weight_for_orders() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            for (int i = 1; i <= 15; i++) {
                BigDecimal expected = new BigDecimal("0.001").multiply(BigDecimal.valueOf(i));
                bench.buy(BTC, "0.001");
                bench.events.await(
                        PATIENCE,
                        event -> event instanceof PositionChanged changed
                                && changed.position().quantity().compareTo(expected) == 0);
            }
            Duration passed = Duration.between(FakeClock.START, bench.venue.now());

            assertThat(passed)
                    .as("the reader's pauses are all that moves this clock: one reading began, ten go at once")
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(15 + 1 - 10));
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void a_liquidation_is_a_fill() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            Map<String, Object> event = order(5, "FILLED", "TRADE", "1", 100);
            @SuppressWarnings("unchecked")
            Map<String, Object> o = (Map<String, Object>) event.get("o");
            o.put("x", "CALCULATED");
            o.put("c", "autoclose-1");
            o.put("o", "LIQUIDATION");
            o.put("ot", "LIQUIDATION");
            bench.sockets.publishToAccount(event);

            assertThat(bench.await(Filled.class).fill().clientOrderId()).contains("autoclose-1");
            assertThat(bench.await(OrderChanged.class).order().type()).isEqualTo(OrderType.LIQUIDATION);
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void two_listeners_hear_the_same_over_one_connection() throws InterruptedException {
        try (Subscription first = bench.listen();
                Subscription second = bench.client.userStreams().events(StreamOptions.DEFAULT, event -> {})) {
            bench.awaitLive(second);
            bench.buy(BTC, "0.01");
            bench.await(Filled.class);

            assertThat(bench.sockets.opened()).isEqualTo(1);
            assertThat(first.droppedEvents() + second.droppedEvents()).isZero();
        }
    }

    @Test
    void a_cancel_is_told_with_the_order_as_it_ended() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.restingBuy("gone");
            bench.client.trading().cancel(OrderRef.ofClientOrderId(BTC, "gone"));
            UserEvent ended = bench.events.await(
                    PATIENCE,
                    event -> event instanceof OrderChanged changed
                            && changed.order().status() == OrderStatus.CANCELED);

            assertThat(((OrderChanged) ended).order().clientOrderId()).contains("gone");
            assertThat(((OrderChanged) ended).order().side()).isEqualTo(Side.BUY);
            assertThat(((OrderChanged) ended).order().quantity().orElseThrow()).isEqualByComparingTo("0.01");
            assertThat(live.droppedEvents()).isZero();
        }
    }
}
