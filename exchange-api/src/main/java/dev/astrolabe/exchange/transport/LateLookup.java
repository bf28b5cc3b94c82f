package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for an order once the venue can no longer execute its request: until then "not found" proves nothing, for the request may
 * still lie in a queue. Safe for any thread.
 *
 * @since 0.1
 */
public final class LateLookup {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<OrderRef, Optional<Order>> query;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Duration memory;
    private final VenueError call;

    /**
     * A lookup.
     *
     * @param query asks the venue for an order
     * @param clock this machine's clock
     * @param sleeper how pauses are done
     * @param memory how long the venue knows an order that ended unfilled
     * @param call the call that asks, for messages
     */
    public LateLookup(
            Function<OrderRef, Optional<Order>> query, Clock clock, Sleeper sleeper, Duration memory, VenueError call) {
        this.query = query;
        this.clock = clock;
        this.sleeper = sleeper;
        this.memory = memory;
        this.call = call;
    }

    /**
     * Waits until a request can no longer be executed, then asks, and where the order is not there asks once more.
     *
     * @param ref the order
     * @param sentAt when its request was signed
     * @param end when the venue drops the request
     * @return the order; empty where it was not placed and never will be
     * @throws NotSentException if the thread is interrupted meanwhile
     * @throws ProtocolException if so much time has passed that the venue may have forgotten the order
     */
    public Optional<Order> after(OrderRef ref, Instant sentAt, Instant end) {
        waitUntil(end);
        Optional<Order> found = query.apply(ref).or(() -> {
            waitUntil(clock.instant().plus(PAUSE));
            return query.apply(ref);
        });
        if (found.isEmpty() && sentAt.plus(memory).isBefore(clock.instant())) {
            throw new ProtocolException(
                    "order " + ref + " is not found, which proves nothing " + text(memory)
                            + " after it was sent: by then the venue has forgotten unfilled orders",
                    call,
                    null);
        }
        return found;
    }

    private static String text(Duration time) {
        return time.toDays() > 0 ? time.toDays() + " days" : time.toHours() + " hours";
    }

    private void waitUntil(Instant instant) {
        try {
            Duration rest = Duration.between(clock.instant(), instant);
            while (rest.compareTo(Duration.ZERO) > 0) {
                sleeper.sleep(rest);
                rest = Duration.between(clock.instant(), instant);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED,
                    "interrupted while waiting to ask for the order again; its outcome is still unknown",
                    null,
                    e);
        }
    }
}
