package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange can do, and its limits. Immutable.
 *
 * @since 0.1
 */
public final class Capabilities {

    private final ExchangeId exchange;
    private final Set<Feature> features;
    private final Set<OrderType> orderTypes;
    private final Set<TimeInForce> timesInForce;
    private final Set<TriggerBy> triggers;
    private final Set<PositionMode> positionModes;
    private final Set<MarginMode> marginModes;
    private final Set<SelfTradePrevention> selfTradePreventions;
    private final Set<CandleInterval> candleIntervals;
    private final ClientOrderIdRule clientOrderIds;
    private final int maxBatchPlace;
    private final int maxBatchCancel;
    private final int maxCandles;
    private final int maxBookDepth;

    private Capabilities(Builder builder) {
        this.exchange = Objects.requireNonNull(builder.exchange, "exchange");
        this.features = Set.copyOf(builder.features);
        this.orderTypes = Set.copyOf(builder.orderTypes);
        this.timesInForce = Set.copyOf(builder.timesInForce);
        this.triggers = Set.copyOf(builder.triggers);
        this.positionModes = Set.copyOf(builder.positionModes);
        this.marginModes = Set.copyOf(builder.marginModes);
        this.selfTradePreventions = Set.copyOf(builder.selfTradePreventions);
        this.candleIntervals = Set.copyOf(builder.candleIntervals);
        this.clientOrderIds = Objects.requireNonNull(builder.clientOrderIds, "clientOrderIds");
        this.maxBatchPlace = builder.maxBatchPlace;
        this.maxBatchCancel = builder.maxBatchCancel;
        this.maxCandles = builder.maxCandles;
        this.maxBookDepth = builder.maxBookDepth;
    }

    /**
     * Starts an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from this one.
     *
     * @return a builder with the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.exchange = exchange;
        builder.features = features;
        builder.orderTypes = orderTypes;
        builder.timesInForce = timesInForce;
        builder.triggers = triggers;
        builder.positionModes = positionModes;
        builder.marginModes = marginModes;
        builder.selfTradePreventions = selfTradePreventions;
        builder.candleIntervals = candleIntervals;
        builder.clientOrderIds = clientOrderIds;
        builder.maxBatchPlace = maxBatchPlace;
        builder.maxBatchCancel = maxBatchCancel;
        builder.maxCandles = maxCandles;
        builder.maxBookDepth = maxBookDepth;
        return builder;
    }

    /**
     * Whether the exchange can do something.
     *
     * @param feature what
     * @return true if it can
     */
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /**
     * Refuses what the exchange cannot do.
     *
     * @param feature what is about to be done
     * @throws UnsupportedOperationOnExchangeException if it cannot
     */
    public void require(Feature feature) {
        if (!supports(feature)) {
            throw new UnsupportedOperationOnExchangeException(exchange.name(), feature.toString());
        }
    }

    /**
     * Refuses an order whose type, time in force, trigger or exits the exchange does not take, or whose client id it would
     * not accept.
     *
     * @param order the order
     * @throws NotSentException naming what does not go
     */
    public void check(OrderRequest order) {
        requireIn(order.type(), orderTypes, "order type");
        order.timeInForce().ifPresent(tif -> requireIn(tif, timesInForce, "time in force"));
        order.triggerBy().ifPresent(trigger -> requireIn(trigger, triggers, "trigger by"));
        order.marginMode().ifPresent(mode -> requireIn(mode, marginModes, "margin mode"));
        order.selfTradePrevention().ifPresent(rule -> requireIn(rule, selfTradePreventions, "self-trade prevention"));
        if (order.stopLoss().isPresent() || order.takeProfit().isPresent()) {
            require(Feature.ATTACHED_EXITS);
        }
        order.stopLoss().ifPresent(exit -> requireIn(exit.triggerBy(), triggers, "stop-loss trigger by"));
        order.takeProfit().ifPresent(exit -> requireIn(exit.triggerBy(), triggers, "take-profit trigger by"));
        if (order.closePosition()) {
            require(Feature.CLOSE_POSITION_TRIGGER);
        }
        order.clientOrderId().ifPresent(clientOrderIds::check);
    }

    /**
     * Refuses a candle query that the exchange cannot serve.
     *
     * @param query the query
     * @throws NotSentException naming what does not go
     */
    public void check(CandleQuery query) {
        requireIn(query.interval(), candleIntervals, "candle interval");
        switch (query.kind()) {
            case MARK -> require(Feature.MARK_CANDLES);
            case INDEX -> require(Feature.INDEX_CANDLES);
            case LAST -> {}
        }
        query.limit().filter(limit -> limit > maxCandles).ifPresent(limit -> {
            throw NotSentException.invalid("limit " + limit + " of a candle query is above the maximum " + maxCandles);
        });
    }

    private <T> void requireIn(T value, Set<T> supported, String name) {
        if (!supported.contains(value)) {
            throw new UnsupportedOperationOnExchangeException(
                    exchange.name(), name + " " + value + ", only " + new TreeSet<>(supported));
        }
    }

    /**
     * The exchange.
     *
     * @return the exchange
     */
    public ExchangeId exchange() {
        return exchange;
    }

    /**
     * What it can do of what not every exchange can.
     *
     * @return what it can do of what not every exchange can
     */
    public Set<Feature> features() {
        return features;
    }

    /**
     * The order types it takes.
     *
     * @return the order types it takes
     */
    public Set<OrderType> orderTypes() {
        return orderTypes;
    }

    /**
     * The times in force it takes.
     *
     * @return the times in force it takes
     */
    public Set<TimeInForce> timesInForce() {
        return timesInForce;
    }

    /**
     * The prices that can fire a conditional order.
     *
     * @return the prices that can fire a conditional order
     */
    public Set<TriggerBy> triggers() {
        return triggers;
    }

