package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What exchangeInfo answers (docs: futures, "Exchange Information"). Component names are the venue's field names. */
final class CatalogPayloads {

    private CatalogPayloads() {}

    record ExchangeInfo(
            @Nullable String timezone,
            @Nullable String futuresType,
            @Nullable List<RateLimit> rateLimits,
            @Nullable List<MarginAsset> assets,
            List<SymbolRow> symbols) {}

    record RateLimit(String rateLimitType, String interval, int intervalNum, int limit) {}

    record MarginAsset(
            String asset,
            @Nullable Boolean marginAvailable,
            @Nullable BigDecimal autoAssetExchange) {}

    /**
     * {@code orderTypes} is the live spelling, {@code OrderType} the one some pages print. From {@code symbolType} on come
     * fields that the live system has and no page describes.
     */
    record SymbolRow(
            String symbol,
            @Nullable String pair,
            @Nullable String contractType,
            @Nullable Long deliveryDate,
            @Nullable Long onboardDate,
            String status,
            @Nullable BigDecimal maintMarginPercent,
            @Nullable BigDecimal requiredMarginPercent,
            String baseAsset,
            String quoteAsset,
            @Nullable String marginAsset,
            @Nullable Integer pricePrecision,
            @Nullable Integer quantityPrecision,
            @Nullable Integer baseAssetPrecision,
            @Nullable Integer quotePrecision,
            @Nullable String underlyingType,
            @Nullable List<String> underlyingSubType,
            @Nullable Integer settlePlan,
            @Nullable BigDecimal triggerProtect,
            @Nullable BigDecimal liquidationFee,
            @Nullable BigDecimal marketTakeBound,
            @Nullable List<Filter> filters,
            @Nullable List<String> orderTypes,
            @Nullable List<String> OrderType,
            @Nullable List<String> timeInForce,
            @Nullable Integer symbolType,
            @Nullable Integer tradingMode,
            @Nullable String name,
            @Nullable String channel,
            @Nullable Integer sequenceNo,
            @Nullable BigDecimal twapMinNotional,
            @Nullable Long createTime) {}

    /** The union of all filters; each uses some of the fields. */
    record Filter(
            String filterType,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable BigDecimal tickSize,
            @Nullable BigDecimal minQty,
            @Nullable BigDecimal maxQty,
            @Nullable BigDecimal stepSize,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal notional,
            @Nullable BigDecimal multiplierUp,
            @Nullable BigDecimal multiplierDown,
            @Nullable BigDecimal ltMultiplierUp,
            @Nullable BigDecimal ltMultiplierDown,
            @Nullable BigDecimal multiplierDecimal) {}
}
