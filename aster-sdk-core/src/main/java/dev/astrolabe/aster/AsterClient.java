package dev.astrolabe.aster;

/**
 * Every call of AsterDex futures, also those that no other exchange has: {@code client.unwrap(AsterClient.class)}. Symbols,
 * quantities and prices are those of the neutral model: base units and prices per single coin, whatever the venue counts in.
 * Every call blocks the caller's thread, fails with the same exceptions as the neutral groups, and is safe for any thread. A call
 * that only v3 has is refused on a client of v1 before any I/O.
 *
 * @since 0.1
 */
public interface AsterClient {

    /**
     * Public market data.
     *
     * @return the group
     */
    AsterMarket market();

    /**
     * Orders.
     *
     * @return the group
     */
    AsterOrders orders();

    /**
     * Orders that the venue itself manages: chases, and orders that trigger or cancel one another.
     *
     * @return the group
     */
    AsterStrategies strategies();

    /**
     * Balances, positions, history, transfers and messages.
     *
     * @return the group
     */
    AsterAccount account();

    /**
     * Modes, leverage and isolated margin.
     *
     * @return the group
     */
    AsterAccountSettings settings();

    /**
     * Keys of the user stream. {@link dev.astrolabe.exchange.UserStreams} keeps its own; these calls are for other programs.
     *
     * @return the group
     */
    AsterListenKeys listenKeys();

    /**
     * Live data that no other exchange has.
     *
     * @return the group
     */
    AsterStreams streams();
}
