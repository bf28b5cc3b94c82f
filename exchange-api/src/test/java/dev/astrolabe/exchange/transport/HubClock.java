package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.testkit.FakeClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only tests move, and that knows how often a hub has looked at it between messages. */
final class HubClock extends Clock {

    private final FakeClock time = new FakeClock();
    private final AtomicLong ticks = new AtomicLong();

    void advance(Duration by) {
        time.advance(by);
    }

    /** Waits until the hub has done all that is due at this time. */
    void settle() {
        long seen = ticks.get();
        Eventually.await("ticks of the hub", () -> ticks.get() >= seen + 2);
    }

    @Override
    public Instant instant() {
        if (Thread.currentThread().getName().endsWith("-streams") && isTick()) {
            ticks.incrementAndGet();
        }
        return time.instant();
    }

    private static boolean isTick() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(2)
                        .limit(3)
                        .anyMatch(frame -> frame.getClassName().equals(Registry.class.getName())
                                && frame.getMethodName().equals("tick")));
    }

    @Override
    public ZoneId getZone() {
        return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
