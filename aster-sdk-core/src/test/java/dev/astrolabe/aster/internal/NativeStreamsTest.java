package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.StreamBench.BTC;
import static dev.astrolabe.aster.internal.StreamBench.PATIENCE;
import static dev.astrolabe.aster.internal.StreamBench.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.model.AddressedTrade;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.BookSpeed;
import dev.astrolabe.aster.model.LiquidationOrder;
import dev.astrolabe.aster.model.MarkPriceSpeed;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams that only this venue has: by which names they are subscribed, and what becomes of their events. */
class NativeStreamsTest {

    private static final StreamOptions OPTIONS = StreamOptions.DEFAULT;

    private final StreamBench bench = new StreamBench();
    private final Json json = new Json();

    @AfterEach
    void close() {
        bench.close();
    }

    private void publish(String stream, String payload) {
        bench.sockets.publish(stream, tree(payload));
    }

    private Object tree(String payload) {
        try {
            return json.tree(payload);
        } catch (IOException e) {
            throw new IllegalArgumentException(payload, e);
        }
    }

    private static <E> E first(Recorder<E> events) throws InterruptedException {
        return events.await(PATIENCE, any -> true);
    }

    @Test
    void each_stream_is_subscribed_by_the_venues_name_of_it() {
        Recorder<Object> events = new Recorder<>();
        var streams = bench.nativeStreams();
        List<Subscription> all = new ArrayList<>(List.of(
                streams.ticker(PEPE, OPTIONS, events),
                streams.tickers(OPTIONS, events),
                streams.miniTicker(BTC, OPTIONS, events),
                streams.miniTickers(OPTIONS, events),
                streams.markPrice(BTC, MarkPriceSpeed.EVERY_3_SECONDS, OPTIONS, events),
                streams.markPrice(BTC, MarkPriceSpeed.EVERY_SECOND, OPTIONS, events),
                streams.markPrices(MarkPriceSpeed.EVERY_3_SECONDS, OPTIONS, events),
                streams.markPrices(MarkPriceSpeed.EVERY_SECOND, OPTIONS, events),
                streams.bookTickers(OPTIONS, events),
                streams.liquidations(BTC, OPTIONS, events)));
        all.addAll(List.of(
                streams.liquidations(OPTIONS, events),
                streams.aggregateTrades(BTC, OPTIONS, events),
                streams.candles(BTC, CandleInterval.H4, OPTIONS, events),
                streams.addressedTrades(BTC, OPTIONS, events),
                streams.topOfBook(BTC, 5, BookSpeed.EVERY_100_MS, OPTIONS, events),
                streams.topOfBook(BTC, 10, BookSpeed.EVERY_250_MS, OPTIONS, events),
                streams.topOfBook(BTC, 20, BookSpeed.EVERY_500_MS, OPTIONS, events)));
        all.forEach(bench::awaitLive);

        assertThat(bench.sockets.streams())
                .containsExactlyInAnyOrder(
                        "1000pepeusdt@ticker",
                        "!ticker@arr",
                        "btcusdt@miniTicker",
                        "!miniTicker@arr",
                        "btcusdt@markPrice",
                        "btcusdt@markPrice@1s",
                        "!markPrice@arr",
                        "!markPrice@arr@1s",
                        "!bookTicker",
                        "btcusdt@forceOrder",
                        "!forceOrder@arr",
                        "btcusdt@aggTrade",
                        "btcusdt@kline_4h",
                        "btcusdt@tradepro",
                        "btcusdt@depth5@100ms",
                        "btcusdt@depth10",
                        "btcusdt@depth20@500ms");
        assertThat(bench.sockets.opened()).isEqualTo(1);
    }

    @Test
    void tickers_of_all_instruments_come_together_without_those_that_are_not_listed() throws InterruptedException {
        Recorder<List<AsterTicker>> events = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().tickers(OPTIONS, events));
        String ticker = """
                {"e": "24hrTicker", "E": 1, "s": "%s", "p": "0.0015", "P": "250.00", "w": "0.0018", "c": "0.0025", "Q": "10",
                 "o": "0.0010", "h": "0.0025", "l": "0.0010", "v": "10000", "q": "18", "O": 0, "C": 86400000, "F": 3,
                 "L": 18150, "n": 18148}""";

        publish("!ticker@arr", "[" + ticker.formatted("NOSUCHUSDT") + "]");
        publish("!ticker@arr", "[" + ticker.formatted("1000PEPEUSDT") + "," + ticker.formatted("NOSUCHUSDT") + "]");
        AsterTicker pepe = first(events).get(0);

