package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.NONE;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.PriceBand;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is listed, and by which rules it trades (docs: futures v3, "Exchange Information"). */
final class Catalogue {

    /** Open orders of one symbol (docs: filter MAX_NUM_ORDERS). */
    static final int MAX_ORDERS = 200;

    /** Conditional ones among them, as the venue's exchangeInfo has it; its docs say 100. */
    static final int MAX_CONDITIONAL = 10;

    /** What a perpetual tells for its delivery. */
    private static final long NEVER = 4133404800000L;

    private static final List<String> ORDER_TYPES = List.of(
            "LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET");

    private final SimulatedVenue venue;
    private final AsterOptions options;

    Catalogue(SimulatedVenue venue, AsterOptions options) {
        this.venue = venue;
        this.options = options;
    }

    void register(Routes routes) {
        routes.add("GET", "ping", NONE, 1, call -> Map.of());
        routes.add("GET", "time", NONE, 1, call -> time());
        routes.add("GET", "exchangeInfo", NONE, 1, call -> exchangeInfo());
    }

    Object time() {
        return Map.of("serverTime", venue.now().toEpochMilli());
    }

    /** The market that a request must name. */
    Market market(Parameters parameters) {
        return market(parameters.text("symbol"));
    }

    Market market(String symbol) {
        return venue.markets().of(symbol).orElseThrow(ErrorCode.BAD_SYMBOL::with);
    }

    /** The market that a request may name, or all. */
    List<Market> markets(Parameters parameters) {
        return parameters
                .find("symbol")
                .map(symbol -> List.of(market(symbol)))
                .orElseGet(() -> venue.markets().all());
    }

