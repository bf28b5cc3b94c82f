package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.MarketChannels.Reading;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.StreamPayloads.BestPricesEvent;
import dev.astrolabe.aster.internal.StreamPayloads.CandleEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MarkPriceEvent;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.BookSubscription;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;

/** The neutral public streams. Safe for any thread. */
final class AsterMarketStreams implements MarketStreams {

    private final AsterContext context;
    private final AsterInstruments instruments;
    private final MarketChannels channels;
    private final Json json;

    AsterMarketStreams(AsterContext context, AsterInstruments instruments, MarketChannels channels, Json json) {
        this.context = context;
        this.instruments = instruments;
        this.channels = channels;
        this.json = json;
    }

    /** The venue streams aggregates: the fills of one taker order at one price are one trade, and its id is the aggregate's. */
    @Override
    public Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener) {
        return channels.ofInstrument(
                symbol, "@aggTrade", Reading.of(AggregateTradeRow.class, StreamMapper::trade), options, listener);
    }

    @Override
    public Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener) {
        return channels.ofInstrument(
                symbol,
                "@bookTicker",
                new Reading<>(BestPricesEvent.class, StreamMapper::bookTicker),
                options,
                listener);
    }

    @Override
    public Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener) {
        return channels.ofInstrument(
                symbol,
                "@kline_" + interval.code(),
                Reading.of(CandleEvent.class, StreamMapper::candle),
                options,
                listener);
    }

    @Override
    public Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener) {
        return channels.ofInstrument(
                symbol, "@markPrice@1s", Reading.of(MarkPriceEvent.class, StreamMapper::markPrice), options, listener);
    }

    @Override
    public LiveOrderBook orderBook(Symbol symbol, StreamOptions options) {
        Instrument instrument = instruments.get(symbol);
        LocalBook book = new LocalBook(symbol, MarketMapper.units(instrument));
        BookFeed feed = new BookFeed(context, instrument, book, json);
        return new BookSubscription(book, channels.lossless(instrument, "@depth@100ms", feed, options, any -> {}));
    }
}
