package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of the margin of an isolated position (docs: futures, "Get Position Margin Change History"). Immutable.
 *
 * @since 0.1
 */
public final class PositionMarginChange {

    private final Symbol symbol;
    private final @Nullable PositionSide side;
    private final BigDecimal amount;
    private final String asset;
    private final Instant time;
    private final @Nullable String reason;
    private final @Nullable String clientTransferId;

    private PositionMarginChange(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.side = builder.side;
        this.amount = Objects.requireNonNull(builder.amount, "amount");
        this.asset = Objects.requireNonNull(builder.asset, "asset");
        this.time = Objects.requireNonNull(builder.time, "time");
        this.reason = builder.reason;
        this.clientTransferId = builder.clientTransferId;
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

    /** {@return by how much, in {@link #asset()}: positive was added, negative was taken back} */
    public BigDecimal amount() {
        return amount;
    }

    /** {@return what was added or taken back, such as USDT} */
    public String asset() {
        return asset;
    }

    /** {@return when it happened} */
    public Instant time() {
        return time;
    }

    /**
     * {@return the venue's word for what changed it, such as TRADE; documented later than 2026-06; empty where the venue does
     *     not say}
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** {@return the id that the sender gave it, documented later than 2026-06; empty where there was none} */
    public Optional<String> clientTransferId() {
        return Optional.ofNullable(clientTransferId);
    }

    @Override
    public String toString() {
        return Fields.of("PositionMarginChange")
                .with("symbol", symbol)
                .with("side", side)
                .with("amount", amount)
                .with("asset", asset)
                .with("time", time)
                .with("reason", reason)
                .with("clientTransferId", clientTransferId)
                .toString();
    }

    /** Collects the values of a {@link PositionMarginChange}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable PositionSide side;
        private @Nullable BigDecimal amount;
        private @Nullable String asset;
        private @Nullable Instant time;
        private @Nullable String reason;
        private @Nullable String clientTransferId;

        private Builder() {}

        /**
         * Sets {@link PositionMarginChange#symbol()}.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * Sets {@link PositionMarginChange#side()}.
         *
         * @param side null where it is absent
         * @return this
         */
        public Builder side(@Nullable PositionSide side) {
            this.side = side;
            return this;
        }

        /**
         * Sets {@link PositionMarginChange#amount()}.
         *
         * @param amount the value
         * @return this
         */
        public Builder amount(BigDecimal amount) {
            this.amount = amount;
            return this;
        }

        /**
         * Sets {@link PositionMarginChange#asset()}.
         *
         * @param asset the value
         * @return this
         */
        public Builder asset(String asset) {
            this.asset = asset;
            return this;
        }

        /**
         * Sets {@link PositionMarginChange#time()}.
         *
         * @param time the value
         * @return this
         */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /**
         * Sets {@link PositionMarginChange#reason()}.
         *
         * @param reason null where it is absent
         * @return this
         */
        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /**
         * Sets {@link PositionMarginChange#clientTransferId()}.
         *
         * @param clientTransferId null where it is absent
         * @return this
         */
        public Builder clientTransferId(@Nullable String clientTransferId) {
            this.clientTransferId = clientTransferId;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public PositionMarginChange build() {
            return new PositionMarginChange(this);
        }
    }
}
