package dev.astrolabe.benchmarks.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/** Makes files of 1-minute candles: prices that wander with trends and shocks, the same for the same number. */
final class CandleFiles {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MINUTE = 60_000;
    private static final int TREND_LENGTH = 360;

    private CandleFiles() {}

    /**
     * Makes the file of a coin, named after it.
     *
     * @param folder where
     * @param number of the coin, from 0
     * @param candles how many
     */
    static void write(Path folder, int number, int candles) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("open_time_ms,open,high,low,close,volume\n");
        double close = 100 + number;
        double trend = 0;
        for (int i = 0; i < candles; i++) {
            if (i % TREND_LENGTH == 0) {
                trend = (random.nextDouble() - 0.5) * 4e-4;
            }
            double open = close;
            double step = (random.nextDouble() - 0.5) * 2e-3;
            boolean isShock = random.nextInt(500) == 0;
            close = open * (1 + trend + (isShock ? step * 10 : step));
            double high = Math.max(open, close) * (1 + random.nextDouble() * 5e-4);
            double low = Math.min(open, close) * (1 - random.nextDouble() * 5e-4);
            text.append(BEGIN.toEpochMilli() + i * MINUTE)
                    .append(',')
                    .append(price(open))
                    .append(',')
                    .append(price(high))
                    .append(',')
                    .append(price(low))
                    .append(',')
                    .append(price(close))
                    .append(',')
                    .append((isShock ? 20 : 1) * (100 + random.nextInt(100)))
                    .append('\n');
        }
        Files.writeString(file(folder, number), text);
    }

    /** The file of a coin. */
    static Path file(Path folder, int number) {
        return folder.resolve("c" + number + "-1m.csv");
    }

    /** Two decimals, written without floating point's own formatting, which would take longer than the replay. */
    private static String price(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2).toPlainString();
    }
}
