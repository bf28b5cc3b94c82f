package dev.astrolabe.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.CandleInterval;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;

class MinuteBarsTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final long START = MONDAY.toEpochMilli();

    private final MinuteBars bars = new MinuteBars(START, 100);

    MinuteBarsTest() {
        // Minute n trades 1 lot at 100 + n and 2 lots at 90 + n.
        for (int minute = 0; minute < 12; minute++) {
            MinuteBar bar = bars.at(START + minute * 60_000L, 100 + minute);
            bar.trade(100 + minute, 1, 7);
            bars.at(START + minute * 60_000L + 5_000, 0).trade(90 + minute, 2, 7);
        }
    }

    @Test
    void a_minute_holds_what_was_traded_in_it() {
        MinuteBar third = bars.candles(CandleInterval.M1, START + 120_000, START + 120_000, 10)
                .get(START + 120_000);

        assertThat(List.of(third.open, third.high, third.low, third.close)).containsExactly(102L, 102L, 92L, 92L);
        assertThat(third.lots).isEqualTo(3);
        assertThat(third.coinUnits).isEqualTo(14);
        assertThat(third.ticksTimesLots).isEqualTo(102 + 2 * 92);
        assertThat(third.trades).isEqualTo(2);
    }

    @Test
    void a_longer_candle_is_made_of_its_minutes() {
        MinuteBar second =
                bars.candles(CandleInterval.M5, START + 300_000, null, 1).get(START + 300_000);

        assertThat(List.of(second.open, second.high, second.low, second.close)).containsExactly(105L, 109L, 95L, 99L);
        assertThat(second.lots).isEqualTo(15);
    }

    @Test
    void a_start_pages_forward_and_lies_on_the_next_opening() {
        NavigableMap<Long, MinuteBar> page = bars.candles(CandleInterval.M5, START + 1, null, 10);

        assertThat(page.keySet()).containsExactly(START + 300_000, START + 600_000);
    }

    @Test
    void an_end_alone_gives_the_last_ones_up_to_it() {
        NavigableMap<Long, MinuteBar> page = bars.candles(CandleInterval.M1, null, START + 239_999, 2);

        assertThat(page.keySet()).containsExactly(START + 120_000, START + 180_000);
    }

    @Test
    void neither_gives_the_newest() {
        assertThat(bars.candles(CandleInterval.M1, null, null, 1).keySet()).containsExactly(START + 660_000);
    }

    @Test
    void nothing_is_behind_the_newest_minute() {
        assertThat(bars.candles(CandleInterval.M1, START + 720_000, null, 5)).isEmpty();
    }

    @Test
    void before_history_the_first_price_stands_still() {
        NavigableMap<Long, MinuteBar> page = bars.candles(CandleInterval.M1, null, START - 1, 5);

        assertThat(page.keySet()).hasSize(5).contains(START - 60_000);
        assertThat(page.values()).allSatisfy(bar -> {
            assertThat(List.of(bar.open, bar.high, bar.low, bar.close)).containsOnly(100L);
            assertThat(bar.trades).isZero();
        });
    }

    @Test
    void minutes_without_a_trade_stand_still() {
        MinuteBar far = bars.at(START + 15 * 60_000L, 300);

        assertThat(far.open).isEqualTo(300);
        MinuteBar between = bars.get(START + 13 * 60_000L);
        assertThat(List.of(between.open, between.high, between.low, between.close))
                .containsOnly(101L);
        assertThat(between.trades).isZero();
    }

    @Test
    void forgets_what_is_older_than_a_week_and_some_days() {
        for (long minute = 12; minute < 20 * 1440; minute++) {
            bars.at(START + minute * 60_000, 100).trade(100, 1, 0);
        }

        long kept = bars.candles(CandleInterval.M1, null, null, 20 * 1440).values().stream()
                .filter(bar -> bar.trades > 0)
                .count();
        assertThat(kept).isBetween(9 * 1440L, 10 * 1440L);
        assertThat(bars.day().trades).isEqualTo(1440);
        assertThat(bars.newestOpen()).isEqualTo(START + (20 * 1440 - 1) * 60_000L);
    }

    @Test
    void weeks_open_on_mondays_and_months_on_their_first_day() {
        long thursday = Instant.parse("2026-02-12T13:00:00Z").toEpochMilli();

        long week = MinuteBars.openOf(CandleInterval.W1, thursday);
        long month = MinuteBars.openOf(CandleInterval.MO1, thursday);

        assertThat(Instant.ofEpochMilli(week)).isEqualTo("2026-02-09T00:00:00Z");
        assertThat(Instant.ofEpochMilli(month)).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(Instant.ofEpochMilli(MinuteBars.closeOf(CandleInterval.MO1, month) + 1))
                .isEqualTo("2026-03-01T00:00:00Z");
    }
}
