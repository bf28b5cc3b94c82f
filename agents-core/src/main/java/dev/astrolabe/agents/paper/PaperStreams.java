package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
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

/** The streams that a paper exchange does not have, as its capabilities say. */
final class PaperStreams implements MarketStreams, UserStreams {

    private final Capabilities capabilities;

    PaperStreams(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener) {
        throw unsupported(Feature.MARKET_STREAMS);
    }

    @Override
    public Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener) {
        throw unsupported(Feature.MARKET_STREAMS);
    }

    @Override
    public LiveOrderBook orderBook(Symbol symbol, StreamOptions options) {
        throw unsupported(Feature.MARKET_STREAMS);
    }

    @Override
    public Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener) {
        throw unsupported(Feature.MARKET_STREAMS);
    }

    @Override
    public Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener) {
        throw unsupported(Feature.MARKET_STREAMS);
    }

    @Override
    public Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener) {
        throw unsupported(Feature.USER_STREAMS);
    }

    private UnsupportedOperationOnExchangeException unsupported(Feature feature) {
        return new UnsupportedOperationOnExchangeException(
                capabilities.exchange().name(), feature.toString());
    }
}
