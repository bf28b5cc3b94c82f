package dev.astrolabe.aster.web3;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Agents, builders and sub-accounts as the venue tells them. Component names are its field names. */
final class WalletPayloads {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    private WalletPayloads() {}

    record Ack(String code, @Nullable String msg) {}

    record AgentRow(
            String agentAddress,
            @Nullable String agentName,
            @Nullable String ipWhitelist,
            long expired,
            @Nullable String source,
            boolean canRead,
            boolean canSpotTrade,
            boolean canPerpTrade,
            boolean canWithdraw) {

        Agent agent() {
            return new Agent(
                    orEmpty(agentName),
                    agentAddress,
                    Instant.ofEpochMilli(expired),
                    orEmpty(source),
                    canRead,
                    new AgentPermissions(canSpotTrade, canPerpTrade, canWithdraw, addresses()));
        }

        /** The documentation shows commas in one place and blanks in another. */
        private List<String> addresses() {
            return Stream.of(SEPARATORS.split(orEmpty(ipWhitelist), 0))
                    .filter(address -> !address.isEmpty())
                    .toList();
        }
    }

    record BuilderRow(
            @Nullable String userAddress,
            String builderAddress,
            BigDecimal maxFeeRate,
            @Nullable String builderName) {

        ApprovedBuilder builder() {
            return new ApprovedBuilder(builderAddress, maxFeeRate, orEmpty(builderName), orEmpty(userAddress));
        }
    }

    record SubAccountRow(long accountId, @Nullable String subAccountName, boolean parentAccount) {

        SubAccount account() {
            return new SubAccount(accountId, orEmpty(subAccountName), parentAccount);
        }
    }

    record MigrationBegun(String batchId) {}

    record MigrationState(
            String batchId,
            int totalCount,
            int successCount,
            int processingCount,
            int failCount,
            int initCount,
            List<MigrationRow> details) {

        Migration migration() {
            return new Migration(
                    batchId,
                    totalCount,
                    successCount,
                    processingCount,
                    failCount,
                    initCount,
                    details.stream().map(MigrationRow::item).toList());
        }
    }

    /** An asset leaves one account and arrives at another: either step may have failed. */
    record MigrationRow(
            long id,
            String asset,
            BigDecimal amount,
            @Nullable Long tranId,
            String status,
            @Nullable String fromErrorCode,
            @Nullable String fromResponse,
            @Nullable String toErrorCode,
            @Nullable String toResponse) {

        Migration.Item item() {
            String failure = Stream.of(fromErrorCode, fromResponse, toErrorCode, toResponse)
                    .filter(Objects::nonNull)
                    .filter(text -> !text.isEmpty())
                    .reduce((first, second) -> first + " " + second)
                    .orElse(null);
            return new Migration.Item(id, asset, amount, status, tranId, failure);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
