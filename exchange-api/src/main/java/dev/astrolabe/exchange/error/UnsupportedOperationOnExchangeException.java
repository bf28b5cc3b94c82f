package dev.astrolabe.exchange.error;

/**
 * The exchange cannot do this at all, as its {@code Capabilities} say. Thrown before any I/O.
 *
 * @since 0.1
 */
public final class UnsupportedOperationOnExchangeException extends NotSentException {

    private static final long serialVersionUID = 1L;

    /**
     * A gap.
     *
     * @param exchange name of the exchange
     * @param operation what was asked, and what is supported instead where that helps
     */
    public UnsupportedOperationOnExchangeException(String exchange, String operation) {
        super(Cause.UNSUPPORTED, exchange + " does not support " + operation);
    }
}
