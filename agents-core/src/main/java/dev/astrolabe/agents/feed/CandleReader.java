package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a candle file from its first candle to its last, one at a time, each of them checked. For one thread.
 *
 * @since 0.1
 */
public final class CandleReader implements AutoCloseable {

    private final CandleLines lines;
    private final CandleColumns columns;
    private final CandleInterval interval;
    private final boolean skipGaps;
    private final List<CandleGap> gaps = new ArrayList<>();
    private @Nullable Instant previous;

    private CandleReader(CandleLines lines, CandleColumns columns, CandleInterval interval, boolean skipGaps) {
        this.lines = lines;
        this.columns = columns;
        this.interval = interval;
        this.skipGaps = skipGaps;
    }

    static CandleReader open(CandleLines lines, CandleInterval interval, boolean skipGaps) {
        return new CandleReader(lines, CandleColumns.ofHeader(lines), interval, skipGaps);
    }

    /**
     * Reads the next candle.
     *
     * @return the candle; empty at the end of the file
     * @throws CandleFileException naming file and line of a candle that cannot be used
     */
    public Optional<Candle> next() {
        String line = lines.next();
        if (line == null) {
            return Optional.empty();
        }
        Candle candle = columns.candle(lines, line);
        if (previous != null) {
            checkOrder(previous, candle.openTime());
        }
        previous = candle.openTime();
        return Optional.of(candle);
    }

    /**
     * The gaps that were skipped so far.
     *
     * @return an unmodifiable copy, in the order of the lines
     */
    public List<CandleGap> gaps() {
        return List.copyOf(gaps);
    }

    private void checkOrder(Instant before, Instant time) {
        if (time.equals(before)) {
            throw lines.error("open time " + shown(time) + " is a duplicate of the line before");
        }
        if (time.isBefore(before)) {
            throw lines.error(
                    "open time " + shown(time) + " is out of order: the line before opens at " + shown(before));
        }
        long step = interval.duration().toMillis();
        long distance = Duration.between(before, time).toMillis();
        if (distance % step != 0) {
            throw lines.error("open time " + shown(time) + " does not lie a whole number of " + interval.code()
                    + " candles after " + shown(before));
        }
        if (distance > step) {
            onGap(new CandleGap(lines.line(), before.plusMillis(step), time, distance / step - 1));
        }
    }

    private void onGap(CandleGap gap) {
        if (!skipGaps) {
            throw lines.gap("gap: expected the " + interval.code() + " candle of " + shown(gap.expected()) + ", found "
                    + shown(gap.found()) + ", so " + gap.missing() + (gap.missing() == 1 ? " is" : " are")
                    + " missing; gap policy 'skip' goes on over gaps");
        }
        gaps.add(gap);
    }

    private static String shown(Instant time) {
        return time.toEpochMilli() + " (" + time + ")";
    }

    @Override
    public void close() {
        lines.close();
    }
}
