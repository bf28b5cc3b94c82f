package dev.astrolabe.okx;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxConversion;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxFundingRecord;
import dev.astrolabe.okx.model.OkxIndexTicker;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxMarkPrice;
import dev.astrolabe.okx.model.OkxOpenInterest;
import dev.astrolabe.okx.model.OkxPositionTier;
import dev.astrolabe.okx.model.OkxPriceCandle;
import dev.astrolabe.okx.model.OkxPriceLimit;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRpiBook;
import dev.astrolabe.okx.model.OkxSystemStatus;
import dev.astrolabe.okx.model.OkxTicker;
import dev.astrolabe.okx.model.OkxTrade;
import java.time.Instant;
import java.util.List;

/**
 * Public data in OKX's own terms: instrument ids and contracts. Each query names the parameters that it takes; one that a call needs
 * and that is not there, or that it does not take, is refused with a {@link NotSentException} before anything is sent. Needs no
 * key. Blocks, safe for any thread.
 *
 * @since 0.1
 */
public interface OkxMarket {

    /**
     * The venue's clock (docs: OKX v5, "Get system time").
     *
     * @return its time
     */
    Instant time();

    /**
     * What is traded (docs: OKX v5, "Get instruments").
     *
     * @param query instType, which is needed, instFamily, instId, seriesId
     * @return the instruments, those too that are only announced
     */
    List<OkxInstrument> instruments(OkxQuery query);

    /**
     * The last 24 hours of every instrument of a kind (docs: OKX v5, "Get tickers").
     *
     * @param query instType, which is needed, instFamily
     * @return the tickers
     */
    List<OkxTicker> tickers(OkxQuery query);

    /**
     * The last 24 hours of an instrument (docs: OKX v5, "Get ticker").
     *
     * @param instId the instrument
     * @return the ticker
     */
    OkxTicker ticker(String instId);

    /**
     * The order book, up to 50 ms old (docs: OKX v5, "Get order book").
     *
     * @param instId the instrument
     * @param levels how many a side, from 1 to 400
     * @return the book
     */
    OkxBook book(String instId, int levels);

    /**
     * The order book with more levels, up to a second old (docs: OKX v5, "Get full order book").
     *
     * @param instId the instrument
     * @param levels how many a side, from 1 to 5000
     * @return the book, without a sequence
     */
    OkxBook fullBook(String instId, int levels);

    /**
     * The order book with the orders of retail price improvement (docs: OKX v5, "Get RPI order book").
     *
     * @param instId the instrument
     * @param levels how many a side, from 1 to 400
     * @return the book
     */
    OkxRpiBook rpiBook(String instId, int levels);

    /**
     * The newest trades (docs: OKX v5, "Get trades").
     *
     * @param instId the instrument
     * @param limit how many at most, from 1 to 500
     * @return the trades, newest first
     */
    List<OkxTrade> trades(String instId, int limit);

    /**
     * Trades of the last three months. The cursor is an id, or a time where type is 2 (docs: OKX v5, "Get trades history").
     *
     * @param query instId, which is needed, type, after, before, limit up to 100
     * @return a page, newest first
     */
    Page<OkxTrade> tradeHistory(OkxQuery query);

    /**
     * Candles of trades, of the last 1440 bars. Bars of six hours and more open at midnight of UTC+8, those whose name ends with {@code utc} at midnight UTC (docs: OKX v5, "Get candlesticks").
     *
     * @param query instId, which is needed, bar, after and before, which are exclusive, limit up to 300, adjust
     * @return the candles, newest first
     */
    List<OkxCandle> candles(OkxQuery query);

    /**
     * Candles of trades, of years (docs: OKX v5, "Get candlesticks history").
     *
     * @param query as for {@link #candles}
     * @return the candles, newest first
     */
    List<OkxCandle> candleHistory(OkxQuery query);

    /**
     * Candles of the mark price, of the last 1440 bars (docs: OKX v5, "Get mark price candlesticks").
     *
     * @param query instId, which is needed, bar, after, before, limit up to 100
     * @return the candles, newest first
     */
    List<OkxPriceCandle> markCandles(OkxQuery query);

    /**
     * Candles of the mark price, of years (docs: OKX v5, "Get mark price candlesticks history").
     *
     * @param query as for {@link #markCandles}
     * @return the candles, newest first
     */
    List<OkxPriceCandle> markCandleHistory(OkxQuery query);

    /**
     * Candles of an index, of the last 1440 bars (docs: OKX v5, "Get index candlesticks").
     *
     * @param query instId of the index, which is needed, bar, after, before, limit up to 100
     * @return the candles, newest first
     */
    List<OkxPriceCandle> indexCandles(OkxQuery query);

    /**
     * Candles of an index, of years (docs: OKX v5, "Get index candlesticks history").
     *
     * @param query as for {@link #indexCandles}
     * @return the candles, newest first
     */
    List<OkxPriceCandle> indexCandleHistory(OkxQuery query);

    /**
     * Mark prices (docs: OKX v5, "Get mark price").
     *
     * @param query instType, which is needed, instFamily, instId
     * @return the prices
     */
    List<OkxMarkPrice> markPrices(OkxQuery query);

    /**
     * The last 24 hours of indices (docs: OKX v5, "Get index tickers").
     *
     * @param query instId of the index, or quoteCcy
     * @return the tickers
     */
    List<OkxIndexTicker> indexTickers(OkxQuery query);

    /**
     * The running funding of a perpetual (docs: OKX v5, "Get funding rate").
     *
     * @param instId the instrument
     * @return the rate
     */
    OkxFundingRate fundingRate(String instId);

    /**
     * The running funding of every perpetual (docs: OKX v5, "Get funding rate").
     *
     * @return the rates
     */
    List<OkxFundingRate> fundingRates();

    /**
     * Funding of the last three months (docs: OKX v5, "Get funding rate history").
     *
     * @param query instId, which is needed, after, before, limit up to 400
     * @return a page, newest first
     */
    Page<OkxFundingRecord> fundingHistory(OkxQuery query);

    /**
     * What all traders hold (docs: OKX v5, "Get open interest").
     *
     * @param query instType, which is needed, instFamily, instId
     * @return the open interest
     */
    List<OkxOpenInterest> openInterest(OkxQuery query);

    /**
     * Between which prices orders are taken (docs: OKX v5, "Get limit price").
     *
     * @param instId the instrument
     * @return the limits
     */
    OkxPriceLimit priceLimit(String instId);

    /**
     * How much margin positions need (docs: OKX v5, "Get position tiers").
     *
     * @param query instType and tdMode, which are needed, instFamily (up to 5), instId, ccy, tier
     * @return the tiers
     */
    List<OkxPositionTier> positionTiers(OkxQuery query);

    /**
     * A size in other units (docs: OKX v5, "Unit convert").
     *
     * @param query instId and sz, which are needed, type, px, unit, opType
     * @return the converted size
     */
    OkxConversion convert(OkxQuery query);

    /**
     * The indices of a kind (docs: OKX v5, "Get underlying").
     *
     * @param type SWAP, FUTURES or OPTION
     * @return the indices
     */
    List<String> underlyings(OkxInstType type);

    /**
     * Maintenances that are planned, on or over (docs: OKX v5, "Status").
     *
     * @param query state
     * @return the maintenances
     */
    List<OkxSystemStatus> systemStatus(OkxQuery query);
}
