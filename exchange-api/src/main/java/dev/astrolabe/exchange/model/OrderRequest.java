package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order to be placed. Its size is a quantity in base units, or a number of the venue's contracts, which is the way to size an
 * inverse order exactly; prices are in quote per single coin. What does not belong to the type is refused when the request is
 * built, before any I/O. Immutable.
 *
 * @since 0.1
 */
public final class OrderRequest {

    private static final BigDecimal MAX_CALLBACK = BigDecimal.ONE;

    private final Symbol symbol;
    private final Side side;
    private final OrderType type;
    private final @Nullable BigDecimal quantity;
    private final @Nullable BigDecimal contracts;
    private final @Nullable BigDecimal price;
    private final @Nullable BigDecimal triggerPrice;
    private final @Nullable TriggerBy triggerBy;
    private final @Nullable BigDecimal activationPrice;
    private final @Nullable BigDecimal callbackRate;
    private final @Nullable TimeInForce timeInForce;
    private final @Nullable PositionSide positionSide;
    private final @Nullable MarginMode marginMode;
    private final @Nullable SelfTradePrevention selfTradePrevention;
    private final @Nullable AttachedExit stopLoss;
    private final @Nullable AttachedExit takeProfit;
    private final boolean reduceOnly;
    private final boolean closePosition;
    private final @Nullable String clientOrderId;

    private OrderRequest(Builder builder) {
        this.symbol = builder.symbol;
        this.side = builder.side;
        this.type = builder.type;
        this.quantity = builder.quantity;
        this.contracts = builder.contracts;
        this.price = builder.price;
        this.triggerPrice = builder.triggerPrice;
        this.triggerBy = builder.triggerBy;
        this.activationPrice = builder.activationPrice;
        this.callbackRate = builder.callbackRate;
        this.timeInForce = builder.timeInForce;
        this.positionSide = builder.positionSide;
        this.marginMode = builder.marginMode;
        this.selfTradePrevention = builder.selfTradePrevention;
        this.stopLoss = builder.stopLoss;
        this.takeProfit = builder.takeProfit;
        this.reduceOnly = builder.reduceOnly;
        this.closePosition = builder.closePosition;
        this.clientOrderId = builder.clientOrderId;
        checkAmounts();
        checkCombination();
    }

    private void checkAmounts() {
        require(type != OrderType.UNKNOWN && type != OrderType.LIQUIDATION, "type " + type + " cannot be placed");
        checkSize();
        positive("price", price, type.hasPrice());
        positive("trigger price", triggerPrice, type.hasTrigger());
        positive("callback rate", callbackRate, type == OrderType.TRAILING_STOP_MARKET);
        if (callbackRate != null) {
            require(
                    callbackRate.compareTo(MAX_CALLBACK) < 0,
                    "callback rate " + callbackRate.toPlainString() + " is not below 1; it is a ratio, 0.01 is 1 %");
        }
        if (activationPrice != null) {
            require(type == OrderType.TRAILING_STOP_MARKET, "activation price belongs to a trailing stop only");
            positive("activation price", activationPrice, true);
        }
    }

    private void checkSize() {
        if (closePosition) {
            require(quantity == null, "quantity does not go with closePosition: the whole position is closed");
            require(contracts == null, "contracts do not go with closePosition: the whole position is closed");
        } else if (contracts != null) {
            require(quantity == null, "quantity and contracts do not go together: the order has one size");
            positive("number of contracts", contracts, true);
        } else {
            positive("quantity", quantity, true);
        }
    }

    private void checkCombination() {
        require(timeInForce == null || type.hasPrice(), "time in force does not go with " + type);
        require(timeInForce != TimeInForce.UNKNOWN, "time in force UNKNOWN cannot be sent");
        require(triggerBy == null || type.isConditional(), "a trigger price kind does not go with " + type);
        require(triggerBy != TriggerBy.UNKNOWN, "trigger by UNKNOWN cannot be sent");
        require(
                !closePosition || type == OrderType.STOP_MARKET || type == OrderType.TAKE_PROFIT_MARKET,
                "closePosition goes with STOP_MARKET and TAKE_PROFIT_MARKET only");
        require(!closePosition || !reduceOnly, "reduceOnly does not go with closePosition, which implies it");
        require(marginMode != MarginMode.UNKNOWN, "margin mode UNKNOWN cannot be sent");
        boolean attached = stopLoss != null || takeProfit != null;
        require(
                !attached || type == OrderType.MARKET || type == OrderType.LIMIT,
                "attached exits go with MARKET and LIMIT only");
        require(!attached || !reduceOnly, "attached exits do not go with reduceOnly: there is nothing to exit");
        require(clientOrderId == null || !clientOrderId.isBlank(), "client order id is blank");
    }

