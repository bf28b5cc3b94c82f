package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mark price of a derivative and what stands beside it. Immutable.
 *
 * @since 0.1
 */
public final class MarkPrice {

    private final Symbol symbol;
    private final BigDecimal mark;
    private final @Nullable BigDecimal index;
    private final @Nullable BigDecimal fundingRate;
    private final @Nullable Instant nextFundingTime;
    private final Instant time;

    private MarkPrice(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.mark = Objects.requireNonNull(builder.mark, "mark");
        this.index = builder.index;
        this.fundingRate = builder.fundingRate;
        this.nextFundingTime = builder.nextFundingTime;
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
        builder.mark = mark;
        builder.index = index;
        builder.fundingRate = fundingRate;
        builder.nextFundingTime = nextFundingTime;
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
     * The mark price, by which margin and liquidation are reckoned.
     *
     * @return the mark price, by which margin and liquidation are reckoned
     */
    public BigDecimal mark() {
        return mark;
    }

    /**
     * The index price.
     *
     * @return the index price; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> index() {
        return Optional.ofNullable(index);
    }

    /**
     * The funding rate of the running interval as a ratio of the notional; positive means longs pay.
     *
     * @return the funding rate of the running interval as a ratio of the notional; positive means longs pay; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> fundingRate() {
        return Optional.ofNullable(fundingRate);
    }

    /**
     * When it is paid.
     *
     * @return when it is paid; empty where the venue does not say or it does not apply
     */
    public Optional<Instant> nextFundingTime() {
        return Optional.ofNullable(nextFundingTime);
    }

    /**
     * When the venue computed it.
     *
     * @return when the venue computed it
     */
    public Instant time() {
        return time;
    }

    @Override
    public String toString() {
        return Fields.of("MarkPrice")
                .with("symbol", symbol)
                .with("mark", mark)
                .with("index", index)
                .with("fundingRate", fundingRate)
                .with("nextFundingTime", nextFundingTime)
                .with("time", time)
                .toString();
    }

    /**
     * Collects the values of a {@link MarkPrice}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable BigDecimal mark;
        private @Nullable BigDecimal index;
        private @Nullable BigDecimal fundingRate;
        private @Nullable Instant nextFundingTime;
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
         * The mark price, by which margin and liquidation are reckoned.
         *
         * @param mark the value
         * @return this
         */
        public Builder mark(BigDecimal mark) {
            this.mark = mark;
            return this;
        }

        /**
         * The index price.
         *
         * @param index null where it is absent
         * @return this
         */
        public Builder index(@Nullable BigDecimal index) {
            this.index = index;
            return this;
        }

        /**
         * The funding rate of the running interval as a ratio of the notional; positive means longs pay.
         *
         * @param fundingRate null where it is absent
         * @return this
         */
        public Builder fundingRate(@Nullable BigDecimal fundingRate) {
            this.fundingRate = fundingRate;
            return this;
        }

        /**
         * When it is paid.
         *
         * @param nextFundingTime null where it is absent
         * @return this
         */
        public Builder nextFundingTime(@Nullable Instant nextFundingTime) {
            this.nextFundingTime = nextFundingTime;
            return this;
        }

        /**
         * When the venue computed it.
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
        public MarkPrice build() {
            return new MarkPrice(this);
        }
    }
}
