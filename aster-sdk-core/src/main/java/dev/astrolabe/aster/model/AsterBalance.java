package dev.astrolabe.aster.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the account has of one asset, in that asset (docs: futures, "Futures Account Balance"). Immutable.
 *
 * @since 0.1
 */
public final class AsterBalance {

    private final String accountAlias;
    private final String asset;
    private final BigDecimal balance;
    private final BigDecimal crossWalletBalance;
    private final BigDecimal crossUnrealizedPnl;
    private final BigDecimal available;
    private final BigDecimal maxWithdrawable;
    private final boolean marginAvailable;
    private final @Nullable Instant updatedAt;

    private AsterBalance(Builder builder) {
        this.accountAlias = Objects.requireNonNull(builder.accountAlias, "accountAlias");
        this.asset = Objects.requireNonNull(builder.asset, "asset");
        this.balance = Objects.requireNonNull(builder.balance, "balance");
        this.crossWalletBalance = Objects.requireNonNull(builder.crossWalletBalance, "crossWalletBalance");
        this.crossUnrealizedPnl = Objects.requireNonNull(builder.crossUnrealizedPnl, "crossUnrealizedPnl");
        this.available = Objects.requireNonNull(builder.available, "available");
        this.maxWithdrawable = Objects.requireNonNull(builder.maxWithdrawable, "maxWithdrawable");
        this.marginAvailable = builder.marginAvailable;
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

    /** {@return a short name that the venue gave the account} */
    public String accountAlias() {
        return accountAlias;
    }

    /** {@return which asset, such as USDT} */
    public String asset() {
        return asset;
    }

    /** {@return what is owned, without unrealized profit or loss} */
    public BigDecimal balance() {
        return balance;
    }

    /** {@return the part of it that backs cross positions} */
    public BigDecimal crossWalletBalance() {
        return crossWalletBalance;
    }

    /** {@return profit or loss of the cross positions at the mark price} */
    public BigDecimal crossUnrealizedPnl() {
        return crossUnrealizedPnl;
    }

    /** {@return what new orders may use} */
    public BigDecimal available() {
        return available;
    }

    /** {@return what may be taken out} */
    public BigDecimal maxWithdrawable() {
        return maxWithdrawable;
    }

    /** {@return whether it counts as margin in multi-assets mode} */
    public boolean marginAvailable() {
        return marginAvailable;
    }

    /** {@return when it last changed; empty where it never did} */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return Fields.of("AsterBalance")
                .with("accountAlias", accountAlias)
                .with("asset", asset)
                .with("balance", balance)
                .with("crossWalletBalance", crossWalletBalance)
                .with("crossUnrealizedPnl", crossUnrealizedPnl)
                .with("available", available)
                .with("maxWithdrawable", maxWithdrawable)
                .with("marginAvailable", marginAvailable)
                .with("updatedAt", updatedAt)
                .toString();
    }

    /** Collects the values of an {@link AsterBalance}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable String accountAlias;
        private @Nullable String asset;
        private @Nullable BigDecimal balance;
        private @Nullable BigDecimal crossWalletBalance;
        private @Nullable BigDecimal crossUnrealizedPnl;
        private @Nullable BigDecimal available;
        private @Nullable BigDecimal maxWithdrawable;
        private boolean marginAvailable;
        private @Nullable Instant updatedAt;

        private Builder() {}

        /**
         * Sets {@link AsterBalance#accountAlias()}.
         *
         * @param accountAlias the value
         * @return this
         */
        public Builder accountAlias(String accountAlias) {
            this.accountAlias = accountAlias;
            return this;
        }

        /**
         * Sets {@link AsterBalance#asset()}.
         *
         * @param asset the value
         * @return this
         */
        public Builder asset(String asset) {
            this.asset = asset;
            return this;
        }

        /**
         * Sets {@link AsterBalance#balance()}.
         *
         * @param balance the value
         * @return this
         */
        public Builder balance(BigDecimal balance) {
            this.balance = balance;
            return this;
        }

        /**
         * Sets {@link AsterBalance#crossWalletBalance()}.
         *
         * @param crossWalletBalance the value
         * @return this
         */
        public Builder crossWalletBalance(BigDecimal crossWalletBalance) {
            this.crossWalletBalance = crossWalletBalance;
            return this;
        }

        /**
         * Sets {@link AsterBalance#crossUnrealizedPnl()}.
         *
         * @param crossUnrealizedPnl the value
         * @return this
         */
        public Builder crossUnrealizedPnl(BigDecimal crossUnrealizedPnl) {
            this.crossUnrealizedPnl = crossUnrealizedPnl;
            return this;
        }

        /**
         * Sets {@link AsterBalance#available()}.
         *
         * @param available the value
         * @return this
         */
        public Builder available(BigDecimal available) {
            this.available = available;
            return this;
        }

        /**
         * Sets {@link AsterBalance#maxWithdrawable()}.
         *
         * @param maxWithdrawable the value
         * @return this
         */
        public Builder maxWithdrawable(BigDecimal maxWithdrawable) {
            this.maxWithdrawable = maxWithdrawable;
            return this;
        }

        /**
         * Sets {@link AsterBalance#marginAvailable()}.
         *
         * @param marginAvailable the value
         * @return this
         */
        public Builder marginAvailable(boolean marginAvailable) {
            this.marginAvailable = marginAvailable;
            return this;
        }

        /**
         * Sets {@link AsterBalance#updatedAt()}.
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
        public AsterBalance build() {
            return new AsterBalance(this);
        }
    }
}
