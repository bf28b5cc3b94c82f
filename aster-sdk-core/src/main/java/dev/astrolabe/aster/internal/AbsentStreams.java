package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
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
import dev.astrolabe.exchange.stream.UserEvent;

/** Streams that the capabilities do not claim: every call is refused before any I/O. */
final class AbsentStreams implements MarketStreams, UserStreams {

    private static UnsupportedOperationOnExchangeException absent(String what) {
        return new UnsupportedOperationOnExchangeException(ExchangeId.ASTERDEX.name(), what);
    }

    @Override
    public Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener) {
        throw absent("market streams");
    }

    @Override
    public Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener) {
        throw absent("market streams");
    }

    @Override
    public LiveOrderBook orderBook(Symbol symbol, StreamOptions options) {
        throw absent("market streams");
    }

    @Override
    public Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener) {
        throw absent("market streams");
    }

    @Override
    public Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener) {
        throw absent("market streams");
    }

    @Override
    public Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener) {
        throw absent("user streams");
    }
}
