package dev.astrolabe.examples.desk.market;

import dev.astrolabe.exchange.model.CandleInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The minutes of one price since the world began, without a hole, and longer candles made of them. Guarded by its world. */
final class MinuteBars {

    static final long MINUTE = 60_000;

    private static final long DAY = 24 * 60 * MINUTE;
    // 1970-01-05, the first Monday: weeks open on Mondays.
    private static final long MONDAY = 4 * DAY;

    private final long firstMinute;
    private final List<MinuteBar> bars = new ArrayList<>();

    MinuteBars(Instant first) {
        this.firstMinute = Math.floorDiv(first.toEpochMilli(), MINUTE);
    }

    /** The bar of a time, which is the last one or the one behind it. */
    MinuteBar at(long time, long firstPrice) {
        long index = Math.floorDiv(time, MINUTE) - firstMinute;
        if (index == bars.size()) {
            bars.add(new MinuteBar(firstPrice));
        }
        return bars.get(Math.toIntExact(index));
    }

    /** The bars of the last so many minutes as one; of fewer where the world is younger. */
    MinuteBar last(int minutes) {
        int from = Math.max(0, bars.size() - minutes);
        MinuteBar all = MinuteBar.copyOf(bars.get(from));
        bars.subList(from + 1, bars.size()).forEach(all::add);
        return all;
    }

    /** When the last so many minutes begin. */
    long lastFrom(int minutes) {
        return (firstMinute + Math.max(0, bars.size() - minutes)) * MINUTE;
    }

    /**
     * Candles by opening time: with a start the first from it, else the last up to the end.
     *
     * @param start earliest opening time, inclusive; null for none
     * @param end latest opening time, inclusive; null for none
     */
    NavigableMap<Long, MinuteBar> candles(
            CandleInterval interval, @Nullable Long start, @Nullable Long end, int limit) {
        long first = firstMinute * MINUTE;
        long last = (firstMinute + bars.size() - 1) * MINUTE;
        long to = end == null ? last : Math.min(end, last);
        NavigableMap<Long, MinuteBar> candles = new TreeMap<>();
        long open = start == null ? openOf(interval, to) : firstOpen(interval, Math.max(start, first));
        while (candles.size() < limit && open <= to && closeOf(interval, open) >= first) {
            candles.put(open, between(open, closeOf(interval, open)));
            open = start == null ? openOf(interval, open - 1) : closeOf(interval, open) + 1;
        }
        return candles;
    }

    private static long firstOpen(CandleInterval interval, long from) {
        long open = openOf(interval, from);
        return open == from ? open : closeOf(interval, open) + 1;
    }

    private MinuteBar between(long open, long close) {
        int from = index(open);
        int to = index(close) + 1;
        MinuteBar candle = MinuteBar.copyOf(bars.get(from));
        bars.subList(from + 1, to).forEach(candle::add);
        return candle;
    }

    private int index(long time) {
        long index = Math.floorDiv(time, MINUTE) - firstMinute;
        return (int) Math.max(0, Math.min(index, bars.size() - 1));
    }

    /** When the candle that holds a time opens. */
    static long openOf(CandleInterval interval, long time) {
        if (interval == CandleInterval.MO1) {
            return Instant.ofEpochMilli(time)
                    .atZone(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.DAYS)
                    .withDayOfMonth(1)
                    .toInstant()
                    .toEpochMilli();
        }
        long length = interval.duration().toMillis();
        long offset = interval == CandleInterval.W1 ? MONDAY : 0;
        return Math.floorDiv(time - offset, length) * length + offset;
    }

    /** The last millisecond of the candle that opens at a time. */
    static long closeOf(CandleInterval interval, long open) {
        return interval == CandleInterval.MO1
                ? Instant.ofEpochMilli(open)
                                .atZone(ZoneOffset.UTC)
                                .plusMonths(1)
                                .toInstant()
                                .toEpochMilli()
                        - 1
                : open + interval.duration().toMillis() - 1;
    }
}
