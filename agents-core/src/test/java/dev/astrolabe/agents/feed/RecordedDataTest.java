package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.model.CandleInterval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real prices, read in place. */
class RecordedDataTest {

    private Path data;

    @BeforeEach
    void needs_the_recorded_prices() {
        String folder = System.getProperty("data.dir", "");
        assumeTrue(!folder.isEmpty(), "skipped: system property data.dir does not say where the recorded prices lie");
        data = Path.of(folder);
    }

    @Test
    void a_month_of_minutes_has_no_gap() {
        CandleFileSummary summary =
                CandleFile.of(data.resolve("btc-perp-1m-2022-01.csv.gz")).check();

        assertThat(summary.candles()).isEqualTo(45_031);
        assertThat(summary.interval()).isEqualTo(CandleInterval.M1);
        assertThat(summary.first()).isEqualTo(Instant.parse("2021-12-31T23:00:00Z"));
        assertThat(summary.last()).isEqualTo(Instant.parse("2022-02-01T05:30:00Z"));
        assertThat(summary.gaps()).isEmpty();
    }

    @Test
    void nine_years_of_four_hours_have_three_gaps_that_are_errors_unless_allowed() {
        Path file = data.resolve("btc-usd-4h-2016-2025.csv.gz");

        assertThat(CandleFile.of(file).gaps(GapPolicy.RARE).check().gaps())
                .extracting(CandleGap::line, CandleGap::missing)
                .containsExactly(tuple(1722L, 1L), tuple(4885L, 3L), tuple(20683L, 1L));
        assertThatThrownBy(() -> CandleFile.of(file).check())
                .hasMessageStartingWith(file + ":1722: gap: expected the 4h");
    }

    @Test
    void a_file_that_begins_with_a_gap_tells_its_interval() {
        CandleFileSummary summary = CandleFile.of(data.resolve("eth-usd-4h-2016-2025.csv.gz"))
                .gaps(GapPolicy.RARE)
                .check();

        assertThat(summary.interval()).isEqualTo(CandleInterval.H4);
        assertThat(summary.missing()).isEqualTo(26);
    }

    @Test
    void replays_every_candle_of_the_month_in_order_of_time() throws Exception {
        long ticks = 0;
        Instant before = Instant.MIN;
        try (CandleFeed feed = CandleFeed.builder(CandleFile.of(data.resolve("btc-perp-1m-2022-01.csv.gz")))
                .open()) {
            for (List<MarketTick> step = feed.next(); !step.isEmpty(); step = feed.next()) {
                for (MarketTick tick : step) {
                    assertThat(tick.time().isAfter(before)).isTrue();
                    before = tick.time();
                    ticks++;
                }
            }
        }

        assertThat(ticks).isEqualTo(4 * 45_031L);
    }
}
