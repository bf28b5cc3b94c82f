package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.StreamBench.BTC;
import static dev.astrolabe.aster.internal.StreamBench.PATIENCE;
import static dev.astrolabe.aster.internal.StreamBench.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Public streams, end to end. */
class MarketStreamTest {

    private static final Duration PROBE_AFTER = Duration.ofSeconds(30);

    private final StreamBench bench = new StreamBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> controls(String method) {
        return bench.sockets.controls().stream()
                .filter(text -> text.contains("\"" + method + "\""))
                .toList();
    }

    @Test
    void names_are_lower_case_and_all_streams_share_a_connection() {
        Recorder<Object> events = new Recorder<>();
        List<Subscription> live = new ArrayList<>();
        live.add(bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, events));
        live.add(bench.client.marketStreams().bookTicker(PEPE, StreamOptions.DEFAULT, events));
        live.add(bench.client.marketStreams().markPrice(BTC, StreamOptions.DEFAULT, events));
        live.add(bench.client.marketStreams().candles(BTC, CandleInterval.MO1, StreamOptions.DEFAULT, events));
        live.add(bench.client.marketStreams().candles(BTC, CandleInterval.M1, StreamOptions.DEFAULT, events));
        live.add(bench.client.marketStreams().orderBook(PEPE, StreamOptions.DEFAULT));
        live.forEach(bench::awaitLive);

