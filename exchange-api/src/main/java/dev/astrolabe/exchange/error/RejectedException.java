package dev.astrolabe.exchange.error;

/**
 * The venue said no, and its answer proves that the call was not executed.
 *
 * @since 0.1
 */
public final class RejectedException extends ExchangeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * A refusal by the venue.
     *
     * @param reason why, in neutral terms
     * @param venueError the venue's answer
     */
    public RejectedException(Reason reason, VenueError venueError) {
        super(reason + " (" + reason.advice() + "): " + venueError, venueError, null);
        this.reason = reason;
    }

    /**
     * Why the venue refused.
     *
     * @return the reason in neutral terms
     */
    public Reason reason() {
        return reason;
    }
}
