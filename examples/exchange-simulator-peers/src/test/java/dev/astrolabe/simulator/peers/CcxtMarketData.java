package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public calls. */
abstract class CcxtMarketData extends CcxtGroup {

    CcxtMarketData() {
        super("reader");
    }

    @Test
    void load_markets_tells_every_instrument() {
        List<Instrument> instruments = sdk().instruments().all();

        assertThat(markets().size()).isEqualTo(instruments.size());
        for (Instrument instrument : instruments) {
            Told market = new Told("loadMarkets", market(instrument));
            market.number("/precision/price", instrument.toVenuePrice(instrument.tickSize()))
                    .number("/precision/amount", contracts(instrument, instrument.lotSize()))
                    .number(
                            "/limits/amount/min",
                            contracts(instrument, instrument.quantityFilter().min()))
                    .flag("/inverse", instrument.inverse())
                    .flag("/linear", !instrument.inverse())
                    .flag("/swap", instrument.kind() == InstrumentKind.PERPETUAL)
                    .flag("/active", true)
                    .text("/settle", instrument.symbol().settle().orElseThrow());
            instrument.expiresAt().ifPresent(expiry -> market.time("/expiry", expiry));
            if (onOkx()) {
                market.number("/contractSize", instrument.contractValue());
            }
        }
    }

    /** The filters of an inverse instrument count contracts already. */
    private static BigDecimal contracts(Instrument instrument, BigDecimal quantity) {
        return instrument.inverse() ? quantity : instrument.toContracts(quantity);
    }

