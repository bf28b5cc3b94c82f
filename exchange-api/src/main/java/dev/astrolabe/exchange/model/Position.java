package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open position. Quantity is positive, the direction is in the side. Prices are in quote per single coin. Immutable.
 *
 * @since 0.1
 */
public final class Position {

    private final Symbol symbol;
    private final String venueSymbol;
    private final PositionSide side;
    private final PositionMode mode;
    private final BigDecimal quantity;
    private final BigDecimal contracts;
    private final BigDecimal entryPrice;
    private final @Nullable BigDecimal markPrice;
    private final @Nullable BigDecimal liquidationPrice;
    private final BigDecimal unrealizedPnl;
    private final @Nullable BigDecimal unrealizedPnlRatio;
    private final @Nullable BigDecimal leverage;
    private final MarginMode marginMode;
    private final @Nullable BigDecimal isolatedMargin;
    private final @Nullable BigDecimal notionalUsd;
    private final @Nullable Instant updatedAt;

    private Position(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.venueSymbol = Objects.requireNonNull(builder.venueSymbol, "venueSymbol");
        this.side = Objects.requireNonNull(builder.side, "side");
        this.mode = builder.mode;
        this.quantity = Objects.requireNonNull(builder.quantity, "quantity");
        this.contracts = Objects.requireNonNull(builder.contracts, "contracts");
        this.entryPrice = Objects.requireNonNull(builder.entryPrice, "entryPrice");
        this.markPrice = builder.markPrice;
        this.liquidationPrice = builder.liquidationPrice;
        this.unrealizedPnl = builder.unrealizedPnl;
        this.unrealizedPnlRatio = builder.unrealizedPnlRatio;
        this.leverage = builder.leverage;
        this.marginMode = builder.marginMode;
        this.isolatedMargin = builder.isolatedMargin;
        this.notionalUsd = builder.notionalUsd;
        this.updatedAt = builder.updatedAt;
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
        builder.side = side;
        builder.mode = mode;
        builder.quantity = quantity;
        builder.contracts = contracts;
        builder.entryPrice = entryPrice;
        builder.markPrice = markPrice;
        builder.liquidationPrice = liquidationPrice;
        builder.unrealizedPnl = unrealizedPnl;
        builder.unrealizedPnlRatio = unrealizedPnlRatio;
        builder.leverage = leverage;
        builder.marginMode = marginMode;
        builder.isolatedMargin = isolatedMargin;
        builder.notionalUsd = notionalUsd;
        builder.updatedAt = updatedAt;
        return builder;
    }

    /**
     * The quantity with its direction.
     *
     * @return base units, negative for a short position
     */
    public BigDecimal signedQuantity() {
        return side == PositionSide.LONG ? quantity : quantity.negate();
    }

    /**
     * What is held.
     *
     * @return what is held
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
     * Long or short.
     *
     * @return long or short
     */
    public PositionSide side() {
        return side;
    }

    /**
     * Whether it is a netted position or a hedge-mode slot.
     *
     * @return whether it is a netted position or a hedge-mode slot
     */
    public PositionMode mode() {
        return mode;
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
     * The quantity in the venue's own unit, positive.
     *
     * @return the quantity in the venue's own unit, positive
     */
    public BigDecimal contracts() {
        return contracts;
    }

    /**
     * The average entry price.
     *
     * @return the average entry price
     */
    public BigDecimal entryPrice() {
        return entryPrice;
    }

    /**
     * The mark price at the time of the reading.
     *
     * @return the mark price at the time of the reading; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> markPrice() {
        return Optional.ofNullable(markPrice);
    }

    /**
     * The estimated liquidation price.
     *
     * @return the estimated liquidation price; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> liquidationPrice() {
        return Optional.ofNullable(liquidationPrice);
    }

    /**
     * Profit or loss at the mark price, in the settle asset.
     *
     * @return profit or loss at the mark price, in the settle asset
     */
    public BigDecimal unrealizedPnl() {
        return unrealizedPnl;
    }

    /**
     * Unrealized profit or loss over the initial margin: 0.5 is 50 %.
     *
     * @return unrealized profit or loss over the initial margin: 0.5 is 50 %; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> unrealizedPnlRatio() {
        return Optional.ofNullable(unrealizedPnlRatio);
    }

    /**
     * The leverage set for it.
     *
     * @return the leverage set for it; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> leverage() {
        return Optional.ofNullable(leverage);
    }

    /**
     * Cross or isolated.
     *
     * @return cross or isolated
     */
    public MarginMode marginMode() {
        return marginMode;
    }

    /**
     * The margin set aside for an isolated position.
     *
     * @return the margin set aside for an isolated position; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> isolatedMargin() {
        return Optional.ofNullable(isolatedMargin);
    }

    /**
     * The size in USD at the mark price; stablecoins of the quote count as one USD.
     *
     * @return the size in USD at the mark price; stablecoins of the quote count as one USD; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> notionalUsd() {
        return Optional.ofNullable(notionalUsd);
    }

    /**
     * When it last changed.
     *
     * @return when it last changed; empty where the venue does not say or it does not apply
     */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return Fields.of("Position")
                .with("symbol", symbol)
                .with("side", side)
                .with("mode", mode)
                .with("quantity", quantity)
                .with("contracts", contracts)
                .with("entryPrice", entryPrice)
                .with("markPrice", markPrice)
                .with("liquidationPrice", liquidationPrice)
                .with("unrealizedPnl", unrealizedPnl)
                .with("leverage", leverage)
                .with("marginMode", marginMode)
                .with("isolatedMargin", isolatedMargin)
                .toString();
    }

