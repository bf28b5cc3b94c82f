package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.CatalogPayloads.Filter;
import dev.astrolabe.aster.internal.CatalogPayloads.SymbolRow;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PriceBand;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an instrument of a row of exchangeInfo: amounts per single coin, a filter's 0 means that part is off. */
final class InstrumentMapper {

    // The venue gives perpetuals a delivery in the year 2100.
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private final SymbolRow row;
    private final CoinMultiplier coin;
    private final Instrument.Builder instrument = Instrument.builder();

    private InstrumentMapper(SymbolRow row) {
        this.row = row;
        this.coin = CoinMultiplier.of(row.baseAsset());
    }

    static Instrument map(SymbolRow row) {
        return new InstrumentMapper(row).build();
    }

    private Instrument build() {
        InstrumentKind kind = kind();
        instrument
                .symbol(symbol(kind))
                .exchange(ExchangeId.ASTERDEX.name())
                .venueSymbol(row.symbol())
                .kind(kind)
                .status(AsterVocabulary.instrumentStatus(row.status()))
                .rawStatus(row.status())
                .contractValue(coin.factor())
                .priceMultiplier(coin.factor())
                .orderTypes(orderTypes())
                .timesInForce(known(row.timeInForce(), AsterVocabulary::timeInForce, TimeInForce.UNKNOWN))
                .listedAt(instant(row.onboardDate()));
        if (kind == InstrumentKind.FUTURE) {
            instrument.expiresAt(instant(row.deliveryDate()));
        }
        filters().forEach(this::apply);
        return instrument.build();
    }

    private List<Filter> filters() {
        List<Filter> filters = row.filters();
        return filters == null ? List.of() : filters;
    }

    private InstrumentKind kind() {
        String type = row.contractType();
        if ("PERPETUAL".equals(type)) {
            return InstrumentKind.PERPETUAL;
        }
        Instant delivery = instant(row.deliveryDate());
        if (delivery != null && delivery.isBefore(FAR)) {
            return InstrumentKind.FUTURE;
        }
        // Instruments that are announced only have an empty contract type.
        return type == null || type.isEmpty() ? InstrumentKind.PERPETUAL : InstrumentKind.UNKNOWN;
    }

    private Symbol symbol(InstrumentKind kind) {
        String settle = row.marginAsset() == null || row.marginAsset().isEmpty() ? row.quoteAsset() : row.marginAsset();
        Instant delivery = instant(row.deliveryDate());
        if (kind == InstrumentKind.FUTURE && delivery != null) {
            return Symbol.future(coin.coin(), row.quoteAsset(), settle, LocalDate.ofInstant(delivery, ZoneOffset.UTC));
        }
        return Symbol.perpetual(coin.coin(), row.quoteAsset(), settle);
    }

    private Set<OrderType> orderTypes() {
        return known(
                row.orderTypes() != null ? row.orderTypes() : row.OrderType(),
                AsterVocabulary::orderType,
                OrderType.UNKNOWN);
    }

    private static <T> Set<T> known(@Nullable List<String> words, Function<String, T> reading, T unknown) {
        return words == null
                ? Set.of()
                : words.stream()
                        .map(reading)
                        .filter(value -> !value.equals(unknown))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private void apply(Filter filter) {
        switch (filter.filterType()) {
            case "PRICE_FILTER" ->
                instrument.priceFilter(new StepFilter(
                        coinPrice(filter.minPrice()), coinPrice(filter.maxPrice()), coinPrice(filter.tickSize())));
            case "LOT_SIZE" -> instrument.quantityFilter(lots(filter));
            case "MARKET_LOT_SIZE" -> instrument.marketQuantityFilter(lots(filter));
            case "MIN_NOTIONAL" -> instrument.minNotional(positive(filter.notional()));
            case "PERCENT_PRICE" -> instrument.priceBand(band(filter));
            default -> {
                // Order counts bind at the venue; what this version does not know binds nothing here.
            }
        }
    }

    private StepFilter lots(Filter filter) {
        return new StepFilter(coins(filter.minQty()), coins(filter.maxQty()), coins(filter.stepSize()));
    }

    private static @Nullable PriceBand band(Filter filter) {
        BigDecimal up = positive(filter.multiplierUp());
        BigDecimal down = positive(filter.multiplierDown());
        return up == null || down == null ? null : new PriceBand(up, down);
    }

    private BigDecimal coinPrice(@Nullable BigDecimal venuePrice) {
        return venuePrice == null ? BigDecimal.ZERO : tidy(venuePrice.divide(coin.factor()));
    }

    private BigDecimal coins(@Nullable BigDecimal venueQuantity) {
        return venueQuantity == null ? BigDecimal.ZERO : tidy(venueQuantity.multiply(coin.factor()));
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal value) {
        return value == null || value.signum() <= 0 ? null : value;
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null || millis <= 0 ? null : Instant.ofEpochMilli(millis);
    }
}