    private Object exchangeInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("timezone", "UTC");
        info.put("serverTime", venue.now().toEpochMilli());
        info.put("futuresType", "U_MARGINED");
        info.put(
                "rateLimits",
                List.of(
                        limit("REQUEST_WEIGHT", "MINUTE", 1, options.weightPerMinute()),
                        limit("ORDERS", "MINUTE", 1, options.ordersPerMinute()),
                        limit("ORDERS", "SECOND", 10, options.ordersPerTenSeconds())));
        info.put("exchangeFilters", List.of());
        info.put("assets", assets());
        List<Object> symbols = new ArrayList<>();
        for (Market market : venue.markets().all()) {
            symbols.add(symbol(market.instrument(), symbols.size()));
        }
        info.put("symbols", symbols);
        return info;
    }

    /** The spot catalogue: the assets, and nothing that trades. */
    Object spotInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("timezone", "UTC");
        info.put("serverTime", venue.now().toEpochMilli());
        info.put("rateLimits", List.of(limit("REQUEST_WEIGHT", "MINUTE", 1, options.weightPerMinute())));
        info.put("exchangeFilters", List.of());
        info.put("assets", assets());
        info.put("symbols", List.of());
        return info;
    }

    private static Map<String, Object> limit(String type, String interval, int number, int limit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rateLimitType", type);
        row.put("interval", interval);
        row.put("intervalNum", number);
        row.put("limit", limit);
        return row;
    }

    private List<Object> assets() {
        return venue.markets().all().stream()
                .map(market -> marginAsset(market.instrument()))
                .distinct()
                .<Object>map(asset -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("asset", asset);
                    row.put("marginAvailable", true);
                    row.put("autoAssetExchange", "0");
                    return row;
                })
                .toList();
    }

    static String marginAsset(Instrument instrument) {
        return instrument.symbol().settle().orElse(instrument.symbol().quote());
    }

    /** The venue's name of the base: a multiplier is a part of it, as in 1000PEPE. */
    private static String baseAsset(Instrument instrument) {
        int units = instrument.contractValue().stripTrailingZeros().scale() <= 0
                ? instrument.contractValue().intValue()
                : 1;
        return (units == 1 ? "" : Integer.toString(units)) + instrument.symbol().base();
    }

    private static Map<String, Object> symbol(Instrument instrument, int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        boolean dated = instrument.symbol().expiry().isPresent();
        row.put("symbol", instrument.venueSymbol());
        row.put("pair", pair(instrument));
        row.put("contractType", dated ? "CURRENT_QUARTER" : "PERPETUAL");
        row.put(
                "deliveryDate",
                instrument.expiresAt().map(Instant::toEpochMilli).orElse(NEVER));
        row.put("onboardDate", instrument.listedAt().map(Instant::toEpochMilli).orElse(0L));
        row.put("status", status(instrument));
        row.put("maintMarginPercent", "2.5000");
        row.put("requiredMarginPercent", "5.0000");
        row.put("baseAsset", baseAsset(instrument));
        row.put("quoteAsset", instrument.symbol().quote());
        row.put("marginAsset", marginAsset(instrument));
        row.put("pricePrecision", Figures.priceDigits(instrument));
        row.put("quantityPrecision", Figures.quantityDigits(instrument));
        row.put("baseAssetPrecision", 8);
        row.put("quotePrecision", 8);
        row.put("underlyingType", "COIN");
        row.put("underlyingSubType", List.of());
        row.put("symbolType", 0);
        row.put("tradingMode", 0);
        row.put("name", instrument.symbol().base());
        row.put("channel", "");
        row.put("sequenceNo", 10 * (number + 1));
        row.put("twapMinNotional", "1000");
        row.put("settlePlan", 0);
        row.put("triggerProtect", "0.0500");
        row.put("liquidationFee", "0.012500");
        row.put("marketTakeBound", "0.05");
        row.put("createTime", instrument.listedAt().map(Instant::toEpochMilli).orElse(0L));
        row.put("filters", filters(instrument));
        row.put("orderTypes", ORDER_TYPES);
        row.put("timeInForce", timesInForce(instrument));
        return row;
    }

    private static List<String> timesInForce(Instrument instrument) {
        List<String> times = new ArrayList<>();
        for (TimeInForce time : List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.POST_ONLY)) {
            if (instrument.timesInForce().isEmpty() || instrument.timesInForce().contains(time)) {
                times.add(time == TimeInForce.POST_ONLY ? "GTX" : time.name());
            }
        }
        times.add("HIDDEN");
        times.add("RPI");
        return times;
    }

    static String pair(Instrument instrument) {
        String symbol = instrument.venueSymbol();
        int dated = symbol.indexOf('_');
        return dated < 0 ? symbol : symbol.substring(0, dated);
    }

    private static String status(Instrument instrument) {
        InstrumentStatus status = instrument.status();
        return switch (status) {
            case TRADING -> "TRADING";
            case PENDING -> "PENDING_TRADING";
            case SETTLING -> "SETTLING";
            case HALTED -> "PRE_SETTLE";
            case CLOSED, UNKNOWN -> "CLOSE";
        };
    }

    private static List<Object> filters(Instrument instrument) {
        List<Object> filters = new ArrayList<>();
        StepFilter price = instrument.priceFilter();
        filters.add(filter(
                "PRICE_FILTER",
                "minPrice",
                Figures.price(instrument, price.min()),
                "maxPrice",
                Figures.price(instrument, price.max()),
                "tickSize",
                Figures.price(instrument, price.step())));
        filters.add(lot("LOT_SIZE", instrument, instrument.quantityFilter()));
        filters.add(lot("MARKET_LOT_SIZE", instrument, instrument.marketQuantityFilter()));
        filters.add(filter("MAX_NUM_ORDERS", "limit", MAX_ORDERS));
        filters.add(filter("MAX_NUM_ALGO_ORDERS", "limit", MAX_CONDITIONAL));
        Optional<BigDecimal> notional = instrument.minNotional();
        filters.add(filter("MIN_NOTIONAL", "notional", Figures.plain(notional.orElse(BigDecimal.ZERO))));
        instrument.priceBand().ifPresent(band -> filters.add(band(band)));
        return filters;
    }

    private static Map<String, Object> band(PriceBand band) {
        return filter(
                "PERCENT_PRICE",
                "multiplierUp",
                Figures.plain(band.up()),
                "multiplierDown",
                Figures.plain(band.down()),
                "multiplierDecimal",
                "4",
                "ltMultiplierUp",
                "0",
                "ltMultiplierDown",
                "0");
    }

    private static Map<String, Object> lot(String type, Instrument instrument, StepFilter filter) {
        return filter(
                type,
                "minQty",
                Figures.quantity(instrument, filter.min()),
                "maxQty",
                Figures.quantity(instrument, filter.max()),
                "stepSize",
                Figures.quantity(instrument, filter.step()));
    }

    private static Map<String, Object> filter(String type, Object... namesAndValues) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("filterType", type);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            filter.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return filter;
    }
}
