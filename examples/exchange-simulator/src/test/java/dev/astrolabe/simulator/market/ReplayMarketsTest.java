package dev.astrolabe.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMarketsTest {

    private static final int DAY = 1440;
    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instrument BTC = Listings.aster().get(0);
    private static final Instrument ETH = Listings.aster().get(1);

    @TempDir
    Path folder;

    private CandleFile file;

    @BeforeEach
    void write() throws IOException {
        file = file("btc.csv", FIRST, DAY + 10);
    }

    /** Candle n opens at 40000 + n, and is 3 high, 2 low, and 1 up. */
    private CandleFile file(String name, Instant first, int minutes) throws IOException {
        StringBuilder lines = new StringBuilder("open_time_ms,open,high,low,close,volume\n");
        for (int i = 0; i < minutes; i++) {
            int open = 40_000 + i;
            lines.append(first.toEpochMilli() + i * 60_000L);
            for (int price : new int[] {open, open + 3, open - 2, open + 1}) {
                lines.append(',').append(price);
            }
            lines.append(",8\n");
        }
        return CandleFile.of(Files.writeString(folder.resolve(name), lines.toString()));
    }

    @Test
    void starts_a_day_into_the_file_and_shows_its_candles_as_they_are() {
        try (ReplayMarkets markets = ReplayMarkets.builder().replay(file, BTC).open()) {
            Market btc = markets.of("BTCUSDT").orElseThrow();
            assertThat(markets.time()).isEqualTo(FIRST.plus(Duration.ofDays(1)));
            while (!markets.next().equals(Instant.MAX)) {
                Instant next = markets.next();
                markets.move();
                assertThat(markets.time()).isEqualTo(next);
            }

            List<Candle> candles = btc.candles(PriceKind.LAST, CandleInterval.M1, FIRST, null, 2000);
            assertThat(candles).hasSize(DAY + 10);
            for (int i = 0; i < candles.size(); i++) {
                Candle candle = candles.get(i);
                BigDecimal open = BigDecimal.valueOf(40_000 + i);
                assertThat(candle.open()).isEqualByComparingTo(open);
                assertThat(candle.high()).isEqualByComparingTo(open.add(BigDecimal.valueOf(3)));
                assertThat(candle.low()).isEqualByComparingTo(open.subtract(BigDecimal.valueOf(2)));
                assertThat(candle.close()).isEqualByComparingTo(open.add(BigDecimal.ONE));
            }
            assertThat(candles.get(5).volume()).isEqualByComparingTo("8");
            assertThat(btc.fundings()).hasSize(3);
        }
    }

    @Test
    void a_start_moves_times_on_by_whole_days() {
        Instant start = Instant.parse("2026-05-04T00:03:00Z");
        try (ReplayMarkets markets =
                ReplayMarkets.builder().replay(file, BTC).start(start).open()) {
            Market btc = markets.of("BTCUSDT").orElseThrow();
            markets.move();

            assertThat(markets.time()).isEqualTo(start.plusSeconds(15));
            Candle running = btc.candles(PriceKind.LAST, CandleInterval.M1, start, null, 1)
                    .get(0);
            assertThat(running.openTime()).isEqualTo(start);
            assertThat(running.open()).isEqualByComparingTo(BigDecimal.valueOf(40_000 + DAY + 3));
            assertThat(running.closed()).isFalse();
        }
    }

    @Test
    void shows_a_book_about_the_price_and_keeps_it_on_the_grid() {
        try (ReplayMarkets markets = ReplayMarkets.builder().replay(file, BTC).open()) {
            for (int i = 0; i < 10; i++) {
                markets.move();
                Market btc = markets.of("BTCUSDT").orElseThrow();
                OrderBook book = btc.book(10);
                assertThat(book.bids().get(0).price()).isLessThan(btc.day().last());
                assertThat(book.asks().get(0).price()).isGreaterThan(btc.day().last());
                assertThat(book.bids()).hasSize(10).allSatisfy(level -> {
                    assertThat(BTC.priceFilter().onStep(level.price())).isTrue();
                    assertThat(BTC.quantityFilter().onStep(level.quantity())).isTrue();
                });
            }
        }
    }

    @Test
    void several_files_go_by_one_clock() throws IOException {
        CandleFile later = file("eth.csv", FIRST.plus(Duration.ofMinutes(5)), DAY + 10);
        try (ReplayMarkets markets =
                ReplayMarkets.builder().replay(file, BTC).replay(later, ETH).open()) {
            assertThat(markets.time()).isEqualTo(FIRST.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(5)));

            List<Market> moved = markets.move();

            assertThat(moved)
                    .hasSize(2)
                    .allSatisfy(market -> assertThat(market.mark().time()).isEqualTo(markets.time()));
        }
    }

    @Test
    void refuses_a_file_that_is_shorter_than_its_history() throws IOException {
        CandleFile shorter = file("short.csv", FIRST, 100);

        assertThatThrownBy(() ->
                        ReplayMarkets.builder().replay(shorter, BTC).open().close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends before the start at 2022-01-02T00:00:00Z");
    }

    @Test
    void refuses_what_is_inverse() {
        Instrument inverse = Listings.okx().get(12);

        assertThatThrownBy(() -> ReplayMarkets.builder().replay(file, inverse))
                .hasMessage("BTC/USD:BTC is inverse; only linear instruments can be replayed");
    }
}
