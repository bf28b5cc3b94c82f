package dev.astrolabe.exchange.error;

import org.jspecify.annotations.Nullable;

/**
 * A read got no readable answer: a time-out, a broken connection, a server error, or bytes that are not what the venue
 * documents. Nothing was changed; call again.
 *
 * @since 0.1
 */
public final class ProtocolException extends ExchangeException {

    private static final long serialVersionUID = 1L;

    /**
     * An unreadable answer.
     *
     * @param message what could not be read
     * @param venueError the call and what came back
     * @param cause the underlying failure; null where there is none
     */
    public ProtocolException(String message, VenueError venueError, @Nullable Throwable cause) {
        super(message + "; " + venueError, venueError, cause);
    }
}
