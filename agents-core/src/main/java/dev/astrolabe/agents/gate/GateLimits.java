package dev.astrolabe.agents.gate;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What the gate allows. The limits of a single agent stand in its {@link dev.astrolabe.agents.AgentSpec}. Ratios are numbers
 * like 0.15 for 15 %. Immutable.
 *
 * @since 0.1
 */
public final class GateLimits {

    private final BigDecimal maxDrawdown;
    private final BigDecimal heatShare;
    private final BigDecimal liquidationSafety;
    private final boolean stopRequired;
    private final BigDecimal minStopSpreads;
    private final BigDecimal minStopFees;
    private final BigDecimal minStopTicks;
    private final Duration staleMark;
    private final BigDecimal maxSpread;
    private final BigDecimal maxMarkIndexDivergence;
    private final BigDecimal maxPriceMove;
    private final BigDecimal maxGrossExposure;
    private final BigDecimal maxSymbolExposure;
    private final BigDecimal marginUse;
    private final BigDecimal slippage;
    private final int maxOpensPerHour;
    private final Duration cooldownAfterStop;
    private final BigDecimal maxFeeDrag;
    private final Topology topology;

    private GateLimits(Builder builder) {
        this.maxDrawdown = builder.maxDrawdown;
        this.heatShare = builder.heatShare;
        this.liquidationSafety = builder.liquidationSafety;
        this.stopRequired = builder.stopRequired;
        this.minStopSpreads = builder.minStopSpreads;
        this.minStopFees = builder.minStopFees;
        this.minStopTicks = builder.minStopTicks;
        this.staleMark = builder.staleMark;
        this.maxSpread = builder.maxSpread;
        this.maxMarkIndexDivergence = builder.maxMarkIndexDivergence;
        this.maxPriceMove = builder.maxPriceMove;
        this.maxGrossExposure = builder.maxGrossExposure;
        this.maxSymbolExposure = builder.maxSymbolExposure;
        this.marginUse = builder.marginUse;
        this.slippage = builder.slippage;
        this.maxOpensPerHour = builder.maxOpensPerHour;
        this.cooldownAfterStop = builder.cooldownAfterStop;
        this.maxFeeDrag = builder.maxFeeDrag;
        this.topology = builder.topology;
        share("largest drawdown", maxDrawdown);
        share("heat share", heatShare);
        share("liquidation safety", liquidationSafety);
        share("margin use", marginUse);
        notNegative("least stop distance in spreads", minStopSpreads);
        notNegative("least stop distance in fees", minStopFees);
        notNegative("least stop distance in ticks", minStopTicks);
        notNegative("largest spread", maxSpread);
        notNegative("largest divergence of mark and index", maxMarkIndexDivergence);
        notNegative("largest price move", maxPriceMove);
        notNegative("largest gross exposure", maxGrossExposure);
        notNegative("largest symbol exposure", maxSymbolExposure);
        notNegative("slippage", slippage);
        notNegative("largest fee drag", maxFeeDrag);
        notNegative("entries an hour", BigDecimal.valueOf(maxOpensPerHour));
        notNegative("age of a mark price in ms", BigDecimal.valueOf(staleMark.toMillis()));
        notNegative("cooldown in ms", BigDecimal.valueOf(cooldownAfterStop.toMillis()));
    }

