package dev.astrolabe.exchange.model;

import java.time.Duration;
import java.util.Optional;

/**
 * The length of a candle. Days and longer open at 00:00 UTC on every venue.
 *
 * @since 0.1
 */
public enum CandleInterval {
    /** One minute. */
    M1("1m", Duration.ofMinutes(1)),
    /** Three minutes. */
    M3("3m", Duration.ofMinutes(3)),
    /** Five minutes. */
    M5("5m", Duration.ofMinutes(5)),
    /** Fifteen minutes. */
    M15("15m", Duration.ofMinutes(15)),
    /** Thirty minutes. */
    M30("30m", Duration.ofMinutes(30)),
    /** One hour. */
    H1("1h", Duration.ofHours(1)),
    /** Two hours. */
    H2("2h", Duration.ofHours(2)),
    /** Four hours. */
    H4("4h", Duration.ofHours(4)),
    /** Six hours. */
    H6("6h", Duration.ofHours(6)),
    /** Eight hours. */
    H8("8h", Duration.ofHours(8)),
    /** Twelve hours. */
    H12("12h", Duration.ofHours(12)),
    /** One day. */
    D1("1d", Duration.ofDays(1)),
    /** Three days. */
    D3("3d", Duration.ofDays(3)),
    /** One week. */
    W1("1w", Duration.ofDays(7)),
    /** One calendar month; {@link #duration()} is its shortest, 28 days. */
    MO1("1M", Duration.ofDays(28));

    private final String code;
    private final Duration duration;

    CandleInterval(String code, Duration duration) {
        this.code = code;
        this.duration = duration;
    }

    /**
     * The usual short form; {@code 1m} is a minute and {@code 1M} a month.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * The length of one candle.
     *
     * @return its duration; for a month the shortest one
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Finds an interval by its short form.
     *
     * @param code such as {@code 5m}; case matters
     * @return the interval; empty where there is none
     */
    public static Optional<CandleInterval> ofCode(String code) {
        for (CandleInterval interval : values()) {
            if (interval.code.equals(code)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds an interval by its length.
     *
     * @param duration such as four hours
     * @return the interval of exactly that length; empty where there is none, and never a month
     */
    public static Optional<CandleInterval> ofDuration(Duration duration) {
        for (CandleInterval interval : values()) {
            if (interval != MO1 && interval.duration.equals(duration)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }
}