        assertThat(bench.sockets.streams())
                .containsExactlyInAnyOrder(
                        "btcusdt@aggTrade",
                        "1000pepeusdt@bookTicker",
                        "btcusdt@markPrice@1s",
                        "btcusdt@kline_1M",
                        "btcusdt@kline_1m",
                        "1000pepeusdt@depth@100ms");
        assertThat(bench.sockets.opened()).isEqualTo(1);
    }

    @Test
    void prices_and_quantities_are_those_of_single_coins() throws InterruptedException {
        Recorder<Trade> trades = new Recorder<>();
        Recorder<BookTicker> tickers = new Recorder<>();
        Recorder<Candle> candles = new Recorder<>();
        Recorder<MarkPrice> marks = new Recorder<>();
        bench.awaitLive(bench.client.marketStreams().trades(PEPE, StreamOptions.DEFAULT, trades));
        bench.awaitLive(bench.client.marketStreams().bookTicker(PEPE, StreamOptions.DEFAULT, tickers));
        bench.awaitLive(bench.client.marketStreams().candles(PEPE, CandleInterval.M1, StreamOptions.DEFAULT, candles));
        bench.awaitLive(bench.client.marketStreams().markPrice(PEPE, StreamOptions.DEFAULT, marks));

        bench.venue.movePrice(PEPE, new BigDecimal("0.000011"));

        Trade trade = trades.await(PATIENCE, any -> true);
        assertThat(trade.price()).isEqualByComparingTo("0.000011");
        assertThat(trade.quantity()).isEqualByComparingTo("1000");
        assertThat(trade.takerSide()).isEqualTo(Side.BUY);
        BookTicker ticker = tickers.await(PATIENCE, any -> true);
        assertThat(ticker.bid()).isEqualByComparingTo("0.000010999");
        assertThat(ticker.askQuantity()).isEqualByComparingTo("1000000000000");
        Candle candle = candles.await(PATIENCE, any -> true);
        assertThat(candle.close()).isEqualByComparingTo("0.000011");
        assertThat(candle.volume()).isEqualByComparingTo("12500");
        MarkPrice mark = marks.await(PATIENCE, any -> true);
        assertThat(mark.index().orElseThrow()).isEqualByComparingTo("0.000011");
        assertThat(mark.fundingRate().orElseThrow()).isEqualByComparingTo("0.0001");
        assertThat(mark.nextFundingTime().orElseThrow()).isAfter(bench.venue.now());
    }

    @Test
    void an_instrument_that_is_not_listed_is_refused_before_anything_is_subscribed() {
        Symbol typo = Symbol.parse("BTT/USDT:USDT");

        assertThatThrownBy(() -> bench.client.marketStreams().trades(typo, StreamOptions.DEFAULT, new Recorder<>()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("nearest are BTC/USDT:USDT");
        assertThat(bench.sockets.opened()).isZero();
    }

    @Test
    void a_stream_that_nobody_wants_any_more_is_unsubscribed() {
        Subscription first = bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, new Recorder<>());
        Subscription second = bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, new Recorder<>());
        Subscription other = bench.client.marketStreams().trades(PEPE, StreamOptions.DEFAULT, new Recorder<>());
        List.of(first, second, other).forEach(bench::awaitLive);

        first.close();
        bench.venue.advance(Duration.ofSeconds(1));
        assertThat(bench.sockets.streams()).contains("btcusdt@aggTrade");
        second.close();
        bench.await(
                "an end of the stream",
                Duration.ofMillis(50),
                () -> !bench.sockets.streams().contains("btcusdt@aggTrade"));

        assertThat(controls("UNSUBSCRIBE")).hasSize(1);
        assertThat(other.state()).isEqualTo(ConnectionState.LIVE);
    }

    @Test
    void after_a_cut_everything_is_subscribed_again() throws InterruptedException {
        Recorder<Trade> trades = new Recorder<>();
        Subscription live = bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, trades);
        Subscription other = bench.client.marketStreams().markPrice(BTC, StreamOptions.DEFAULT, new Recorder<>());
        List.of(live, other).forEach(bench::awaitLive);

        bench.sockets.cut();
        StreamBench.await("word of the loss", () -> trades.states().contains(ConnectionState.RECONNECTING));
        List.of(live, other).forEach(bench::awaitLive);
        bench.venue.movePrice(BTC, new BigDecimal("51000"));
        trades.await(PATIENCE, trade -> trade.price().compareTo(new BigDecimal("51000")) == 0);

        assertThat(bench.sockets.opened()).isEqualTo(2);
        assertThat(bench.sockets.streams()).containsExactlyInAnyOrder("btcusdt@aggTrade", "btcusdt@markPrice@1s");
        assertThat(trades.states()).contains(ConnectionState.RECONNECTING, ConnectionState.LIVE);
    }

    @Test
    void a_quiet_connection_is_probed_by_a_message_that_the_venue_answers() {
        StreamOptions patient = new StreamOptions(16, StreamOptions.DEFAULT.overflow(), Duration.ofDays(1));
        Recorder<Trade> trades = new Recorder<>();
        Subscription live = bench.client.marketStreams().trades(BTC, patient, trades);
        bench.awaitLive(live);

        for (int i = 1; i <= 3; i++) {
            int expected = i;
            bench.venue.advance(PROBE_AFTER);
            StreamBench.await("a probe", () -> bench.probes() == expected);
            // It comes behind the answer, for which the client waits by the clock.
            bench.venue.movePrice(BTC, new BigDecimal(51_000 + i));
            StreamBench.await("a trade", () -> trades.all().size() == expected);
        }

        assertThat(bench.sockets.opened()).isEqualTo(1);
        assertThat(live.state()).isEqualTo(ConnectionState.LIVE);
    }

    @Test
    void a_payload_that_cannot_be_read_costs_itself_alone() throws InterruptedException {
        Recorder<Trade> trades = new Recorder<>();
        Subscription live = bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, trades);
        bench.awaitLive(live);

        bench.sockets.publish("btcusdt@aggTrade", Map.of("e", "aggTrade", "E", 1));
        bench.sockets.publish("btcusdt@aggTrade", List.of());
        bench.venue.movePrice(BTC, new BigDecimal("51000"));
        trades.await(PATIENCE, any -> true);

        assertThat(trades.all()).hasSize(1);
        assertThat(live.state()).isEqualTo(ConnectionState.LIVE);
    }

    @Test
    void connections_are_replaced_before_the_venue_cuts_them_and_no_trade_is_missed_or_doubled() {
        Recorder<Trade> trades = new Recorder<>();
        StreamOptions patient = new StreamOptions(1024, StreamOptions.DEFAULT.overflow(), Duration.ofDays(2));
        Subscription live = bench.client.marketStreams().trades(BTC, patient, trades);
        bench.awaitLive(live);
        Instant start = bench.venue.now();

        bench.venue.advance(Duration.ofHours(23).minusMinutes(1));
        StreamBench.await("a probe", () -> bench.probes() > 0);
        int moves = 1;
        bench.venue.movePrice(BTC, new BigDecimal(51000 + moves));
        StreamBench.await("a trade behind the answer", () -> trades.all().size() == 1);
        bench.venue.advance(Duration.ofMinutes(1));
        StreamBench.await("a second connection", () -> bench.sockets.opened() == 2);
        boolean replaced;
        do {
            replaced = bench.sockets.open() == 1;
            int expected = ++moves;
            bench.venue.movePrice(BTC, new BigDecimal(51000 + expected));
            StreamBench.await("the trade", () -> trades.all().size() >= expected);
            bench.venue.advance(Duration.ofMillis(500));
        } while (!replaced);

        assertThat(Duration.between(start, bench.venue.now())).isLessThan(Duration.ofHours(24));
        assertThat(trades.all())
                .extracting(trade -> trade.price().intValueExact() - 51000)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(moves);
        assertThat(moves)
                .as("trades while both connections stood, and one after")
                .isGreaterThan(6);
        assertThat(live.droppedEvents()).isZero();
    }

    @Test
    void closing_the_client_leaves_no_thread_of_its_streams() {
        bench.awaitLive(bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, new Recorder<>()));
        bench.listen();

        bench.client.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("astrolabe-asterdex"));
    }
}
