package dev.astrolabe.aster;

import dev.astrolabe.aster.model.AddressedTrade;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.BookSpeed;
import dev.astrolabe.aster.model.LiquidationOrder;
import dev.astrolabe.aster.model.MarkPriceSpeed;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import java.util.List;

/**
 * Live data beyond the neutral streams (docs: futures, "Websocket Market Streams"). Connections, threads and listeners are as
 * {@link dev.astrolabe.exchange.MarketStreams} says. Streams of all instruments leave out those that the catalogue does not
 * know. Each call throws {@link dev.astrolabe.exchange.error.NotSentException} for an instrument that the venue does not list, and
 * on a closed client.
 *
 * @since 0.1
 */
public interface AsterStreams {

    /**
     * The last 24 hours of an instrument, twice a second at most.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each change; the stream does not tell the price before the window
     * @return the subscription; close it to end it
     */
    Subscription ticker(Symbol symbol, StreamOptions options, StreamListener<? super AsterTicker> listener);

    /**
     * The last 24 hours of every instrument that changed, once a second.
     *
     * @param options mailbox and staleness; a policy that drops events drops changes of many instruments
     * @param listener gets what changed together
     * @return the subscription; close it to end it
     */
    Subscription tickers(StreamOptions options, StreamListener<? super List<AsterTicker>> listener);

    /**
     * The last 24 hours of an instrument in short, twice a second at most.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each change; without the change as a ratio, which can be reckoned from opening and last price
     * @return the subscription; close it to end it
     */
    Subscription miniTicker(Symbol symbol, StreamOptions options, StreamListener<? super Ticker> listener);

    /**
     * The last 24 hours of every instrument that changed, in short, once a second.
     *
     * @param options mailbox and staleness; a policy that drops events drops changes of many instruments
     * @param listener gets what changed together
     * @return the subscription; close it to end it
     */
    Subscription miniTickers(StreamOptions options, StreamListener<? super List<Ticker>> listener);

    /**
     * Mark price, funding and estimated settlement of an instrument.
     *
     * @param symbol the instrument
     * @param speed how often
     * @param options mailbox and staleness
     * @param listener gets each update; the stream does not tell the interest in the rate
     * @return the subscription; close it to end it
     */
    Subscription markPrice(
            Symbol symbol, MarkPriceSpeed speed, StreamOptions options, StreamListener<? super PremiumIndex> listener);

    /**
     * Mark price, funding and estimated settlement of every instrument.
     *
     * @param speed how often
     * @param options mailbox and staleness
     * @param listener gets all of them together
     * @return the subscription; close it to end it
     */
    Subscription markPrices(
            MarkPriceSpeed speed, StreamOptions options, StreamListener<? super List<PremiumIndex>> listener);

    /**
     * Trades as the neutral stream tells them, with the ids of those that each puts together.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets the trades of one taker order at one price together
     * @return the subscription; close it to end it
     */
    Subscription aggregateTrades(Symbol symbol, StreamOptions options, StreamListener<? super AggregateTrade> listener);

    /**
     * Candles of last prices as they form, with all that the venue says of them.
     *
     * @param symbol the instrument
     * @param interval the length of a candle
     * @param options mailbox and staleness
     * @param listener gets each change of the running candle, and each closed one
     * @return the subscription; close it to end it
     */
    Subscription candles(
            Symbol symbol,
            CandleInterval interval,
            StreamOptions options,
            StreamListener<? super AsterCandle> listener);

    /**
     * Best bid and ask of every instrument, as they change.
     *
     * @param options mailbox and staleness; a policy that drops events drops changes of any instrument
     * @param listener gets each change of an instrument with both sides
     * @return the subscription; close it to end it
     */
    Subscription bookTickers(StreamOptions options, StreamListener<? super BookTicker> listener);

    /**
     * The top of an order book, whole in each event. {@link dev.astrolabe.exchange.MarketStreams#orderBook} follows all of it.
     *
     * @param symbol the instrument
     * @param levels how many a side: 5, 10 or 20
     * @param speed how often
     * @param options mailbox and staleness
     * @param listener gets each top; its sequence is the id of the book's last change
     * @return the subscription; close it to end it
     * @throws dev.astrolabe.exchange.error.NotSentException if there is no such number of levels
     */
    Subscription topOfBook(
            Symbol symbol,
            int levels,
            BookSpeed speed,
            StreamOptions options,
            StreamListener<? super OrderBook> listener);

    /**
     * Liquidations of an instrument; of those within a second the newest.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription liquidations(Symbol symbol, StreamOptions options, StreamListener<? super LiquidationOrder> listener);

    /**
     * Liquidations of every instrument; of those of one instrument within a second the newest.
     *
     * @param options mailbox and staleness
     * @param listener gets each
     * @return the subscription; close it to end it
     */
    Subscription liquidations(StreamOptions options, StreamListener<? super LiquidationOrder> listener);

    /**
     * Trades one by one, with transactions and addresses as far as they are shown.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each trade
     * @return the subscription; close it to end it
     */
    Subscription addressedTrades(Symbol symbol, StreamOptions options, StreamListener<? super AddressedTrade> listener);

    /**
     * What the venue has to say, to everyone and to this account. It comes with the account's stream, and so needs credentials.
     *
     * @param options mailbox and staleness; announcements are rare, so that silence is normal
     * @param listener gets each; one that was sent while there was no connection is not sent again
     * @return the subscription; close it to end it
     */
    Subscription announcements(StreamOptions options, StreamListener<? super Announcement> listener);
}
