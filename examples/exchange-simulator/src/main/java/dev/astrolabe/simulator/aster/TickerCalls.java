package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.NONE;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.market.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tickers (docs: futures v3, "24hr Ticker Price Change Statistics" and the two after it). */
final class TickerCalls {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The numbers of a day, as the venue writes them.
     *
     * @param lastId the newest trade's id
     */
    record Day(
            String change,
            String changePercent,
            String average,
            String last,
            String lastQuantity,
            String open,
            String high,
            String low,
            String volume,
            String quoteVolume,
            long openTime,
            long closeTime,
            long firstId,
            long lastId,
            long count) {

        static Day of(Market market) {
            Instrument instrument = market.instrument();
            Ticker day = market.day();
            BigDecimal open = day.open().orElse(day.last());
            BigDecimal change = day.last().subtract(open);
            BigDecimal volume = day.baseVolume().orElse(BigDecimal.ZERO);
            BigDecimal quote = day.quoteVolume().orElse(BigDecimal.ZERO);
            List<Trade> trades = market.trades();
            Trade newest = trades.isEmpty() ? null : trades.get(trades.size() - 1);
            long lastId = newest == null ? 0 : MarketCalls.id(newest);
            long closeTime = day.time().toEpochMilli();
            return new Day(
                    Figures.price(instrument, change),
                    percent(change, open),
                    Figures.average(
                            instrument,
                            volume.signum() == 0 ? day.last() : quote.divide(volume, 16, RoundingMode.HALF_EVEN)),
                    Figures.price(instrument, day.last()),
                    Figures.quantity(instrument, newest == null ? BigDecimal.ZERO : newest.quantity()),
                    Figures.price(instrument, open),
                    Figures.price(instrument, day.high().orElse(day.last())),
                    Figures.price(instrument, day.low().orElse(day.last())),
                    Figures.quantity(instrument, volume),
                    Figures.plain(quote.setScale(8, RoundingMode.HALF_EVEN)),
                    closeTime - Duration.ofDays(1).toMillis(),
                    closeTime,
                    Math.max(lastId - market.dayTrades() + 1, 0),
                    lastId,
                    market.dayTrades());
        }

        private static String percent(BigDecimal change, BigDecimal open) {
            return open.signum() == 0
                    ? "0.000"
                    : change.multiply(HUNDRED)
                            .divide(open, 3, RoundingMode.HALF_EVEN)
                            .toPlainString();
        }
    }

    private final Catalogue catalogue;

    TickerCalls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        add(routes, "ticker/24hr", 40, TickerCalls::day);
        add(routes, "ticker/price", 2, TickerCalls::price);
        add(routes, "ticker/bookTicker", 2, TickerCalls::best);
    }

    private void add(Routes routes, String name, int weightOfAll, Function<Market, Map<String, Object>> row) {
        routes.add("GET", Routes.BOTH, name, NONE, Routes.oneOrAll(1, weightOfAll), call -> {
            List<Market> markets = catalogue.markets(call.parameters());
            return call.parameters().has("symbol")
                    ? row.apply(markets.get(0))
                    : markets.stream().map(row).toList();
        });
    }

    private static Map<String, Object> day(Market market) {
        Day day = Day.of(market);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.instrument().venueSymbol());
        row.put("priceChange", day.change());
        row.put("priceChangePercent", day.changePercent());
        row.put("weightedAvgPrice", day.average());
        row.put("prevClosePrice", day.open());
        row.put("lastPrice", day.last());
        row.put("lastQty", day.lastQuantity());
        row.put("openPrice", day.open());
        row.put("highPrice", day.high());
        row.put("lowPrice", day.low());
        row.put("volume", day.volume());
        row.put("quoteVolume", day.quoteVolume());
        row.put("openTime", day.openTime());
        row.put("closeTime", day.closeTime());
        row.put("firstId", day.firstId());
        row.put("lastId", day.lastId());
        row.put("count", day.count());
        return row;
    }

    private static Map<String, Object> price(Market market) {
        Ticker day = market.day();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.instrument().venueSymbol());
        row.put("price", Figures.price(market.instrument(), day.last()));
        row.put("time", day.time().toEpochMilli());
        return row;
    }

    private static Map<String, Object> best(Market market) {
        Instrument instrument = market.instrument();
        OrderBook book = market.book(1);
        PriceLevel bid = best(book.bids());
        PriceLevel ask = best(book.asks());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", instrument.venueSymbol());
        row.put("bidPrice", Figures.price(instrument, bid.price()));
        row.put("bidQty", Figures.quantity(instrument, bid.quantity()));
        row.put("askPrice", Figures.price(instrument, ask.price()));
        row.put("askQty", Figures.quantity(instrument, ask.quantity()));
        row.put("time", book.time().toEpochMilli());
        return row;
    }

    /** The first level; zeros where the side is empty. */
    static PriceLevel best(List<PriceLevel> side) {
        return side.isEmpty() ? new PriceLevel(BigDecimal.ZERO, BigDecimal.ZERO) : side.get(0);
    }
}
