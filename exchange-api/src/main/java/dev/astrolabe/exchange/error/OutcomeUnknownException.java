package dev.astrolabe.exchange.error;

import dev.astrolabe.exchange.model.OrderRef;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mutation left this process and no verdict came back: time-out, reset, HTTP 5xx, or a code by which the venue says that
 * it does not know either. The call may have been executed. Never resend it; for an order call
 * {@code trading().resolve(ref, sentAt)}.
 *
 * @since 0.1
 */
public final class OutcomeUnknownException extends ExchangeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable OrderRef order;
    private final Instant sentAt;

    /**
     * An unknown outcome.
     *
     * @param order the order concerned; null where the call was not about one order
     * @param sentAt when the request was signed, on this machine's clock
     * @param venueError the call and what came back
     * @param cause the underlying failure; null where the venue answered
     */
    public OutcomeUnknownException(
            @Nullable OrderRef order, Instant sentAt, VenueError venueError, @Nullable Throwable cause) {
        super(
                "outcome unknown" + (order == null ? "" : " of order " + order)
                        + ": it may have been executed, resolve it and do not resend it; " + venueError,
                venueError,
                cause);
        this.order = order;
        this.sentAt = sentAt;
    }

    /**
     * The order whose fate is unknown.
     *
     * @return its reference; empty where the call was not about one order
     */
    public Optional<OrderRef> order() {
        return Optional.ofNullable(order);
    }

    /**
     * When the request was signed.
     *
     * @return an instant on this machine's clock
     */
    public Instant sentAt() {
        return sentAt;
    }
}
