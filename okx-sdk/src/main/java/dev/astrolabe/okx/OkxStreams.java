package dev.astrolabe.okx;

import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBalanceAndPosition;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxBookChannel;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxIndexTicker;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxLiquidation;
import dev.astrolabe.okx.model.OkxMarkPrice;
import dev.astrolabe.okx.model.OkxOpenInterest;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxPriceCandle;
import dev.astrolabe.okx.model.OkxPriceLimit;
import dev.astrolabe.okx.model.OkxPush;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRpiBook;
import dev.astrolabe.okx.model.OkxSystemStatus;
import dev.astrolabe.okx.model.OkxTicker;
import dev.astrolabe.okx.model.OkxTrade;

/**
 * Live data in OKX's own terms: instrument ids and contracts (docs: OKX v5, "WebSocket"). Connections, threads and listeners are as
 * {@link dev.astrolabe.exchange.MarketStreams} says; after a lost connection a channel goes on, and what was missed is not read
 * again. Where a channel is silent by nature, a shorter staleness is not taken from the options. A channel that the venue refuses, as
 * for a fee level that is too low, is asked for again after growing pauses, and is not live meanwhile.
 *
 * <p>Each call throws {@link dev.astrolabe.exchange.error.NotSentException} for a parameter that the channel does not take or lacks,
 * where a login is needed and the client has no credentials, where the region has no stream host that is known and none is set, and
 * on a closed client. Whether an instrument exists is for the venue to say.
 *
 * @since 0.1
 */
public interface OkxStreams {

    /**
     * The last 24 hours of an instrument, up to ten times a second (docs: OKX v5, "Tickers channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each change
     * @return the subscription; close it to end it
     */
    Subscription ticker(String instId, StreamOptions options, StreamListener<? super OkxTicker> listener);

    /**
     * Trades, the executions of one taker order at one price as one, whose id is that of the last (docs: OKX v5, "Trades
     * channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription trades(String instId, StreamOptions options, StreamListener<? super OkxTrade> listener);

    /**
     * Trades one by one (docs: OKX v5, "All trades channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription allTrades(String instId, StreamOptions options, StreamListener<? super OkxTrade> listener);

    /**
     * An order book, message by message: whoever keeps one has to follow the numbers, and {@link
     * dev.astrolabe.exchange.MarketStreams#orderBook} does (docs: OKX v5, "Order book channel").
     *
     * @param channel how deep and how often
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each message; a message that is lost goes unnoticed but for the numbers
     * @return the subscription; close it to end it
     */
    Subscription books(
            OkxBookChannel channel,
            String instId,
            StreamOptions options,
            StreamListener<? super OkxPush<OkxBook>> listener);

    /**
     * An order book with the orders of retail price improvement, message by message (docs: OKX v5, "RPI order book channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each message
     * @return the subscription; close it to end it
     */
    Subscription rpiBooks(String instId, StreamOptions options, StreamListener<? super OkxPush<OkxRpiBook>> listener);

    /**
     * Candles of trades as they form, up to once a second (docs: OKX v5, "Candlesticks channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param bar such as {@code 1m}, {@code 1H} or {@code 1Dutc}; without {@code utc}, bars of six hours and more open by UTC+8
     * @param options mailbox and staleness
     * @param listener gets each change
     * @return the subscription; close it to end it
     */
    Subscription candles(String instId, String bar, StreamOptions options, StreamListener<? super OkxCandle> listener);

    /**
     * Candles of the mark price as they form (docs: OKX v5, "Mark price candlesticks channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param bar such as {@code 1m}, {@code 1H} or {@code 1Dutc}
     * @param options mailbox and staleness
     * @param listener gets each change
     * @return the subscription; close it to end it
     */
    Subscription markCandles(
            String instId, String bar, StreamOptions options, StreamListener<? super OkxPriceCandle> listener);

    /**
     * Candles of an index as they form (docs: OKX v5, "Index candlesticks channel").
     *
     * @param index such as {@code BTC-USDT}
     * @param bar such as {@code 1m}, {@code 1H} or {@code 1Dutc}
     * @param options mailbox and staleness
     * @param listener gets each change
     * @return the subscription; close it to end it
     */
    Subscription indexCandles(
            String index, String bar, StreamOptions options, StreamListener<? super OkxPriceCandle> listener);

    /**
     * The mark price, five times a second where it changes (docs: OKX v5, "Mark price channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each; of two of the same time the later one holds
     * @return the subscription; close it to end it
     */
    Subscription markPrice(String instId, StreamOptions options, StreamListener<? super OkxMarkPrice> listener);

