package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Ticker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last 24 hours of an instrument, with what AsterDex says beyond the neutral ticker (docs: futures, "24hr Ticker Price
 * Change Statistics"). Immutable.
 *
 * @since 0.1
 */
public final class AsterTicker {

    private final Ticker ticker;
    private final BigDecimal priceChange;
    private final BigDecimal weightedAveragePrice;
    private final @Nullable BigDecimal previousClose;
    private final BigDecimal lastQuantity;
    private final Instant openTime;
    private final long firstTradeId;
    private final long lastTradeId;
    private final long trades;

    private AsterTicker(Builder builder) {
        this.ticker = Objects.requireNonNull(builder.ticker, "ticker");
        this.priceChange = Objects.requireNonNull(builder.priceChange, "priceChange");
        this.weightedAveragePrice = Objects.requireNonNull(builder.weightedAveragePrice, "weightedAveragePrice");
        this.previousClose = builder.previousClose;
        this.lastQuantity = Objects.requireNonNull(builder.lastQuantity, "lastQuantity");
        this.openTime = Objects.requireNonNull(builder.openTime, "openTime");
        this.firstTradeId = builder.firstTradeId;
        this.lastTradeId = builder.lastTradeId;
        this.trades = builder.trades;
    }

    /**
     * Starts an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return what every exchange says} */
    public Ticker ticker() {
        return ticker;
    }

    /** {@return by how much the price changed, in quote per single coin} */
    public BigDecimal priceChange() {
        return priceChange;
    }

    /** {@return the average price, weighted by volume, in quote per single coin} */
    public BigDecimal weightedAveragePrice() {
        return weightedAveragePrice;
    }

    /** {@return the last price before the window, in quote per single coin; empty where the venue does not say} */
    public Optional<BigDecimal> previousClose() {
        return Optional.ofNullable(previousClose);
    }

    /** {@return the quantity of the last trade, in base units} */
    public BigDecimal lastQuantity() {
        return lastQuantity;
    }

    /** {@return when the window began; it ends at the time of the ticker} */
    public Instant openTime() {
        return openTime;
    }

    /** {@return the id of the first trade of the window} */
    public long firstTradeId() {
        return firstTradeId;
    }

    /** {@return the id of the last trade of the window} */
    public long lastTradeId() {
        return lastTradeId;
    }

    /** {@return how many trades there were} */
    public long trades() {
        return trades;
    }

    @Override
    public String toString() {
        return Fields.of("AsterTicker")
                .with("ticker", ticker)
                .with("priceChange", priceChange)
                .with("weightedAveragePrice", weightedAveragePrice)
                .with("previousClose", previousClose)
                .with("lastQuantity", lastQuantity)
                .with("openTime", openTime)
                .with("firstTradeId", firstTradeId)
                .with("lastTradeId", lastTradeId)
                .with("trades", trades)
                .toString();
    }

    /** Collects the values of an {@link AsterTicker}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Ticker ticker;
        private @Nullable BigDecimal priceChange;
        private @Nullable BigDecimal weightedAveragePrice;
        private @Nullable BigDecimal previousClose;
        private @Nullable BigDecimal lastQuantity;
        private @Nullable Instant openTime;
        private long firstTradeId;
        private long lastTradeId;
        private long trades;

        private Builder() {}

        /**
         * Sets {@link AsterTicker#ticker()}.
         *
         * @param ticker the value
         * @return this
         */
        public Builder ticker(Ticker ticker) {
            this.ticker = ticker;
            return this;
        }

        /**
         * Sets {@link AsterTicker#priceChange()}.
         *
         * @param priceChange the value
         * @return this
         */
        public Builder priceChange(BigDecimal priceChange) {
            this.priceChange = priceChange;
            return this;
        }

        /**
         * Sets {@link AsterTicker#weightedAveragePrice()}.
         *
         * @param weightedAveragePrice the value
         * @return this
         */
        public Builder weightedAveragePrice(BigDecimal weightedAveragePrice) {
            this.weightedAveragePrice = weightedAveragePrice;
            return this;
        }

        /**
         * Sets {@link AsterTicker#previousClose()}.
         *
         * @param previousClose null where it is absent
         * @return this
         */
        public Builder previousClose(@Nullable BigDecimal previousClose) {
            this.previousClose = previousClose;
            return this;
        }

        /**
         * Sets {@link AsterTicker#lastQuantity()}.
         *
         * @param lastQuantity the value
         * @return this
         */
        public Builder lastQuantity(BigDecimal lastQuantity) {
            this.lastQuantity = lastQuantity;
            return this;
        }

        /**
         * Sets {@link AsterTicker#openTime()}.
         *
         * @param openTime the value
         * @return this
         */
        public Builder openTime(Instant openTime) {
            this.openTime = openTime;
            return this;
        }

        /**
         * Sets {@link AsterTicker#firstTradeId()}.
         *
         * @param firstTradeId the value
         * @return this
         */
        public Builder firstTradeId(long firstTradeId) {
            this.firstTradeId = firstTradeId;
            return this;
        }

        /**
         * Sets {@link AsterTicker#lastTradeId()}.
         *
         * @param lastTradeId the value
         * @return this
         */
        public Builder lastTradeId(long lastTradeId) {
            this.lastTradeId = lastTradeId;
            return this;
        }

        /**
         * Sets {@link AsterTicker#trades()}.
         *
         * @param trades the value
         * @return this
         */
        public Builder trades(long trades) {
            this.trades = trades;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public AsterTicker build() {
            return new AsterTicker(this);
        }
    }
}
