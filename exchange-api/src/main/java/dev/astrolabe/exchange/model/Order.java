package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue tells it. Quantities are in base units, prices in quote per single coin. Immutable.
 *
 * @since 0.1
 */
public final class Order {

    private final Symbol symbol;
    private final String venueSymbol;
    private final String orderId;
    private final @Nullable String clientOrderId;
    private final Side side;
    private final @Nullable PositionSide positionSide;
    private final OrderType type;
    private final String rawType;
    private final OrderStatus status;
    private final String rawStatus;
    private final TimeInForce timeInForce;
    private final @Nullable BigDecimal quantity;
    private final BigDecimal filledQuantity;
    private final @Nullable BigDecimal contracts;
    private final @Nullable BigDecimal price;
    private final @Nullable BigDecimal averagePrice;
    private final @Nullable BigDecimal triggerPrice;
    private final @Nullable TriggerBy triggerBy;
    private final @Nullable BigDecimal activationPrice;
    private final @Nullable BigDecimal callbackRate;
    private final boolean reduceOnly;
    private final boolean closePosition;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;

    private Order(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.venueSymbol = Objects.requireNonNull(builder.venueSymbol, "venueSymbol");
        this.orderId = Objects.requireNonNull(builder.orderId, "orderId");
        this.clientOrderId = builder.clientOrderId;
        this.side = Objects.requireNonNull(builder.side, "side");
        this.positionSide = builder.positionSide;
        this.type = Objects.requireNonNull(builder.type, "type");
        this.rawType = Objects.requireNonNull(builder.rawType, "rawType");
        this.status = Objects.requireNonNull(builder.status, "status");
        this.rawStatus = Objects.requireNonNull(builder.rawStatus, "rawStatus");
        this.timeInForce = builder.timeInForce;
        this.quantity = builder.quantity;
        this.filledQuantity = builder.filledQuantity;
        this.contracts = builder.contracts;
        this.price = builder.price;
        this.averagePrice = builder.averagePrice;
        this.triggerPrice = builder.triggerPrice;
        this.triggerBy = builder.triggerBy;
        this.activationPrice = builder.activationPrice;
        this.callbackRate = builder.callbackRate;
        this.reduceOnly = builder.reduceOnly;
        this.closePosition = builder.closePosition;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
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
        builder.symbol = symbol;
        builder.venueSymbol = venueSymbol;
        builder.orderId = orderId;
        builder.clientOrderId = clientOrderId;
        builder.side = side;
        builder.positionSide = positionSide;
        builder.type = type;
        builder.rawType = rawType;
        builder.status = status;
        builder.rawStatus = rawStatus;
        builder.timeInForce = timeInForce;
        builder.quantity = quantity;
        builder.filledQuantity = filledQuantity;
        builder.contracts = contracts;
        builder.price = price;
        builder.averagePrice = averagePrice;
        builder.triggerPrice = triggerPrice;
        builder.triggerBy = triggerBy;
        builder.activationPrice = activationPrice;
        builder.callbackRate = callbackRate;
        builder.reduceOnly = reduceOnly;
        builder.closePosition = closePosition;
        builder.createdAt = createdAt;
        builder.updatedAt = updatedAt;
        return builder;
    }

    /**
     * The reference by which the venue finds this order.
     *
     * @return symbol and order id, and whether it stands in the book of conditional orders
     */
    public OrderRef ref() {
        return OrderRef.ofOrderId(symbol, orderId)
                .withClientOrderId(clientOrderId)
                .withConditional(type.isConditional());
    }

    /**
     * What is still open.
     *
     * @return base units: quantity less filled quantity; empty where the order has no quantity of its own
     */
    public Optional<BigDecimal> remainingQuantity() {
        return quantity().map(all -> all.subtract(filledQuantity));
    }

    /**
     * What is traded.
     *
     * @return what is traded
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The venue's own name of the instrument.
     *
     * @return the venue's own name of the instrument
     */
    public String venueSymbol() {
        return venueSymbol;
    }

    /**
     * The venue's id of the order.
     *
     * @return the venue's id of the order
     */
    public String orderId() {
        return orderId;
    }

    /**
     * The id that its sender gave it.
     *
     * @return the id that its sender gave it; empty where the venue does not say or it does not apply
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }

    /**
     * Buy or sell.
     *
     * @return buy or sell
     */
    public Side side() {
        return side;
    }

    /**
     * The slot in hedge mode.
     *
     * @return the slot in hedge mode; empty where the venue does not say or it does not apply
     */
    public Optional<PositionSide> positionSide() {
        return Optional.ofNullable(positionSide);
    }

    /**
     * What the order does.
     *
     * @return what the order does
     */
    public OrderType type() {
        return type;
    }

    /**
     * The venue's own word for the type.
     *
     * @return the venue's own word for the type
     */
    public String rawType() {
        return rawType;
    }

    /**
     * Where it is in its life.
     *
     * @return where it is in its life
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * The venue's own word for the status.
     *
     * @return the venue's own word for the status
     */
    public String rawStatus() {
        return rawStatus;
    }

    /**
     * How long it may rest.
     *
     * @return how long it may rest
     */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /**
     * The whole quantity in base units; absent on an order that closes a whole position.
     *
     * @return the whole quantity in base units; absent on an order that closes a whole position; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /**
     * The filled part in base units; 0 where nothing is filled.
     *
     * @return the filled part in base units; 0 where nothing is filled
     */
    public BigDecimal filledQuantity() {
        return filledQuantity;
    }

