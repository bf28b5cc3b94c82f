package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order. Immutable.
 *
 * @since 0.1
 */
public final class Fill {

    private final Symbol symbol;
    private final String venueSymbol;
    private final String tradeId;
    private final String orderId;
    private final @Nullable String clientOrderId;
    private final Side side;
    private final @Nullable PositionSide positionSide;
    private final BigDecimal price;
    private final BigDecimal quantity;
    private final BigDecimal fee;
    private final String feeAsset;
    private final @Nullable BigDecimal realizedPnl;
    private final Liquidity liquidity;
    private final Instant time;

    private Fill(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.venueSymbol = Objects.requireNonNull(builder.venueSymbol, "venueSymbol");
        this.tradeId = Objects.requireNonNull(builder.tradeId, "tradeId");
        this.orderId = Objects.requireNonNull(builder.orderId, "orderId");
        this.clientOrderId = builder.clientOrderId;
        this.side = Objects.requireNonNull(builder.side, "side");
        this.positionSide = builder.positionSide;
        this.price = Objects.requireNonNull(builder.price, "price");
        this.quantity = Objects.requireNonNull(builder.quantity, "quantity");
        this.fee = Objects.requireNonNull(builder.fee, "fee");
        this.feeAsset = Objects.requireNonNull(builder.feeAsset, "feeAsset");
        this.realizedPnl = builder.realizedPnl;
        this.liquidity = builder.liquidity;
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
        builder.venueSymbol = venueSymbol;
        builder.tradeId = tradeId;
        builder.orderId = orderId;
        builder.clientOrderId = clientOrderId;
        builder.side = side;
        builder.positionSide = positionSide;
        builder.price = price;
        builder.quantity = quantity;
        builder.fee = fee;
        builder.feeAsset = feeAsset;
        builder.realizedPnl = realizedPnl;
        builder.liquidity = liquidity;
        builder.time = time;
        return builder;
    }

    /**
     * What was traded.
     *
     * @return what was traded
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The venue's own name of the instrument.
     *
     * @return the venue's own name of the instrument
     */
    public String venueSymbol() {
        return venueSymbol;
    }

    /**
     * The venue's id of the trade: unique for an instrument, so it serves to apply a fill once.
     *
     * @return the venue's id of the trade: unique for an instrument, so it serves to apply a fill once
     */
    public String tradeId() {
        return tradeId;
    }

    /**
     * The order that was filled.
     *
     * @return the order that was filled
     */
    public String orderId() {
        return orderId;
    }

    /**
     * The id that the order's sender gave it.
     *
     * @return the id that the order's sender gave it; empty where the venue does not say or it does not apply
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }

    /**
     * Buy or sell.
     *
     * @return buy or sell
     */
    public Side side() {
        return side;
    }

    /**
     * The slot in hedge mode.
     *
     * @return the slot in hedge mode; empty where the venue does not say or it does not apply
     */
    public Optional<PositionSide> positionSide() {
        return Optional.ofNullable(positionSide);
    }

    /**
     * The price in quote per single coin.
     *
     * @return the price in quote per single coin
     */
    public BigDecimal price() {
        return price;
    }

    /**
     * The quantity in base units, positive.
     *
     * @return the quantity in base units, positive
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * The fee: positive was paid, negative is a rebate.
     *
     * @return the fee: positive was paid, negative is a rebate
     */
    public BigDecimal fee() {
        return fee;
    }

    /**
     * What the fee was paid in.
     *
     * @return what the fee was paid in
     */
    public String feeAsset() {
        return feeAsset;
    }

    /**
     * Profit or loss that this fill realized, before its fee, in the settle asset.
     *
     * @return profit or loss that this fill realized, before its fee, in the settle asset; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> realizedPnl() {
        return Optional.ofNullable(realizedPnl);
    }

    /**
     * Maker or taker.
     *
     * @return maker or taker
     */
    public Liquidity liquidity() {
        return liquidity;
    }

    /**
     * When it happened.
     *
     * @return when it happened
     */
    public Instant time() {
        return time;
    }

    @Override
    public String toString() {
        return Fields.of("Fill")
                .with("symbol", symbol)
                .with("side", side)
                .with("positionSide", positionSide)
                .with("quantity", quantity)
                .with("price", price)
                .with("fee", fee)
                .with("feeAsset", feeAsset)
                .with("realizedPnl", realizedPnl)
                .with("liquidity", liquidity)
                .with("tradeId", tradeId)
                .with("orderId", orderId)
                .with("clientOrderId", clientOrderId)
                .with("time", time)
                .toString();
    }

    /**
     * Collects the values of a {@link Fill}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable String venueSymbol;
        private @Nullable String tradeId;
        private @Nullable String orderId;
        private @Nullable String clientOrderId;
        private @Nullable Side side;
        private @Nullable PositionSide positionSide;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal fee;
        private @Nullable String feeAsset;
        private @Nullable BigDecimal realizedPnl;
        private Liquidity liquidity = Liquidity.UNKNOWN;
        private @Nullable Instant time;

        private Builder() {}

        /**
         * What was traded.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * The venue's own name of the instrument.
         *
         * @param venueSymbol the value
         * @return this
         */
        public Builder venueSymbol(String venueSymbol) {
            this.venueSymbol = venueSymbol;
            return this;
        }

        /**
         * The venue's id of the trade: unique for an instrument, so it serves to apply a fill once.
         *
         * @param tradeId the value
         * @return this
         */
        public Builder tradeId(String tradeId) {
            this.tradeId = tradeId;
            return this;
        }

        /**
         * The order that was filled.
         *
         * @param orderId the value
         * @return this
         */
        public Builder orderId(String orderId) {
            this.orderId = orderId;
            return this;
        }

        /**
         * The id that the order's sender gave it.
         *
         * @param clientOrderId null where it is absent
         * @return this
         */
        public Builder clientOrderId(@Nullable String clientOrderId) {
            this.clientOrderId = clientOrderId;
            return this;
        }

        /**
         * Buy or sell.
         *
         * @param side the value
         * @return this
         */
        public Builder side(Side side) {
            this.side = side;
            return this;
        }

        /**
         * The slot in hedge mode.
         *
         * @param positionSide null where it is absent
         * @return this
         */
        public Builder positionSide(@Nullable PositionSide positionSide) {
            this.positionSide = positionSide;
            return this;
        }

        /**
         * The price in quote per single coin.
         *
         * @param price the value
         * @return this
         */
        public Builder price(BigDecimal price) {
            this.price = price;
            return this;
        }

        /**
         * The quantity in base units, positive.
         *
         * @param quantity the value
         * @return this
         */
        public Builder quantity(BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * The fee: positive was paid, negative is a rebate.
         *
         * @param fee the value
         * @return this
         */
        public Builder fee(BigDecimal fee) {
            this.fee = fee;
            return this;
        }

        /**
         * What the fee was paid in.
         *
         * @param feeAsset the value
         * @return this
         */
        public Builder feeAsset(String feeAsset) {
            this.feeAsset = feeAsset;
            return this;
        }

        /**
         * Profit or loss that this fill realized, before its fee, in the settle asset.
         *
         * @param realizedPnl null where it is absent
         * @return this
         */
        public Builder realizedPnl(@Nullable BigDecimal realizedPnl) {
            this.realizedPnl = realizedPnl;
            return this;
        }

        /**
         * Maker or taker.
         *
         * @param liquidity the value
         * @return this
         */
        public Builder liquidity(Liquidity liquidity) {
            this.liquidity = liquidity;
            return this;
        }

        /**
         * When it happened.
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
        public Fill build() {
            return new Fill(this);
        }
    }
}
