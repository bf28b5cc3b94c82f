package dev.astrolabe.agents.feed;

import java.time.Instant;

/**
 * Candles that a file lacks.
 *
 * @param line the line of the first candle after the gap; the header is 1
 * @param expected when the first missing candle opens
 * @param found when the candle of that line opens
 * @param missing how many are missing
 * @since 0.1
 */
public record CandleGap(long line, Instant expected, Instant found, long missing) {

    @Override
    public String toString() {
        return "line " + line + ": " + missing + " missing from " + expected + " until " + found;
    }
}
