package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.TradingPayloads.Acknowledgement;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.transport.LateLookup;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out what became of an order: "not found" proves something only once the venue can no longer execute the request, for
 * until then it may still lie in a queue. Where the order's nonce is known, a noop with it makes sure of that at once;
 * otherwise time does. Safe for any thread.
 */
final class OrderResolver {

    private static final Duration MARGIN = Duration.ofSeconds(1);
    // The venue forgets orders that ended unfilled after seven days (docs: futures, "Query Order").
    private static final Duration MEMORY = Duration.ofDays(7);
    private static final String DONE = "200";
    // Without a noop there is still the window to wait for; closed and interrupted end the whole call.
    private static final Set<NotSentException.Cause> PASSING =
            Set.of(NotSentException.Cause.LIMITER, NotSentException.Cause.UNREACHABLE);

    private final Function<OrderRef, Optional<Order>> query;
    private final AsterContext context;
    private final LateLookup late;

    OrderResolver(Function<OrderRef, Optional<Order>> query, AsterContext context) {
        this.query = query;
        this.context = context;
        this.late = new LateLookup(
                query,
                context.clock(),
                context.sleeper(),
                MEMORY,
                VenueError.unanswered(
                        context.config().exchange().name(),
                        context.endpoints().trading.order.id()));
    }

    OrderResolution resolve(OrderRef ref, Instant sentAt) {
        return query.apply(ref)
                .or(() -> isDropped(ref, sentAt) ? query.apply(ref) : afterTheWindow(ref, sentAt))
                .<OrderResolution>map(OrderResolution.Placed::new)
                .orElseGet(() -> new OrderResolution.NotPlaced(ref));
    }

    /**
     * Whether a noop has used up the order's nonce. The venue takes a nonce once, so nothing had been executed with it before,
     * and nothing can be after; the order will not appear later either (docs: futures v3, "Noop").
     */
    private boolean isDropped(OrderRef ref, Instant sentAt) {
        OptionalLong nonce = ref.clientOrderId().map(context.nonces()::of).orElse(OptionalLong.empty());
        if (nonce.isEmpty()) {
            return false;
        }
        Instant end = sentAt.plus(context.signer().executionWindow());
        return context.nonces().isDropped(nonce.getAsLong())
                || (context.clock().instant().isBefore(end) && drop(nonce.getAsLong()));
    }

    /** A refusal proves nothing about the order: its nonce was used, by itself or another, or is no longer taken. */
    private boolean drop(long nonce) {
        try {
            Acknowledgement answer = context.call(
                    context.endpoints().trading.noop, Params.create().add("nonce", nonce));
            if (!answer.code().equals(DONE)) {
                return false;
            }
            context.nonces().dropped(nonce);
            return true;
        } catch (RejectedException | RateLimitedException | OutcomeUnknownException e) {
            return false;
        } catch (NotSentException e) {
            if (PASSING.contains(e.why())) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Order> afterTheWindow(OrderRef ref, Instant sentAt) {
        return late.after(
                ref, sentAt, sentAt.plus(context.signer().executionWindow()).plus(MARGIN));
    }
}
