package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleFeedTest {

    private static final String HEADER = "open_time_ms,open,high,low,close,volume\n";
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    @TempDir
    Path folder;

    @Test
    void a_step_is_a_candle_as_four_ticks_with_the_nearer_extreme_first() throws Exception {
        try (CandleFeed feed = feed("0,100.0,103.0,98.5,101.5,7", "60000,100,100.5,90,95,7")) {
            List<MarketTick> first = feed.next();
            List<MarketTick> second = feed.next();

            assertThat(marks(first)).containsExactly("100.0", "98.5", "103.0", "101.5");
            assertThat(first.stream().map(tick -> tick.time().toEpochMilli()))
                    .containsExactly(0L, 15_000L, 30_000L, 59_999L);
            assertThat(marks(second)).containsExactly("100", "100.5", "90", "95");
        }
    }

    @Test
    void only_the_last_tick_of_a_step_closes_the_candle() throws Exception {
        try (CandleFeed feed = feed("0,100.0,103.0,98.5,101.5,7", "60000,100,100.5,90,95,7")) {
            List<MarketTick> ticks = feed.next();

            assertThat(ticks.subList(0, 3)).allMatch(tick -> tick.closedCandle().isEmpty());
            assertThat(ticks.get(3).closedCandle().map(Candle::close)).contains(new BigDecimal("101.5"));
        }
    }

    @Test
    void the_low_comes_first_where_both_extremes_are_as_near() throws Exception {
        try (CandleFeed feed = feed("0,100,101,99,100,7", "60000,100,100,100,100,7")) {
            assertThat(marks(feed.next())).containsExactly("100", "99", "101", "100");
        }
    }

    @Test
    void an_empty_list_ends_the_data_for_good() throws Exception {
        try (CandleFeed feed = feed("0,1,1,1,1,1", "60000,1,1,1,1,1")) {
            feed.next();
            feed.next();

            assertThat(feed.next()).isEmpty();
            assertThat(feed.next()).isEmpty();
        }
    }

    @Test
    void the_book_lies_on_the_tick_around_the_price_with_exact_decimals() throws Exception {
        try (CandleFeed feed = feed("0,46319.5,46319.5,46319.5,46319.5,7", "60000,1,1,1,1,1")) {
            OrderBook book = feed.next().get(0).book();

            // half a basis point of 46319.5 is 2.3: outward on the tick of 0.1 it gives 46317.1 and 46321.9
            assertThat(book.bids().get(0).price()).isEqualByComparingTo("46317.1");
            assertThat(book.asks().get(0).price()).isEqualByComparingTo("46321.9");
            // one basis point, 4.63, is 4.7 on the tick
            assertThat(book.bids().get(1).price()).isEqualByComparingTo("46312.4");
            assertThat(book.asks().get(1).price()).isEqualByComparingTo("46326.6");
            // 50,000 / 46319.5 in lots of 0.001, and twice as much on the second level
            assertThat(book.bids().get(0).quantity()).isEqualByComparingTo("1.079");
            assertThat(book.asks().get(1).quantity()).isEqualByComparingTo("2.158");
            assertThat(book.bids()).hasSize(10);
            assertThat(book.asks()).hasSize(10);
        }
    }

    @Test
    void every_price_and_quantity_of_a_book_passes_the_filters() throws Exception {
        try (CandleFeed feed = feed("0,0.00123,0.00125,0.00119,0.0012,7", "60000,1,1,1,1,1")) {
            Instrument instrument = feed.instrument(feed.listings().iterator().next());

            List<PriceLevel> levels = new ArrayList<>();
            for (MarketTick tick : feed.next()) {
                levels.addAll(tick.book().bids());
                levels.addAll(tick.book().asks());
            }

            assertThat(levels).isNotEmpty().allSatisfy(level -> {
                assertThat(level.price()).isPositive();
                assertThat(instrument.priceFilter().onStep(level.price())).isTrue();
                assertThat(instrument.quantityFilter().onStep(level.quantity())).isTrue();
            });
        }
    }

    @Test
    void depth_follows_the_volume_of_the_candle_before_and_not_of_the_one_to_come() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            lines.add(i * 60_000 + ",100,100,100,100,10");
        }
        lines.add(21 * 60_000 + ",100,100,100,100,30");
        lines.add(22 * 60_000 + ",100,100,100,100,10");
        try (CandleFeed feed = feed(lines.toArray(String[]::new))) {
            List<BigDecimal> best = new ArrayList<>();
            for (int i = 0; i < 23; i++) {
                best.add(feed.next().get(0).book().bids().get(0).quantity());
            }

            assertThat(best.subList(0, 22)).allSatisfy(q -> assertThat(q).isEqualByComparingTo("500"));
            assertThat(best.get(22)).isEqualByComparingTo("1500");
        }
    }

    @Test
    void funding_is_due_at_0_8_and_16_hours_utc() throws Exception {
        try (CandleFeed feed = feed("14400000,1,1,1,1,1", "28800000,1,1,1,1,1")) {
            List<MarketTick> beforeEight = feed.next();
            List<MarketTick> fromEight = feed.next();

            assertThat(beforeEight).allSatisfy(tick -> {
                assertThat(tick.mark().nextFundingTime()).contains(Instant.parse("1970-01-01T08:00:00Z"));
                assertThat(tick.mark().fundingRate()).contains(new BigDecimal("0.0001"));
                assertThat(tick.mark().index()).contains(tick.mark().mark());
            });
            assertThat(fromEight.get(0).mark().nextFundingTime()).contains(Instant.parse("1970-01-01T16:00:00Z"));
        }
    }

    @Test
    void the_default_instrument_fits_the_prices() throws Exception {
        try (CandleFeed feed = feed("0,46319.25,46400.5,46319.0,46377.0,7", "60000,1,1,1,1,1")) {
            Listing listing = feed.listings().iterator().next();
            Instrument instrument = feed.instrument(listing);

            assertThat(listing).isEqualTo(new Listing(ExchangeId.PAPER, BTC));
            assertThat(instrument.tickSize()).isEqualByComparingTo("0.01");
            assertThat(instrument.lotSize()).isEqualByComparingTo("0.001");
            assertThat(instrument.minNotional()).contains(new BigDecimal("5"));
        }
    }

    @Test
    void settings_replace_the_defaults() throws Exception {
        Symbol symbol = Symbol.parse("XBT/USD:USD");
        Instrument coarse = ReplayInstruments.fitting(
                        ExchangeId.OKX,
                        symbol,
                        CandleFile.of(file("0,99,100,99,100,1", "60000,1,1,1,1,1"))
                                .check())
                .toBuilder()
                .priceFilter(new StepFilter(new BigDecimal("0.5"), BigDecimal.ZERO, new BigDecimal("0.5")))
                .build();
        try (CandleFeed feed = CandleFeed.builder(CandleFile.of(file("0,99,100,99,100,1", "60000,1,1,1,1,1")))
                .exchange(ExchangeId.OKX)
                .symbol(symbol)
                .instrument(coarse)
                .book(new BigDecimal("100"), 2, new BigDecimal("990"))
                .funding(new BigDecimal("-0.0003"), Duration.ofHours(1))
                .open()) {
            MarketTick tick = feed.next().get(0);

            assertThat(tick.listing()).isEqualTo(new Listing(ExchangeId.OKX, symbol));
            assertThat(tick.book().bids()).hasSize(2);
            assertThat(tick.book().bids().get(0).price()).isEqualByComparingTo("98.5");
            assertThat(tick.book().asks().get(0).price()).isEqualByComparingTo("99.5");
            assertThat(tick.mark().fundingRate()).contains(new BigDecimal("-0.0003"));
            assertThat(tick.mark().nextFundingTime()).contains(Instant.parse("1970-01-01T01:00:00Z"));
        }
    }

    @Test
    void warm_up_takes_the_first_candles_and_no_step_repeats_them() throws Exception {
        try (CandleFeed feed = feed("0,1,1,1,1,1", "60000,2,2,2,2,1", "120000,3,3,3,3,1")) {
            List<Candle> warm = feed.warmUp(new Listing(ExchangeId.PAPER, BTC), 2);

            assertThat(warm).extracting(Candle::openTime).containsExactly(Instant.EPOCH, Instant.ofEpochMilli(60_000));
            assertThat(feed.next().get(0).time()).isEqualTo(Instant.ofEpochMilli(120_000));
            assertThat(feed.warmUp(new Listing(ExchangeId.PAPER, BTC), 9)).isEmpty();
        }
    }

    @Test
    void a_broken_last_line_is_told_before_the_first_tick() throws Exception {
        Path file = file("0,1,1,1,1,1", "60000,1,1,1,1,1", "120000,NaN,1,1,1,1");

        assertThatThrownBy(() -> CandleFeed.builder(CandleFile.of(file)).open())
                .isInstanceOf(CandleFileException.class)
                .hasMessage(file + ":4: open 'NaN' is not a decimal number");
    }

    @Test
    void a_file_whose_name_tells_no_coin_needs_a_symbol() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), HEADER + "0,1,1,1,1,1\n60000,1,1,1,1,1\n");

        assertThatThrownBy(() -> CandleFeed.builder(CandleFile.of(file)).open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith("so the symbol must be given");
    }

    @Test
    void interruption_ends_a_step() throws Exception {
        try (CandleFeed feed = feed("0,1,1,1,1,1", "60000,2,2,2,2,1")) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(feed::next).isInstanceOf(InterruptedException.class);
            assertThat(feed.next()).hasSize(4);
        }
    }

    @Test
    void a_closed_feed_is_at_its_end() throws Exception {
        CandleFeed feed = feed("0,1,1,1,1,1", "60000,2,2,2,2,1");

        feed.close();
        feed.close();

        assertThat(feed.next()).isEmpty();
        assertThatThrownBy(() -> feed.instrument(new Listing(ExchangeId.OKX, BTC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("okx BTC/USDT:USDT is not in this feed; it has paper BTC/USDT:USDT");
    }

    private CandleFeed feed(String... lines) throws IOException {
        return CandleFeed.builder(CandleFile.of(file(lines)).gaps(GapPolicy.SKIP))
                .open();
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("btc-test.csv"), HEADER + String.join("\n", lines) + "\n");
    }

    private static List<String> marks(List<MarketTick> ticks) {
        return ticks.stream().map(tick -> tick.mark().mark().toPlainString()).toList();
    }
}