    /**
     * The whole quantity in the venue's own unit.
     *
     * @return the whole quantity in the venue's own unit; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> contracts() {
        return Optional.ofNullable(contracts);
    }

    /**
     * The limit price.
     *
     * @return the limit price; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    /**
     * The average price of the filled part.
     *
     * @return the average price of the filled part; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> averagePrice() {
        return Optional.ofNullable(averagePrice);
    }

    /**
     * The price that fires a conditional order.
     *
     * @return the price that fires a conditional order; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> triggerPrice() {
        return Optional.ofNullable(triggerPrice);
    }

    /**
     * Which price fires it.
     *
     * @return which price fires it; empty where the venue does not say or it does not apply
     */
    public Optional<TriggerBy> triggerBy() {
        return Optional.ofNullable(triggerBy);
    }

    /**
     * The price from which a trailing stop follows.
     *
     * @return the price from which a trailing stop follows; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> activationPrice() {
        return Optional.ofNullable(activationPrice);
    }

    /**
     * The distance of a trailing stop as a ratio: 0.01 is 1 %.
     *
     * @return the distance of a trailing stop as a ratio: 0.01 is 1 %; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> callbackRate() {
        return Optional.ofNullable(callbackRate);
    }

    /**
     * Whether it may only reduce a position.
     *
     * @return whether it may only reduce a position
     */
    public boolean reduceOnly() {
        return reduceOnly;
    }

    /**
     * Whether it closes the whole position when it fires.
     *
     * @return whether it closes the whole position when it fires
     */
    public boolean closePosition() {
        return closePosition;
    }

    /**
     * When the venue accepted it.
     *
     * @return when the venue accepted it; empty where the venue does not say or it does not apply
     */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /**
     * When it last changed.
     *
     * @return when it last changed; empty where the venue does not say or it does not apply
     */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return "Order[" + symbol + " " + side + " " + type + " " + status + " "
                + (quantity == null
                        ? "whole position"
                        : filledQuantity.toPlainString() + "/" + quantity.toPlainString())
                + " id=" + orderId + (clientOrderId == null ? "" : " clientId=" + clientOrderId) + "]";
    }

    /**
     * Collects the values of an {@link Order}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable String venueSymbol;
        private @Nullable String orderId;
        private @Nullable String clientOrderId;
        private @Nullable Side side;
        private @Nullable PositionSide positionSide;
        private @Nullable OrderType type;
        private @Nullable String rawType;
        private @Nullable OrderStatus status;
        private @Nullable String rawStatus;
        private TimeInForce timeInForce = TimeInForce.GTC;
        private @Nullable BigDecimal quantity;
        private BigDecimal filledQuantity = BigDecimal.ZERO;
        private @Nullable BigDecimal contracts;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal averagePrice;
        private @Nullable BigDecimal triggerPrice;
        private @Nullable TriggerBy triggerBy;
        private @Nullable BigDecimal activationPrice;
        private @Nullable BigDecimal callbackRate;
        private boolean reduceOnly;
        private boolean closePosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;

        private Builder() {}

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
         * The venue's own name of the instrument.
         *
         * @param venueSymbol the value
         * @return this
         */
        public Builder venueSymbol(String venueSymbol) {
            this.venueSymbol = venueSymbol;
            return this;
        }

        /**
         * The venue's id of the order.
         *
         * @param orderId the value
         * @return this
         */
        public Builder orderId(String orderId) {
            this.orderId = orderId;
            return this;
        }

        /**
         * The id that its sender gave it.
         *
         * @param clientOrderId null where it is absent
         * @return this
         */
        public Builder clientOrderId(@Nullable String clientOrderId) {
            this.clientOrderId = clientOrderId;
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
         * Where it is in its life.
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
         * How long it may rest.
         *
         * @param timeInForce the value
         * @return this
         */
        public Builder timeInForce(TimeInForce timeInForce) {
            this.timeInForce = timeInForce;
            return this;
        }

        /**
         * The whole quantity in base units; absent on an order that closes a whole position.
         *
         * @param quantity null where it is absent
         * @return this
         */
        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * The filled part in base units; 0 where nothing is filled.
         *
         * @param filledQuantity the value
         * @return this
         */
        public Builder filledQuantity(BigDecimal filledQuantity) {
            this.filledQuantity = filledQuantity;
            return this;
        }

        /**
         * The whole quantity in the venue's own unit.
         *
         * @param contracts null where it is absent
         * @return this
         */
        public Builder contracts(@Nullable BigDecimal contracts) {
            this.contracts = contracts;
            return this;
        }

        /**
         * The limit price.
         *
         * @param price null where it is absent
         * @return this
         */
        public Builder price(@Nullable BigDecimal price) {
            this.price = price;
            return this;
        }

        /**
         * The average price of the filled part.
         *
         * @param averagePrice null where it is absent
         * @return this
         */
        public Builder averagePrice(@Nullable BigDecimal averagePrice) {
            this.averagePrice = averagePrice;
            return this;
        }

        /**
         * The price that fires a conditional order.
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
         * The price from which a trailing stop follows.
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
         * When the venue accepted it.
         *
         * @param createdAt null where it is absent
         * @return this
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * When it last changed.
         *
         * @param updatedAt null where it is absent
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Order build() {
            return new Order(this);
        }
    }
}
