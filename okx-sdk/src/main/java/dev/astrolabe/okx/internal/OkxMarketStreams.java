package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.BookSubscription;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxTrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The neutral public streams. Safe for any thread. */
final class OkxMarketStreams implements MarketStreams {

    // The venue says after a minute that a quiet book is still the same.
    private static final Duration QUIET_BOOK = Duration.ofSeconds(75);

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OkxConnections connections;
    private final Json json = new Json();

    OkxMarketStreams(OkxContext context, OkxInstruments instruments, OkxConnections connections) {
        this.context = context;
        this.instruments = instruments;
        this.connections = connections;
    }

    /**
     * The venue streams aggregates: the fills of one taker order at one price are one trade, whose id is that of the last of them.
     */
    @Override
    public Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener) {
        Instrument instrument = instruments.get(symbol);
        return connections.open(
                channel("trades", instrument),
                new RowFeed<>(
                        json,
                        Push.Reading.ofObject(OkxTrade::new),
                        row -> Optional.of(MarketMapper.trade(row, instrument))),
                options,
                listener);
    }

    private static OkxChannel channel(String word, Instrument instrument) {
        return OkxChannel.ofInstrument(word, instrument.venueSymbol());
    }

    /** A book with one side only tells no best prices. */
    @Override
    public Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener) {
        Instrument instrument = instruments.get(symbol);
        return connections.open(
                channel("bbo-tbt", instrument),
                new RowFeed<>(json, Push.Reading.ofObject(OkxBook::new), row -> bookTicker(row, instrument)),
                options,
                listener);
    }

    static Optional<BookTicker> bookTicker(OkxBook row, Instrument instrument) {
        if (row.bids().isEmpty() || row.asks().isEmpty()) {
            return Optional.empty();
        }
        PriceLevel bid = MarketMapper.level(row.bids().get(0), instrument);
        PriceLevel ask = MarketMapper.level(row.asks().get(0), instrument);
        return Optional.of(new BookTicker(
                instrument.symbol(), bid.price(), bid.quantity(), ask.price(), ask.quantity(), row.time()));
    }

    @Override
    public LiveOrderBook orderBook(Symbol symbol, StreamOptions options) {
        Instrument instrument = instruments.get(symbol);
        LocalBook book = new LocalBook(symbol, MarketMapper.units(instrument));
        OkxQuery query = OkxQuery.of(instrument.venueSymbol()).with("sz", Integer.toString(MarketOperations.MAX_BOOK));
        BookFeed feed = new BookFeed(instrument, book, json, () -> context.call(MarketOperations.BOOK, query));
        Subscription subscription = connections.lossless(
                channel("books", instrument), feed, OkxConnections.patient(options, QUIET_BOOK), any -> {});
        return new BookSubscription(book, subscription);
    }

    @Override
    public Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener) {
        if (!context.capabilities().candleIntervals().contains(interval)) {
            throw new UnsupportedOperationOnExchangeException(ExchangeId.OKX.name(), "candles of " + interval);
        }
        Instrument instrument = instruments.get(symbol);
        return connections.open(
                channel("candle" + CandleReader.bar(interval), instrument),
                new RowFeed<>(
                        json,
                        Push.Reading.ofArray(OkxCandle::of),
                        row -> Optional.of(MarketMapper.candle(row, instrument))),
                options,
                listener);
    }

    @Override
    public Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener) {
        Instrument instrument = instruments.get(symbol);
        List<OkxChannel> channels = new ArrayList<>();
        // Of spot a channel that the venue lacks would keep the others from being live.
        if (instrument.kind() != InstrumentKind.SPOT) {
            index(instrument).ifPresent(index -> channels.add(OkxChannel.ofInstrument(MarkPriceFeed.INDEX, index)));
            if (instruments.paysFunding(instrument)) {
                channels.add(channel(MarkPriceFeed.FUNDING, instrument));
            }
        }
        channels.add(channel(MarkPriceFeed.MARK, instrument));
        return connections.open(channels, new MarkPriceFeed(instrument, json), options, listener);
    }

    private Optional<String> index(Instrument instrument) {
        return instruments.row(instrument.venueSymbol()).flatMap(OkxInstrument::underlying);
    }
}