    private static void share(String what, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw NotSentException.invalid(what + " " + value.toPlainString() + " is not above 0 and at most 1");
        }
    }

    private static void notNegative(String what, BigDecimal value) {
        if (value.signum() < 0) {
            throw NotSentException.invalid(what + " " + value.toPlainString() + " is below 0");
        }
    }

    /**
     * Starts from the defaults.
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
        builder.maxDrawdown = maxDrawdown;
        builder.heatShare = heatShare;
        builder.liquidationSafety = liquidationSafety;
        builder.stopRequired = stopRequired;
        builder.minStopSpreads = minStopSpreads;
        builder.minStopFees = minStopFees;
        builder.minStopTicks = minStopTicks;
        builder.staleMark = staleMark;
        builder.maxSpread = maxSpread;
        builder.maxMarkIndexDivergence = maxMarkIndexDivergence;
        builder.maxPriceMove = maxPriceMove;
        builder.maxGrossExposure = maxGrossExposure;
        builder.maxSymbolExposure = maxSymbolExposure;
        builder.marginUse = marginUse;
        builder.slippage = slippage;
        builder.maxOpensPerHour = maxOpensPerHour;
        builder.cooldownAfterStop = cooldownAfterStop;
        builder.maxFeeDrag = maxFeeDrag;
        builder.topology = topology;
        return builder;
    }

    /**
     * The drawdown of the portfolio that halts it, as a ratio of its high-water mark.
     *
     * @return the drawdown of the portfolio that halts it, as a ratio of its high-water mark
     */
    public BigDecimal maxDrawdown() {
        return maxDrawdown;
    }

    /**
     * The share of the drawdown still allowed that all stops together may lose.
     *
     * @return the share of the drawdown still allowed that all stops together may lose
     */
    public BigDecimal heatShare() {
        return heatShare;
    }

    /**
     * The share of the distance to the liquidation within which a stop must lie.
     *
     * @return the share of the distance to the liquidation within which a stop must lie
     */
    public BigDecimal liquidationSafety() {
        return liquidationSafety;
    }

    /**
     * Whether an entry needs a stop.
     *
     * @return whether an entry needs a stop; without one a position counts as if it could lose all of its notional
     */
    public boolean stopRequired() {
        return stopRequired;
    }

    /**
     * The least stop distance in spreads of the book.
     *
     * @return the least stop distance in spreads of the book
     */
    public BigDecimal minStopSpreads() {
        return minStopSpreads;
    }

    /**
     * The least stop distance in taker fees.
     *
     * @return the least stop distance in taker fees; 2 is what entry and exit cost
     */
    public BigDecimal minStopFees() {
        return minStopFees;
    }

    /**
     * The least stop distance in ticks.
     *
     * @return the least stop distance in ticks
     */
    public BigDecimal minStopTicks() {
        return minStopTicks;
    }

    /**
     * The age above which a mark price is not trusted.
     *
     * @return the age above which a mark price is not trusted
     */
    public Duration staleMark() {
        return staleMark;
    }

    /**
     * The widest spread, as a ratio of the middle price.
     *
     * @return the widest spread, as a ratio of the middle price
     */
    public BigDecimal maxSpread() {
        return maxSpread;
    }

    /**
     * The largest difference of mark and index price, as a ratio of the index price.
     *
     * @return the largest difference of mark and index price, as a ratio of the index price
     */
    public BigDecimal maxMarkIndexDivergence() {
        return maxMarkIndexDivergence;
    }

    /**
     * The largest move of the mark price since the decision, as a ratio.
     *
     * @return the largest move of the mark price since the decision, as a ratio
     */
    public BigDecimal maxPriceMove() {
        return maxPriceMove;
    }

    /**
     * The largest notional of all positions together, as a multiple of the portfolio's equity.
     *
     * @return the largest notional of all positions together, as a multiple of the portfolio's equity
     */
    public BigDecimal maxGrossExposure() {
        return maxGrossExposure;
    }

    /**
     * The largest notional of all positions in one coin, over all exchanges, as a multiple of the portfolio's equity.
     *
     * @return the largest notional of all positions in one coin, over all exchanges, as a multiple of the portfolio's equity
     */
    public BigDecimal maxSymbolExposure() {
        return maxSymbolExposure;
    }

    /**
     * The share of what is available that new margin and its fees may take.
     *
     * @return the share of what is available that new margin and its fees may take
     */
    public BigDecimal marginUse() {
        return marginUse;
    }

    /**
     * What a stop is expected to lose beyond its trigger, as a ratio of the price.
     *
     * @return what a stop is expected to lose beyond its trigger, as a ratio of the price
     */
    public BigDecimal slippage() {
        return slippage;
    }

    /**
     * How many entries an agent may make within an hour.
     *
     * @return how many entries an agent may make within an hour
     */
    public int maxOpensPerHour() {
        return maxOpensPerHour;
    }

    /**
     * How long an agent waits after a stop-out.
     *
     * @return how long an agent waits after a stop-out
     */
    public Duration cooldownAfterStop() {
        return cooldownAfterStop;
    }

    /**
     * The largest sum of fees within 24 hours, as a ratio of the agent's equity.
     *
     * @return the largest sum of fees within 24 hours, as a ratio of the agent's equity
     */
    public BigDecimal maxFeeDrag() {
        return maxFeeDrag;
    }

    /**
     * How agents share accounts.
     *
     * @return how agents share accounts
     */
    public Topology topology() {
        return topology;
    }

    @Override
    public String toString() {
        return "GateLimits[drawdown " + maxDrawdown.toPlainString() + ", heat " + heatShare.toPlainString() + ", gross "
                + maxGrossExposure.toPlainString() + ", " + topology + "]";
    }

    /**
     * The limits as they stand in the documentation.
     *
     * @return all defaults
     */
    public static GateLimits standard() {
        return builder().build();
    }

    /**
     * Collects the values of a {@link GateLimits}. Not for use by several threads.
     */
    public static final class Builder {

        private BigDecimal maxDrawdown = new BigDecimal("0.15");
        private BigDecimal heatShare = new BigDecimal("0.8");
        private BigDecimal liquidationSafety = new BigDecimal("0.8");
        private boolean stopRequired = true;
        private BigDecimal minStopSpreads = new BigDecimal("3");
        private BigDecimal minStopFees = new BigDecimal("2");
        private BigDecimal minStopTicks = new BigDecimal("5");
        private Duration staleMark = Duration.ofSeconds(3);
        private BigDecimal maxSpread = new BigDecimal("0.002");
        private BigDecimal maxMarkIndexDivergence = new BigDecimal("0.01");
        private BigDecimal maxPriceMove = new BigDecimal("0.005");
        private BigDecimal maxGrossExposure = new BigDecimal("3");
        private BigDecimal maxSymbolExposure = new BigDecimal("1.5");
        private BigDecimal marginUse = new BigDecimal("0.98");
        private BigDecimal slippage = new BigDecimal("0.0005");
        private int maxOpensPerHour = 12;
        private Duration cooldownAfterStop = Duration.ofMinutes(15);
        private BigDecimal maxFeeDrag = new BigDecimal("0.02");
        private Topology topology = Topology.EXCLUSIVE_SYMBOL;

        private Builder() {}

        /**
         * The drawdown of the portfolio that halts it, as a ratio of its high-water mark.
         *
         * @param maxDrawdown the value
         * @return this
         */
        public Builder maxDrawdown(BigDecimal maxDrawdown) {
            this.maxDrawdown = maxDrawdown;
            return this;
        }

        /**
         * The share of the drawdown still allowed that all stops together may lose.
         *
         * @param heatShare the value
         * @return this
         */
        public Builder heatShare(BigDecimal heatShare) {
            this.heatShare = heatShare;
            return this;
        }

        /**
         * The share of the distance to the liquidation within which a stop must lie.
         *
         * @param liquidationSafety the value
         * @return this
         */
        public Builder liquidationSafety(BigDecimal liquidationSafety) {
            this.liquidationSafety = liquidationSafety;
            return this;
        }

        /**
         * Whether an entry needs a stop.
         *
         * @param stopRequired the value
         * @return this
         */
        public Builder stopRequired(boolean stopRequired) {
            this.stopRequired = stopRequired;
            return this;
        }

        /**
         * The least stop distance in spreads of the book.
         *
         * @param minStopSpreads the value
         * @return this
         */
        public Builder minStopSpreads(BigDecimal minStopSpreads) {
            this.minStopSpreads = minStopSpreads;
            return this;
        }

        /**
         * The least stop distance in taker fees.
         *
         * @param minStopFees the value
         * @return this
         */
        public Builder minStopFees(BigDecimal minStopFees) {
            this.minStopFees = minStopFees;
            return this;
        }

        /**
         * The least stop distance in ticks.
         *
         * @param minStopTicks the value
         * @return this
         */
        public Builder minStopTicks(BigDecimal minStopTicks) {
            this.minStopTicks = minStopTicks;
            return this;
        }

        /**
         * The age above which a mark price is not trusted.
         *
         * @param staleMark the value
         * @return this
         */
        public Builder staleMark(Duration staleMark) {
            this.staleMark = staleMark;
            return this;
        }

        /**
         * The widest spread, as a ratio of the middle price.
         *
         * @param maxSpread the value
         * @return this
         */
        public Builder maxSpread(BigDecimal maxSpread) {
            this.maxSpread = maxSpread;
            return this;
        }

        /**
         * The largest difference of mark and index price, as a ratio of the index price.
         *
         * @param maxMarkIndexDivergence the value
         * @return this
         */
        public Builder maxMarkIndexDivergence(BigDecimal maxMarkIndexDivergence) {
            this.maxMarkIndexDivergence = maxMarkIndexDivergence;
            return this;
        }

        /**
         * The largest move of the mark price since the decision, as a ratio.
         *
         * @param maxPriceMove the value
         * @return this
         */
        public Builder maxPriceMove(BigDecimal maxPriceMove) {
            this.maxPriceMove = maxPriceMove;
            return this;
        }

        /**
         * The largest notional of all positions together, as a multiple of the portfolio's equity.
         *
         * @param maxGrossExposure the value
         * @return this
         */
        public Builder maxGrossExposure(BigDecimal maxGrossExposure) {
            this.maxGrossExposure = maxGrossExposure;
            return this;
        }

        /**
         * The largest notional of all positions in one coin, over all exchanges, as a multiple of the portfolio's equity.
         *
         * @param maxSymbolExposure the value
         * @return this
         */
        public Builder maxSymbolExposure(BigDecimal maxSymbolExposure) {
            this.maxSymbolExposure = maxSymbolExposure;
            return this;
        }

        /**
         * The share of what is available that new margin and its fees may take.
         *
         * @param marginUse the value
         * @return this
         */
        public Builder marginUse(BigDecimal marginUse) {
            this.marginUse = marginUse;
            return this;
        }

        /**
         * What a stop is expected to lose beyond its trigger, as a ratio of the price.
         *
         * @param slippage the value
         * @return this
         */
        public Builder slippage(BigDecimal slippage) {
            this.slippage = slippage;
            return this;
        }

        /**
         * How many entries an agent may make within an hour.
         *
         * @param maxOpensPerHour the value
         * @return this
         */
        public Builder maxOpensPerHour(int maxOpensPerHour) {
            this.maxOpensPerHour = maxOpensPerHour;
            return this;
        }

        /**
         * How long an agent waits after a stop-out.
         *
         * @param cooldownAfterStop the value
         * @return this
         */
        public Builder cooldownAfterStop(Duration cooldownAfterStop) {
            this.cooldownAfterStop = cooldownAfterStop;
            return this;
        }

        /**
         * The largest sum of fees within 24 hours, as a ratio of the agent's equity.
         *
         * @param maxFeeDrag the value
         * @return this
         */
        public Builder maxFeeDrag(BigDecimal maxFeeDrag) {
            this.maxFeeDrag = maxFeeDrag;
            return this;
        }

        /**
         * How agents share accounts.
         *
         * @param topology the value
         * @return this
         */
        public Builder topology(Topology topology) {
            this.topology = topology;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public GateLimits build() {
            return new GateLimits(this);
        }
    }
}
