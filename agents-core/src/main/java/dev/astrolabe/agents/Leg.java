package dev.astrolabe.agents;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One side of a position to be opened. Immutable.
 *
 * @since 0.1
 */
public final class Leg {

    private final Listing listing;
    private final PositionSide side;
    private final BigDecimal referencePrice;
    private final @Nullable BigDecimal limitPrice;
    private final @Nullable BigDecimal stopPrice;
    private final @Nullable BigDecimal takeProfitPrice;

    private Leg(Builder builder) {
        this.listing = Objects.requireNonNull(builder.listing, "listing");
        this.side = Objects.requireNonNull(builder.side, "side");
        this.referencePrice = Objects.requireNonNull(builder.referencePrice, "referencePrice");
        this.limitPrice = builder.limitPrice;
        this.stopPrice = builder.stopPrice;
        this.takeProfitPrice = builder.takeProfitPrice;
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
        builder.referencePrice = referencePrice;
        builder.limitPrice = limitPrice;
        builder.stopPrice = stopPrice;
        builder.takeProfitPrice = takeProfitPrice;
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
     * The mark price that the decision was made at.
     *
     * @return the mark price that the decision was made at
     */
    public BigDecimal referencePrice() {
        return referencePrice;
    }

    /**
     * The price of a post-only entry; absent means at the market.
     *
     * @return the price of a post-only entry; absent means at the market; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> limitPrice() {
        return Optional.ofNullable(limitPrice);
    }

    /**
     * The price of the protective stop; without one the gate refuses.
     *
     * @return the price of the protective stop; without one the gate refuses; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> stopPrice() {
        return Optional.ofNullable(stopPrice);
    }

    /**
     * The price at which to take the profit.
     *
     * @return the price at which to take the profit; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> takeProfitPrice() {
        return Optional.ofNullable(takeProfitPrice);
    }

    @Override
    public String toString() {
        return "Leg[" + listing + " " + side + " at " + referencePrice.toPlainString()
                + (stopPrice == null ? " without stop" : " stop " + stopPrice.toPlainString()) + "]";
    }

    /**
     * Collects the values of a {@link Leg}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Listing listing;
        private @Nullable PositionSide side;
        private @Nullable BigDecimal referencePrice;
        private @Nullable BigDecimal limitPrice;
        private @Nullable BigDecimal stopPrice;
        private @Nullable BigDecimal takeProfitPrice;

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
         * The mark price that the decision was made at.
         *
         * @param referencePrice the value
         * @return this
         */
        public Builder referencePrice(BigDecimal referencePrice) {
            this.referencePrice = referencePrice;
            return this;
        }

        /**
         * The price of a post-only entry; absent means at the market.
         *
         * @param limitPrice null where it is absent
         * @return this
         */
        public Builder limitPrice(@Nullable BigDecimal limitPrice) {
            this.limitPrice = limitPrice;
            return this;
        }

        /**
         * The price of the protective stop; without one the gate refuses.
         *
         * @param stopPrice null where it is absent
         * @return this
         */
        public Builder stopPrice(@Nullable BigDecimal stopPrice) {
            this.stopPrice = stopPrice;
            return this;
        }

        /**
         * The price at which to take the profit.
         *
         * @param takeProfitPrice null where it is absent
         * @return this
         */
        public Builder takeProfitPrice(@Nullable BigDecimal takeProfitPrice) {
            this.takeProfitPrice = takeProfitPrice;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Leg build() {
            return new Leg(this);
        }
    }
}
