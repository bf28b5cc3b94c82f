package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Takes samples of the venue's clock when they are due, one thread at a time. */
final class ClockSync {

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** The venue's time, and when it was asked and answered on this machine's clock. */
    record Sample(Instant sent, Instant venue, Instant received) {}

    private final ServerClock serverClock;
    private final Clock clock;
    private final WireLog log;
    private final Supplier<Sample> source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant notBefore = Instant.MIN;

    ClockSync(ServerClock serverClock, Clock clock, WireLog log, Supplier<Sample> source) {
        this.serverClock = serverClock;
        this.clock = clock;
        this.log = log;
        this.source = source;
    }

    /** Takes a sample if one is due. A failure matters only for the first: later ones leave the clock as it is. */
    void ensure() {
        if (!isDue()) {
            return;
        }
        locked(() -> {
            if (!isDue()) {
                return;
            }
            boolean first = !serverClock.synced();
            try {
                sampleUnlocked();
            } catch (ExchangeException e) {
                if (first || endsTheCall(e)) {
                    throw e;
                }
                notBefore = clock.instant().plus(AFTER_FAILURE);
                log.clockKept(e);
            }
        });
    }

    private boolean isDue() {
        return serverClock.due() && !clock.instant().isBefore(notBefore);
    }

    private static boolean endsTheCall(ExchangeException failure) {
        return Thread.currentThread().isInterrupted()
                || (failure instanceof NotSentException refusal && refusal.why() == NotSentException.Cause.CLOSED);
    }

    void sample() {
        locked(this::sampleUnlocked);
    }

    private void sampleUnlocked() {
        Sample sample = source.get();
        serverClock.sample(sample.sent(), sample.venue(), sample.received());
    }

    /** Begins anew because the venue says that the time is wrong; false where its clock could not be read. */
    boolean restart() {
        try {
            locked(() -> {
                Sample sample = source.get();
                serverClock.restart(sample.sent(), sample.venue(), sample.received());
            });
            return true;
        } catch (ExchangeException e) {
            log.clockKept(e);
            return false;
        }
    }

    private void locked(Runnable work) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED, "interrupted while waiting for the venue's clock", null, e);
        }
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
