package dev.astrolabe.aster.model;

/**
 * How many requests or orders the venue takes in a time (docs: futures, "ENUM definitions").
 *
 * @param type what is counted, such as REQUEST_WEIGHT or ORDERS
 * @param interval the unit of time, such as MINUTE
 * @param intervalCount how many of them make the window
 * @param limit how many are taken in it
 * @since 0.1
 */
public record RateLimitRule(String type, String interval, int intervalCount, int limit) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
