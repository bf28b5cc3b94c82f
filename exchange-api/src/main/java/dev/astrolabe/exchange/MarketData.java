package dev.astrolabe.exchange;

import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.time.Instant;
import java.util.List;

/**
 * Public prices. No call here needs a key or changes anything, so each is repeated by the client when it fails on the way.
 *
 * @since 0.1
 */
public interface MarketData {

    /**
     * The venue's clock.
     *
     * @return its time
     */
    Instant serverTime();

    /**
     * The last 24 hours of an instrument.
     *
     * @param symbol the instrument
     * @return its ticker
     */
    Ticker ticker(Symbol symbol);

    /**
     * The last 24 hours of every instrument.
     *
     * @return the tickers; instruments that the catalogue does not know are left out
     */
    List<Ticker> tickers();

    /**
     * The best bid and ask of an instrument.
     *
     * @param symbol the instrument
     * @return bid and ask
     */
    BookTicker bookTicker(Symbol symbol);

    /**
     * The best bid and ask of every instrument.
     *
     * @return bids and asks; instruments that the catalogue does not know, or without both sides, are left out
     */
    List<BookTicker> bookTickers();

    /**
     * The order book.
     *
     * @param symbol the instrument
     * @param depth how many levels a side at least, where there are as many; from 1 to the capabilities' largest
     * @return the book
     */
    OrderBook orderBook(Symbol symbol, int depth);

    /**
     * The newest trades.
     *
     * @param symbol the instrument
     * @param limit how many at most; from 1 to 1000
     * @return the trades, oldest first
     */
    List<Trade> trades(Symbol symbol, int limit);

    /**
     * Older trades. Needs {@link Feature#TRADE_HISTORY}.
     *
     * @param query which part; needs a symbol
     * @return a page
     */
    Page<Trade> tradeHistory(HistoryQuery query);

    /**
     * Candles. A query with a start pages forward: set {@code from} of the next one behind the last candle.
     *
     * @param query which candles
     * @return the candles, oldest first; the last may be open still
     */
    List<Candle> candles(CandleQuery query);

    /**
     * The mark and index price of a derivative, with its running funding.
     *
     * @param symbol the instrument
     * @return the prices
     */
    MarkPrice markPrice(Symbol symbol);

    /**
     * The mark and index prices of every derivative.
     *
     * @return the prices; instruments that the catalogue does not know are left out
     */
    List<MarkPrice> markPrices();

    /**
     * The running funding rate of a perpetual. Needs {@link Feature#FUNDING}.
     *
     * @param symbol the instrument
     * @return the rate, when it is paid, and how often
     */
    FundingRate fundingRate(Symbol symbol);

    /**
     * Funding rates of the past. Needs {@link Feature#FUNDING}.
     *
     * @param query which part; needs a symbol
     * @return a page
     */
    Page<FundingRate> fundingHistory(HistoryQuery query);

    /**
     * What is held open by all traders. Needs {@link Feature#OPEN_INTEREST}.
     *
     * @param symbol the instrument
     * @return the open interest
     */
    OpenInterest openInterest(Symbol symbol);
}
