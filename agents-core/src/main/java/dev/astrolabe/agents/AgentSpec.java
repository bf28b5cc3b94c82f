package dev.astrolabe.agents;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The charter of an agent: who it is and the limits that the gate holds it to. Immutable.
 *
 * @since 0.1
 */
public final class AgentSpec {

    private final AgentId id;
    private final String name;
    private final StrategyKind strategy;
    private final String model;
    private final BigDecimal capitalShare;
    private final RiskLevel risk;
    private final int maxLeverage;
    private final int maxPositions;
    private final BigDecimal maxMarginShare;
    private final BigDecimal marginShare;
    private final BigDecimal maxStopDistance;
    private final Duration barLength;

    private AgentSpec(Builder builder) {
        this.id = Objects.requireNonNull(builder.id, "id");
        this.name = Objects.requireNonNull(builder.name, "name");
        this.strategy = Objects.requireNonNull(builder.strategy, "strategy");
        this.model = builder.model;
        this.capitalShare = Objects.requireNonNull(builder.capitalShare, "capitalShare");
        this.risk = builder.risk;
        this.maxLeverage = builder.maxLeverage;
        this.maxPositions = builder.maxPositions;
        this.maxMarginShare = builder.maxMarginShare;
        this.marginShare = builder.marginShare;
        this.maxStopDistance = builder.maxStopDistance;
        this.barLength = builder.barLength;
        ratio("capital share", capitalShare);
        ratio("largest margin share", maxMarginShare);
        ratio("margin share", marginShare);
        ratio("largest stop distance", maxStopDistance);
        if (barLength.isZero() || barLength.isNegative()) {
            throw NotSentException.invalid("bar length " + barLength + " of " + id + " is not above zero");
        }
        if (maxLeverage < 1 || maxLeverage > 125) {
            throw NotSentException.invalid("largest leverage " + maxLeverage + " of " + id + " is not from 1 to 125");
        }
        if (maxPositions < 1) {
            throw NotSentException.invalid("largest number of positions " + maxPositions + " of " + id + " is below 1");
        }
        if (marginShare.compareTo(maxMarginShare) > 0) {
            throw NotSentException.invalid(
                    "margin share " + marginShare + " of " + id + " is above the largest " + maxMarginShare);
        }
    }

