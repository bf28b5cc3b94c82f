package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file of candles: CSV with the header {@code open_time_ms,open,high,low,close,volume}, gzipped or plain as its content says.
 * Columns may stand in any order and others beside them; everything else is strict: a value that is no number, a price that is
 * not above 0, a candle outside its own range, a duplicate, a disorder or a gap is a {@link CandleFileException} that names file
 * and line. Immutable; every reader opens the file anew.
 *
 * @since 0.1
 */
public final class CandleFile {

    private static final int LINES_THAT_TELL_THE_INTERVAL = 100;

    private final Path path;
    private final GapPolicy gaps;
    private final @Nullable CandleInterval interval;

    private CandleFile(Path path, GapPolicy gaps, @Nullable CandleInterval interval) {
        this.path = Objects.requireNonNull(path, "path");
        this.gaps = Objects.requireNonNull(gaps, "gaps");
        this.interval = interval;
    }

    /**
     * A file in which any gap is an error, and whose first candles tell the interval. Does no I/O.
     *
     * @param path where it lies
     * @return the file
     */
    public static CandleFile of(Path path) {
        return new CandleFile(path, GapPolicy.FAIL, null);
    }

    /**
     * The same file with another rule for gaps.
     *
     * @param policy what to do with them
     * @return the file
     */
    public CandleFile gaps(GapPolicy policy) {
        return new CandleFile(path, policy, interval);
    }

    /**
     * The same file with a known interval.
     *
     * @param length of one candle; not a month, whose length varies
     * @return the file
     * @throws IllegalArgumentException if it is a month
     */
    public CandleFile interval(CandleInterval length) {
        if (length == CandleInterval.MO1) {
            throw new IllegalArgumentException("interval 1M of a candle file has no fixed length; the longest is 1w");
        }
        return new CandleFile(path, gaps, length);
    }

    /**
     * Where it lies.
     *
     * @return its path, as it was given
     */
    public Path path() {
        return path;
    }

    /**
     * Reads the whole file once, so that nothing has been done when an error shows up on its last line.
     *
     * @return what it holds
     * @throws CandleFileException naming file and line of what cannot be used, or of a gap that the policy forbids
     */
    public CandleFileSummary check() {
        CandleFileSummary summary = read(gaps != GapPolicy.FAIL);
        if (gaps == GapPolicy.RARE && !summary.gaps().isEmpty() && !areRare(summary)) {
            return read(false);
        }
        return summary;
    }

    private CandleFileSummary read(boolean skipGaps) {
        CandleInterval length = foundInterval();
        try (CandleReader reader = CandleReader.open(CandleLines.open(path), length, skipGaps)) {
            Candle first = reader.next()
                    .orElseThrow(() -> CandleFileException.of(path.toString(), 0, "has no candle after its header"));
            Candle last = first;
            BigDecimal highest = first.high();
            int decimals = 0;
            long candles = 0;
            for (Optional<Candle> next = Optional.of(first); next.isPresent(); next = reader.next()) {
                last = next.get();
                highest = highest.max(last.high());
                decimals = decimals(
                        last.open(), decimals(last.high(), decimals(last.low(), decimals(last.close(), decimals))));
                candles++;
            }
            return new CandleFileSummary(
                    candles, length, first.openTime(), last.openTime(), highest, decimals, reader.gaps());
        }
    }

    /** The decimals of a price, zeros at its end left out, where they are more than the most so far. */
    private static int decimals(BigDecimal price, int most) {
        return price.scale() <= most
                ? most
                : Math.max(most, price.stripTrailingZeros().scale());
    }

    private static boolean areRare(CandleFileSummary summary) {
        return summary.interval().duration().compareTo(Duration.ofHours(1)) >= 0
                && summary.missing() * GapPolicy.RARE_ONE_IN <= summary.candles();
    }

    /**
     * Opens the file at its first candle. With {@link GapPolicy#RARE} it is checked first.
     *
     * @return a reader; the caller closes it
     * @throws CandleFileException if the file cannot be opened, or its header or interval cannot be used
     */
    public CandleReader open() {
        if (gaps == GapPolicy.RARE) {
            check();
        }
        return CandleReader.open(CandleLines.open(path), foundInterval(), gaps != GapPolicy.FAIL);
    }

    /** The smallest usual step of the first candles, for the very first step may be a gap. */
    private CandleInterval foundInterval() {
        if (interval != null) {
            return interval;
        }
        List<Instant> times = firstTimes();
        if (times.size() < 2) {
            throw CandleFileException.of(
                    path.toString(), 0, "has fewer than two candles, so its interval is unknown and must be given");
        }
        TreeSet<Duration> steps = new TreeSet<>();
        for (int i = 1; i < times.size(); i++) {
            steps.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        steps.headSet(Duration.ZERO, true).clear();
        if (steps.isEmpty()) {
            return CandleInterval.M1; // duplicates and disorder only: the reader says so, with the line
        }
        return steps.stream()
                .flatMap(step -> CandleInterval.ofDuration(step).stream())
                .findFirst()
                .orElseThrow(() -> CandleFileException.of(
                        path.toString(),
                        3,
                        "the open time lies "
                                + steps.first().toMillis()
                                + " ms after the line before, which is no candle interval from 1m (60000 ms)"
                                + " to 1w; open_time_ms counts in milliseconds"));
    }

    private List<Instant> firstTimes() {
        List<Instant> times = new ArrayList<>();
        try (CandleLines lines = CandleLines.open(path)) {
            CandleColumns columns = CandleColumns.ofHeader(lines);
            String line = lines.next();
            while (line != null && times.size() < LINES_THAT_TELL_THE_INTERVAL) {
                times.add(columns.candle(lines, line).openTime());
                line = lines.next();
            }
        } catch (CandleFileException e) {
            if (times.size() < 2) {
                throw e;
            }
        }
        return times;
    }
}
