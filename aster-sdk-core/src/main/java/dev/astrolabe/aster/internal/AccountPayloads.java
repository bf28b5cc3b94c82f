package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account as the venue tells it (docs: futures, "Account/Trades Endpoints"). Component names are its field names. */
final class AccountPayloads {

    private AccountPayloads() {}

    record AccountInfo(List<AssetRow> assets) {}

    record AssetRow(
            String asset,
            BigDecimal walletBalance,
            BigDecimal unrealizedProfit,
            BigDecimal initialMargin,
            BigDecimal availableBalance) {}

    /** {@code positionAmt} is signed; {@code maxNotionalValue} may be a word. */
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
            @Nullable Long updateTime) {}

    record DualSide(boolean dualSidePosition) {}

    record MultiAssets(boolean multiAssetsMargin) {}

    record LeverageSet(
            String symbol, BigDecimal leverage, @Nullable String maxNotionalValue) {}

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

    record AdlRow(String symbol, Map<String, Integer> adlQuantile) {}
}