    private void ratio(String what, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw NotSentException.invalid(
                    what + " " + value.toPlainString() + " of " + id + " is not above 0 and at most 1");
        }
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
        builder.id = id;
        builder.name = name;
        builder.strategy = strategy;
        builder.model = model;
        builder.capitalShare = capitalShare;
        builder.risk = risk;
        builder.maxLeverage = maxLeverage;
        builder.maxPositions = maxPositions;
        builder.maxMarginShare = maxMarginShare;
        builder.marginShare = marginShare;
        builder.maxStopDistance = maxStopDistance;
        builder.barLength = barLength;
        return builder;
    }

    /**
     * The five agents with their fixed charters; their shares add up to 1.
     *
     * @return trend, momentum, mean reversion, scalping, arbitrage
     */
    public static List<AgentSpec> standard() {
        return List.of(
                charter("TM", "TrendMaster Alpha", StrategyKind.TREND, "Gemini", "0.25", RiskLevel.MEDIUM, 10),
                charter("MH", "Momentum Hunter", StrategyKind.MOMENTUM, "Grok", "0.20", RiskLevel.HIGH, 20),
                charter(
                        "MR",
                        "Mean Reversion Pro",
                        StrategyKind.MEAN_REVERSION,
                        "Gemini",
                        "0.20",
                        RiskLevel.MEDIUM,
                        10),
                charter("LS", "Lightning Scalper", StrategyKind.SCALPING, "Grok", "0.15", RiskLevel.LOW, 5),
                charter("AS", "Arbitrage Scanner", StrategyKind.ARBITRAGE, "Gemini", "0.20", RiskLevel.LOW, 5));
    }

    private static AgentSpec charter(
            String id, String name, StrategyKind strategy, String model, String share, RiskLevel risk, int leverage) {
        return builder()
                .id(new AgentId(id))
                .name(name)
                .strategy(strategy)
                .model(model)
                .capitalShare(new BigDecimal(share))
                .risk(risk)
                .maxLeverage(leverage)
                .barLength(isFast(strategy) ? Duration.ofMinutes(1) : Duration.ofMinutes(15))
                .build();
    }

    private static boolean isFast(StrategyKind strategy) {
        return strategy == StrategyKind.SCALPING || strategy == StrategyKind.ARBITRAGE;
    }

    /**
     * Which agent.
     *
     * @return which agent
     */
    public AgentId id() {
        return id;
    }

    /**
     * Its name for people.
     *
     * @return its name for people
     */
    public String name() {
        return name;
    }

    /**
     * What it trades on.
     *
     * @return what it trades on
     */
    public StrategyKind strategy() {
        return strategy;
    }

    /**
     * The language model that may advise it; empty for rules alone.
     *
     * @return the language model that may advise it; empty for rules alone
     */
    public String model() {
        return model;
    }

    /**
     * Its share of the capital as a ratio: 0.25 is 25 %.
     *
     * @return its share of the capital as a ratio: 0.25 is 25 %
     */
    public BigDecimal capitalShare() {
        return capitalShare;
    }

    /**
     * How much risk its charter takes.
     *
     * @return how much risk its charter takes
     */
    public RiskLevel risk() {
        return risk;
    }

    /**
     * The largest leverage it may use.
     *
     * @return the largest leverage it may use
     */
    public int maxLeverage() {
        return maxLeverage;
    }

    /**
     * How many positions it may hold or have pending; a pair counts as two.
     *
     * @return how many positions it may hold or have pending; a pair counts as two
     */
    public int maxPositions() {
        return maxPositions;
    }

    /**
     * The largest share of its capital that may be margin of one position, as a ratio.
     *
     * @return the largest share of its capital that may be margin of one position, as a ratio
     */
    public BigDecimal maxMarginShare() {
        return maxMarginShare;
    }

    /**
     * The share of its capital that it proposes as margin unless it has a reason not to, as a ratio.
     *
     * @return the share of its capital that it proposes as margin unless it has a reason not to, as a ratio
     */
    public BigDecimal marginShare() {
        return marginShare;
    }

    /**
     * How far from the entry price its stop may lie, as a ratio.
     *
     * @return how far from the entry price its stop may lie, as a ratio
     */
    public BigDecimal maxStopDistance() {
        return maxStopDistance;
    }

    /**
     * The length of the bars that it decides on; shorter candles are put together, longer ones taken as they are.
     *
     * @return above zero
     */
    public Duration barLength() {
        return barLength;
    }

    @Override
    public String toString() {
        return "AgentSpec[" + id + " " + name + "]";
    }

    /**
     * Collects the values of an {@link AgentSpec}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable AgentId id;
        private @Nullable String name;
        private @Nullable StrategyKind strategy;
        private String model = "";
        private @Nullable BigDecimal capitalShare;
        private RiskLevel risk = RiskLevel.MEDIUM;
        private int maxLeverage = 1;
        private int maxPositions = 2;
        private BigDecimal maxMarginShare = new BigDecimal("0.30");
        private BigDecimal marginShare = new BigDecimal("0.20");
        private BigDecimal maxStopDistance = new BigDecimal("0.05");
        private Duration barLength = Duration.ofMinutes(15);

        private Builder() {}

        /**
         * Which agent.
         *
         * @param id the value
         * @return this
         */
        public Builder id(AgentId id) {
            this.id = id;
            return this;
        }

        /**
         * Its name for people.
         *
         * @param name the value
         * @return this
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * What it trades on.
         *
         * @param strategy the value
         * @return this
         */
        public Builder strategy(StrategyKind strategy) {
            this.strategy = strategy;
            return this;
        }

        /**
         * The language model that may advise it; empty for rules alone.
         *
         * @param model the value
         * @return this
         */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /**
         * Its share of the capital as a ratio: 0.25 is 25 %.
         *
         * @param capitalShare the value
         * @return this
         */
        public Builder capitalShare(BigDecimal capitalShare) {
            this.capitalShare = capitalShare;
            return this;
        }

        /**
         * How much risk its charter takes.
         *
         * @param risk the value
         * @return this
         */
        public Builder risk(RiskLevel risk) {
            this.risk = risk;
            return this;
        }

        /**
         * The largest leverage it may use.
         *
         * @param maxLeverage the value
         * @return this
         */
        public Builder maxLeverage(int maxLeverage) {
            this.maxLeverage = maxLeverage;
            return this;
        }

        /**
         * How many positions it may hold or have pending; a pair counts as two.
         *
         * @param maxPositions the value
         * @return this
         */
        public Builder maxPositions(int maxPositions) {
            this.maxPositions = maxPositions;
            return this;
        }

        /**
         * The largest share of its capital that may be margin of one position, as a ratio.
         *
         * @param maxMarginShare the value
         * @return this
         */
        public Builder maxMarginShare(BigDecimal maxMarginShare) {
            this.maxMarginShare = maxMarginShare;
            return this;
        }

        /**
         * The share of its capital that it proposes as margin unless it has a reason not to, as a ratio.
         *
         * @param marginShare the value
         * @return this
         */
        public Builder marginShare(BigDecimal marginShare) {
            this.marginShare = marginShare;
            return this;
        }

        /**
         * How far from the entry price its stop may lie, as a ratio.
         *
         * @param maxStopDistance the value
         * @return this
         */
        public Builder maxStopDistance(BigDecimal maxStopDistance) {
            this.maxStopDistance = maxStopDistance;
            return this;
        }

        /**
         * The length of the bars that it decides on; shorter candles are put together, longer ones taken as they are.
         *
         * @param barLength above zero; 15 minutes unless set
         * @return this
         */
        public Builder barLength(Duration barLength) {
            this.barLength = barLength;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public AgentSpec build() {
            return new AgentSpec(this);
        }
    }
}
