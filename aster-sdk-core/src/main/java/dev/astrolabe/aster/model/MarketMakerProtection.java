package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the venue stops a market maker: once the executions of an instrument within a window reach a limit, orders are
 * refused for a while (docs: futures v3, "Update User MMP"). Immutable.
 *
 * @since 0.1
 */
public final class MarketMakerProtection {

    private final Symbol symbol;
    private final Duration window;
    private final Duration frozen;
    private final @Nullable BigDecimal quantityLimit;
    private final @Nullable BigDecimal valueLimit;
    private final @Nullable BigDecimal deltaLimit;

    private MarketMakerProtection(Builder builder) {
        this.symbol = builder.symbol;
        this.window = builder.window;
        this.frozen = builder.frozen;
        this.quantityLimit = builder.quantityLimit;
        this.valueLimit = builder.valueLimit;
        this.deltaLimit = builder.deltaLimit;
    }

    /**
     * Starts a protection.
     *
     * @param symbol the instrument
     * @param window over which executions are summed up, from 1 ms
     * @param frozen for how long orders are refused then, from 1 ms
     * @return a builder
     */
    public static Builder builder(Symbol symbol, Duration window, Duration frozen) {
        return new Builder(symbol, window, frozen);
    }

    /**
     * The instrument.
     *
     * @return its symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * Over which executions are summed up.
     *
     * @return the time, in milliseconds
     */
    public Duration window() {
        return window;
    }

    /**
     * For how long orders are refused once a limit is reached.
     *
     * @return the time, in milliseconds
     */
    public Duration frozen() {
        return frozen;
    }

    /**
     * The most that may be filled, bought and sold together.
     *
     * @return base units; empty for no such limit
     */
    public Optional<BigDecimal> quantityLimit() {
        return Optional.ofNullable(quantityLimit);
    }

    /**
     * The most that may be filled by value.
     *
     * @return quote units; empty for no such limit
     */
    public Optional<BigDecimal> valueLimit() {
        return Optional.ofNullable(valueLimit);
    }

    /**
     * The most by which the position may change: bought less sold.
     *
     * @return base units; empty for no such limit
     */
    public Optional<BigDecimal> deltaLimit() {
        return Optional.ofNullable(deltaLimit);
    }

    @Override
    public String toString() {
        return "MarketMakerProtection[" + symbol + " within " + window + " frozen " + frozen
                + (quantityLimit == null ? "" : " quantity " + quantityLimit.toPlainString())
                + (valueLimit == null ? "" : " value " + valueLimit.toPlainString())
                + (deltaLimit == null ? "" : " delta " + deltaLimit.toPlainString()) + "]";
    }

    /** Collects the values of a {@link MarketMakerProtection}. Not for use by several threads. */
    public static final class Builder {

        private final Symbol symbol;
        private final Duration window;
        private final Duration frozen;
        private @Nullable BigDecimal quantityLimit;
        private @Nullable BigDecimal valueLimit;
        private @Nullable BigDecimal deltaLimit;

        private Builder(Symbol symbol, Duration window, Duration frozen) {
            this.symbol = Objects.requireNonNull(symbol, "symbol");
            this.window = Objects.requireNonNull(window, "window");
            this.frozen = Objects.requireNonNull(frozen, "frozen");
        }

        /**
         * The most that may be filled, bought and sold together.
         *
         * @param quantityLimit base units, a whole number of the venue's own units; null for no such limit
         * @return this
         */
        public Builder quantityLimit(@Nullable BigDecimal quantityLimit) {
            this.quantityLimit = quantityLimit;
            return this;
        }

        /**
         * The most that may be filled by value.
         *
         * @param valueLimit quote units, a whole number; null for no such limit
         * @return this
         */
        public Builder valueLimit(@Nullable BigDecimal valueLimit) {
            this.valueLimit = valueLimit;
            return this;
        }

        /**
         * The most by which the position may change.
         *
         * @param deltaLimit base units, a whole number of the venue's own units; null for no such limit
         * @return this
         */
        public Builder deltaLimit(@Nullable BigDecimal deltaLimit) {
            this.deltaLimit = deltaLimit;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         */
        public MarketMakerProtection build() {
            return new MarketMakerProtection(this);
        }
    }
}
