package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of a balance. Immutable.
 *
 * @since 0.1
 */
public final class Income {

    private final String id;
    private final IncomeType type;
    private final String rawType;
    private final String asset;
    private final BigDecimal amount;
    private final @Nullable Symbol symbol;
    private final @Nullable String tradeId;
    private final Instant time;

    private Income(Builder builder) {
        this.id = Objects.requireNonNull(builder.id, "id");
        this.type = Objects.requireNonNull(builder.type, "type");
        this.rawType = Objects.requireNonNull(builder.rawType, "rawType");
        this.asset = Objects.requireNonNull(builder.asset, "asset");
        this.amount = Objects.requireNonNull(builder.amount, "amount");
        this.symbol = builder.symbol;
        this.tradeId = builder.tradeId;
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
        builder.id = id;
        builder.type = type;
        builder.rawType = rawType;
        builder.asset = asset;
        builder.amount = amount;
        builder.symbol = symbol;
        builder.tradeId = tradeId;
        builder.time = time;
        return builder;
    }

    /**
     * The venue's id, unique for a type of income: it serves to apply a row once.
     *
     * @return the venue's id, unique for a type of income: it serves to apply a row once
     */
    public String id() {
        return id;
    }

    /**
     * What changed the balance.
     *
     * @return what changed the balance
     */
    public IncomeType type() {
        return type;
    }

    /**
     * The venue's own word for it.
     *
     * @return the venue's own word for it
     */
    public String rawType() {
        return rawType;
    }

    /**
     * What changed.
     *
     * @return what changed
     */
    public String asset() {
        return asset;
    }

    /**
     * By how much: positive was received, negative was paid.
     *
     * @return by how much: positive was received, negative was paid
     */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * The instrument concerned.
     *
     * @return the instrument concerned; empty where the venue does not say or it does not apply
     */
    public Optional<Symbol> symbol() {
        return Optional.ofNullable(symbol);
    }

    /**
     * The trade concerned.
     *
     * @return the trade concerned; empty where the venue does not say or it does not apply
     */
    public Optional<String> tradeId() {
        return Optional.ofNullable(tradeId);
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
        return Fields.of("Income")
                .with("type", type)
                .with("amount", amount)
                .with("asset", asset)
                .with("symbol", symbol)
                .with("id", id)
                .with("tradeId", tradeId)
                .with("rawType", rawType)
                .with("time", time)
                .toString();
    }

    /**
     * Collects the values of an {@link Income}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable String id;
        private @Nullable IncomeType type;
        private @Nullable String rawType;
        private @Nullable String asset;
        private @Nullable BigDecimal amount;
        private @Nullable Symbol symbol;
        private @Nullable String tradeId;
        private @Nullable Instant time;

        private Builder() {}

        /**
         * The venue's id, unique for a type of income: it serves to apply a row once.
         *
         * @param id the value
         * @return this
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * What changed the balance.
         *
         * @param type the value
         * @return this
         */
        public Builder type(IncomeType type) {
            this.type = type;
            return this;
        }

        /**
         * The venue's own word for it.
         *
         * @param rawType the value
         * @return this
         */
        public Builder rawType(String rawType) {
            this.rawType = rawType;
            return this;
        }

        /**
         * What changed.
         *
         * @param asset the value
         * @return this
         */
        public Builder asset(String asset) {
            this.asset = asset;
            return this;
        }

        /**
         * By how much: positive was received, negative was paid.
         *
         * @param amount the value
         * @return this
         */
        public Builder amount(BigDecimal amount) {
            this.amount = amount;
            return this;
        }

        /**
         * The instrument concerned.
         *
         * @param symbol null where it is absent
         * @return this
         */
        public Builder symbol(@Nullable Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * The trade concerned.
         *
         * @param tradeId null where it is absent
         * @return this
         */
        public Builder tradeId(@Nullable String tradeId) {
            this.tradeId = tradeId;
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
        public Income build() {
            return new Income(this);
        }
    }
}
