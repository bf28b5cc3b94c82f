package dev.astrolabe.aster.web3;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far the assets of an account have moved.
 *
 * @param batchId the migration's id
 * @param total how many assets there are
 * @param succeeded how many have moved
 * @param processing how many are moving
 * @param failed how many could not be moved
 * @param waiting how many have not begun
 * @param items each asset
 * @since 0.1
 */
public record Migration(
        String batchId, int total, int succeeded, int processing, int failed, int waiting, List<Item> items) {

    /**
     * A state.
     *
     * @param batchId the migration's id
     * @param total how many assets there are
     * @param succeeded how many have moved
     * @param processing how many are moving
     * @param failed how many could not be moved
     * @param waiting how many have not begun
     * @param items each asset
     */
    public Migration {
        items = List.copyOf(items);
    }

    /** One asset of a migration. */
    public static final class Item {

        private final long id;
        private final String asset;
        private final BigDecimal amount;
        private final String status;
        private final @Nullable Long transferId;
        private final @Nullable String failure;

        Item(
                long id,
                String asset,
                BigDecimal amount,
                String status,
                @Nullable Long transferId,
                @Nullable String failure) {
            this.id = id;
            this.asset = asset;
            this.amount = amount;
            this.status = status;
            this.transferId = transferId;
            this.failure = failure;
        }

        /**
         * The venue's id of it.
         *
         * @return the id
         */
        public long id() {
            return id;
        }

        /**
         * What moves.
         *
         * @return the asset
         */
        public String asset() {
            return asset;
        }

        /**
         * How much moves.
         *
         * @return the amount in units of the asset
         */
        public BigDecimal amount() {
            return amount;
        }

        /**
         * How far it is, in the venue's letter.
         *
         * @return such as {@code S} where it has moved and {@code I} where it has not begun
         */
        public String status() {
            return status;
        }

        /**
         * The venue's id of the transfer.
         *
         * @return the id; empty before there is one
         */
        public OptionalLong transferId() {
            return transferId == null ? OptionalLong.empty() : OptionalLong.of(transferId);
        }

        /**
         * Why it could not be moved.
         *
         * @return the venue's code and text; empty where nothing failed
         */
        public Optional<String> failure() {
            return Optional.ofNullable(failure);
        }

        @Override
        public String toString() {
            return "Item[" + id + ", " + amount.toPlainString() + " " + asset + ", " + status + "]";
        }
    }
}
