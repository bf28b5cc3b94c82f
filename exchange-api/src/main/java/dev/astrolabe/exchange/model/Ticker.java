package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last 24 hours of an instrument. Immutable.
 *
 * @since 0.1
 */
public final class Ticker {

    private final Symbol symbol;
    private final BigDecimal last;
    private final @Nullable BigDecimal open;
    private final @Nullable BigDecimal high;
    private final @Nullable BigDecimal low;
    private final @Nullable BigDecimal baseVolume;
    private final @Nullable BigDecimal quoteVolume;
    private final @Nullable BigDecimal changeRatio;
    private final Instant time;

    private Ticker(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.last = Objects.requireNonNull(builder.last, "last");
        this.open = builder.open;
        this.high = builder.high;
        this.low = builder.low;
        this.baseVolume = builder.baseVolume;
        this.quoteVolume = builder.quoteVolume;
        this.changeRatio = builder.changeRatio;
        this.time = Objects.requireNonNull(builder.time, "time");
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
        builder.last = last;
        builder.open = open;
        builder.high = high;
        builder.low = low;
        builder.baseVolume = baseVolume;
        builder.quoteVolume = quoteVolume;
        builder.changeRatio = changeRatio;
        builder.time = time;
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
     * The last price.
     *
     * @return the last price
     */
    public BigDecimal last() {
        return last;
    }

    /**
     * The price 24 hours ago.
     *
     * @return the price 24 hours ago; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> open() {
        return Optional.ofNullable(open);
    }

    /**
     * The highest price.
     *
     * @return the highest price; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> high() {
        return Optional.ofNullable(high);
    }

    /**
     * The lowest price.
     *
     * @return the lowest price; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> low() {
        return Optional.ofNullable(low);
    }

    /**
     * The volume in base units.
     *
     * @return the volume in base units; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> baseVolume() {
        return Optional.ofNullable(baseVolume);
    }

    /**
     * The volume in quote units.
     *
     * @return the volume in quote units; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> quoteVolume() {
        return Optional.ofNullable(quoteVolume);
    }

    /**
     * The change as a ratio: 0.05 is 5 %.
     *
     * @return the change as a ratio: 0.05 is 5 %; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> changeRatio() {
        return Optional.ofNullable(changeRatio);
    }

    /**
     * The end of the 24 hours.
     *
     * @return the end of the 24 hours
     */
    public Instant time() {
        return time;
    }

    @Override
    public String toString() {
        return Fields.of("Ticker")
                .with("symbol", symbol)
                .with("last", last)
                .with("open", open)
                .with("high", high)
                .with("low", low)
                .with("baseVolume", baseVolume)
                .with("quoteVolume", quoteVolume)
                .with("changeRatio", changeRatio)
                .with("time", time)
                .toString();
    }

    /**
     * Collects the values of a {@link Ticker}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable BigDecimal last;
        private @Nullable BigDecimal open;
        private @Nullable BigDecimal high;
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal baseVolume;
        private @Nullable BigDecimal quoteVolume;
        private @Nullable BigDecimal changeRatio;
        private @Nullable Instant time;

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
         * The last price.
         *
         * @param last the value
         * @return this
         */
        public Builder last(BigDecimal last) {
            this.last = last;
            return this;
        }

        /**
         * The price 24 hours ago.
         *
         * @param open null where it is absent
         * @return this
         */
        public Builder open(@Nullable BigDecimal open) {
            this.open = open;
            return this;
        }

        /**
         * The highest price.
         *
         * @param high null where it is absent
         * @return this
         */
        public Builder high(@Nullable BigDecimal high) {
            this.high = high;
            return this;
        }

        /**
         * The lowest price.
         *
         * @param low null where it is absent
         * @return this
         */
        public Builder low(@Nullable BigDecimal low) {
            this.low = low;
            return this;
        }

        /**
         * The volume in base units.
         *
         * @param baseVolume null where it is absent
         * @return this
         */
        public Builder baseVolume(@Nullable BigDecimal baseVolume) {
            this.baseVolume = baseVolume;
            return this;
        }

        /**
         * The volume in quote units.
         *
         * @param quoteVolume null where it is absent
         * @return this
         */
        public Builder quoteVolume(@Nullable BigDecimal quoteVolume) {
            this.quoteVolume = quoteVolume;
            return this;
        }

        /**
         * The change as a ratio: 0.05 is 5 %.
         *
         * @param changeRatio null where it is absent
         * @return this
         */
        public Builder changeRatio(@Nullable BigDecimal changeRatio) {
            this.changeRatio = changeRatio;
            return this;
        }

        /**
         * The end of the 24 hours.
         *
         * @param time the value
         * @return this
         */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Ticker build() {
            return new Ticker(this);
        }
    }
}
