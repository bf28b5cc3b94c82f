package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.indicator.IndicatorBoard;
import dev.astrolabe.exchange.model.Candle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarSeriesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static Instant minute(int minute) {
        return Instant.EPOCH.plus(Duration.ofMinutes(minute));
    }

    private static Candle candle(int minute, int open, int high, int low, int close, int volume) {
        return new Candle(
                minute(minute),
                BigDecimal.valueOf(open),
                BigDecimal.valueOf(high),
                BigDecimal.valueOf(low),
                BigDecimal.valueOf(close),
                BigDecimal.valueOf(volume),
                true);
    }

    private static Candle flat(int minute, int price) {
        return candle(minute, price, price, price, price, 1);
    }

    /** As a replay sees it: a millisecond before the end of the minute. */
    private static boolean add(BarSeries bars, Candle candle) {
        return bars.add(candle, candle.openTime().plus(MINUTE).minusMillis(1));
    }

    private static void addAll(BarSeries bars, int from, int to) {
        for (int minute = from; minute <= to; minute++) {
            add(bars, flat(minute, 10));
        }
    }

    @Test
    void a_bar_is_over_with_its_last_minute_and_not_before() {
        BarSeries bars = new BarSeries(QUARTER, MINUTE);

        for (int minute = 0; minute < 45; minute++) {
            assertThat(add(bars, flat(minute, minute))).as("minute %d", minute).isEqualTo(minute % 15 == 14);
            assertThat(bars.readings().bars())
                    .as("bars after minute %d", minute)
                    .isEqualTo((minute + 1) / 15);
        }
        assertThat(bars.readings().close()).isEqualTo(44);
    }

    @Test
    void indicators_see_open_high_low_close_and_volume_of_whole_bars() {
        Random random = new Random(7);
        BarSeries bars = new BarSeries(QUARTER, MINUTE);
        IndicatorBoard expected = new IndicatorBoard();
        for (int bar = 0; bar < 520; bar++) {
            List<Candle> minutes = new ArrayList<>();
            int high = 0;
            int low = Integer.MAX_VALUE;
            int volume = 0;
            for (int i = 0; i < 15; i++) {
                int middle = 1000 + random.nextInt(100);
                int top = middle + random.nextInt(20);
                int bottom = middle - random.nextInt(20);
                int traded = 1 + random.nextInt(9);
                minutes.add(candle(bar * 15 + i, middle, top, bottom, middle, traded));
                high = Math.max(high, top);
                low = Math.min(low, bottom);
                volume += traded;
            }
            minutes.forEach(candle -> add(bars, candle));
            int open = minutes.get(0).open().intValue();
            int close = minutes.get(14).close().intValue();
            expected.update(candle(bar * 15, open, high, low, close, volume));
        }

        assertThat(bars.readings().warm()).isTrue();
        assertThat(bars.readings()).isEqualTo(expected.readings());
    }

    @Test
    void a_bar_that_begins_in_the_middle_ends_at_its_boundary() {
        BarSeries bars = new BarSeries(QUARTER, MINUTE);
        addAll(bars, 7, 13);

        boolean over = add(bars, flat(14, 10));

        assertThat(over).isTrue();
        assertThat(bars.readings().bars()).isEqualTo(1);
    }

    @Test
    void a_bar_without_its_last_minutes_is_finished_by_the_next_one() {
        BarSeries bars = new BarSeries(QUARTER, MINUTE);
        addAll(bars, 0, 12);

        boolean over = add(bars, flat(16, 20));

        assertThat(over).isFalse();
        assertThat(bars.readings().bars()).isEqualTo(1);
        assertThat(bars.readings().close()).isEqualTo(10);
    }

    @Test
    void bars_without_any_candle_are_left_out() {
        BarSeries bars = new BarSeries(QUARTER, MINUTE);
        addAll(bars, 0, 14);
        addAll(bars, 60, 73);

        boolean over = add(bars, flat(74, 10));

        assertThat(over).isTrue();
        assertThat(bars.readings().bars()).isEqualTo(2);
    }

    @Test
    void longer_candles_are_taken_as_they_are() {
        Duration hours = Duration.ofHours(4);
        BarSeries bars = new BarSeries(QUARTER, hours);

        for (int i = 0; i < 3; i++) {
            Candle candle = flat(i * 240, 100 + i);
            assertThat(bars.add(candle, candle.openTime().plus(hours).minusMillis(1)))
                    .isTrue();
        }

        assertThat(bars.readings().bars()).isEqualTo(3);
        assertThat(bars.readings().close()).isEqualTo(102);
    }

    @Test
    void candles_that_are_seen_late_and_together_still_make_one_bar() {
        BarSeries bars = new BarSeries(QUARTER, MINUTE);
        addAll(bars, 0, 9);
        Instant late = minute(15).plusSeconds(2);

        for (int minute = 10; minute < 14; minute++) {
            assertThat(bars.add(flat(minute, 10), late)).as("minute %d", minute).isFalse();
        }
        boolean over = bars.add(flat(14, 11), late);

        assertThat(over).isTrue();
        assertThat(bars.readings().bars()).isEqualTo(1);
        assertThat(bars.readings().close()).isEqualTo(11);
    }

    @Test
    void candles_from_before_the_session_fill_the_bar_that_it_begins_in() {
        BarSeries bars = new BarSeries(QUARTER, MINUTE);
        for (int minute = 0; minute < 20; minute++) {
            bars.add(flat(minute, 10), minute(minute));
        }
        assertThat(bars.readings().bars()).isEqualTo(1);
        addAll(bars, 20, 28);

        boolean over = add(bars, flat(29, 10));

        assertThat(over).isTrue();
        assertThat(bars.readings().bars()).isEqualTo(2);
    }
}
