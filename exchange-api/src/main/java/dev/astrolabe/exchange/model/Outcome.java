package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.ExchangeException;

/**
 * What became of one item of a batch. Each item stands alone: one may be accepted, the next refused, a third unknown.
 *
 * @param <T> what an accepted item gives
 * @since 0.1
 */
public sealed interface Outcome<T> {

    /**
     * The venue accepted the item.
     *
     * @param value what it gave
     * @param <T> its type
     */
    record Accepted<T>(T value) implements Outcome<T> {}

    /**
     * The item failed; the type of the exception says what to do next, as for a single call.
     *
     * @param error the failure
     * @param <T> what an accepted item would have given
     */
    record Failed<T>(ExchangeException error) implements Outcome<T> {}

    /**
     * The value of an accepted item.
     *
     * @return the value
     * @throws ExchangeException the failure of a failed one
     */
    default T orElseThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw ((Failed<T>) this).error();
    }
}
