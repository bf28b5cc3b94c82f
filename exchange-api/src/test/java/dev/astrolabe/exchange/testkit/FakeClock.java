package dev.astrolabe.exchange.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to go on. Safe for any thread.
 *
 * @since 0.1
 */
public final class FakeClock extends Clock {

    /** Where {@link #FakeClock()} starts: 2026-01-02 03:04:05 UTC. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final AtomicReference<Instant> time;
    private final ZoneId zone;

    /** Starts at {@link #START}. */
    public FakeClock() {
        this(START);
    }

    /**
     * Starts at a time.
     *
     * @param start the time
     */
    public FakeClock(Instant start) {
        this(new AtomicReference<>(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    private FakeClock(AtomicReference<Instant> time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /**
     * Goes on.
     *
     * @param by how far; a negative step goes back, as a clock that is set does
     * @return the new time
     */
    public Instant advance(Duration by) {
        return time.updateAndGet(before -> before.plus(by));
    }

    /**
     * Jumps to a time.
     *
     * @param to the new time
     */
    public void set(Instant to) {
        time.set(Objects.requireNonNull(to, "to"));
    }

    @Override
    public Instant instant() {
        return time.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: both go on together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(time, other);
    }

    @Override
    public String toString() {
        return "FakeClock[" + time.get() + "]";
    }
}
