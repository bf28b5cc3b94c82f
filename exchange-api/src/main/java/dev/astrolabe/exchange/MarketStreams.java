package dev.astrolabe.exchange;

import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;

/**
 * Live public data. Needs {@link Feature#MARKET_STREAMS}. A subscription is wanted until it is closed: connections are
 * rebuilt under it. Listeners run on the subscription's own thread of control, one event at a time, never on a socket's
 * reader.
 *
 * @since 0.1
 */
public interface MarketStreams {

    /**
     * Public trades.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each trade
     * @return the subscription; close it to end it
     */
    Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener);

    /**
     * Best bid and ask.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each change, or the newest where changes outrun it
     * @return the subscription; close it to end it
     */
    Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener);

    /**
     * A local copy of the order book, never served while broken.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @return the book, which is also its subscription; close it to end it
     */
    LiveOrderBook orderBook(Symbol symbol, StreamOptions options);

    /**
     * Candles as they form.
     *
     * @param symbol the instrument
     * @param interval the length of a candle
     * @param options mailbox and staleness
     * @param listener gets each change of the running candle, and each closed one
     * @return the subscription; close it to end it
     */
    Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener);

    /**
     * Mark price and funding.
     *
     * @param symbol the instrument
     * @param options mailbox and staleness
     * @param listener gets each change, or the newest where changes outrun it
     * @return the subscription; close it to end it
     */
    Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener);
}
