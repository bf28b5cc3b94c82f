package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderResolution;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out what became of an order: "not found" proves something only once the venue can no longer execute the request, for
 * until then it may still lie in a queue.
 */
final class OrderResolver {

    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    // The venue forgets orders that ended unfilled after seven days (docs: futures, "Query Order").
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Function<OrderRef, Optional<Order>> query;
    private final AsterContext context;

    OrderResolver(Function<OrderRef, Optional<Order>> query, AsterContext context) {
        this.query = query;
        this.context = context;
    }

    OrderResolution resolve(OrderRef ref, Instant sentAt) {
        return query.apply(ref)
                .or(() -> afterTheWindow(ref, sentAt))
                .<OrderResolution>map(OrderResolution.Placed::new)
                .orElseGet(() -> new OrderResolution.NotPlaced(ref));
    }

    private Optional<Order> afterTheWindow(OrderRef ref, Instant sentAt) {
        waitUntil(sentAt.plus(context.signer().executionWindow()).plus(MARGIN));
        Optional<Order> found = query.apply(ref).or(() -> {
            waitUntil(context.clock().instant().plus(PAUSE));
            return query.apply(ref);
        });
        if (found.isEmpty() && sentAt.plus(MEMORY).isBefore(context.clock().instant())) {
            throw new ProtocolException(
                    "order " + ref + " is not found, which proves nothing " + MEMORY.toDays()
                            + " days after it was sent: by then the venue has forgotten unfilled orders",
                    VenueError.unanswered(
                            context.config().exchange().name(),
                            context.endpoints().trading.order.id()),
                    null);
        }
        return found;
    }

    private void waitUntil(Instant instant) {
        try {
            Duration rest = Duration.between(context.clock().instant(), instant);
            while (rest.compareTo(Duration.ZERO) > 0) {
                context.sleeper().sleep(rest);
                rest = Duration.between(context.clock().instant(), instant);
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
