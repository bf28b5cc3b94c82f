package dev.astrolabe.agents;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position of one agent, from its own ledger. Immutable.
 *
 * @since 0.1
 */
public final class OwnPosition {

    private final Listing listing;
    private final PositionSide side;
    private final BigDecimal quantity;
    private final BigDecimal entryPrice;
    private final int leverage;
    private final BigDecimal margin;
    private final @Nullable BigDecimal stopPrice;
    private final Instant openedAt;
    private final int barsHeld;
    private final BigDecimal bestPrice;
    private final BigDecimal unrealizedPnl;

    private OwnPosition(Builder builder) {
        this.listing = Objects.requireNonNull(builder.listing, "listing");
        this.side = Objects.requireNonNull(builder.side, "side");
        this.quantity = Objects.requireNonNull(builder.quantity, "quantity");
        this.entryPrice = Objects.requireNonNull(builder.entryPrice, "entryPrice");
        this.leverage = builder.leverage;
        this.margin = Objects.requireNonNull(builder.margin, "margin");
        this.stopPrice = builder.stopPrice;
        this.openedAt = Objects.requireNonNull(builder.openedAt, "openedAt");
        this.barsHeld = builder.barsHeld;
        this.bestPrice = Objects.requireNonNull(builder.bestPrice, "bestPrice");
        this.unrealizedPnl = builder.unrealizedPnl;
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
        builder.listing = listing;
        builder.side = side;
        builder.quantity = quantity;
        builder.entryPrice = entryPrice;
        builder.leverage = leverage;
        builder.margin = margin;
        builder.stopPrice = stopPrice;
        builder.openedAt = openedAt;
        builder.barsHeld = barsHeld;
        builder.bestPrice = bestPrice;
        builder.unrealizedPnl = unrealizedPnl;
        return builder;
    }

    /**
     * Which instrument where.
     *
     * @return which instrument where
     */
    public Listing listing() {
        return listing;
    }

    /**
     * Long or short.
     *
     * @return long or short
     */
    public PositionSide side() {
        return side;
    }

    /**
     * In base units, positive.
     *
     * @return in base units, positive
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * The average entry price.
     *
     * @return the average entry price
     */
    public BigDecimal entryPrice() {
        return entryPrice;
    }

    /**
     * The leverage it was opened with.
     *
     * @return the leverage it was opened with
     */
    public int leverage() {
        return leverage;
    }

    /**
     * The margin that backs it: notional at entry over leverage.
     *
     * @return the margin that backs it: notional at entry over leverage
     */
    public BigDecimal margin() {
        return margin;
    }

    /**
     * The price of its live stop.
     *
     * @return the price of its live stop; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> stopPrice() {
        return Optional.ofNullable(stopPrice);
    }

    /**
     * When its first fill happened.
     *
     * @return when its first fill happened
     */
    public Instant openedAt() {
        return openedAt;
    }

    /**
     * How many bars have closed since.
     *
     * @return how many bars have closed since
     */
    public int barsHeld() {
        return barsHeld;
    }

    /**
     * The most favourable mark price since it was opened.
     *
     * @return the most favourable mark price since it was opened
     */
    public BigDecimal bestPrice() {
        return bestPrice;
    }

    /**
     * Profit or loss at the mark price.
     *
     * @return profit or loss at the mark price
     */
    public BigDecimal unrealizedPnl() {
        return unrealizedPnl;
    }

    @Override
    public String toString() {
        return "OwnPosition[" + listing + " " + side + " " + quantity.toPlainString() + " from "
                + entryPrice.toPlainString() + "]";
    }

    /**
     * Collects the values of an {@link OwnPosition}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Listing listing;
        private @Nullable PositionSide side;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal entryPrice;
        private int leverage = 1;
        private @Nullable BigDecimal margin;
        private @Nullable BigDecimal stopPrice;
        private @Nullable Instant openedAt;
        private int barsHeld = 0;
        private @Nullable BigDecimal bestPrice;
        private BigDecimal unrealizedPnl = BigDecimal.ZERO;

        private Builder() {}

        /**
         * Which instrument where.
         *
         * @param listing the value
         * @return this
         */
        public Builder listing(Listing listing) {
            this.listing = listing;
            return this;
        }

        /**
         * Long or short.
         *
         * @param side the value
         * @return this
         */
        public Builder side(PositionSide side) {
            this.side = side;
            return this;
        }

        /**
         * In base units, positive.
         *
         * @param quantity the value
         * @return this
         */
        public Builder quantity(BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * The average entry price.
         *
         * @param entryPrice the value
         * @return this
         */
        public Builder entryPrice(BigDecimal entryPrice) {
            this.entryPrice = entryPrice;
            return this;
        }

        /**
         * The leverage it was opened with.
         *
         * @param leverage the value
         * @return this
         */
        public Builder leverage(int leverage) {
            this.leverage = leverage;
            return this;
        }

        /**
         * The margin that backs it: notional at entry over leverage.
         *
         * @param margin the value
         * @return this
         */
        public Builder margin(BigDecimal margin) {
            this.margin = margin;
            return this;
        }

        /**
         * The price of its live stop.
         *
         * @param stopPrice null where it is absent
         * @return this
         */
        public Builder stopPrice(@Nullable BigDecimal stopPrice) {
            this.stopPrice = stopPrice;
            return this;
        }

        /**
         * When its first fill happened.
         *
         * @param openedAt the value
         * @return this
         */
        public Builder openedAt(Instant openedAt) {
            this.openedAt = openedAt;
            return this;
        }

        /**
         * How many bars have closed since.
         *
         * @param barsHeld the value
         * @return this
         */
        public Builder barsHeld(int barsHeld) {
            this.barsHeld = barsHeld;
            return this;
        }

        /**
         * The most favourable mark price since it was opened.
         *
         * @param bestPrice the value
         * @return this
         */
        public Builder bestPrice(BigDecimal bestPrice) {
            this.bestPrice = bestPrice;
            return this;
        }

        /**
         * Profit or loss at the mark price.
         *
         * @param unrealizedPnl the value
         * @return this
         */
        public Builder unrealizedPnl(BigDecimal unrealizedPnl) {
            this.unrealizedPnl = unrealizedPnl;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public OwnPosition build() {
            return new OwnPosition(this);
        }
    }
}
