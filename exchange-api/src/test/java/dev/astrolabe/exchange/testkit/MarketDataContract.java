package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BEST_ASK;
import static dev.astrolabe.exchange.testkit.Bench.BEST_BID;
import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.MARK;
import static dev.astrolabe.exchange.testkit.Bench.PEPE;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Public prices: order, bounds and paging.
 *
 * @since 0.1
 */
public interface MarketDataContract extends ContractCases {

    /** The venue's clock. */
    @Test
    @DisplayName("C09 tells the venue's time")
    default void c09_server_time() {
        Bench bench = Bench.of(venue());

        Instant time = bench.market().serverTime();

        assertThat(time).isCloseTo(venue().now(), within(2, ChronoUnit.SECONDS));
    }

    /** Last price of one and of all. */
    @Test
    @DisplayName("C10 tells the ticker of one instrument and of all")
    default void c10_tickers() {
        Bench bench = Bench.of(venue());

        Ticker ticker = bench.market().ticker(BTC);

        assertThat(ticker.symbol()).isEqualTo(BTC);
        assertThat(ticker.last()).isEqualByComparingTo(MARK);
        assertThat(bench.market().tickers())
                .extracting(Ticker::symbol)
                .contains(BTC, PEPE)
                .doesNotHaveDuplicates();
        assertThat(bench.market().tickers())
                .filteredOn(each -> each.symbol().equals(PEPE))
                .allSatisfy(each -> assertThat(each.last()).isEqualByComparingTo("0.00001"));
    }

    /** Best bid and ask of one and of all, and that they move. */
    @Test
    @DisplayName("C11 tells the best bid and ask, and follows the price")
    default void c11_book_tickers() {
        Bench bench = Bench.of(venue());

        BookTicker before = bench.market().bookTicker(BTC);
        bench.move("51000");
        BookTicker after = bench.market().bookTicker(BTC);

        assertThat(before.bid()).isEqualByComparingTo(BEST_BID);
        assertThat(before.ask()).isEqualByComparingTo(BEST_ASK);
        assertThat(before.mid()).isEqualByComparingTo(MARK);
        assertThat(before.bidQuantity()).isPositive();
        assertThat(before.askQuantity()).isPositive();
        assertThat(after.bid()).isEqualByComparingTo("50999.9");
        assertThat(after.ask()).isEqualByComparingTo("51000.1");
        assertThat(bench.market().bookTickers()).extracting(BookTicker::symbol).contains(BTC, PEPE);
    }

    /** The best levels come first, and the depth has bounds. */
    @Test
    @DisplayName("C12 orders the book from the best level outwards, and knows its bounds")
    default void c12_order_book() {
        Bench bench = Bench.of(venue());

        OrderBook book = bench.market().orderBook(BTC, 5);

        assertThat(book.symbol()).isEqualTo(BTC);
        assertThat(book.bids()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(book.asks()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(book.bids()).extracting(PriceLevel::price).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(book.asks()).extracting(PriceLevel::price).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(book.bids().get(0).price()).isEqualByComparingTo(BEST_BID);
        assertThat(book.asks().get(0).price()).isEqualByComparingTo(BEST_ASK);
        assertThat(book.bids()).allSatisfy(level -> assertThat(level.quantity()).isPositive());
        assertThat(book.asks()).allSatisfy(level -> assertThat(level.quantity()).isPositive());
        int tooDeep = bench.can().maxBookDepth() + 1;
        assertThat(bench.refusedHere(() -> bench.market().orderBook(BTC, 0))).hasMessageContaining("0");
        assertThat(bench.refusedHere(() -> bench.market().orderBook(BTC, tooDeep)))
                .hasMessageContaining(String.valueOf(tooDeep))
                .hasMessageContaining(String.valueOf(tooDeep - 1));
    }

    /** The newest trades, oldest first. */
    @Test
    @DisplayName("C13 tells the newest trades, oldest first, and knows the bounds of their number")
    default void c13_trades() {
        Bench bench = Bench.of(venue());

        List<Trade> five = bench.market().trades(BTC, 5);
        List<Trade> three = bench.market().trades(BTC, 3);

        assertThat(five).hasSize(5);
        assertThat(five).extracting(Trade::time).isSorted();
        assertThat(five).extracting(Trade::id).doesNotHaveDuplicates();
        assertThat(five).allSatisfy(trade -> {
            assertThat(trade.symbol()).isEqualTo(BTC);
            assertThat(trade.price()).isPositive();
            assertThat(trade.quantity()).isPositive();
        });
        assertThat(three)
                .extracting(Trade::id)
                .isEqualTo(five.stream().map(Trade::id).skip(2).toList());
        assertThat(bench.refusedHere(() -> bench.market().trades(BTC, 0))).hasMessageContaining("0");
        assertThat(bench.refusedHere(() -> bench.market().trades(BTC, 1001))).hasMessageContaining("1001");
    }

    /** Older trades page by page. */
    @Test
    @DisplayName("C14 pages through older trades without a duplicate")
    default void c14_trade_history() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.TRADE_HISTORY), "no trade history; C05 checks that it is refused");
        HistoryQuery query = HistoryQuery.of(BTC).toBuilder().limit(2).build();