    @Test
    void fetch_time_tells_the_venues_time() {
        Told time = ccxt().see("fetchTime", Ccxt.SWAP);

        time.time("", sdk().marketData().serverTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USDT:USDT", "PEPE/USDT:USDT"})
    void fetch_ticker_tells_the_day(String text) {
        Symbol symbol = Symbol.parse(text);

        Told told = ccxt().see("fetchTicker", name(symbol));

        compare(told, sdk().marketData().ticker(symbol));
    }

    @Test
    void fetch_tickers_tells_the_day_of_every_market() {
        Told told = ccxt().see("fetchTickers", null, Ccxt.SWAP);

        List<Ticker> tickers = sdk().marketData().tickers().stream()
                .filter(ticker -> instrument(ticker.symbol()).kind() == InstrumentKind.PERPETUAL)
                .toList();
        assertThat(told.size()).isEqualTo(tickers.size());
        tickers.forEach(ticker -> compare(told.at("/" + escaped(name(ticker.symbol()))), ticker));
    }

    private void compare(Told told, Ticker ticker) {
        Symbol symbol = ticker.symbol();
        told.number("/last", price(symbol, ticker.last()))
                .number("/open", price(symbol, ticker.open().orElseThrow()))
                .number("/high", price(symbol, ticker.high().orElseThrow()))
                .number("/low", price(symbol, ticker.low().orElseThrow()))
                .time("/timestamp", ticker.time());
        if (onOkx()) {
            told.number("/info/volCcy24h", ticker.baseVolume());
        } else {
            told.number("/info/volume", size(symbol, ticker.baseVolume().orElseThrow()))
                    .number("/info/quoteVolume", ticker.quoteVolume());
        }
    }

    /** A symbol in a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 100})
    void fetch_order_book_tells_every_level(int levels) {
        Told told = ccxt().see("fetchOrderBook", name(BTC), levels);

        compare(told, sdk().marketData().orderBook(BTC, levels));
    }

    @Test
    void fetch_order_book_tells_the_levels_of_a_coin_that_trades_by_the_thousand() {
        Told told = ccxt().see("fetchOrderBook", name(PEPE), 5);

        compare(told, sdk().marketData().orderBook(PEPE, 5));
    }

    private void compare(Told told, OrderBook book) {
        told.time("/timestamp", book.time());
        compare(told.at("/bids"), book.symbol(), book.bids());
        compare(told.at("/asks"), book.symbol(), book.asks());
    }

    private void compare(Told told, Symbol symbol, List<PriceLevel> levels) {
        assertThat(told.size()).isEqualTo(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            PriceLevel level = levels.get(i);
            told.at(i).number("/0", price(symbol, level.price())).number("/1", size(symbol, level.quantity()));
        }
    }

    @Test
    void fetch_trades_tells_the_newest_trades() {
        Told told = ccxt().see("fetchTrades", name(BTC), null, 50);

        List<Trade> trades = sdk().marketData().trades(BTC, 50);
        assertThat(told.size()).isEqualTo(trades.size());
        for (Trade trade : trades) {
            compare(byId(told, trade.id()), trade);
        }
    }

    void compare(Told told, Trade trade) {
        told.number("/price", price(trade.symbol(), trade.price()))
                .number("/amount", size(trade.symbol(), trade.quantity()))
                .text("/side", trade.takerSide() == Side.BUY ? "buy" : "sell")
                .time("/timestamp", trade.time());
    }

    /** The element with an id. */
    static Told byId(Told told, String id) {
        for (int i = 0; i < told.size(); i++) {
            if (told.answer().get(i).path("id").asText().equals(id)) {
                return told.at(i);
            }
        }
        throw new AssertionError(told.call() + " tells nothing of id " + id + ": " + told.answer());
    }

    @ParameterizedTest
    @EnumSource(names = {"M1", "M5", "M15", "H1", "H4", "H6", "D1"})
    void fetch_ohlcv_tells_candles(CandleInterval interval) {
        candles(interval, PriceKind.LAST, Map.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"M1", "H1"})
    void fetch_ohlcv_tells_candles_of_the_mark_price(CandleInterval interval) {
        candles(interval, PriceKind.MARK, Map.of("price", "mark"));
    }

    @ParameterizedTest
    @EnumSource(names = {"M1", "H1"})
    void fetch_ohlcv_tells_candles_of_the_index_price(CandleInterval interval) {
        candles(interval, PriceKind.INDEX, Map.of("price", "index"));
    }

    @Test
    void fetch_ohlcv_tells_candles_from_a_time_on() {
        Instant from = bench().simulator().clock().instant().minusSeconds(20 * 60);

        Told told = ccxt().see("fetchOHLCV", name(BTC), "1m", from.toEpochMilli(), 10);

        List<Candle> candles = sdk().marketData()
                .candles(CandleQuery.builder()
                        .symbol(BTC)
                        .interval(CandleInterval.M1)
                        .from(from)
                        .limit(10)
                        .build());
        compare(told, candles, true);
    }

    private void candles(CandleInterval interval, PriceKind kind, Map<String, String> parameters) {
        Told told = ccxt().see("fetchOHLCV", name(BTC), interval.code(), null, 30, parameters);

        List<Candle> candles = sdk().marketData()
                .candles(CandleQuery.builder()
                        .symbol(BTC)
                        .interval(interval)
                        .kind(kind)
                        .limit(30)
                        .build());
        compare(told, candles, kind == PriceKind.LAST);
    }

    private static void compare(Told told, List<Candle> candles, boolean withVolume) {
        assertThat(told.size()).isEqualTo(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.get(i);
            Told row = told.at(i);
            row.time("/0", candle.openTime())
                    .number("/1", candle.open())
                    .number("/2", candle.high())
                    .number("/3", candle.low())
                    .number("/4", candle.close());
            if (withVolume) {
                row.number("/5", candle.volume());
            }
        }
    }

    @Test
    void fetch_funding_rate_tells_the_running_rate() {
        Told told = ccxt().see("fetchFundingRate", name(BTC));

        compare(told, sdk().marketData().fundingRate(BTC));
    }

    @Test
    void fetch_funding_rates_tells_every_markets_rate() {
        Told told = ccxt().see("fetchFundingRates");

        for (Symbol symbol : List.of(BTC, ETH, PEPE)) {
            compare(told.at("/" + escaped(name(symbol))), sdk().marketData().fundingRate(symbol));
        }
    }

    private void compare(Told told, FundingRate rate) {
        told.number("/fundingRate", rate.rate())
                .time(onOkx() ? "/fundingTimestamp" : "/nextFundingTimestamp", rate.fundingTime());
        if (!onOkx()) {
            MarkPrice mark = sdk().marketData().markPrice(rate.symbol());
            told.number("/info/markPrice", price(rate.symbol(), mark.mark()))
                    .number(
                            "/info/indexPrice",
                            price(rate.symbol(), mark.index().orElseThrow()));
        }
    }

    @Test
    void fetch_funding_rate_history_tells_what_was_paid() {
        Told told = ccxt().see("fetchFundingRateHistory", name(ETH), null, 10);

        List<FundingRate> rates =
                sdk()
                        .marketData()
                        .fundingHistory(
                                HistoryQuery.builder().symbol(ETH).limit(10).build())
                        .items()
                        .stream()
                        .sorted((one, other) -> one.fundingTime().compareTo(other.fundingTime()))
                        .toList();
        assertThat(rates).isNotEmpty();
        assertThat(told.size()).isEqualTo(rates.size());
        for (int i = 0; i < rates.size(); i++) {
            told.at(i)
                    .number("/fundingRate", rates.get(i).rate())
                    .time("/timestamp", rates.get(i).fundingTime());
        }
    }

    /** The best prices of a ticker that tells them. */
    final void compareBest(Told told, BookTicker best) {
        told.number("/bid", price(best.symbol(), best.bid()))
                .number("/bidVolume", size(best.symbol(), best.bidQuantity()))
                .number("/ask", price(best.symbol(), best.ask()))
                .number("/askVolume", size(best.symbol(), best.askQuantity()));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
