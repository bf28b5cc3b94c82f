package dev.astrolabe.exchange.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that an exchange call throws. The subtype says what the caller may do next:
 *
 * <ul>
 *   <li>{@link NotSentException}: nothing left this process; mend the request and call again.
 *   <li>{@link RejectedException}: the venue said no; what helps depends on its {@link Reason}.
 *   <li>{@link RateLimitedException}: not executed; call again after the given instant.
 *   <li>{@link OutcomeUnknownException}: a mutation left and no verdict came; resolve it, never resend it.
 *   <li>{@link ProtocolException}: a read got no readable answer; call again.
 * </ul>
 *
 * @since 0.1
 */
public abstract sealed class ExchangeException extends RuntimeException
        permits NotSentException, RejectedException, RateLimitedException, OutcomeUnknownException, ProtocolException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable VenueError venueError;

    ExchangeException(String message, @Nullable VenueError venueError, @Nullable Throwable cause) {
        super(message, cause);
        this.venueError = venueError;
    }

    /**
     * The call and the venue's answer to it.
     *
     * @return the details; empty where the failure belongs to no call
     */
    public Optional<VenueError> venueError() {
        return Optional.ofNullable(venueError);
    }
}