    /**
     * The position modes an account can be in.
     *
     * @return the position modes an account can be in
     */
    public Set<PositionMode> positionModes() {
        return positionModes;
    }

    /**
     * The margin modes.
     *
     * @return the margin modes
     */
    public Set<MarginMode> marginModes() {
        return marginModes;
    }

    /**
     * The rules against trading with oneself that an order may name.
     *
     * @return the rules; empty where orders cannot name one
     */
    public Set<SelfTradePrevention> selfTradePreventions() {
        return selfTradePreventions;
    }

    /**
     * The candle intervals.
     *
     * @return the candle intervals
     */
    public Set<CandleInterval> candleIntervals() {
        return candleIntervals;
    }

    /**
     * What a client order id may look like.
     *
     * @return what a client order id may look like
     */
    public ClientOrderIdRule clientOrderIds() {
        return clientOrderIds;
    }

    /**
     * How many orders one batch may place.
     *
     * @return how many orders one batch may place
     */
    public int maxBatchPlace() {
        return maxBatchPlace;
    }

    /**
     * How many orders one batch may cancel.
     *
     * @return how many orders one batch may cancel
     */
    public int maxBatchCancel() {
        return maxBatchCancel;
    }

    /**
     * How many candles a page may have.
     *
     * @return how many candles a page may have
     */
    public int maxCandles() {
        return maxCandles;
    }

    /**
     * How many levels a side a book may have.
     *
     * @return how many levels a side a book may have
     */
    public int maxBookDepth() {
        return maxBookDepth;
    }

    @Override
    public String toString() {
        return "Capabilities[" + exchange + ", features=" + features + "]";
    }

    /**
     * Collects the values of a {@link Capabilities}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable ExchangeId exchange;
        private Set<Feature> features = Set.of();
        private Set<OrderType> orderTypes = Set.of();
        private Set<TimeInForce> timesInForce = Set.of();
        private Set<TriggerBy> triggers = Set.of();
        private Set<PositionMode> positionModes = Set.of();
        private Set<MarginMode> marginModes = Set.of();
        private Set<SelfTradePrevention> selfTradePreventions = Set.of();
        private Set<CandleInterval> candleIntervals = Set.of();
        private @Nullable ClientOrderIdRule clientOrderIds;
        private int maxBatchPlace = 1;
        private int maxBatchCancel = 1;
        private int maxCandles = 500;
        private int maxBookDepth = 100;

        private Builder() {}

        /**
         * The exchange.
         *
         * @param exchange the value
         * @return this
         */
        public Builder exchange(ExchangeId exchange) {
            this.exchange = exchange;
            return this;
        }

        /**
         * What it can do of what not every exchange can.
         *
         * @param features the value
         * @return this
         */
        public Builder features(Set<Feature> features) {
            this.features = features;
            return this;
        }

        /**
         * The order types it takes.
         *
         * @param orderTypes the value
         * @return this
         */
        public Builder orderTypes(Set<OrderType> orderTypes) {
            this.orderTypes = orderTypes;
            return this;
        }

        /**
         * The times in force it takes.
         *
         * @param timesInForce the value
         * @return this
         */
        public Builder timesInForce(Set<TimeInForce> timesInForce) {
            this.timesInForce = timesInForce;
            return this;
        }

        /**
         * The prices that can fire a conditional order.
         *
         * @param triggers the value
         * @return this
         */
        public Builder triggers(Set<TriggerBy> triggers) {
            this.triggers = triggers;
            return this;
        }

        /**
         * The position modes an account can be in.
         *
         * @param positionModes the value
         * @return this
         */
        public Builder positionModes(Set<PositionMode> positionModes) {
            this.positionModes = positionModes;
            return this;
        }

        /**
         * The margin modes.
         *
         * @param marginModes the value
         * @return this
         */
        public Builder marginModes(Set<MarginMode> marginModes) {
            this.marginModes = marginModes;
            return this;
        }

        /**
         * The rules against trading with oneself that an order may name.
         *
         * @param selfTradePreventions the value
         * @return this
         */
        public Builder selfTradePreventions(Set<SelfTradePrevention> selfTradePreventions) {
            this.selfTradePreventions = selfTradePreventions;
            return this;
        }

        /**
         * The candle intervals.
         *
         * @param candleIntervals the value
         * @return this
         */
        public Builder candleIntervals(Set<CandleInterval> candleIntervals) {
            this.candleIntervals = candleIntervals;
            return this;
        }

        /**
         * What a client order id may look like.
         *
         * @param clientOrderIds the value
         * @return this
         */
        public Builder clientOrderIds(ClientOrderIdRule clientOrderIds) {
            this.clientOrderIds = clientOrderIds;
            return this;
        }

        /**
         * How many orders one batch may place.
         *
         * @param maxBatchPlace the value
         * @return this
         */
        public Builder maxBatchPlace(int maxBatchPlace) {
            this.maxBatchPlace = maxBatchPlace;
            return this;
        }

        /**
         * How many orders one batch may cancel.
         *
         * @param maxBatchCancel the value
         * @return this
         */
        public Builder maxBatchCancel(int maxBatchCancel) {
            this.maxBatchCancel = maxBatchCancel;
            return this;
        }

        /**
         * How many candles a page may have.
         *
         * @param maxCandles the value
         * @return this
         */
        public Builder maxCandles(int maxCandles) {
            this.maxCandles = maxCandles;
            return this;
        }

        /**
         * How many levels a side a book may have.
         *
         * @param maxBookDepth the value
         * @return this
         */
        public Builder maxBookDepth(int maxBookDepth) {
            this.maxBookDepth = maxBookDepth;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Capabilities build() {
            return new Capabilities(this);
        }
    }
}
