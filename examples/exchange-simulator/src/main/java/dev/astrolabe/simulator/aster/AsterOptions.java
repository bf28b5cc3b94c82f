package dev.astrolabe.simulator.aster;

import java.time.Duration;

/**
 * What a simulated AsterDex allows. The values of {@link #standard()} are the venue's own (docs: futures v3, "Limits" and
 * "Authentication signature", 2026-06-30; the limit of ten seconds is of its exchangeInfo of 2026-01-12).
 *
 * @param weightPerMinute request weight that one address may use in a minute
 * @param ordersPerMinute orders that one account may place in a minute
 * @param ordersPerTenSeconds orders that one account may place in ten seconds
 * @param chainId the chain of the EIP-712 domain that agents sign in: 1666, which is the mainnet; the testnet has 714
 * @param nonceWindow how far a nonce may lie from the venue's time
 * @since 0.1
 */
public record AsterOptions(
        int weightPerMinute, int ordersPerMinute, int ordersPerTenSeconds, long chainId, Duration nonceWindow) {

    /**
     * What the venue itself allows.
     *
     * @return 2400 weight a minute, 1200 orders a minute, 300 in ten seconds, chain 1666, nonces within ten seconds
     */
    public static AsterOptions standard() {
        return new AsterOptions(2400, 1200, 300, 1666, Duration.ofSeconds(10));
    }

    /**
     * The same with another weight.
     *
     * @param weight request weight that one address may use in a minute
     * @return the options
     */
    public AsterOptions withWeightPerMinute(int weight) {
        return new AsterOptions(weight, ordersPerMinute, ordersPerTenSeconds, chainId, nonceWindow);
    }

    /**
     * The same with other limits of orders.
     *
     * @param perMinute orders that one account may place in a minute
     * @param perTenSeconds orders that one account may place in ten seconds
     * @return the options
     */
    public AsterOptions withOrders(int perMinute, int perTenSeconds) {
        return new AsterOptions(weightPerMinute, perMinute, perTenSeconds, chainId, nonceWindow);
    }

    /**
     * The same on another chain.
     *
     * @param chain the chain of the EIP-712 domain; 714 is the venue's testnet
     * @return the options
     */
    public AsterOptions withChainId(long chain) {
        return new AsterOptions(weightPerMinute, ordersPerMinute, ordersPerTenSeconds, chain, nonceWindow);
    }
}
