package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One side of an instrument, held or flat, and its leverage. Amounts are in the settle asset unless said. Immutable.
 *
 * @since 0.1
 */
public final class PositionSlot {

    private final Symbol symbol;
    private final @Nullable PositionSide side;
    private final BigDecimal quantity;
    private final BigDecimal entryPrice;
    private final BigDecimal unrealizedPnl;
    private final BigDecimal leverage;
    private final @Nullable BigDecimal maxNotional;
    private final @Nullable BigDecimal notional;
    private final @Nullable BigDecimal isolatedWallet;
    private final @Nullable Instant updatedAt;

    private PositionSlot(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.side = builder.side;
        this.quantity = Objects.requireNonNull(builder.quantity, "quantity");
        this.entryPrice = Objects.requireNonNull(builder.entryPrice, "entryPrice");
        this.unrealizedPnl = Objects.requireNonNull(builder.unrealizedPnl, "unrealizedPnl");
        this.leverage = Objects.requireNonNull(builder.leverage, "leverage");
        this.maxNotional = builder.maxNotional;
        this.notional = builder.notional;
        this.isolatedWallet = builder.isolatedWallet;
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

    /** {@return the instrument} */
    public Symbol symbol() {
        return symbol;
    }

    /** {@return the slot in hedge mode; empty in one-way mode} */
    public Optional<PositionSide> side() {
        return Optional.ofNullable(side);
    }

    /** {@return what is held, in base units: positive is long, negative short, 0 flat} */
    public BigDecimal quantity() {
        return quantity;
    }

    /** {@return the average price of the entries, in quote per single coin; 0 where flat} */
    public BigDecimal entryPrice() {
        return entryPrice;
    }

    /** {@return profit or loss at the mark price} */
    public BigDecimal unrealizedPnl() {
        return unrealizedPnl;
    }

    /** {@return the leverage that is set, from 1} */
    public BigDecimal leverage() {
        return leverage;
    }

    /** {@return the largest notional that the leverage allows; empty where the venue says no number} */
    public Optional<BigDecimal> maxNotional() {
        return Optional.ofNullable(maxNotional);
    }

    /** {@return what is held at the mark price, signed; documented later than 2026-06; empty where the venue does not say} */
    public Optional<BigDecimal> notional() {
        return Optional.ofNullable(notional);
    }

    /** {@return isolated margin without profit or loss; documented later than 2026-06; empty where the venue does not say} */
    public Optional<BigDecimal> isolatedWallet() {
        return Optional.ofNullable(isolatedWallet);
    }

    /** {@return when it last changed; empty where it never did} */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return Fields.of("PositionSlot")
                .with("symbol", symbol)
                .with("side", side)
                .with("quantity", quantity)
                .with("entryPrice", entryPrice)
                .with("unrealizedPnl", unrealizedPnl)
                .with("leverage", leverage)
                .with("maxNotional", maxNotional)
                .with("notional", notional)
                .with("isolatedWallet", isolatedWallet)
                .with("updatedAt", updatedAt)
                .toString();
    }

    /** Collects the values of a {@link PositionSlot}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable PositionSide side;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal entryPrice;
        private @Nullable BigDecimal unrealizedPnl;
        private @Nullable BigDecimal leverage;
        private @Nullable BigDecimal maxNotional;
        private @Nullable BigDecimal notional;
        private @Nullable BigDecimal isolatedWallet;
        private @Nullable Instant updatedAt;

        private Builder() {}

        /**
         * Sets {@link PositionSlot#symbol()}.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * Sets {@link PositionSlot#side()}.
         *
         * @param side null where it is absent
         * @return this
         */
        public Builder side(@Nullable PositionSide side) {
            this.side = side;
            return this;
        }

        /**
         * Sets {@link PositionSlot#quantity()}.
         *
         * @param quantity the value
         * @return this
         */
        public Builder quantity(BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * Sets {@link PositionSlot#entryPrice()}.
         *
         * @param entryPrice the value
         * @return this
         */
        public Builder entryPrice(BigDecimal entryPrice) {
            this.entryPrice = entryPrice;
            return this;
        }

        /**
         * Sets {@link PositionSlot#unrealizedPnl()}.
         *
         * @param unrealizedPnl the value
         * @return this
         */
        public Builder unrealizedPnl(BigDecimal unrealizedPnl) {
            this.unrealizedPnl = unrealizedPnl;
            return this;
        }

        /**
         * Sets {@link PositionSlot#leverage()}.
         *
         * @param leverage the value
         * @return this
         */
        public Builder leverage(BigDecimal leverage) {
            this.leverage = leverage;
            return this;
        }

        /**
         * Sets {@link PositionSlot#maxNotional()}.
         *
         * @param maxNotional null where it is absent
         * @return this
         */
        public Builder maxNotional(@Nullable BigDecimal maxNotional) {
            this.maxNotional = maxNotional;
            return this;
        }

        /**
         * Sets {@link PositionSlot#notional()}.
         *
         * @param notional null where it is absent
         * @return this
         */
        public Builder notional(@Nullable BigDecimal notional) {
            this.notional = notional;
            return this;
        }

        /**
         * Sets {@link PositionSlot#isolatedWallet()}.
         *
         * @param isolatedWallet null where it is absent
         * @return this
         */
        public Builder isolatedWallet(@Nullable BigDecimal isolatedWallet) {
            this.isolatedWallet = isolatedWallet;
            return this;
        }

        /**
         * Sets {@link PositionSlot#updatedAt()}.
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
        public PositionSlot build() {
            return new PositionSlot(this);
        }
    }
}
