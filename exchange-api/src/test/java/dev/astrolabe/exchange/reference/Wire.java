package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FakeClock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way from the client to the venue: counts what passes, and loses it on demand. */
final class Wire {

    static final String EXCHANGE = "reference";

    final FakeClock clock = new FakeClock();
    final AtomicLong requests = new AtomicLong();
    final AtomicLong mutations = new AtomicLong();
    final AtomicReference<@Nullable FailureMode> nextFailure = new AtomicReference<>();
    private volatile boolean closed;

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Refuses what must not leave: from a closed client, or an interrupted thread. */
    void ready() {
        if (closed) {
            throw new NotSentException(NotSentException.Cause.CLOSED, "the client is closed");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new NotSentException(NotSentException.Cause.INTERRUPTED, "the calling thread is interrupted");
        }
    }

    <T> T read(Supplier<T> call) {
        ready();
        requests.incrementAndGet();
        return call.get();
    }

    <T> T mutate(String endpoint, @Nullable OrderRef order, Supplier<T> call) {
        ready();
        requests.incrementAndGet();
        mutations.incrementAndGet();
        FailureMode failure = nextFailure.getAndSet(null);
        if (failure == null) {
            return call.get();
        }
        if (failure == FailureMode.REFUSE) {
            throw rejected(Reason.OTHER, "refused on demand");
        }
        if (failure == FailureMode.ACCEPT_THEN_DROP) {
            T unused = call.get();
        }
        throw new OutcomeUnknownException(order, clock.instant(), VenueError.unanswered(EXCHANGE, endpoint), null);
    }

    static RejectedException rejected(Reason reason, String message) {
        return new RejectedException(reason, new VenueError(EXCHANGE, "in process", reason.name(), message, 400));
    }
}