        List<Trade> trades =
                Page.stream(query, bench.market()::tradeHistory).limit(5).toList();

        assertThat(trades).hasSize(5);
        assertThat(trades).extracting(Trade::time).isSorted();
        assertThat(trades).extracting(Trade::id).doesNotHaveDuplicates();
    }

    /** Every interval that is claimed works, every other is refused. */
    @Test
    @DisplayName("C15 serves exactly the candle intervals that its capabilities name")
    default void c15_candle_intervals() {
        Bench bench = Bench.of(venue());

        for (CandleInterval interval : CandleInterval.values()) {
            CandleQuery query =
                    CandleQuery.of(BTC, interval).toBuilder().limit(5).build();
            if (bench.can().candleIntervals().contains(interval)) {
                assertCandles(interval, bench.market().candles(query), 5);
            } else {
                bench.unsupported(interval.toString(), () -> bench.market().candles(query));
            }
        }
    }

    private static void assertCandles(CandleInterval interval, List<Candle> candles, int count) {
        assertThat(candles).as(interval + " candles").hasSize(count);
        for (int i = 0; i < count; i++) {
            Candle candle = candles.get(i);
            assertThat(candle.low()).isLessThanOrEqualTo(candle.open()).isLessThanOrEqualTo(candle.close());
            assertThat(candle.high()).isGreaterThanOrEqualTo(candle.open()).isGreaterThanOrEqualTo(candle.close());
            assertThat(candle.volume()).isNotNegative();
            if (i < count - 1) {
                Duration step =
                        Duration.between(candle.openTime(), candles.get(i + 1).openTime());
                assertThat(step)
                        .as("distance of " + interval + " candles")
                        .isBetween(
                                interval.duration(),
                                interval == CandleInterval.MO1 ? Duration.ofDays(31) : interval.duration());
                assertThat(candle.closed()).as("an older candle is closed").isTrue();
            }
        }
    }

    /** Both bounds are inclusive, the limit counts from the start, and the newest come without bounds. */
    @Test
    @DisplayName("C16 pages candles by start, end and limit")
    default void c16_candle_paging() {
        Bench bench = Bench.of(venue());
        CandleInterval interval =
                bench.can().candleIntervals().stream().sorted().findFirst().orElseThrow();
        CandleQuery newest = CandleQuery.of(BTC, interval).toBuilder().limit(10).build();
        List<Instant> times = times(bench, newest);

        CandleQuery closed =
                newest.toBuilder().from(times.get(2)).to(times.get(5)).build();
        CandleQuery forward = newest.toBuilder().from(times.get(1)).limit(3).build();
        CandleQuery next =
                newest.toBuilder().from(times.get(3).plusMillis(1)).limit(3).build();
        CandleQuery until = newest.toBuilder().to(times.get(8)).limit(2).build();

        assertThat(times).hasSize(10).isSorted().doesNotHaveDuplicates();
        assertThat(times(bench, closed)).isEqualTo(times.subList(2, 6));
        assertThat(times(bench, forward)).isEqualTo(times.subList(1, 4));
        assertThat(times(bench, next)).isEqualTo(times.subList(4, 7));
        assertThat(times(bench, until)).isEqualTo(times.subList(7, 9));
        int tooMany = bench.can().maxCandles() + 1;
        assertThat(bench.refusedHere(
                        () -> times(bench, newest.toBuilder().limit(tooMany).build())))
                .hasMessageContaining(String.valueOf(tooMany));
    }

    private static List<Instant> times(Bench bench, CandleQuery query) {
        return bench.market().candles(query).stream().map(Candle::openTime).toList();
    }

    /** Candles of the mark and the index price. */
    @Test
    @DisplayName("C17 makes candles of the mark and the index price where its capabilities say so")
    default void c17_price_kinds() {
        Bench bench = Bench.of(venue());
        CandleInterval interval =
                bench.can().candleIntervals().stream().sorted().findFirst().orElseThrow();
        CandleQuery query = CandleQuery.of(BTC, interval).toBuilder().limit(3).build();
        CandleQuery mark = query.toBuilder().kind(PriceKind.MARK).build();
        CandleQuery index = query.toBuilder().kind(PriceKind.INDEX).build();

        if (bench.can(Feature.MARK_CANDLES)) {
            assertCandles(interval, bench.market().candles(mark), 3);
        } else {
            bench.unsupported("mark candles", () -> bench.market().candles(mark));
        }
        if (bench.can(Feature.INDEX_CANDLES)) {
            assertCandles(interval, bench.market().candles(index), 3);
        } else {
            bench.unsupported("index candles", () -> bench.market().candles(index));
        }
    }

    /** The mark price of one and of all. */
    @Test
    @DisplayName("C18 tells the mark price, and follows it")
    default void c18_mark_price() {
        Bench bench = Bench.of(venue());

        MarkPrice before = bench.market().markPrice(BTC);
        bench.move("51000");

        assertThat(before.symbol()).isEqualTo(BTC);
        assertThat(before.mark()).isEqualByComparingTo(MARK);
        before.index().ifPresent(index -> assertThat(index).isEqualByComparingTo(MARK));
        assertThat(bench.market().markPrice(BTC).mark()).isEqualByComparingTo("51000");
        assertThat(bench.market().markPrices()).extracting(MarkPrice::symbol).contains(BTC, PEPE);
    }

    /** Funding now and before. */
    @Test
    @DisplayName("C19 tells the running funding rate, and past ones in ascending pages")
    default void c19_funding() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.FUNDING), "no funding; C05 checks that it is refused");
        HistoryQuery query = HistoryQuery.of(BTC).toBuilder().limit(2).build();

        FundingRate running = bench.market().fundingRate(BTC);
        List<FundingRate> past =
                Page.stream(query, bench.market()::fundingHistory).limit(3).toList();

        assertThat(running.symbol()).isEqualTo(BTC);
        assertThat(running.rate().abs()).isLessThan(num("0.1"));
        assertThat(running.fundingTime()).isAfter(venue().now());
        assertThat(past).hasSize(3);
        assertThat(past).extracting(FundingRate::fundingTime).isSorted().doesNotHaveDuplicates();
        assertThat(past).allSatisfy(rate -> assertThat(rate.fundingTime()).isBeforeOrEqualTo(venue().now()));
    }

    /** What all traders hold. */
    @Test
    @DisplayName("C20 tells the open interest in base units and in contracts")
    default void c20_open_interest() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.OPEN_INTEREST), "no open interest; C05 checks that it is refused");

        assertThat(bench.market().openInterest(BTC)).satisfies(interest -> {
            assertThat(interest.symbol()).isEqualTo(BTC);
            assertThat(interest.quantity()).isPositive();
            assertThat(interest.contracts()).isEqualByComparingTo(bench.btc().toContracts(interest.quantity()));
        });
    }
}
