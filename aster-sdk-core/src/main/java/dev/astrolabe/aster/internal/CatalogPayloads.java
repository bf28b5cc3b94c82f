package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What exchangeInfo answers (docs: futures, "Exchange Information"). Component names are the venue's field names. */
final class CatalogPayloads {

    private CatalogPayloads() {}

    record ExchangeInfo(@Nullable List<RateLimit> rateLimits, List<SymbolRow> symbols) {}

    record RateLimit(String rateLimitType, String interval, int intervalNum, int limit) {}

    /** {@code orderTypes} is the live spelling, {@code OrderType} the one some pages print. */
    record SymbolRow(
            String symbol,
            @Nullable String pair,
            @Nullable String contractType,
            @Nullable Long deliveryDate,
            @Nullable Long onboardDate,
            String status,
            String baseAsset,
            String quoteAsset,
            @Nullable String marginAsset,
            @Nullable List<Filter> filters,
            @Nullable List<String> orderTypes,
            @Nullable List<String> OrderType,
            @Nullable List<String> timeInForce) {}

    /** The union of all filters; each uses some of the fields. */
    record Filter(
            String filterType,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable BigDecimal tickSize,
            @Nullable BigDecimal minQty,
            @Nullable BigDecimal maxQty,
            @Nullable BigDecimal stepSize,
            @Nullable BigDecimal notional,
            @Nullable BigDecimal multiplierUp,
            @Nullable BigDecimal multiplierDown) {}
}
