package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves an asset between a main account and its sub-accounts, or between two of them. Immutable.
 *
 * @since 0.1
 */
public final class SubAccountTransfer {

    /** Between which wallets of the two accounts. */
    public enum Kind {
        /** From futures to spot. */
        FUTURE_SPOT,
        /** From spot to futures. */
        SPOT_FUTURE,
        /** From futures to futures. */
        FUTURE_FUTURE,
        /** From spot to spot. */
        SPOT_SPOT
    }

    private final String to;
    private final String asset;
    private final BigDecimal amount;
    private final Kind kind;
    private final @Nullable String from;

    private SubAccountTransfer(String to, String asset, BigDecimal amount, Kind kind, @Nullable String from) {
        this.to = to;
        this.asset = asset;
        this.amount = amount;
        this.kind = kind;
        this.from = from;
    }

    /**
     * A transfer from the account of the wallet that signs it.
     *
     * @param address the account that gets it
     * @param asset such as {@code USDT}
     * @param amount in units of the asset, above 0
     * @param kind between which wallets
     * @return the transfer
     * @throws NotSentException if the address is none, the asset blank, or the amount not above 0
     */
    public static SubAccountTransfer to(String address, String asset, BigDecimal amount, Kind kind) {
        if (asset.isBlank()) {
            throw NotSentException.invalid("the asset of a transfer is blank");
        }
        if (amount.signum() <= 0) {
            throw NotSentException.invalid(
                    "amount " + amount.toPlainString() + " " + asset + " of a transfer is not above 0");
        }
        return new SubAccountTransfer(Addresses.checked("address of the account", address), asset, amount, kind, null);
    }

    /**
     * The same out of another account.
     *
     * @param address the account that gives it
     * @return the transfer
     * @throws NotSentException if the address is none
     */
    public SubAccountTransfer from(String address) {
        return new SubAccountTransfer(to, asset, amount, kind, Addresses.checked("address of the account", address));
    }

    /**
     * Who gets it.
     *
     * @return the address
     */
    public String to() {
        return to;
    }

    /**
     * What is moved.
     *
     * @return the asset
     */
    public String asset() {
        return asset;
    }

    /**
     * How much is moved.
     *
     * @return the amount, above 0, in units of the asset
     */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * Between which wallets.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Who gives it.
     *
     * @return the address; empty for the account of the wallet that signs
     */
    public Optional<String> from() {
        return Optional.ofNullable(from);
    }

    @Override
    public String toString() {
        return "SubAccountTransfer[" + amount.toPlainString() + " " + asset + " " + kind + ", from="
                + from().orElse("the signing wallet") + ", to=" + to + "]";
    }
}
