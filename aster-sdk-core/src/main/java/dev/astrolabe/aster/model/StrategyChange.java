package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * New terms for orders of a strategy (docs: futures v3, "Update Strategy Order"). An order is stated whole, as it shall be
 * from then on; its client order id and its links stay as they are. Immutable.
 *
 * @since 0.1
 */
public final class StrategyChange {

    private final StrategyType type;
    private final long strategyId;
    private final Map<Integer, AsterOrderRequest> subOrders;

    private StrategyChange(Builder builder) {
        this.type = builder.type;
        this.strategyId = builder.strategyId;
        this.subOrders = Collections.unmodifiableMap(new TreeMap<>(builder.subOrders));
        int most = StrategyOrder.count(type);
        if (subOrders.isEmpty()) {
            throw NotSentException.invalid("a change of " + type + " strategy " + strategyId + " changes no order");
        }
        subOrders.forEach((subId, request) -> {
            if (subId < 1 || subId > most) {
                throw NotSentException.invalid(
                        type + " strategy " + strategyId + " has no order " + subId + ", only 1 to " + most);
            }
            StrategyOrder.checkOrder(type, subId, request);
            request.order().clientOrderId().ifPresent(id -> {
                throw NotSentException.invalid("client order id '" + id + "' does not go with a change of " + type
                        + " strategy " + strategyId + ": order " + subId + " keeps its own");
            });
        });
    }

    /**
     * Starts a change.
     *
     * @param type how the strategy's orders hang together
     * @param strategyId the venue's id of the strategy
     * @return a builder
     */
    public static Builder builder(StrategyType type, long strategyId) {
        return new Builder(type, strategyId);
    }

    /**
     * How the strategy's orders hang together.
     *
     * @return the type
     */
    public StrategyType type() {
        return type;
    }

    /**
     * The venue's id of the strategy.
     *
     * @return the id
     */
    public long strategyId() {
        return strategyId;
    }

    /**
     * The orders that change.
     *
     * @return the new terms by number, in order, unmodifiable
     */
    public Map<Integer, AsterOrderRequest> subOrders() {
        return subOrders;
    }

    @Override
    public String toString() {
        return "StrategyChange[" + type + " " + strategyId + " " + subOrders + "]";
    }

    /** Collects the values of a {@link StrategyChange}. Not for use by several threads. */
    public static final class Builder {

        private final StrategyType type;
        private final long strategyId;
        private final Map<Integer, AsterOrderRequest> subOrders = new TreeMap<>();

        private Builder(StrategyType type, long strategyId) {
            this.type = type;
            this.strategyId = strategyId;
        }

        /**
         * New terms for one order.
         *
         * @param subId its number in the strategy, from 1
         * @param order how it shall be from then on, without a client order id
         * @return this
         */
        public Builder subOrder(int subId, AsterOrderRequest order) {
            subOrders.put(subId, order);
            return this;
        }

        /**
         * Makes the change.
         *
         * @return it
         * @throws NotSentException naming what does not go together
         */
        public StrategyChange build() {
            return new StrategyChange(this);
        }
    }
}