    /**
     * An index, ten times a second where it changes (docs: OKX v5, "Index tickers channel").
     *
     * @param index such as {@code BTC-USDT}
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription indexTicker(String index, StreamOptions options, StreamListener<? super OkxIndexTicker> listener);

    /**
     * The funding rate of the running interval, every 30 to 90 seconds (docs: OKX v5, "Funding rate channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription fundingRate(String instId, StreamOptions options, StreamListener<? super OkxFundingRate> listener);

    /**
     * What is open of an instrument, every 3 seconds (docs: OKX v5, "Open interest channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription openInterest(String instId, StreamOptions options, StreamListener<? super OkxOpenInterest> listener);

    /**
     * The highest price of a purchase and the lowest of a sale (docs: OKX v5, "Price limit channel").
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param options mailbox and staleness
     * @param listener gets each change
     * @return the subscription; close it to end it
     */
    Subscription priceLimit(String instId, StreamOptions options, StreamListener<? super OkxPriceLimit> listener);

    /**
     * Instruments that are listed or change; those that do not are not told (docs: OKX v5, "Instruments channel").
     *
     * @param type the kind of instruments
     * @param options mailbox and staleness
     * @param listener gets each that changed
     * @return the subscription; close it to end it
     */
    Subscription instruments(OkxInstType type, StreamOptions options, StreamListener<? super OkxInstrument> listener);

    /**
     * A sample of the liquidations (docs: OKX v5, "Liquidation orders channel").
     *
     * @param type the kind of instruments
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription liquidations(OkxInstType type, StreamOptions options, StreamListener<? super OkxLiquidation> listener);

    /**
     * Planned and running maintenance (docs: OKX v5, "Status channel").
     *
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription status(StreamOptions options, StreamListener<? super OkxSystemStatus> listener);

    /**
     * Orders of the account with their executions; how they stand at the beginning is not told (docs: OKX v5, "Order channel").
     *
     * @param query instType (needed), instFamily, instId
     * @param options mailbox and staleness
     * @param listener gets each change; the venue tells some twice
     * @return the subscription; close it to end it
     */
    Subscription orders(OkxQuery query, StreamOptions options, StreamListener<? super OkxOrder> listener);

    /**
     * Executions of the account, as fast as the venue can; for fee level VIP 4 and above (docs: OKX v5, "Fills channel").
     *
     * @param query instId, or nothing
     * @param options mailbox and staleness
     * @param listener gets each; without fees
     * @return the subscription; close it to end it
     */
    Subscription fills(OkxQuery query, StreamOptions options, StreamListener<? super OkxFill> listener);

    /**
     * Positions of the account (docs: OKX v5, "Positions channel").
     *
     * @param query instType (needed), instFamily, instId, extraParams
     * @param options mailbox and staleness
     * @param listener gets a snapshot, then each change, and how things stand every few seconds; a closed one has 0 contracts
     * @return the subscription; close it to end it
     */
    Subscription positions(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxPush<OkxPosition>> listener);

    /**
     * Balances of the account (docs: OKX v5, "Account channel").
     *
     * @param query ccy, extraParams, or nothing
     * @param options mailbox and staleness
     * @param listener gets a snapshot, then each change, and how things stand every few seconds
     * @return the subscription; close it to end it
     */
    Subscription account(OkxQuery query, StreamOptions options, StreamListener<? super OkxPush<OkxBalance>> listener);

    /**
     * Cash and positions as soon as something changes them, and what that was (docs: OKX v5, "Balance and position channel").
     *
     * @param options mailbox and staleness
     * @param listener gets a snapshot, then each change
     * @return the subscription; close it to end it
     */
    Subscription balanceAndPosition(StreamOptions options, StreamListener<? super OkxBalanceAndPosition> listener);

    /**
     * Positions that are near their liquidation; a hint, on which nothing should be built (docs: OKX v5, "Position risk
     * warning").
     *
     * @param query instType (needed), instFamily, instId
     * @param options mailbox and staleness
     * @param listener gets each; most fields of a position are not told
     * @return the subscription; close it to end it
     */
    Subscription liquidationWarnings(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxPosition> listener);

    /**
     * Stops, profits and triggers of the account; how they stand at the beginning is not told (docs: OKX v5, "Algo orders
     * channel").
     *
     * @param query instType (needed), instFamily, instId
     * @param options mailbox and staleness
     * @param listener gets each change
     * @return the subscription; close it to end it
     */
    Subscription algoOrders(OkxQuery query, StreamOptions options, StreamListener<? super OkxAlgoOrder> listener);

    /**
     * Trailing, split and time-weighted orders of the account (docs: OKX v5, "Advance algo orders channel").
     *
     * @param query instType (needed), instId, algoId
     * @param options mailbox and staleness
     * @param listener gets how they stand at the beginning, then each change
     * @return the subscription; close it to end it
     */
    Subscription advancedAlgoOrders(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxAlgoOrder> listener);
}
