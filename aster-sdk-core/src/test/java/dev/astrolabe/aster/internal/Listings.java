package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.CatalogPayloads.SymbolRow;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Rows of exchangeInfo for tests. */
final class Listings {

    private static final Json JSON = new Json();

    private Listings() {}

    static Instrument btc() {
        return InstrumentMapper.map(row("BTC", "TRADING", "0.1", "0.001"));
    }

    static Instrument pepe() {
        return InstrumentMapper.map(row("1000PEPE", "TRADING", "0.0000010", "1"));
    }

    static SymbolRow row(String base, String status, String tick, String step) {
        return json(SymbolRow.class, """
                {"symbol": "%1$sUSDT", "pair": "%1$sUSDT", "contractType": "PERPETUAL", "deliveryDate": 4133404800000,
                 "onboardDate": 1627628400000, "status": "%2$s", "baseAsset": "%1$s", "quoteAsset": "USDT",
                 "marginAsset": "USDT", "pricePrecision": 1, "filters": [
                   {"filterType": "PRICE_FILTER", "minPrice": "%3$s", "maxPrice": "1000000", "tickSize": "%3$s"},
                   {"filterType": "LOT_SIZE", "minQty": "%4$s", "maxQty": "1000000", "stepSize": "%4$s"},
                   {"filterType": "MARKET_LOT_SIZE", "minQty": "%4$s", "maxQty": "120", "stepSize": "%4$s"},
                   {"filterType": "MAX_NUM_ORDERS", "limit": 200},
                   {"filterType": "MIN_NOTIONAL", "notional": "5"},
                   {"filterType": "PERCENT_PRICE", "multiplierUp": "1.0500", "multiplierDown": "0.9500",
                    "multiplierDecimal": "4"},
                   {"filterType": "TOMORROWS_FILTER", "bound": "7"}],
                 "orderTypes": ["LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET",
                   "TRAILING_STOP_MARKET", "TOMORROWS_TYPE"],
                 "timeInForce": ["GTC", "IOC", "FOK", "GTX", "RPI", "HIDDEN", "NO_FILL"]}
                """.formatted(base, status, tick, step));
    }

    /** Filters as the venue writes them, and the order types under their other name. */
    static SymbolRow withFilters(String filters) {
        return json(SymbolRow.class, """
                {"symbol": "BTCUSDT", "contractType": "PERPETUAL", "status": "TRADING", "baseAsset": "BTC",
                 "quoteAsset": "USDT", "filters": [%s], "OrderType": ["LIMIT", "MARKET"]}""".formatted(filters));
    }

    /** Any name that the venue may send, also one of tomorrow. */
    static Instrument named(String venueSymbol) {
        String base = venueSymbol.replaceAll("USDT$|[^A-Z0-9]", "");
        return InstrumentMapper.map(row(base, "TRADING", "0.1", "0.001"));
    }

    static <T> T json(Class<T> type, String text) {
        try {
            return JSON.read(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BigDecimal num(String text) {
        return new BigDecimal(text);
    }
}
