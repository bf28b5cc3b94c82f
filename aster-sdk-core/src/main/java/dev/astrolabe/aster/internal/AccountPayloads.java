package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account as the venue tells it (docs: futures, "Account/Trades Endpoints"). Component names are its field names. */
final class AccountPayloads {

    private AccountPayloads() {}

    record BalanceRow(
            String accountAlias,
            String asset,
            BigDecimal balance,
            BigDecimal crossWalletBalance,
            BigDecimal crossUnPnl,
            BigDecimal availableBalance,
            BigDecimal maxWithdrawAmount,
            @Nullable Boolean marginAvailable,
            @Nullable Long updateTime) {}

    record AccountInfo(
            @Nullable Integer feeTier,
            @Nullable Boolean canTrade,
            @Nullable Boolean canDeposit,
            @Nullable Boolean canWithdraw,
            @Nullable Long updateTime,
            @Nullable BigDecimal totalInitialMargin,
            @Nullable BigDecimal totalMaintMargin,
            @Nullable BigDecimal totalWalletBalance,
            @Nullable BigDecimal totalUnrealizedProfit,
            @Nullable BigDecimal totalMarginBalance,
            @Nullable BigDecimal totalPositionInitialMargin,
            @Nullable BigDecimal totalOpenOrderInitialMargin,
            @Nullable BigDecimal totalCrossWalletBalance,
            @Nullable BigDecimal totalCrossUnPnl,
            @Nullable BigDecimal availableBalance,
            @Nullable BigDecimal maxWithdrawAmount,
            List<AssetRow> assets,
            @Nullable List<AccountPosition> positions) {}

    record AssetRow(
            String asset,
            BigDecimal walletBalance,
            BigDecimal unrealizedProfit,
            @Nullable BigDecimal marginBalance,
            @Nullable BigDecimal maintMargin,
            BigDecimal initialMargin,
            @Nullable BigDecimal positionInitialMargin,
            @Nullable BigDecimal openOrderInitialMargin,
            @Nullable BigDecimal crossWalletBalance,
            @Nullable BigDecimal crossUnPnl,
            BigDecimal availableBalance,
            @Nullable BigDecimal maxWithdrawAmount,
            @Nullable Boolean marginAvailable,
            @Nullable Long updateTime) {}

    /** A position inside the account; {@code positionAmt} is signed, {@code maxNotional} may be a word. */
    record AccountPosition(
            String symbol,
            @Nullable BigDecimal initialMargin,
            @Nullable BigDecimal maintMargin,
            @Nullable BigDecimal unrealizedProfit,
            @Nullable BigDecimal positionInitialMargin,
            @Nullable BigDecimal openOrderInitialMargin,
            @Nullable BigDecimal leverage,
            @Nullable Boolean isolated,
            @Nullable BigDecimal entryPrice,
            @Nullable String maxNotional,
            @Nullable String positionSide,
            @Nullable BigDecimal positionAmt,
            @Nullable BigDecimal notional,
            @Nullable BigDecimal isolatedWallet,
            @Nullable Long updateTime) {}

    /** {@code positionAmt} is signed; {@code maxNotionalValue} may be a word; {@code isAutoAddMargin} is a text. */
    record PositionRow(
            String symbol,
            @Nullable String positionSide,
            BigDecimal positionAmt,
            BigDecimal entryPrice,
            @Nullable BigDecimal markPrice,
            @Nullable BigDecimal unRealizedProfit,
            @Nullable BigDecimal liquidationPrice,
            @Nullable BigDecimal leverage,
            @Nullable String maxNotionalValue,
            @Nullable String marginType,
            @Nullable BigDecimal isolatedMargin,
            @Nullable String isAutoAddMargin,
            @Nullable BigDecimal notional,
            @Nullable BigDecimal isolatedWallet,
            @Nullable Long updateTime) {}

    record Commission(String symbol, BigDecimal makerCommissionRate, BigDecimal takerCommissionRate) {}

    record Brackets(String symbol, List<Bracket> brackets) {}

    record Bracket(
            int bracket,
            BigDecimal initialLeverage,
            BigDecimal notionalCap,
            BigDecimal notionalFloor,
            BigDecimal maintMarginRatio,
            BigDecimal cum) {}

    /** {@code symbol} and {@code tradeId} are empty texts where there is none. */
    record IncomeRow(
            @Nullable String symbol,
            String incomeType,
            BigDecimal income,
            String asset,
            long time,
            String tranId,
            @Nullable String tradeId) {}

    record AdlRow(String symbol, AdlQuantile adlQuantile) {}

    /** Both directions in hedge mode, else {@code BOTH}. */
    record AdlQuantile(
            @Nullable Integer LONG,
            @Nullable Integer SHORT,
            @Nullable Integer BOTH) {}

    record Transferred(long tranId, String status) {}

    record Exchanged(long accountId, String asset, BigDecimal balance, long updateTime) {}

    record AnnouncementPage(long total, List<AnnouncementRow> rows) {}

    record AnnouncementRow(
            long id,
            List<AnnouncementText> contents,
            @Nullable String category,
            @Nullable Long publishTime,
            @Nullable String jumpLink) {}

    record AnnouncementText(
            String language,
            @Nullable String title,
            @Nullable String subtitle,
            @Nullable String content) {}
}
