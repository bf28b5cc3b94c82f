package dev.astrolabe.okx;

/**
 * OKX in its own terms, for what only it has: instrument ids, contracts, account levels and every parameter. Reached by
 * {@code client.unwrap(OkxClient.class)}; it shares connections, limits and clock with the neutral client, and ends with it. Blocks,
 * safe for any thread.
 *
 * @since 0.1
 */
public interface OkxClient {

    /**
     * Public prices and instruments.
     *
     * @return the group
     */
    OkxMarket market();

    /**
     * Balances, positions and settings.
     *
     * @return the group
     */
    OkxAccount account();

    /**
     * Orders.
     *
     * @return the group
     */
    OkxOrders orders();

    /**
     * Orders that wait for a price or are split over time.
     *
     * @return the group
     */
    OkxAlgos algos();

    /**
     * Live data, public and of the account.
     *
     * @return the group
     */
    OkxStreams streams();

    /**
     * Orders over a WebSocket, which spares a round of HTTP.
     *
     * @return the group
     */
    OkxSocketOrders socketOrders();
}
