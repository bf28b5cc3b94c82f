package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The funding rate of one instrument at one funding time. Immutable.
 *
 * @since 0.1
 */
public final class FundingRate {

    private final Symbol symbol;
    private final BigDecimal rate;
    private final Instant fundingTime;
    private final @Nullable Duration interval;
    private final @Nullable BigDecimal markPrice;

    private FundingRate(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.rate = Objects.requireNonNull(builder.rate, "rate");
        this.fundingTime = Objects.requireNonNull(builder.fundingTime, "fundingTime");
        this.interval = builder.interval;
        this.markPrice = builder.markPrice;
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
        builder.rate = rate;
        builder.fundingTime = fundingTime;
        builder.interval = interval;
        builder.markPrice = markPrice;
        return builder;
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
     * The rate as a ratio of the notional; positive means longs pay.
     *
     * @return the rate as a ratio of the notional; positive means longs pay
     */
    public BigDecimal rate() {
        return rate;
    }

    /**
     * When it is, or was, paid.
     *
     * @return when it is, or was, paid
     */
    public Instant fundingTime() {
        return fundingTime;
    }

    /**
     * The time between two payments.
     *
     * @return the time between two payments; empty where the venue does not say or it does not apply
     */
    public Optional<Duration> interval() {
        return Optional.ofNullable(interval);
    }

    /**
     * The mark price it was reckoned with.
     *
     * @return the mark price it was reckoned with; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> markPrice() {
        return Optional.ofNullable(markPrice);
    }

    @Override
    public String toString() {
        return Fields.of("FundingRate")
                .with("symbol", symbol)
                .with("rate", rate)
                .with("fundingTime", fundingTime)
                .with("interval", interval)
                .with("markPrice", markPrice)
                .toString();
    }

    /**
     * Collects the values of a {@link FundingRate}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable BigDecimal rate;
        private @Nullable Instant fundingTime;
        private @Nullable Duration interval;
        private @Nullable BigDecimal markPrice;

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
         * The rate as a ratio of the notional; positive means longs pay.
         *
         * @param rate the value
         * @return this
         */
        public Builder rate(BigDecimal rate) {
            this.rate = rate;
            return this;
        }

        /**
         * When it is, or was, paid.
         *
         * @param fundingTime the value
         * @return this
         */
        public Builder fundingTime(Instant fundingTime) {
            this.fundingTime = fundingTime;
            return this;
        }

        /**
         * The time between two payments.
         *
         * @param interval null where it is absent
         * @return this
         */
        public Builder interval(@Nullable Duration interval) {
            this.interval = interval;
            return this;
        }

        /**
         * The mark price it was reckoned with.
         *
         * @param markPrice null where it is absent
         * @return this
         */
        public Builder markPrice(@Nullable BigDecimal markPrice) {
            this.markPrice = markPrice;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public FundingRate build() {
            return new FundingRate(this);
        }
    }
}
