package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chase as the venue accepted it: one post-only order that follows the best price of its own side (docs: futures v3,
 * "Place Chase Order"). Its order id is not told here; it comes with the open orders and the user stream. Immutable.
 *
 * @since 0.1
 */
public final class Chase {

    private final long strategyId;
    private final String clientStrategyId;
    private final Symbol symbol;
    private final Side side;
    private final @Nullable PositionSide positionSide;
    private final BigDecimal quantity;
    private final QuantityUnit quantityUnit;
    private final String rawQuantityUnit;
    private final boolean reduceOnly;
    private final @Nullable ChaseOffset offset;
    private final @Nullable ChaseOffset maxOffset;
    private final @Nullable TimeInForce timeInForce;
    private final StrategyStatus status;
    private final String rawStatus;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;

    private Chase(Builder builder) {
        this.strategyId = builder.strategyId;
        this.clientStrategyId = Objects.requireNonNull(builder.clientStrategyId, "clientStrategyId");
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.side = Objects.requireNonNull(builder.side, "side");
        this.positionSide = builder.positionSide;
        this.quantity = Objects.requireNonNull(builder.quantity, "quantity");
        this.quantityUnit = Objects.requireNonNull(builder.quantityUnit, "quantityUnit");
        this.rawQuantityUnit = Objects.requireNonNull(builder.rawQuantityUnit, "rawQuantityUnit");
        this.reduceOnly = builder.reduceOnly;
        this.offset = builder.offset;
        this.maxOffset = builder.maxOffset;
        this.timeInForce = builder.timeInForce;
        this.status = Objects.requireNonNull(builder.status, "status");
        this.rawStatus = Objects.requireNonNull(builder.rawStatus, "rawStatus");
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
     * The venue's id of the chase.
     *
     * @return the id
     */
    public long strategyId() {
        return strategyId;
    }

    /**
     * The id that its sender gave it.
     *
     * @return the id
     */
    public String clientStrategyId() {
        return clientStrategyId;
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
     * How much.
     *
     * @return base units or quote units, as {@link #quantityUnit()} says
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * What the quantity counts.
     *
     * @return the unit
     */
    public QuantityUnit quantityUnit() {
        return quantityUnit;
    }

    /**
     * The venue's own word for the unit.
     *
     * @return the word
     */
    public String rawQuantityUnit() {
        return rawQuantityUnit;
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
     * How far behind the best price of its side the order lies.
     *
     * @return the distance; empty where the answer does not say
     */
    public Optional<ChaseOffset> offset() {
        return Optional.ofNullable(offset);
    }

    /**
     * How far the best price may move from where it was at first, before the chase ends.
     *
     * @return the distance; empty without a bound
     */
    public Optional<ChaseOffset> maxOffset() {
        return Optional.ofNullable(maxOffset);
    }

    /**
     * How long the price may rest.
     *
     * @return the time in force; empty where the answer does not say
     */
    public Optional<TimeInForce> timeInForce() {
        return Optional.ofNullable(timeInForce);
    }

    /**
     * Where it stands.
     *
     * @return the status
     */
    public StrategyStatus status() {
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
     * When it was placed.
     *
     * @return the time; empty where the answer does not say
     */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /**
     * When it last changed.
     *
     * @return the time; empty where the answer does not say
     */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return "Chase[" + strategyId + " clientId=" + clientStrategyId + " " + symbol + " " + side + " "
                + quantity.toPlainString() + " " + rawQuantityUnit + " " + rawStatus + "]";
    }

    /** Collects the values of a {@link Chase}. Not for use by several threads. */
    public static final class Builder {

        private long strategyId;
        private @Nullable String clientStrategyId;
        private @Nullable Symbol symbol;
        private @Nullable Side side;
        private @Nullable PositionSide positionSide;
        private @Nullable BigDecimal quantity;
        private @Nullable QuantityUnit quantityUnit;
        private @Nullable String rawQuantityUnit;
        private boolean reduceOnly;
        private @Nullable ChaseOffset offset;
        private @Nullable ChaseOffset maxOffset;
        private @Nullable TimeInForce timeInForce;
        private @Nullable StrategyStatus status;
        private @Nullable String rawStatus;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;

        private Builder() {}

        /**
         * The venue's id of the chase.
         *
         * @param strategyId the value
         * @return this
         */
        public Builder strategyId(long strategyId) {
            this.strategyId = strategyId;
            return this;
        }

        /**
         * The id that its sender gave it.
         *
         * @param clientStrategyId the value
         * @return this
         */
        public Builder clientStrategyId(String clientStrategyId) {
            this.clientStrategyId = clientStrategyId;
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
         * How much.
         *
         * @param quantity the value
         * @return this
         */
        public Builder quantity(BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * What the quantity counts.
         *
         * @param quantityUnit the value
         * @return this
         */
        public Builder quantityUnit(QuantityUnit quantityUnit) {
            this.quantityUnit = quantityUnit;
            return this;
        }

        /**
         * The venue's own word for the unit.
         *
         * @param rawQuantityUnit the value
         * @return this
         */
        public Builder rawQuantityUnit(String rawQuantityUnit) {
            this.rawQuantityUnit = rawQuantityUnit;
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
         * How far behind the best price of its side the order lies.
         *
         * @param offset null where it is absent
         * @return this
         */
        public Builder offset(@Nullable ChaseOffset offset) {
            this.offset = offset;
            return this;
        }

        /**
         * How far the best price may move from where it was at first, before the chase ends.
         *
         * @param maxOffset null where it is absent
         * @return this
         */
        public Builder maxOffset(@Nullable ChaseOffset maxOffset) {
            this.maxOffset = maxOffset;
            return this;
        }

        /**
         * How long the price may rest.
         *
         * @param timeInForce null where it is absent
         * @return this
         */
        public Builder timeInForce(@Nullable TimeInForce timeInForce) {
            this.timeInForce = timeInForce;
            return this;
        }

        /**
         * Where it stands.
         *
         * @param status the value
         * @return this
         */
        public Builder status(StrategyStatus status) {
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
         * When it was placed.
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
        public Chase build() {
            return new Chase(this);
        }
    }
}
