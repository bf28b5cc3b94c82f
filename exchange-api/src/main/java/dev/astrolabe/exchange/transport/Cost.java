package dev.astrolabe.exchange.transport;

/**
 * What one call takes out of one bucket of the venue's rate limits.
 *
 * @param bucket what the venue counts, such as {@link Endpoint#WEIGHT} or {@code ORDERS}
 * @param scope counted apart within the bucket, such as an instrument where the venue limits each; empty where it does not
 * @param amount how much, from 0
 * @since 0.1
 */
public record Cost(String bucket, String scope, int amount) {

    /**
     * Checks the amount.
     *
     * @param bucket what the venue counts
     * @param scope counted apart within the bucket
     * @param amount how much, from 0
     * @throws IllegalArgumentException if the bucket is blank or the amount negative
     */
    public Cost {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("the bucket of a cost is blank");
        }
        if (amount < 0) {
            throw new IllegalArgumentException("cost " + amount + " of " + bucket + " is below 0");
        }
    }

    /**
     * A cost that is not counted apart.
     *
     * @param bucket what the venue counts
     * @param amount how much, from 0
     * @return the cost
     */
    public static Cost of(String bucket, int amount) {
        return new Cost(bucket, "", amount);
    }
}
