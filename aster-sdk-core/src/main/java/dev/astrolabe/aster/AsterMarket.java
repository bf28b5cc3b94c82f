package dev.astrolabe.aster;

import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterCatalogue;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.FundingConfig;
import dev.astrolabe.aster.model.IndexReference;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.aster.model.PriceCandle;
import dev.astrolabe.aster.model.PriceTicker;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Market data of AsterDex futures (docs: futures, "Market Data Endpoints"). Each call is one request and needs no key unless it
 * says so; what is out of the venue's range is refused before it. Lists of all instruments leave out those that the catalogue
 * does not know. A query with a cursor is refused: {@link dev.astrolabe.exchange.MarketData} reads page after page.
 *
 * @since 0.1
 */
public interface AsterMarket {

    /** Asks whether the venue answers at all (docs: futures, "Test Connectivity"). */
    void ping();

    /**
     * The venue's clock (docs: futures, "Check Server Time").
     *
     * @return its time
     */
    Instant serverTime();

    /**
     * The whole catalogue in the venue's own units (docs: futures, "Exchange Information"). The neutral instruments are in
     * {@link dev.astrolabe.exchange.Instruments}.
     *
     * @return the catalogue, read now
     */
    AsterCatalogue exchangeInfo();

    /**
     * The order book (docs: futures, "Order Book"). Weight 2 to 50 levels, 5 to 100, 10 to 500, 20 to 1000.
     *
     * @param symbol the instrument
     * @param limit levels a side: 5, 10, 20, 50, 100, 500 or 1000
     * @return the book; its sequence is the id of the last change, by which diffs of the stream are joined on
     * @throws dev.astrolabe.exchange.error.NotSentException if the limit is another one
     */
    OrderBook orderBook(Symbol symbol, int limit);

    /**
     * The newest trades (docs: futures, "Recent Trades List").
     *
     * @param symbol the instrument
     * @param limit from 1 to 1000
     * @return the trades, oldest first
     */
    List<Trade> trades(Symbol symbol, int limit);

    /**
     * The newest trades of the archive (docs: futures, "Old Trades Lookup"). Weight 20. On v1 it needs a key.
     *
     * @param symbol the instrument
     * @param limit from 1 to 1000
     * @return the trades, oldest first
     */
    List<Trade> historicalTrades(Symbol symbol, int limit);

    /**
     * Trades of the archive from an id on (docs: futures, "Old Trades Lookup"). Weight 20. On v1 it needs a key.
     *
     * @param symbol the instrument
     * @param fromId the first id
     * @param limit from 1 to 1000
     * @return the trades, oldest first
     */
    List<Trade> historicalTrades(Symbol symbol, long fromId, int limit);

    /**
     * Trades, those of one taker order at one price together (docs: futures, "Compressed/Aggregate Trades List"). Weight 20.
     *
     * @param query needs a symbol; with both times less than an hour; limit from 1 to 1000
     * @return the trades, oldest first; the newest ones without a start
     */
    List<AggregateTrade> aggregateTrades(HistoryQuery query);

    /**
     * Aggregate trades from an id on (docs: futures, "Compressed/Aggregate Trades List"). Weight 20.
     *
     * @param symbol the instrument
     * @param fromId the first id, of an aggregate trade
     * @param limit from 1 to 1000
     * @return the trades, oldest first
     */
    List<AggregateTrade> aggregateTrades(Symbol symbol, long fromId, int limit);

    /**
     * Candles of trades (docs: futures, "Kline/Candlestick Data"). Weight 1 to 99 candles, 2 to 499, 5 to 1000, 10 above.
     *
     * @param query which candles, of kind LAST; limit from 1 to 1500
     * @return the candles, oldest first; the last may be open still
     */
    List<AsterCandle> candles(CandleQuery query);

    /**
     * Candles of the mark or index price (docs: futures, "Mark Price Kline/Candlestick Data" and "Index Price
     * Kline/Candlestick Data"). Weight as {@link #candles}.
     *
     * @param query which candles, of kind MARK or INDEX; limit from 1 to 1500
     * @return the candles, oldest first; the last may be open still
     */
    List<PriceCandle> priceCandles(CandleQuery query);

    /**
     * Mark and index price with the running funding (docs: futures, "Mark Price").
     *
     * @param symbol the instrument
     * @return the prices
     */
    PremiumIndex premiumIndex(Symbol symbol);

    /**
     * Mark and index prices of every instrument (docs: futures, "Mark Price").
     *
     * @return the prices
     */
    List<PremiumIndex> premiumIndexes();

    /**
     * Funding rates that were paid (docs: futures, "Get Funding Rate History").
     *
     * @param query without a symbol, of every instrument; limit from 1 to 1000, 100 unless set
     * @return the rates, oldest first; the newest ones without a start
     */
    List<FundingRate> fundingRates(HistoryQuery query);

    /**
     * How the funding of an instrument is reckoned (docs: futures, "Get Funding Rate Config").
     *
     * @param symbol the instrument
     * @return the configuration; empty where the venue lists none
     */
    Optional<FundingConfig> fundingConfig(Symbol symbol);

    /**
     * How the funding of every instrument is reckoned (docs: futures, "Get Funding Rate Config").
     *
     * @return the configurations
     */
    List<FundingConfig> fundingConfigs();

    /**
     * The last 24 hours (docs: futures, "24hr Ticker Price Change Statistics").
     *
     * @param symbol the instrument
     * @return its ticker
     */
    AsterTicker ticker(Symbol symbol);

    /**
     * The last 24 hours of every instrument (docs: futures, "24hr Ticker Price Change Statistics"). Weight 40.
     *
     * @return the tickers
     */
    List<AsterTicker> tickers();

    /**
     * The last price (docs: futures, "Symbol Price Ticker").
     *
     * @param symbol the instrument
     * @return its price
     */
    PriceTicker price(Symbol symbol);

    /**
     * The last price of every instrument (docs: futures, "Symbol Price Ticker"). Weight 2.
     *
     * @return the prices
     */
    List<PriceTicker> prices();

    /**
     * The best bid and ask (docs: futures, "Symbol Order Book Ticker").
     *
     * @param symbol the instrument
     * @return bid and ask
     * @throws dev.astrolabe.exchange.error.ProtocolException if a side of the book is empty
     */
    BookTicker bookTicker(Symbol symbol);

    /**
     * The best bid and ask of every instrument (docs: futures, "Symbol Order Book Ticker"). Weight 2.
     *
     * @return bids and asks; instruments without both are left out
     */
    List<BookTicker> bookTickers();

    /**
     * What the index price is made of (docs: futures v3, "Query index price references"). Only v3 has it.
     *
     * @param symbol the instrument
     * @return its components
     */
    IndexReference indexReference(Symbol symbol);

    /**
     * How much more may be opened at a leverage (docs: futures v1, "Query remaining openable notional value"). On v1 it is
     * about the account, needs a key and has a weight of 20; on v3 it is public, has a weight of 50 and is documented since
     * 2026-10.
     *
     * @param symbol the instrument
     * @param leverage from 1 to 125
     * @return the notional in the settle asset; empty where nothing bounds it
     */
    Optional<BigDecimal> openableNotional(Symbol symbol, int leverage);
}