        assertThat(events.all()).hasSize(1);
        assertThat(first(events)).hasSize(1);
        assertThat(pepe.ticker().symbol()).isEqualTo(PEPE);
        assertThat(pepe.ticker().last()).isEqualByComparingTo("0.0000025");
        assertThat(pepe.ticker().changeRatio().orElseThrow()).isEqualByComparingTo("2.5");
        assertThat(pepe.weightedAveragePrice()).isEqualByComparingTo("0.0000018");
        assertThat(pepe.lastQuantity()).isEqualByComparingTo("10000");
        assertThat(pepe.previousClose()).isEmpty();
        assertThat(pepe.trades()).isEqualTo(18148);
    }

    @Test
    void a_mini_ticker_has_what_it_has() throws InterruptedException {
        Recorder<Ticker> events = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().miniTicker(BTC, OPTIONS, events));

        publish("btcusdt@miniTicker", """
                {"e": "24hrMiniTicker", "E": 86400000, "s": "BTCUSDT", "c": "50000", "o": "49000", "h": "51000", "l": "48000",
                 "v": "100", "q": "5000000"}""");

        assertThat(first(events).low().orElseThrow()).isEqualByComparingTo("48000");
        assertThat(first(events).quoteVolume().orElseThrow()).isEqualByComparingTo("5000000");
        assertThat(first(events).changeRatio()).isEmpty();
    }

    @Test
    void mark_prices_tell_the_estimated_settlement_where_there_is_one() throws InterruptedException {
        Recorder<List<PremiumIndex>> events = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().markPrices(MarkPriceSpeed.EVERY_SECOND, OPTIONS, events));

        publish("!markPrice@arr@1s", """
                [{"e": "markPriceUpdate", "E": 1, "s": "BTCUSDT", "p": "50000", "i": "50001", "P": "50002", "r": "0.0001", "T": 2},
                 {"e": "markPriceUpdate", "E": 1, "s": "1000PEPEUSDT", "p": "0.01", "i": "0", "P": "0", "r": "", "T": 0}]""");

        assertThat(first(events).get(0).estimatedSettlePrice().orElseThrow()).isEqualByComparingTo("50002");
        PremiumIndex pepe = first(events).get(1);
        assertThat(pepe.prices().mark()).isEqualByComparingTo("0.00001");
        assertThat(pepe.prices().index()).isEmpty();
        assertThat(pepe.prices().fundingRate()).isEmpty();
        assertThat(pepe.prices().nextFundingTime()).isEmpty();
        assertThat(pepe.estimatedSettlePrice()).isEmpty();
    }

    @Test
    void book_tickers_of_all_instruments_come_one_by_one_and_need_both_sides() throws InterruptedException {
        Recorder<BookTicker> events = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().bookTickers(OPTIONS, events));
        String ticker = """
                {"e": "bookTicker", "u": 4, "E": 2, "T": 1, "s": "%s", "b": "%s", "B": "3", "a": "0.02", "A": "4"}""";

        publish("!bookTicker", ticker.formatted("BTCUSDT", "0"));
        publish("!bookTicker", ticker.formatted("NOSUCHUSDT", "0.01"));
        publish("!bookTicker", ticker.formatted("1000PEPEUSDT", "0.01"));

        assertThat(first(events).symbol()).isEqualTo(PEPE);
        assertThat(first(events).bid()).isEqualByComparingTo("0.00001");
        assertThat(first(events).askQuantity()).isEqualByComparingTo("4000");
        assertThat(events.all()).hasSize(1);
    }

    @Test
    void a_liquidation_is_told_by_its_instrument_and_among_all() throws InterruptedException {
        Recorder<LiquidationOrder> one = new Recorder<>();
        Recorder<LiquidationOrder> all = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().liquidations(PEPE, OPTIONS, one));
        bench.awaitLive(bench.nativeStreams().liquidations(OPTIONS, all));
        String order = """
                {"e": "forceOrder", "E": 7, "o": {"s": "1000PEPEUSDT", "S": "SELL", "o": "LIMIT", "f": "IOC", "q": "14", "p": "0.01",
                 "ap": "%s", "X": "%s", "l": "14", "z": "%s", "T": 6}}""";

        publish("1000pepeusdt@forceOrder", order.formatted("0.0101", "FILLED", "14"));
        publish("!forceOrder@arr", order.formatted("0", "TOMORROWS_STATUS", "0"));

        assertThat(first(one).side()).isEqualTo(Side.SELL);
        assertThat(first(one).filledQuantity()).isEqualByComparingTo("14000");
        assertThat(first(one).averagePrice().orElseThrow()).isEqualByComparingTo("0.0000101");
        assertThat(first(one).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(first(all).averagePrice()).isEmpty();
        assertThat(first(all).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(first(all).toString()).contains("status=TOMORROWS_STATUS").doesNotContain("averagePrice");
    }

    @Test
    void the_top_of_a_book_is_whole_in_each_event() throws InterruptedException {
        Recorder<OrderBook> events = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().topOfBook(BTC, 5, BookSpeed.EVERY_250_MS, OPTIONS, events));

        publish("btcusdt@depth5", """
                {"e": "depthUpdate", "E": 2, "T": 1, "s": "BTCUSDT", "U": 3, "u": 9, "pu": 1, "b": [["49999.9", "2"]],
                 "a": [["50000.1", "3"], ["50000.2", "4"]]}""");

        assertThat(first(events).sequence()).isEqualTo(9);
        assertThat(first(events).bids()).hasSize(1);
        assertThat(first(events).asks().get(1).quantity()).isEqualByComparingTo("4");
    }

    @Test
    void a_number_of_levels_that_there_is_not_is_refused() {
        assertThatThrownBy(() ->
                        bench.nativeStreams().topOfBook(BTC, 7, BookSpeed.EVERY_250_MS, OPTIONS, new Recorder<>()))
                .isInstanceOf(NotSentException.class)
                .hasMessage("levels 7 of the book of BTC/USDT:USDT are not one of [5, 10, 20]; nearest is 5");
        assertThat(bench.sockets.opened()).isZero();
    }

    @Test
    void trades_come_with_what_is_shown_of_who_made_them() throws InterruptedException {
        Recorder<AddressedTrade> events = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().addressedTrades(BTC, OPTIONS, events));
        String trade = """
                {"e": "tradepro", "E": 3, "T": 2, "s": "BTCUSDT", "t": %d, "p": "73685.5", "q": "0.297", "h": "%s", "m": %s}""";

        publish("btcusdt@tradepro", trade.formatted(1, "0X" + "0".repeat(64), "[\"hidden\", \"hidden\"]"));
        publish("btcusdt@tradepro", trade.formatted(2, "0XAB", "[\"0x1\", \"hidden\"]"));
        publish("btcusdt@tradepro", trade.formatted(3, "", "[]"));
        events.await(PATIENCE, event -> event.id().equals("3"));

        assertThat(events.all()).extracting(AddressedTrade::id).containsExactly("1", "2", "3");
        assertThat(events.all().get(0).transactionHash()).isEmpty();
        assertThat(events.all().get(0).taker()).isEmpty();
        assertThat(events.all().get(1).transactionHash()).contains("0XAB");
        assertThat(events.all().get(1).taker()).contains("0x1");
        assertThat(events.all().get(1).maker()).isEmpty();
        assertThat(events.all().get(2).taker()).isEmpty();
        assertThat(events.all().get(1).toString()).contains("taker=0x1").doesNotContain("maker");
    }

    @Test
    void aggregates_and_candles_come_with_all_that_the_venue_says() throws InterruptedException {
        Recorder<AggregateTrade> trades = new Recorder<>();
        Recorder<AsterCandle> candles = new Recorder<>();
        bench.awaitLive(bench.nativeStreams().aggregateTrades(PEPE, OPTIONS, trades));
        bench.awaitLive(bench.nativeStreams().candles(PEPE, CandleInterval.M1, OPTIONS, candles));

        bench.venue.movePrice(PEPE, new java.math.BigDecimal("0.000011"));

        assertThat(first(trades).price()).isEqualByComparingTo("0.000011");
        assertThat(first(trades).firstTradeId()).isEqualTo(first(trades).id());
        assertThat(first(candles).takerBuyVolume()).isEqualByComparingTo("6000");
        assertThat(first(candles).trades()).isEqualTo(100);
        assertThat(first(candles).closeTime())
                .isEqualTo(first(candles).candle().openTime().plusMillis(59_999));
    }

    @Test
    void announcements_come_with_the_accounts_stream_and_are_no_neutral_event() throws InterruptedException {
        Recorder<Announcement> events = new Recorder<>();
        bench.listen();
        bench.awaitLive(bench.nativeStreams().announcements(OPTIONS, events));

        bench.sockets.publishToAccount(tree("""
                {"e": "announcement",
                 "en": {"i": 162, "t": "Hello", "s": "sub", "c": "DIRECT", "d": 1781684634276, "S": false, "j": "", "C": "<p>x</p>"},
                 "zh": {"i": 162, "t": "你好", "c": "DIRECT", "d": 1781684634276, "S": false}}"""));
        bench.sockets.publishToAccount(tree("{\"e\": \"announcement\"}"));
        bench.buy(BTC, "0.01");
        bench.await(dev.astrolabe.exchange.stream.UserEvent.Filled.class);
        Announcement announcement = first(events);

        assertThat(announcement.id()).isEqualTo(162);
        assertThat(announcement.category()).contains("DIRECT");
        assertThat(announcement.link()).isEmpty();
        assertThat(announcement.translations())
                .containsExactly(
                        new Announcement.Translation("en", "Hello", "sub", "<p>x</p>"),
                        new Announcement.Translation("zh", "你好", "", ""));
        assertThat(events.all()).hasSize(1);
        assertThat(bench.sockets.opened()).isEqualTo(1);
        bench.assertNoGap();
    }
}
