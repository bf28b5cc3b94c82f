package dev.astrolabe.exchange.error;

import org.jspecify.annotations.Nullable;

/**
 * The call was refused on this side: nothing reached the venue, nothing was executed. Mend the request and call again.
 *
 * @since 0.1
 */
public non-sealed class NotSentException extends ExchangeException {

    private static final long serialVersionUID = 1L;

    /** Why nothing was sent. */
    public enum Cause {
        /** The request breaks a rule that is known locally; the message names the value and the bound. */
        INVALID,
        /** The exchange cannot do this. */
        UNSUPPORTED,
        /** The local rate limiter would have had to wait longer than allowed. */
        LIMITER,
        /** No connection could be made: host unknown, refused, TLS failure. */
        UNREACHABLE,
        /** The client is closed. */
        CLOSED,
        /** The calling thread was interrupted before anything was sent; its interrupt flag is set. */
        INTERRUPTED
    }

    private final Cause why;

    /**
     * A refusal.
     *
     * @param why the cause
     * @param message the thing, its value and the bound it broke
     */
    public NotSentException(Cause why, String message) {
        this(why, message, null, null);
    }

    /**
     * A refusal with details.
     *
     * @param why the cause
     * @param message the thing, its value and the bound it broke
     * @param venueError the call; null where there is none
     * @param cause the underlying failure; null where there is none
     */
    public NotSentException(Cause why, String message, @Nullable VenueError venueError, @Nullable Throwable cause) {
        super(message, venueError, cause);
        this.why = why;
    }

    /**
     * An invalid argument.
     *
     * @param message the thing, its value and the bound it broke
     * @return the exception, to be thrown
     */
    public static NotSentException invalid(String message) {
        return new NotSentException(Cause.INVALID, message);
    }

    /**
     * Why nothing was sent.
     *
     * @return the cause
     */
    public Cause why() {
        return why;
    }
}