    private void positive(String name, @Nullable BigDecimal value, boolean needed) {
        if (value == null) {
            require(!needed, name + " is missing");
        } else {
            require(needed, name + " does not go with " + type);
            require(value.signum() > 0, name + " " + value.toPlainString() + " is not above 0");
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw NotSentException.invalid(type + " order of " + symbol + ": " + message);
        }
    }

    /**
     * A market order.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param quantity in base units
     * @return the request
     * @throws NotSentException if the quantity is not above 0
     */
    public static OrderRequest market(Symbol symbol, Side side, BigDecimal quantity) {
        return builder(symbol, side, OrderType.MARKET).quantity(quantity).build();
    }

    /**
     * A limit order, good until cancelled.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param quantity in base units
     * @param price in quote per single coin
     * @return the request
     * @throws NotSentException if an amount is not above 0
     */
    public static OrderRequest limit(Symbol symbol, Side side, BigDecimal quantity, BigDecimal price) {
        return builder(symbol, side, OrderType.LIMIT)
                .quantity(quantity)
                .price(price)
                .build();
    }

    /**
     * Starts a request.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param type what the order does
     * @return a builder
     */
    public static Builder builder(Symbol symbol, Side side, OrderType type) {
        return new Builder(symbol, side, type);
    }

    /**
     * Starts from this request.
     *
     * @return a builder with the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder(symbol, side, type);
        builder.quantity = quantity;
        builder.contracts = contracts;
        builder.price = price;
        builder.triggerPrice = triggerPrice;
        builder.triggerBy = triggerBy;
        builder.activationPrice = activationPrice;
        builder.callbackRate = callbackRate;
        builder.timeInForce = timeInForce;
        builder.positionSide = positionSide;
        builder.marginMode = marginMode;
        builder.selfTradePrevention = selfTradePrevention;
        builder.stopLoss = stopLoss;
        builder.takeProfit = takeProfit;
        builder.reduceOnly = reduceOnly;
        builder.closePosition = closePosition;
        builder.clientOrderId = clientOrderId;
        return builder;
    }

    /**
     * What to trade.
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
     * What the order does.
     *
     * @return the type
     */
    public OrderType type() {
        return type;
    }

