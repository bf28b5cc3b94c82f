package dev.astrolabe.aster.model;

/**
 * What the venue says of a transfer.
 *
 * @param transferId the venue's id of it
 * @param clientTransferId the caller's
 * @param status the venue's word, such as SUCCESS
 * @since 0.1
 */
public record TransferReceipt(String transferId, String clientTransferId, String status) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
