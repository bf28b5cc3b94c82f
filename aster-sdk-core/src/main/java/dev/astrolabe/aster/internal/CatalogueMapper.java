package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonEmpty;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.CatalogPayloads.ExchangeInfo;
import dev.astrolabe.aster.internal.CatalogPayloads.Filter;
import dev.astrolabe.aster.internal.CatalogPayloads.RateLimit;
import dev.astrolabe.aster.internal.CatalogPayloads.SymbolRow;
import dev.astrolabe.aster.model.AsterCatalogue;
import dev.astrolabe.aster.model.Listing;
import dev.astrolabe.aster.model.ListingDisplay;
import dev.astrolabe.aster.model.ListingFilter;
import dev.astrolabe.aster.model.ListingTerms;
import dev.astrolabe.aster.model.ListingTerms.Precision;
import dev.astrolabe.aster.model.MarginAsset;
import dev.astrolabe.aster.model.RateLimitRule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalogue in the venue's own words and units. */
final class CatalogueMapper {

    private static final Map<String, Function<Filter, @Nullable BigDecimal>> BOUNDS = bounds();

    private CatalogueMapper() {}

    private static Map<String, Function<Filter, @Nullable BigDecimal>> bounds() {
        Map<String, Function<Filter, @Nullable BigDecimal>> bounds = new LinkedHashMap<>();
        bounds.put("minPrice", Filter::minPrice);
        bounds.put("maxPrice", Filter::maxPrice);
        bounds.put("tickSize", Filter::tickSize);
        bounds.put("minQty", Filter::minQty);
        bounds.put("maxQty", Filter::maxQty);
        bounds.put("stepSize", Filter::stepSize);
        bounds.put("limit", Filter::limit);
        bounds.put("notional", Filter::notional);
        bounds.put("multiplierUp", Filter::multiplierUp);
        bounds.put("multiplierDown", Filter::multiplierDown);
        bounds.put("ltMultiplierUp", Filter::ltMultiplierUp);
        bounds.put("ltMultiplierDown", Filter::ltMultiplierDown);
        bounds.put("multiplierDecimal", Filter::multiplierDecimal);
        return bounds;
    }

    static AsterCatalogue catalogue(ExchangeInfo info) {
        return new AsterCatalogue(
                nonEmpty(info.timezone()),
                nonEmpty(info.futuresType()),
                orNone(info.rateLimits()).stream().map(CatalogueMapper::limit).toList(),
                orNone(info.assets()).stream()
                        .map(row -> new MarginAsset(
                                row.asset(), Boolean.TRUE.equals(row.marginAvailable()), row.autoAssetExchange()))
                        .toList(),
                info.symbols().stream().map(CatalogueMapper::listing).toList());
    }

    static RateLimitRule limit(RateLimit row) {
        return new RateLimitRule(row.rateLimitType(), row.interval(), row.intervalNum(), row.limit());
    }

    static Listing listing(SymbolRow row) {
        return Listing.builder()
                .venueSymbol(row.symbol())
                .instrument(AsterInstruments.instrument(row).orElse(null))
                .pair(nonEmpty(row.pair()))
                .contractType(nonEmpty(row.contractType()))
                .status(row.status())
                .baseAsset(row.baseAsset())
                .quoteAsset(row.quoteAsset())
                .marginAsset(nonEmpty(row.marginAsset()))
                .underlyingType(nonEmpty(row.underlyingType()))
                .underlyingSubTypes(orNone(row.underlyingSubType()))
                .listedAt(time(row.onboardDate()))
                .deliveryAt(time(row.deliveryDate()))
                .orderTypes(orNone(row.orderTypes() != null ? row.orderTypes() : row.OrderType()))
                .timesInForce(orNone(row.timeInForce()))
                .filters(orNone(row.filters()).stream()
                        .map(CatalogueMapper::filter)
                        .toList())
                .terms(terms(row))
                .display(display(row))
                .build();
    }

    static ListingFilter filter(Filter row) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        BOUNDS.forEach((name, bound) -> {
            BigDecimal value = bound.apply(row);
            if (value != null) {
                values.put(name, value);
            }
        });
        return new ListingFilter(row.filterType(), values);
    }

    private static ListingTerms terms(SymbolRow row) {
        return ListingTerms.builder()
                .precision(precision(row))
                .maintenanceMarginPercent(row.maintMarginPercent())
                .requiredMarginPercent(row.requiredMarginPercent())
                .triggerProtect(row.triggerProtect())
                .liquidationFee(row.liquidationFee())
                .marketTakeBound(row.marketTakeBound())
                .twapMinNotional(row.twapMinNotional())
                .settlePlan(row.settlePlan())
                .build();
    }

    private static @Nullable Precision precision(SymbolRow row) {
        Integer price = row.pricePrecision();
        Integer quantity = row.quantityPrecision();
        Integer base = row.baseAssetPrecision();
        Integer quote = row.quotePrecision();
        return price == null || quantity == null || base == null || quote == null
                ? null
                : new Precision(price, quantity, base, quote);
    }

    private static ListingDisplay display(SymbolRow row) {
        return ListingDisplay.builder()
                .name(nonEmpty(row.name()))
                .channel(nonEmpty(row.channel()))
                .sequenceNumber(row.sequenceNo())
                .symbolType(row.symbolType())
                .tradingMode(row.tradingMode())
                .createdAt(time(row.createTime()))
                .build();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