    /**
     * How much, in base units.
     *
     * @return the quantity; empty where the order is sized by contracts, or the whole position is closed
     */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /**
     * How much, in the venue's own unit.
     *
     * @return the number of contracts; empty where the order is sized by quantity, or the whole position is closed
     */
    public Optional<BigDecimal> contracts() {
        return Optional.ofNullable(contracts);
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
     * @return the price; empty means the venue's default
     */
    public Optional<TriggerBy> triggerBy() {
        return Optional.ofNullable(triggerBy);
    }

    /**
     * The price from which a trailing stop follows, in quote per single coin.
     *
     * @return the price; empty means at once
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
     * How long a limit price may rest.
     *
     * @return the time in force; empty means until cancelled
     */
    public Optional<TimeInForce> timeInForce() {
        return Optional.ofNullable(timeInForce);
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
     * Which balance backs it, on venues that take that with the order.
     *
     * @return the mode; empty means as the account is set
     */
    public Optional<MarginMode> marginMode() {
        return Optional.ofNullable(marginMode);
    }

    /**
     * What happens on a trade with oneself.
     *
     * @return the rule; empty means the venue's default
     */
    public Optional<SelfTradePrevention> selfTradePrevention() {
        return Optional.ofNullable(selfTradePrevention);
    }

    /**
     * A stop-loss that the venue places with the entry.
     *
     * @return the exit; empty for none
     */
    public Optional<AttachedExit> stopLoss() {
        return Optional.ofNullable(stopLoss);
    }

    /**
     * A take-profit that the venue places with the entry.
     *
     * @return the exit; empty for none
     */
    public Optional<AttachedExit> takeProfit() {
        return Optional.ofNullable(takeProfit);
    }

    /**
     * Whether it may only reduce a position (one-way mode).
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
     * The sender's own id of the order; a client that gets none makes one up.
     *
     * @return the id; empty where none was given
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }

    @Override
    public String toString() {
        return "OrderRequest[" + symbol + " " + side + " " + type
                + size()
                + (price == null ? "" : " at " + price.toPlainString())
                + (triggerPrice == null ? "" : " trigger " + triggerPrice.toPlainString())
                + (reduceOnly ? " reduce-only" : "")
                + (clientOrderId == null ? "" : " clientId=" + clientOrderId) + "]";
    }

    private String size() {
        if (contracts != null) {
            return " " + contracts.toPlainString() + " contracts";
        }
        return quantity == null ? " whole position" : " " + quantity.toPlainString();
    }

    /** Collects the values of an {@link OrderRequest}. Not for use by several threads. */
    public static final class Builder {
        private final Symbol symbol;
        private final Side side;
        private final OrderType type;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal contracts;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal triggerPrice;
        private @Nullable TriggerBy triggerBy;
        private @Nullable BigDecimal activationPrice;
        private @Nullable BigDecimal callbackRate;
        private @Nullable TimeInForce timeInForce;
        private @Nullable PositionSide positionSide;
        private @Nullable MarginMode marginMode;
        private @Nullable SelfTradePrevention selfTradePrevention;
        private @Nullable AttachedExit stopLoss;
        private @Nullable AttachedExit takeProfit;
        private boolean reduceOnly;
        private boolean closePosition;
        private @Nullable String clientOrderId;

        private Builder(Symbol symbol, Side side, OrderType type) {
            this.symbol = Objects.requireNonNull(symbol, "symbol");
            this.side = Objects.requireNonNull(side, "side");
            this.type = Objects.requireNonNull(type, "type");
        }

        /**
         * How much, in base units.
         *
         * @param quantity the value; null for none
         * @return this
         */
        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * How much in the venue's own unit, instead of a quantity.
         *
         * @param contracts the value; null for none
         * @return this
         */
        public Builder contracts(@Nullable BigDecimal contracts) {
            this.contracts = contracts;
            return this;
        }

        /**
         * The limit price, in quote per single coin.
         *
         * @param price the value; null for none
         * @return this
         */
        public Builder price(@Nullable BigDecimal price) {
            this.price = price;
            return this;
        }

        /**
         * The price that fires a stop or take-profit, in quote per single coin.
         *
         * @param triggerPrice the value; null for none
         * @return this
         */
        public Builder triggerPrice(@Nullable BigDecimal triggerPrice) {
            this.triggerPrice = triggerPrice;
            return this;
        }

        /**
         * Which price fires it.
         *
         * @param triggerBy the value; null for none
         * @return this
         */
        public Builder triggerBy(@Nullable TriggerBy triggerBy) {
            this.triggerBy = triggerBy;
            return this;
        }

        /**
         * The price from which a trailing stop follows, in quote per single coin.
         *
         * @param activationPrice the value; null for none
         * @return this
         */
        public Builder activationPrice(@Nullable BigDecimal activationPrice) {
            this.activationPrice = activationPrice;
            return this;
        }

        /**
         * The distance of a trailing stop as a ratio: 0.01 is 1 %.
         *
         * @param callbackRate the value; null for none
         * @return this
         */
        public Builder callbackRate(@Nullable BigDecimal callbackRate) {
            this.callbackRate = callbackRate;
            return this;
        }

        /**
         * How long a limit price may rest.
         *
         * @param timeInForce the value; null for none
         * @return this
         */
        public Builder timeInForce(@Nullable TimeInForce timeInForce) {
            this.timeInForce = timeInForce;
            return this;
        }

        /**
         * The slot in hedge mode.
         *
         * @param positionSide the value; null for none
         * @return this
         */
        public Builder positionSide(@Nullable PositionSide positionSide) {
            this.positionSide = positionSide;
            return this;
        }

        /**
         * Which balance backs it, on venues that take that with the order.
         *
         * @param marginMode the value; null for none
         * @return this
         */
        public Builder marginMode(@Nullable MarginMode marginMode) {
            this.marginMode = marginMode;
            return this;
        }

        /**
         * What happens on a trade with oneself.
         *
         * @param selfTradePrevention the value; null for none
         * @return this
         */
        public Builder selfTradePrevention(@Nullable SelfTradePrevention selfTradePrevention) {
            this.selfTradePrevention = selfTradePrevention;
            return this;
        }

        /**
         * A stop-loss that the venue places with the entry.
         *
         * @param stopLoss the value; null for none
         * @return this
         */
        public Builder stopLoss(@Nullable AttachedExit stopLoss) {
            this.stopLoss = stopLoss;
            return this;
        }

        /**
         * A take-profit that the venue places with the entry.
         *
         * @param takeProfit the value; null for none
         * @return this
         */
        public Builder takeProfit(@Nullable AttachedExit takeProfit) {
            this.takeProfit = takeProfit;
            return this;
        }

        /**
         * Whether it may only reduce a position (one-way mode).
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
         * The sender's own id of the order; a client that gets none makes one up.
         *
         * @param clientOrderId the value; null for none
         * @return this
         */
        public Builder clientOrderId(@Nullable String clientOrderId) {
            this.clientOrderId = clientOrderId;
            return this;
        }

        /**
         * Checks the values and makes the request.
         *
         * @return the request
         * @throws NotSentException naming the value that is missing, out of range or does not belong to the type
         */
        public OrderRequest build() {
            return new OrderRequest(this);
        }
    }
}
