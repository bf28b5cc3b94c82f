package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.CandleInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest minutes of one price, without a hole, and longer candles made of them. Guarded by its venue. */
final class MinuteBars {

    static final long MINUTE = 60_000;

    private static final long DAY = 24 * 60 * MINUTE;
    private static final int DAY_OF_MINUTES = 24 * 60;
    // So that a candle of a week can be told in full.
    private static final int MOST_DAYS = 9;
    // 1970-01-05, the first Monday: weeks open on Mondays.
    private static final long MONDAY = 4 * DAY;

    /** What lies behind the first bar, and bars that were forgotten, is told as standing still at the first price. */
    private static final long BEFORE = 200 * DAY;

    private final List<MinuteBar> bars = new ArrayList<>();
    private final long firstPrice;
    private long firstMinute;

    /** Begins with a bar at a time. */
    MinuteBars(long time, long price) {
        this.firstMinute = Math.floorDiv(time, MINUTE);
        this.firstPrice = price;
        bars.add(new MinuteBar(price));
    }

    /** The bar of a time, which is the newest one or behind it. A new one opens at a price; minutes between stand still. */
    MinuteBar at(long time, long firstPrice) {
        int index = Math.toIntExact(Math.floorDiv(time, MINUTE) - firstMinute);
        while (bars.size() < index) {
            bars.add(new MinuteBar(newest().close));
        }
        if (bars.size() == index) {
            bars.add(new MinuteBar(firstPrice));
        }
        MinuteBar bar = bars.get(index);
        forget();
        return bar;
    }

    private void forget() {
        if (bars.size() > (MOST_DAYS + 1) * DAY_OF_MINUTES) {
            bars.subList(0, DAY_OF_MINUTES).clear();
            firstMinute += DAY_OF_MINUTES;
        }
    }

    MinuteBar newest() {
        return bars.get(bars.size() - 1);
    }

    /** The bar of the minute that holds a time, which is none that was forgotten. */
    MinuteBar get(long time) {
        return bars.get(Math.toIntExact(Math.floorDiv(time, MINUTE) - firstMinute));
    }

    /** When the newest bar opens. */
    long newestOpen() {
        return (firstMinute + bars.size() - 1) * MINUTE;
    }

    /** The bars of the last 24 hours as one; of less where the market is younger. */
    MinuteBar day() {
        int from = Math.max(0, bars.size() - DAY_OF_MINUTES);
        MinuteBar all = MinuteBar.copyOf(bars.get(from));
        for (int i = from + 1; i < bars.size(); i++) {
            all.add(bars.get(i));
        }
        return all;
    }

    /**
     * Candles by opening time: with a start the first from it, else the last up to the end.
     *
     * @param start earliest opening time, inclusive; null for none
     * @param end latest opening time, inclusive; null for none
     */
    NavigableMap<Long, MinuteBar> candles(
            CandleInterval interval, @Nullable Long start, @Nullable Long end, int limit) {
        long first = firstMinute * MINUTE - BEFORE;
        long last = newestOpen();
        long to = end == null ? last : Math.min(end, last);
        NavigableMap<Long, MinuteBar> candles = new TreeMap<>();
        long open =
                start == null ? openOf(interval, to) : firstOpen(interval, Math.max(start, openOf(interval, first)));
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
        if (close < firstMinute * MINUTE) {
            return new MinuteBar(firstPrice);
        }
        int from = index(open);
        int to = index(close);
        MinuteBar candle = MinuteBar.copyOf(bars.get(from));
        for (int i = from + 1; i <= to; i++) {
            candle.add(bars.get(i));
        }
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
