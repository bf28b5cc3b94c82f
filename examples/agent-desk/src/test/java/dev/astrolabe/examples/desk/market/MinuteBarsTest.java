package dev.astrolabe.examples.desk.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.CandleInterval;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;

class MinuteBarsTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final long START = MONDAY.toEpochMilli();

    private final MinuteBars bars = new MinuteBars(MONDAY);

    MinuteBarsTest() {
        // Minute n trades 1 lot at 100 + n and 2 lots at 90 + n, the second bought.
        for (int minute = 0; minute < 12; minute++) {
            MinuteBar bar = bars.at(START + minute * 60_000L, 100 + minute);
            bar.trade(100 + minute, 1, false);
            bars.at(START + minute * 60_000L + 5_000, 0).trade(90 + minute, 2, true);
        }
    }

    @Test
    void a_minute_holds_what_was_traded_in_it() {
        MinuteBar third = bars.candles(CandleInterval.M1, START + 120_000, START + 120_000, 10)
                .get(START + 120_000);

        assertThat(List.of(third.open, third.high, third.low, third.close)).containsExactly(102L, 102L, 92L, 92L);
        assertThat(third.lots).isEqualTo(3);
        assertThat(third.takerLots).isEqualTo(2);
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
    void nothing_is_outside_of_history() {
        assertThat(bars.candles(CandleInterval.M1, START + 720_000, null, 5)).isEmpty();
        assertThat(bars.candles(CandleInterval.M1, null, START - 1, 5)).isEmpty();
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
