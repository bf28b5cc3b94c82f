package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;

/**
 * Moves an asset between the futures and the spot wallet (docs: futures, "Transfer Between Futures And Spot").
 *
 * @param direction from where to where
 * @param asset such as USDT
 * @param amount above 0, in that asset
 * @param clientTransferId an id of the caller, from 1 to 63 characters, that no other transfer of the last seven days has
 * @since 0.1
 */
public record WalletTransfer(Direction direction, String asset, BigDecimal amount, String clientTransferId) {
    /**
     * Checks the values.
     *
     * @param direction from where to where
     * @param asset such as USDT
     * @param amount above 0, in that asset
     * @param clientTransferId an id of the caller, from 1 to 63 characters, that no other transfer of the last seven
     *     days has
     * @throws NotSentException naming the value that is out of range
     */
    public WalletTransfer {
        if (asset.isBlank()) {
            throw NotSentException.invalid("the asset of a transfer is blank");
        }
        if (amount.signum() <= 0) {
            throw NotSentException.invalid(
                    "amount " + amount.toPlainString() + " of a transfer of " + asset + " is not above 0");
        }
        if (clientTransferId.isBlank() || clientTransferId.length() > LONGEST_ID) {
            throw NotSentException.invalid(
                    "clientTransferId '" + clientTransferId + "' is not from 1 to " + LONGEST_ID + " characters long");
        }
    }

    private static final int LONGEST_ID = 63;

    /**
     * From where to where.
     *
     * @since 0.1
     */
    public enum Direction {
        /** Out of the spot wallet. */
        SPOT_TO_FUTURES,
        /** Out of the futures wallet. */
        FUTURES_TO_SPOT
    }

    @Override
    public String toString() {
        return Fields.of(this);
    }
}
