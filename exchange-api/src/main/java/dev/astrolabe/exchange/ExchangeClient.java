package dev.astrolabe.exchange;

/**
 * One account on one exchange, in terms that are the same on every exchange.
 *
 * <p>Every call blocks the caller's thread and honours its interruption; safe for any number of threads. What goes wrong is
 * an {@link dev.astrolabe.exchange.error.ExchangeException}, whose type says what to do next. What the exchange cannot do
 * fails before any I/O with {@link dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException};
 * {@link #capabilities()} tells it beforehand.
 *
 * @since 0.1
 */
public interface ExchangeClient extends AutoCloseable {

    /**
     * Which exchange this is.
     *
     * @return its id
     */
    ExchangeId id();

    /**
     * Whether real money is at stake.
     *
     * @return the environment
     */
    Environment environment();

    /**
     * What the exchange can do, and its limits.
     *
     * @return the capabilities; the same for the life of the client
     */
    Capabilities capabilities();

    /**
     * The catalogue of instruments.
     *
     * @return the group
     */
    Instruments instruments();

    /**
     * Public prices.
     *
     * @return the group
     */
    MarketData marketData();

    /**
     * Orders.
     *
     * @return the group
     */
    Trading trading();

    /**
     * Balances, positions and account settings.
     *
     * @return the group
     */
    Account account();

    /**
     * Live public data.
     *
     * @return the group
     */
    MarketStreams marketStreams();

    /**
     * Live data of this account.
     *
     * @return the group
     */
    UserStreams userStreams();

    /**
     * The native client, for what only one exchange has.
     *
     * @param type the native type, named in the documentation of each implementation
     * @param <T> the native type
     * @return the native client
     * @throws dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException if this client has no such type
     */
    <T> T unwrap(Class<T> type);

    /** Ends streams, threads and connections. A second call does nothing; calls after it are not sent. */
    @Override
    void close();
}
