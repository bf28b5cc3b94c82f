package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that the venue keeps at the best price of its own side: every second it is moved to the best bid less the offset
 * (BUY) or the best ask plus the offset (SELL), until it is filled or cancelled, or the market has gone too far (docs:
 * futures v3, "Place Chase Order"). What does not go together is refused when the request is built, before any I/O.
 * Immutable.
 *
 * @since 0.1
 */
public final class ChaseRequest {

    // The venue keeps a bound in per cent with two decimals.
    private static final int RATIO_DECIMALS = 4;

    private final Symbol symbol;
    private final Side side;
    private final QuantityUnit quantityUnit;
    private final BigDecimal quantity;
    private final @Nullable PositionSide positionSide;
    private final boolean reduceOnly;
    private final @Nullable ChaseOffset offset;
    private final @Nullable ChaseOffset maxOffset;
    private final @Nullable TimeInForce timeInForce;
    private final @Nullable String clientStrategyId;

    private ChaseRequest(Builder builder) {
        this.symbol = builder.symbol;
        this.side = builder.side;
        this.quantityUnit = builder.quantityUnit;
        this.quantity = builder.quantity;
        this.positionSide = builder.positionSide;
        this.reduceOnly = builder.reduceOnly;
        this.offset = builder.offset;
        this.maxOffset = builder.maxOffset;
        this.timeInForce = builder.timeInForce;
        this.clientStrategyId = builder.clientStrategyId;
        require(quantityUnit != QuantityUnit.UNKNOWN, "quantity unit UNKNOWN cannot be sent");
        require(quantity.signum() > 0, "quantity " + quantity.toPlainString() + " is not above 0");
        require(timeInForce != TimeInForce.UNKNOWN, "time in force UNKNOWN cannot be sent");
        if (clientStrategyId != null) {
            ClientStrategyId.check(clientStrategyId);
        }
        checkOffsets();
    }

    private void checkOffsets() {
        if (offset != null) {
            require(offset.type() == OffsetType.ABSOLUTE, "offset " + offset + " is not ABSOLUTE, as it must be yet");
            require(
                    offset.value().signum() >= 0,
                    "offset " + offset.value().toPlainString() + " is below 0; nearest is 0");
        }
        if (maxOffset != null) {
            BigDecimal bound = maxOffset.value();
            require(maxOffset.type() != OffsetType.UNKNOWN, "offset type UNKNOWN cannot be sent");
            require(bound.signum() > 0, "max offset " + bound.toPlainString() + " is not above 0");
            require(
                    maxOffset.type() == OffsetType.ABSOLUTE
                            || bound.stripTrailingZeros().scale() <= RATIO_DECIMALS,
                    "max offset " + bound.toPlainString() + " is a ratio of more than " + RATIO_DECIMALS + " decimals");
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw NotSentException.invalid("chase of " + symbol + ": " + message);
        }
    }

    /**
     * Starts a request.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param quantityUnit what the quantity counts
     * @param quantity in that unit; quote units are converted by the venue at the mark price
     * @return a builder
     */
    public static Builder builder(Symbol symbol, Side side, QuantityUnit quantityUnit, BigDecimal quantity) {
        return new Builder(symbol, side, quantityUnit, quantity);
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
     * What the quantity counts.
     *
     * @return the unit
     */
    public QuantityUnit quantityUnit() {
        return quantityUnit;
    }

    /**
     * How much.
     *
     * @return base or quote units, as {@link #quantityUnit()} says
     */
    public BigDecimal quantity() {
        return quantity;
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
     * @return the distance in price, a multiple of the tick size; empty means at the best price
     */
    public Optional<ChaseOffset> offset() {
        return Optional.ofNullable(offset);
    }

    /**
     * How far the best price may move from where it was at first, before the venue ends the chase.
     *
     * @return the distance in price, a multiple of the tick size, or as a ratio; empty for no bound
     */
    public Optional<ChaseOffset> maxOffset() {
        return Optional.ofNullable(maxOffset);
    }

    /**
     * How long the price may rest.
     *
     * @return the time in force; empty means post-only
     */
    public Optional<TimeInForce> timeInForce() {
        return Optional.ofNullable(timeInForce);
    }

    /**
     * The sender's own id of the chase; a client that gets none makes one up.
     *
     * @return the id; empty where none was given
     */
    public Optional<String> clientStrategyId() {
        return Optional.ofNullable(clientStrategyId);
    }

    @Override
    public String toString() {
        return "ChaseRequest[" + symbol + " " + side + " " + quantity.toPlainString() + " " + quantityUnit
                + (offset == null ? "" : " offset " + offset)
                + (maxOffset == null ? "" : " at most " + maxOffset)
                + (reduceOnly ? " reduce-only" : "")
                + (clientStrategyId == null ? "" : " clientId=" + clientStrategyId) + "]";
    }

    /** Collects the values of a {@link ChaseRequest}. Not for use by several threads. */
    public static final class Builder {

        private final Symbol symbol;
        private final Side side;
        private final QuantityUnit quantityUnit;
        private final BigDecimal quantity;
        private @Nullable PositionSide positionSide;
        private boolean reduceOnly;
        private @Nullable ChaseOffset offset;
        private @Nullable ChaseOffset maxOffset;
        private @Nullable TimeInForce timeInForce;
        private @Nullable String clientStrategyId;

        private Builder(Symbol symbol, Side side, QuantityUnit quantityUnit, BigDecimal quantity) {
            this.symbol = Objects.requireNonNull(symbol, "symbol");
            this.side = Objects.requireNonNull(side, "side");
            this.quantityUnit = Objects.requireNonNull(quantityUnit, "quantityUnit");
            this.quantity = Objects.requireNonNull(quantity, "quantity");
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
         * Whether it may only reduce a position.
         *
         * @param reduceOnly the value; false unless set
         * @return this
         */
        public Builder reduceOnly(boolean reduceOnly) {
            this.reduceOnly = reduceOnly;
            return this;
        }

        /**
         * How far behind the best price of its side the order lies.
         *
         * @param offset a distance in price; null for none
         * @return this
         */
        public Builder offset(@Nullable ChaseOffset offset) {
            this.offset = offset;
            return this;
        }

        /**
         * How far the best price may move before the venue ends the chase.
         *
         * @param maxOffset a distance above 0; null for no bound
         * @return this
         */
        public Builder maxOffset(@Nullable ChaseOffset maxOffset) {
            this.maxOffset = maxOffset;
            return this;
        }

        /**
         * How long the price may rest.
         *
         * @param timeInForce the value; null for post-only
         * @return this
         */
        public Builder timeInForce(@Nullable TimeInForce timeInForce) {
            this.timeInForce = timeInForce;
            return this;
        }

        /**
         * The sender's own id of the chase.
         *
         * @param clientStrategyId 1 to 28 letters, digits and {@code . : / _ -}; null for one that the client makes up
         * @return this
         */
        public Builder clientStrategyId(@Nullable String clientStrategyId) {
            this.clientStrategyId = clientStrategyId;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return it
         * @throws NotSentException naming what does not go together
         */
        public ChaseRequest build() {
            return new ChaseRequest(this);
        }
    }
}