    /**
     * Collects the values of a {@link Position}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable String venueSymbol;
        private @Nullable PositionSide side;
        private PositionMode mode = PositionMode.ONE_WAY;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal contracts;
        private @Nullable BigDecimal entryPrice;
        private @Nullable BigDecimal markPrice;
        private @Nullable BigDecimal liquidationPrice;
        private BigDecimal unrealizedPnl = BigDecimal.ZERO;
        private @Nullable BigDecimal unrealizedPnlRatio;
        private @Nullable BigDecimal leverage;
        private MarginMode marginMode = MarginMode.UNKNOWN;
        private @Nullable BigDecimal isolatedMargin;
        private @Nullable BigDecimal notionalUsd;
        private @Nullable Instant updatedAt;

        private Builder() {}

        /**
         * What is held.
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
         * Long or short.
         *
         * @param side the value
         * @return this
         */
        public Builder side(PositionSide side) {
            this.side = side;
            return this;
        }

        /**
         * Whether it is a netted position or a hedge-mode slot.
         *
         * @param mode the value
         * @return this
         */
        public Builder mode(PositionMode mode) {
            this.mode = mode;
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
         * The quantity in the venue's own unit, positive.
         *
         * @param contracts the value
         * @return this
         */
        public Builder contracts(BigDecimal contracts) {
            this.contracts = contracts;
            return this;
        }

        /**
         * The average entry price.
         *
         * @param entryPrice the value
         * @return this
         */
        public Builder entryPrice(BigDecimal entryPrice) {
            this.entryPrice = entryPrice;
            return this;
        }

        /**
         * The mark price at the time of the reading.
         *
         * @param markPrice null where it is absent
         * @return this
         */
        public Builder markPrice(@Nullable BigDecimal markPrice) {
            this.markPrice = markPrice;
            return this;
        }

        /**
         * The estimated liquidation price.
         *
         * @param liquidationPrice null where it is absent
         * @return this
         */
        public Builder liquidationPrice(@Nullable BigDecimal liquidationPrice) {
            this.liquidationPrice = liquidationPrice;
            return this;
        }

        /**
         * Profit or loss at the mark price, in the settle asset.
         *
         * @param unrealizedPnl the value
         * @return this
         */
        public Builder unrealizedPnl(BigDecimal unrealizedPnl) {
            this.unrealizedPnl = unrealizedPnl;
            return this;
        }

        /**
         * Unrealized profit or loss over the initial margin: 0.5 is 50 %.
         *
         * @param unrealizedPnlRatio null where it is absent
         * @return this
         */
        public Builder unrealizedPnlRatio(@Nullable BigDecimal unrealizedPnlRatio) {
            this.unrealizedPnlRatio = unrealizedPnlRatio;
            return this;
        }

        /**
         * The leverage set for it.
         *
         * @param leverage null where it is absent
         * @return this
         */
        public Builder leverage(@Nullable BigDecimal leverage) {
            this.leverage = leverage;
            return this;
        }

        /**
         * Cross or isolated.
         *
         * @param marginMode the value
         * @return this
         */
        public Builder marginMode(MarginMode marginMode) {
            this.marginMode = marginMode;
            return this;
        }

        /**
         * The margin set aside for an isolated position.
         *
         * @param isolatedMargin null where it is absent
         * @return this
         */
        public Builder isolatedMargin(@Nullable BigDecimal isolatedMargin) {
            this.isolatedMargin = isolatedMargin;
            return this;
        }

        /**
         * The size in USD at the mark price; stablecoins of the quote count as one USD.
         *
         * @param notionalUsd null where it is absent
         * @return this
         */
        public Builder notionalUsd(@Nullable BigDecimal notionalUsd) {
            this.notionalUsd = notionalUsd;
            return this;
        }

        /**
         * When it last changed.
         *
         * @param updatedAt null where it is absent
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Position build() {
            return new Position(this);
        }
    }
}
