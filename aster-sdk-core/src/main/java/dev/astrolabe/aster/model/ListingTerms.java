package dev.astrolabe.aster.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Precision, margins, fees and bounds of a listing (docs: futures, "Exchange Information"). Immutable.
 *
 * @since 0.1
 */
public final class ListingTerms {

    private final @Nullable BigDecimal maintenanceMarginPercent;
    private final @Nullable BigDecimal requiredMarginPercent;
    private final @Nullable BigDecimal triggerProtect;
    private final @Nullable BigDecimal liquidationFee;
    private final @Nullable BigDecimal marketTakeBound;
    private final @Nullable BigDecimal twapMinNotional;
    private final @Nullable Integer settlePlan;
    private final @Nullable Precision precision;

    private ListingTerms(Builder builder) {
        this.maintenanceMarginPercent = builder.maintenanceMarginPercent;
        this.requiredMarginPercent = builder.requiredMarginPercent;
        this.triggerProtect = builder.triggerProtect;
        this.liquidationFee = builder.liquidationFee;
        this.marketTakeBound = builder.marketTakeBound;
        this.twapMinNotional = builder.twapMinNotional;
        this.settlePlan = builder.settlePlan;
        this.precision = builder.precision;
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
     * {@return a maintenance margin in per cent that the venue says to ignore: the risk tiers have the true one; empty
     *     where the venue does not say}
     */
    public Optional<BigDecimal> maintenanceMarginPercent() {
        return Optional.ofNullable(maintenanceMarginPercent);
    }

    /** {@return an initial margin in per cent that the venue says to ignore; empty where the venue does not say} */
    public Optional<BigDecimal> requiredMarginPercent() {
        return Optional.ofNullable(requiredMarginPercent);
    }

    /**
     * {@return how far mark and last price may lie apart, as a ratio, for a protected trigger to fire; empty where the
     *     venue does not say}
     */
    public Optional<BigDecimal> triggerProtect() {
        return Optional.ofNullable(triggerProtect);
    }

    /** {@return the fee of a liquidation, as a ratio of the notional; empty where the venue does not say} */
    public Optional<BigDecimal> liquidationFee() {
        return Optional.ofNullable(liquidationFee);
    }

    /** {@return how far from the mark price a market order may trade, as a ratio; empty where the venue does not say} */
    public Optional<BigDecimal> marketTakeBound() {
        return Optional.ofNullable(marketTakeBound);
    }

    /**
     * {@return the smallest notional, in quote, of an order spread over time; seen live, not documented; empty where the
     *     venue does not say}
     */
    public Optional<BigDecimal> twapMinNotional() {
        return Optional.ofNullable(twapMinNotional);
    }

    /** {@return the number of the settlement plan; empty where the venue does not say} */
    public Optional<Integer> settlePlan() {
        return Optional.ofNullable(settlePlan);
    }

    /** {@return how many decimals amounts may have; ticks and steps are in the filters; empty where the venue does not say} */
    public Optional<Precision> precision() {
        return Optional.ofNullable(precision);
    }

    /**
     * How many decimals amounts may have at most.
     *
     * @param price of prices
     * @param quantity of quantities
     * @param base of amounts of the base asset
     * @param quote of amounts of the quote asset
     * @since 0.1
     */
    public record Precision(int price, int quantity, int base, int quote) {}

    @Override
    public String toString() {
        return Fields.of("ListingTerms")
                .with("maintenanceMarginPercent", maintenanceMarginPercent)
                .with("requiredMarginPercent", requiredMarginPercent)
                .with("triggerProtect", triggerProtect)
                .with("liquidationFee", liquidationFee)
                .with("marketTakeBound", marketTakeBound)
                .with("twapMinNotional", twapMinNotional)
                .with("settlePlan", settlePlan)
                .with("precision", precision)
                .toString();
    }

    /** Collects the values of a {@link ListingTerms}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable BigDecimal maintenanceMarginPercent;
        private @Nullable BigDecimal requiredMarginPercent;
        private @Nullable BigDecimal triggerProtect;
        private @Nullable BigDecimal liquidationFee;
        private @Nullable BigDecimal marketTakeBound;
        private @Nullable BigDecimal twapMinNotional;
        private @Nullable Integer settlePlan;
        private @Nullable Precision precision;

        private Builder() {}

        /**
         * Sets {@link ListingTerms#maintenanceMarginPercent()}.
         *
         * @param maintenanceMarginPercent null where it is absent
         * @return this
         */
        public Builder maintenanceMarginPercent(@Nullable BigDecimal maintenanceMarginPercent) {
            this.maintenanceMarginPercent = maintenanceMarginPercent;
            return this;
        }

        /**
         * Sets {@link ListingTerms#requiredMarginPercent()}.
         *
         * @param requiredMarginPercent null where it is absent
         * @return this
         */
        public Builder requiredMarginPercent(@Nullable BigDecimal requiredMarginPercent) {
            this.requiredMarginPercent = requiredMarginPercent;
            return this;
        }

        /**
         * Sets {@link ListingTerms#triggerProtect()}.
         *
         * @param triggerProtect null where it is absent
         * @return this
         */
        public Builder triggerProtect(@Nullable BigDecimal triggerProtect) {
            this.triggerProtect = triggerProtect;
            return this;
        }

        /**
         * Sets {@link ListingTerms#liquidationFee()}.
         *
         * @param liquidationFee null where it is absent
         * @return this
         */
        public Builder liquidationFee(@Nullable BigDecimal liquidationFee) {
            this.liquidationFee = liquidationFee;
            return this;
        }

        /**
         * Sets {@link ListingTerms#marketTakeBound()}.
         *
         * @param marketTakeBound null where it is absent
         * @return this
         */
        public Builder marketTakeBound(@Nullable BigDecimal marketTakeBound) {
            this.marketTakeBound = marketTakeBound;
            return this;
        }

        /**
         * Sets {@link ListingTerms#twapMinNotional()}.
         *
         * @param twapMinNotional null where it is absent
         * @return this
         */
        public Builder twapMinNotional(@Nullable BigDecimal twapMinNotional) {
            this.twapMinNotional = twapMinNotional;
            return this;
        }

        /**
         * Sets {@link ListingTerms#settlePlan()}.
         *
         * @param settlePlan null where it is absent
         * @return this
         */
        public Builder settlePlan(@Nullable Integer settlePlan) {
            this.settlePlan = settlePlan;
            return this;
        }

        /**
         * Sets {@link ListingTerms#precision()}.
         *
         * @param precision null where it is absent
         * @return this
         */
        public Builder precision(@Nullable Precision precision) {
            this.precision = precision;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         */
        public ListingTerms build() {
            return new ListingTerms(this);
        }
    }
}
