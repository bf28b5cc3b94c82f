package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the funding of a perpetual is reckoned (docs: futures, "Get Funding Rate Config"). Rates are ratios of the notional.
 * Immutable.
 *
 * @since 0.1
 */
public final class FundingConfig {

    private final Symbol symbol;
    private final @Nullable Duration interval;
    private final @Nullable BigDecimal interestRate;
    private final @Nullable BigDecimal cap;
    private final @Nullable BigDecimal floor;
    private final @Nullable Instant time;

    private FundingConfig(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.interval = builder.interval;
        this.interestRate = builder.interestRate;
        this.cap = builder.cap;
        this.floor = builder.floor;
        this.time = builder.time;
    }

    /**
     * Starts an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return what is traded} */
    public Symbol symbol() {
        return symbol;
    }

    /** {@return the time between two payments; empty where the venue does not say} */
    public Optional<Duration> interval() {
        return Optional.ofNullable(interval);
    }

    /** {@return the part of the rate that is interest; empty where the venue does not say} */
    public Optional<BigDecimal> interestRate() {
        return Optional.ofNullable(interestRate);
    }

    /** {@return the largest rate; empty where the venue does not say} */
    public Optional<BigDecimal> cap() {
        return Optional.ofNullable(cap);
    }

    /** {@return the smallest rate, as a rule negative; empty where the venue does not say} */
    public Optional<BigDecimal> floor() {
        return Optional.ofNullable(floor);
    }

    /** {@return when the venue read it; empty where the venue does not say} */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return Fields.of("FundingConfig")
                .with("symbol", symbol)
                .with("interval", interval)
                .with("interestRate", interestRate)
                .with("cap", cap)
                .with("floor", floor)
                .with("time", time)
                .toString();
    }

    /** Collects the values of a {@link FundingConfig}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable Duration interval;
        private @Nullable BigDecimal interestRate;
        private @Nullable BigDecimal cap;
        private @Nullable BigDecimal floor;
        private @Nullable Instant time;

        private Builder() {}

        /**
         * Sets {@link FundingConfig#symbol()}.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * Sets {@link FundingConfig#interval()}.
         *
         * @param interval null where it is absent
         * @return this
         */
        public Builder interval(@Nullable Duration interval) {
            this.interval = interval;
            return this;
        }

        /**
         * Sets {@link FundingConfig#interestRate()}.
         *
         * @param interestRate null where it is absent
         * @return this
         */
        public Builder interestRate(@Nullable BigDecimal interestRate) {
            this.interestRate = interestRate;
            return this;
        }

        /**
         * Sets {@link FundingConfig#cap()}.
         *
         * @param cap null where it is absent
         * @return this
         */
        public Builder cap(@Nullable BigDecimal cap) {
            this.cap = cap;
            return this;
        }

        /**
         * Sets {@link FundingConfig#floor()}.
         *
         * @param floor null where it is absent
         * @return this
         */
        public Builder floor(@Nullable BigDecimal floor) {
            this.floor = floor;
            return this;
        }

        /**
         * Sets {@link FundingConfig#time()}.
         *
         * @param time null where it is absent
         * @return this
         */
        public Builder time(@Nullable Instant time) {
            this.time = time;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public FundingConfig build() {
            return new FundingConfig(this);
        }
    }
}
