package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order of a strategy, placed already or waiting for another one (docs: futures v3, "Query Strategy Open Order"). How
 * much of it was filled is told by the order itself. Immutable.
 *
 * @since 0.1
 */
public final class StrategySubOrder {

    private final int subId;
    private final long strategyId;
    private final @Nullable String orderId;
    private final @Nullable String clientOrderId;
    private final OrderStatus status;
    private final String rawStatus;
    private final @Nullable StrategyLink first;
    private final @Nullable StrategyLink second;
    private final @Nullable String rawSecurityType;
    private final Symbol symbol;
    private final Side side;
    private final @Nullable PositionSide positionSide;
    private final OrderType type;
    private final String rawType;
    private final @Nullable TimeInForce timeInForce;
    private final @Nullable BigDecimal quantity;
    private final @Nullable BigDecimal price;
    private final @Nullable BigDecimal averagePrice;
    private final @Nullable BigDecimal triggerPrice;
    private final @Nullable TriggerBy triggerBy;
    private final @Nullable BigDecimal activationPrice;
    private final @Nullable BigDecimal callbackRate;
    private final boolean reduceOnly;
    private final boolean closePosition;
    private final boolean priceProtect;
    private final @Nullable Instant triggeredAt;

    private StrategySubOrder(Builder builder) {
        this.subId = builder.subId;
        this.strategyId = builder.strategyId;
        this.orderId = builder.orderId;
        this.clientOrderId = builder.clientOrderId;
        this.status = Objects.requireNonNull(builder.status, "status");
        this.rawStatus = Objects.requireNonNull(builder.rawStatus, "rawStatus");
        this.first = builder.first;
        this.second = builder.second;
        this.rawSecurityType = builder.rawSecurityType;
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.side = Objects.requireNonNull(builder.side, "side");
        this.positionSide = builder.positionSide;
        this.type = Objects.requireNonNull(builder.type, "type");
        this.rawType = Objects.requireNonNull(builder.rawType, "rawType");
        this.timeInForce = builder.timeInForce;
        this.quantity = builder.quantity;
        this.price = builder.price;
        this.averagePrice = builder.averagePrice;
        this.triggerPrice = builder.triggerPrice;
        this.triggerBy = builder.triggerBy;
        this.activationPrice = builder.activationPrice;
        this.callbackRate = builder.callbackRate;
        this.reduceOnly = builder.reduceOnly;
        this.closePosition = builder.closePosition;
        this.priceProtect = builder.priceProtect;
        this.triggeredAt = builder.triggeredAt;
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
     * Its number in the strategy.
     *
     * @return from 1
     */
    public int subId() {
        return subId;
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
     * The venue's id of the order.
     *
     * @return the id; empty while it has none
     */
    public Optional<String> orderId() {
        return Optional.ofNullable(orderId);
    }

    /**
     * The id that its sender gave the order.
     *
     * @return the id; empty where it has none
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }

    /**
     * Where the order stands.
     *
     * @return the status
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * The venue's own word for the status.
     *
     * @return the word
     */
    public String rawStatus() {
        return rawStatus;
    }

    /**
     * What makes it placed or cancelled.
     *
     * @return the link; empty where no other order does
     */
    public Optional<StrategyLink> first() {
        return Optional.ofNullable(first);
    }

    /**
     * What else makes it placed or cancelled.
     *
     * @return the link; empty where nothing else does
     */
    public Optional<StrategyLink> second() {
        return Optional.ofNullable(second);
    }

    /**
     * What kind of contract it is, in the venue's word.
     *
     * @return such as {@code FUTURE}; empty where the answer does not say
     */
    public Optional<String> rawSecurityType() {
        return Optional.ofNullable(rawSecurityType);
    }

    /**
     * What is traded.
     *
     * @return the symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * Buy or sell.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * The slot in hedge mode.
     *
     * @return the slot; empty in one-way mode
     */
    public Optional<PositionSide> positionSide() {
        return Optional.ofNullable(positionSide);
    }

    /**
     * What the order does.
     *
     * @return the type
     */
    public OrderType type() {
        return type;
    }

    /**
     * The venue's own word for the type.
     *
     * @return the word
     */
    public String rawType() {
        return rawType;
    }

    /**
     * How long a limit price may rest.
     *
     * @return the time in force; empty where the answer does not say
     */
    public Optional<TimeInForce> timeInForce() {
        return Optional.ofNullable(timeInForce);
    }

    /**
     * How much, in base units.
     *
     * @return the quantity; empty where the whole position is closed
     */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /**
     * The limit price, in quote per single coin.
     *
     * @return the price; empty for types without one
     */
    public Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    /**
     * The average price of its executions, in quote per single coin.
     *
     * @return the price; empty before the first
     */
    public Optional<BigDecimal> averagePrice() {
        return Optional.ofNullable(averagePrice);
    }

    /**
     * The price that fires a stop or take-profit, in quote per single coin.
     *
     * @return the trigger; empty for types without one
     */
    public Optional<BigDecimal> triggerPrice() {
        return Optional.ofNullable(triggerPrice);
    }

    /**
     * Which price fires it.
     *
     * @return the price; empty for orders that wait for none
     */
    public Optional<TriggerBy> triggerBy() {
        return Optional.ofNullable(triggerBy);
    }

    /**
     * The price from which a trailing stop follows, in quote per single coin.
     *
     * @return the price; empty where the venue does not say
     */
    public Optional<BigDecimal> activationPrice() {
        return Optional.ofNullable(activationPrice);
    }

    /**
     * The distance of a trailing stop as a ratio: 0.01 is 1 %.
     *
     * @return the rate; empty for other types
     */
    public Optional<BigDecimal> callbackRate() {
        return Optional.ofNullable(callbackRate);
    }

    /**
     * Whether it may only reduce a position.
     *
     * @return true if it may
     */
    public boolean reduceOnly() {
        return reduceOnly;
    }

    /**
     * Whether it closes the whole position when it fires.
     *
     * @return true if it does
     */
    public boolean closePosition() {
        return closePosition;
    }

    /**
     * Whether it fires only while mark and last price lie near each other.
     *
     * @return true if it is protected
     */
    public boolean priceProtect() {
        return priceProtect;
    }

    /**
     * When another order made it placed.
     *
     * @return the time; empty before that
     */
    public Optional<Instant> triggeredAt() {
        return Optional.ofNullable(triggeredAt);
    }

    @Override
    public String toString() {
        return "StrategySubOrder[" + subId + " " + symbol + " " + side + " " + rawType + " " + rawStatus + "]";
    }

    /** Collects the values of a {@link StrategySubOrder}. Not for use by several threads. */
    public static final class Builder {

        private int subId;
        private long strategyId;
        private @Nullable String orderId;
        private @Nullable String clientOrderId;
        private @Nullable OrderStatus status;
        private @Nullable String rawStatus;
        private @Nullable StrategyLink first;
        private @Nullable StrategyLink second;
        private @Nullable String rawSecurityType;
        private @Nullable Symbol symbol;
        private @Nullable Side side;
        private @Nullable PositionSide positionSide;
        private @Nullable OrderType type;
        private @Nullable String rawType;
        private @Nullable TimeInForce timeInForce;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal averagePrice;
        private @Nullable BigDecimal triggerPrice;
        private @Nullable TriggerBy triggerBy;
        private @Nullable BigDecimal activationPrice;
        private @Nullable BigDecimal callbackRate;
        private boolean reduceOnly;
        private boolean closePosition;
        private boolean priceProtect;
        private @Nullable Instant triggeredAt;

        private Builder() {}

        /**
         * Its number in the strategy.
         *
         * @param subId the value
         * @return this
         */
        public Builder subId(int subId) {
            this.subId = subId;
            return this;
        }

        /**
         * The venue's id of the strategy.
         *
         * @param strategyId the value
         * @return this
         */
        public Builder strategyId(long strategyId) {
            this.strategyId = strategyId;
            return this;
        }

        /**
         * The venue's id of the order.
         *
         * @param orderId null where it is absent
         * @return this
         */
        public Builder orderId(@Nullable String orderId) {
            this.orderId = orderId;
            return this;
        }

        /**
         * The id that its sender gave the order.
         *
         * @param clientOrderId null where it is absent
         * @return this
         */
        public Builder clientOrderId(@Nullable String clientOrderId) {
            this.clientOrderId = clientOrderId;
            return this;
        }

        /**
         * Where the order stands.
         *
         * @param status the value
         * @return this
         */
        public Builder status(OrderStatus status) {
            this.status = status;
            return this;
        }

        /**
         * The venue's own word for the status.
         *
         * @param rawStatus the value
         * @return this
         */
        public Builder rawStatus(String rawStatus) {
            this.rawStatus = rawStatus;
            return this;
        }

        /**
         * What makes it placed or cancelled.
         *
         * @param first null where it is absent
         * @return this
         */
        public Builder first(@Nullable StrategyLink first) {
            this.first = first;
            return this;
        }

        /**
         * What else makes it placed or cancelled.
         *
         * @param second null where it is absent
         * @return this
         */
        public Builder second(@Nullable StrategyLink second) {
            this.second = second;
            return this;
        }

        /**
         * What kind of contract it is, in the venue's word.
         *
         * @param rawSecurityType null where it is absent
         * @return this
         */
        public Builder rawSecurityType(@Nullable String rawSecurityType) {
            this.rawSecurityType = rawSecurityType;
            return this;
        }

        /**
         * What is traded.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * Buy or sell.
         *
         * @param side the value
         * @return this
         */
        public Builder side(Side side) {
            this.side = side;
            return this;
        }

        /**
         * The slot in hedge mode.
         *
         * @param positionSide null where it is absent
         * @return this
         */
        public Builder positionSide(@Nullable PositionSide positionSide) {
            this.positionSide = positionSide;
            return this;
        }

        /**
         * What the order does.
         *
         * @param type the value
         * @return this
         */
        public Builder type(OrderType type) {
            this.type = type;
            return this;
        }

        /**
         * The venue's own word for the type.
         *
         * @param rawType the value
         * @return this
         */
        public Builder rawType(String rawType) {
            this.rawType = rawType;
            return this;
        }

        /**
         * How long a limit price may rest.
         *
         * @param timeInForce null where it is absent
         * @return this
         */
        public Builder timeInForce(@Nullable TimeInForce timeInForce) {
            this.timeInForce = timeInForce;
            return this;
        }

        /**
         * How much, in base units.
         *
         * @param quantity null where it is absent
         * @return this
         */
        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * The limit price, in quote per single coin.
         *
         * @param price null where it is absent
         * @return this
         */
        public Builder price(@Nullable BigDecimal price) {
            this.price = price;
            return this;
        }

        /**
         * The average price of its executions, in quote per single coin.
         *
         * @param averagePrice null where it is absent
         * @return this
         */
        public Builder averagePrice(@Nullable BigDecimal averagePrice) {
            this.averagePrice = averagePrice;
            return this;
        }

        /**
         * The price that fires a stop or take-profit, in quote per single coin.
         *
         * @param triggerPrice null where it is absent
         * @return this
         */
        public Builder triggerPrice(@Nullable BigDecimal triggerPrice) {
            this.triggerPrice = triggerPrice;
            return this;
        }

        /**
         * Which price fires it.
         *
         * @param triggerBy null where it is absent
         * @return this
         */
        public Builder triggerBy(@Nullable TriggerBy triggerBy) {
            this.triggerBy = triggerBy;
            return this;
        }

        /**
         * The price from which a trailing stop follows, in quote per single coin.
         *
         * @param activationPrice null where it is absent
         * @return this
         */
        public Builder activationPrice(@Nullable BigDecimal activationPrice) {
            this.activationPrice = activationPrice;
            return this;
        }

        /**
         * The distance of a trailing stop as a ratio: 0.01 is 1 %.
         *
         * @param callbackRate null where it is absent
         * @return this
         */
        public Builder callbackRate(@Nullable BigDecimal callbackRate) {
            this.callbackRate = callbackRate;
            return this;
        }

        /**
         * Whether it may only reduce a position.
         *
         * @param reduceOnly the value
         * @return this
         */
        public Builder reduceOnly(boolean reduceOnly) {
            this.reduceOnly = reduceOnly;
            return this;
        }

        /**
         * Whether it closes the whole position when it fires.
         *
         * @param closePosition the value
         * @return this
         */
        public Builder closePosition(boolean closePosition) {
            this.closePosition = closePosition;
            return this;
        }

        /**
         * Whether it fires only while mark and last price lie near each other.
         *
         * @param priceProtect the value
         * @return this
         */
        public Builder priceProtect(boolean priceProtect) {
            this.priceProtect = priceProtect;
            return this;
        }

        /**
         * When another order made it placed.
         *
         * @param triggeredAt null where it is absent
         * @return this
         */
        public Builder triggeredAt(@Nullable Instant triggeredAt) {
            this.triggeredAt = triggeredAt;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public StrategySubOrder build() {
            return new StrategySubOrder(this);
        }
    }
}
