package dev.astrolabe.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of a simulated exchange: that of the machine, a faster one, or one that is turned by hand. It never goes back by itself.
 * Safe for any thread.
 *
 * <p>Signed requests carry the caller's time, and {@link #accepts(Instant, Duration, Duration)} judges it. With the machine's time, and
 * with one that is turned by hand, a time must lie in the venue's window exactly. No caller's clock can follow an accelerated one, so
 * there a time is good between the start and the later of machine and simulated time, with the window around it.
 *
 * @since 0.1
 */
public final class SimulatorClock extends Clock {

    /** The speed of a clock that is turned by hand. */
    private static final double STILL = 0;

    private static final double TURNED_PACE = 10;

    private final InstantSource source;
    private final Instant start;
    private final double speed;
    private final ZoneId zone;

    /** What a clock that is turned by hand shows; its copies in other zones share it. */
    private static final class Hand implements InstantSource {
        private Instant now;

        private Hand(Instant now) {
            this.now = now;
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        private synchronized void turnTo(Instant time) {
            if (time.isBefore(now)) {
                throw new IllegalArgumentException("a clock at " + now + " cannot be turned back to " + time);
            }
            now = time;
        }
    }

    private SimulatorClock(InstantSource source, Instant start, double speed, ZoneId zone) {
        this.source = source;
        this.start = start;
        this.speed = speed;
        this.zone = zone;
    }

    /**
     * The machine's time.
     *
     * @return a clock that runs with it
     */
    public static SimulatorClock real() {
        InstantSource machine = InstantSource.system();
        return new SimulatorClock(machine, machine.instant(), 1, ZoneOffset.UTC);
    }

    /**
     * A clock that runs from now on, faster or slower than the machine's.
     *
     * @param start what it shows now
     * @param speed its seconds in one second of the machine, above 0; 1 for one that is only set to another time
     * @return a running clock
     * @throws IllegalArgumentException if the speed is not above 0
     */
    public static SimulatorClock accelerated(Instant start, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed " + speed + " is not above 0; 1 is that of the machine");
        }
        long began = System.nanoTime();
        InstantSource running = () -> start.plusNanos((long) ((System.nanoTime() - began) * speed));
        return new SimulatorClock(running, start, speed, ZoneOffset.UTC);
    }

    /**
     * A clock that stands still until it is turned.
     *
     * @param start what it shows
     * @return a clock to be turned by hand
     */
    public static SimulatorClock turned(Instant start) {
        return new SimulatorClock(new Hand(start), start, STILL, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    /**
     * Whether it is turned by hand.
     *
     * @return false for one that runs by itself
     */
    public boolean isTurned() {
        return source instanceof Hand;
    }

    /** By how much faster markets may step than in real time; one that is turned by hand is turned by minutes rather than moments. */
    double pace() {
        return isTurned() ? TURNED_PACE : speed;
    }

    /**
     * Turns the hand on. Markets and requests that come late do not move by this alone: {@link ExchangeSimulator#advance(Duration)}
     * moves everything.
     *
     * @param time what it shows then
     * @throws IllegalArgumentException if that is before what it shows now
     * @throws IllegalStateException if it runs by itself
     */
    public void turnTo(Instant time) {
        if (!(source instanceof Hand hand)) {
            throw new IllegalStateException("this clock runs by itself; only one that is turned by hand can be turned");
        }
        hand.turnTo(time);
    }

    /**
     * How long it takes on the machine until it shows a time.
     *
     * @param time the time
     * @return how long; zero for a time that has come
     * @throws IllegalStateException if it is turned by hand
     */
    public Duration machineTimeUntil(Instant time) {
        if (isTurned()) {
            throw new IllegalStateException("this clock is turned by hand; nobody knows when it will show " + time);
        }
        Duration left = Duration.between(instant(), time);
        double seconds = (left.getSeconds() + left.getNano() / 1e9) / speed;
        return left.isNegative() ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(seconds * 1e9));
    }

    /**
     * Judges the time of a signed request.
     *
     * @param timestamp what the request carries
     * @param ahead how far it may be ahead of the venue
     * @param behind how far it may be behind
     * @return true if the venue takes it
     */
    public boolean accepts(Instant timestamp, Duration ahead, Duration behind) {
        Instant now = instant();
        boolean exact = isTurned() || speed == 1;
        Instant latest = exact ? now : later(now, Instant.now());
        Instant earliest = exact ? now : start;
        return !timestamp.isAfter(latest.plus(ahead)) && !timestamp.isBefore(earliest.minus(behind));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public SimulatorClock withZone(ZoneId other) {
        return new SimulatorClock(source, start, speed, other);
    }

    @Override
    public String toString() {
        return "SimulatorClock[" + instant() + (isTurned() ? ", turned by hand]" : ", speed " + speed + "]");
    }
}
