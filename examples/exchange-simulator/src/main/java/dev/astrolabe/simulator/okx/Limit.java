package dev.astrolabe.simulator.okx;

import java.time.Duration;

/**
 * How often an endpoint may be called (docs: OKX v5, the rate limit of each endpoint).
 *
 * @param count how many calls, or orders
 * @param window within which time
 * @param key counted together
 */
record Limit(int count, Duration window, Key key) {

    /** What is counted together. */
    enum Key {
        IP,
        IP_AND_INSTRUMENT,
        USER,
        USER_AND_INSTRUMENT,
        /** Orders of a user by instrument, in buckets of their own for single orders and batches. */
        ORDERS
    }

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    static Limit ip(int count) {
        return new Limit(count, TWO_SECONDS, Key.IP);
    }

    static Limit ipAndInstrument(int count) {
        return new Limit(count, TWO_SECONDS, Key.IP_AND_INSTRUMENT);
    }

    static Limit user(int count) {
        return new Limit(count, TWO_SECONDS, Key.USER);
    }

    static Limit userAndInstrument(int count) {
        return new Limit(count, TWO_SECONDS, Key.USER_AND_INSTRUMENT);
    }

    static Limit orders(int count) {
        return new Limit(count, TWO_SECONDS, Key.ORDERS);
    }

    Limit within(Duration other) {
        return new Limit(count, other, key);
    }
}
