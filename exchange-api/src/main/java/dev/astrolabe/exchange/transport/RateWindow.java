package dev.astrolabe.exchange.transport;

import java.time.Duration;

/**
 * One limit of a venue: how much of a bucket may be used within any span of a length. A bucket may have several.
 *
 * @param bucket what the venue counts, such as {@link Endpoint#WEIGHT} or {@code ORDERS}
 * @param length the span, above zero
 * @param limit how much at most within it, from 1
 * @since 0.1
 */
public record RateWindow(String bucket, Duration length, int limit) {

    /**
     * Checks the values.
     *
     * @param bucket what the venue counts
     * @param length the span, above zero
     * @param limit how much at most within it, from 1
     * @throws IllegalArgumentException if a value is out of its range
     */
    public RateWindow {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("the bucket of a rate window is blank");
        }
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException("length " + length + " of a window of " + bucket + " is not above zero");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " of " + bucket + " in " + length + " is below 1");
        }
    }

    /** Such as {@code 2400 REQUEST_WEIGHT in PT1M}. */
    @Override
    public String toString() {
        return limit + " " + bucket + " in " + length;
    }
}
