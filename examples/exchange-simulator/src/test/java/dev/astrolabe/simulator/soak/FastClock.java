package dev.astrolabe.simulator.soak;

import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs as fast as a simulator's in another process. */
final class FastClock extends Clock {

    private final Instant machineStart;
    private final Instant start;
    private final int speed;

    FastClock(Instant machineStart, Instant start, int speed) {
        this.machineStart = machineStart;
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(machineStart, Instant.now()).multipliedBy(speed));
    }

    /** Waits by this clock. */
    Sleeper sleeper() {
        Sleeper machine = Sleeper.system();
        return time -> machine.sleep(time.dividedBy(speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
