package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterStreams;
import dev.astrolabe.aster.internal.MarketChannels.Reading;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.StreamPayloads.BestPricesEvent;
import dev.astrolabe.aster.internal.StreamPayloads.CandleEvent;
import dev.astrolabe.aster.internal.StreamPayloads.DepthEvent;
import dev.astrolabe.aster.internal.StreamPayloads.LiquidationEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MarkPriceEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MiniTickerEvent;
import dev.astrolabe.aster.internal.StreamPayloads.TickerEvent;
import dev.astrolabe.aster.internal.StreamPayloads.TradeProEvent;
import dev.astrolabe.aster.model.AddressedTrade;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.BookSpeed;
import dev.astrolabe.aster.model.LiquidationOrder;
import dev.astrolabe.aster.model.MarkPriceSpeed;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import java.util.Comparator;
import java.util.List;

/** Live data beyond the neutral streams. Safe for any thread. */
final class NativeStreams implements AsterStreams {

    private static final List<Integer> LEVELS = List.of(5, 10, 20);

    private final MarketChannels channels;
    private final AsterUserStreams userStreams;

    NativeStreams(MarketChannels channels, AsterUserStreams userStreams) {
        this.channels = channels;
        this.userStreams = userStreams;
    }

    @Override
    public Subscription ticker(Symbol symbol, StreamOptions options, StreamListener<? super AsterTicker> listener) {
        return channels.ofInstrument(symbol, "@ticker", ticker(), options, listener);
    }

    @Override
    public Subscription tickers(StreamOptions options, StreamListener<? super List<AsterTicker>> listener) {
        return channels.ofAllTogether("!ticker@arr", TickerEvent::s, ticker(), options, listener);
    }

    private static Reading<TickerEvent, AsterTicker> ticker() {
        return Reading.of(TickerEvent.class, NativeStreamMapper::ticker);
    }

    @Override
    public Subscription miniTicker(Symbol symbol, StreamOptions options, StreamListener<? super Ticker> listener) {
        return channels.ofInstrument(symbol, "@miniTicker", miniTicker(), options, listener);
    }

    @Override
    public Subscription miniTickers(StreamOptions options, StreamListener<? super List<Ticker>> listener) {
        return channels.ofAllTogether("!miniTicker@arr", MiniTickerEvent::s, miniTicker(), options, listener);
    }

    private static Reading<MiniTickerEvent, Ticker> miniTicker() {
        return Reading.of(MiniTickerEvent.class, NativeStreamMapper::miniTicker);
    }

    @Override
    public Subscription markPrice(
            Symbol symbol, MarkPriceSpeed speed, StreamOptions options, StreamListener<? super PremiumIndex> listener) {
        return channels.ofInstrument(symbol, "@markPrice" + suffix(speed), premiumIndex(), options, listener);
    }

    @Override
    public Subscription markPrices(
            MarkPriceSpeed speed, StreamOptions options, StreamListener<? super List<PremiumIndex>> listener) {
        return channels.ofAllTogether(
                "!markPrice@arr" + suffix(speed), MarkPriceEvent::s, premiumIndex(), options, listener);
    }

    private static Reading<MarkPriceEvent, PremiumIndex> premiumIndex() {
        return Reading.of(MarkPriceEvent.class, NativeStreamMapper::premiumIndex);
    }

    /** The slower speed is the one without a name. */
    private static String suffix(MarkPriceSpeed speed) {
        return switch (speed) {
            case EVERY_SECOND -> "@1s";
            case EVERY_3_SECONDS -> "";
        };
    }

    @Override
    public Subscription aggregateTrades(
            Symbol symbol, StreamOptions options, StreamListener<? super AggregateTrade> listener) {
        return channels.ofInstrument(
                symbol,
                "@aggTrade",
                Reading.of(AggregateTradeRow.class, AsterMarketMapper::aggregateTrade),
                options,
                listener);
    }

    @Override
    public Subscription candles(
            Symbol symbol,
            CandleInterval interval,
            StreamOptions options,
            StreamListener<? super AsterCandle> listener) {
        return channels.ofInstrument(
                symbol,
                "@kline_" + interval.code(),
                Reading.of(CandleEvent.class, NativeStreamMapper::candle),
                options,
                listener);
    }

    @Override
    public Subscription bookTickers(StreamOptions options, StreamListener<? super BookTicker> listener) {
        return channels.ofAll(
                "!bookTicker",
                BestPricesEvent::s,
                new Reading<>(BestPricesEvent.class, StreamMapper::bookTicker),
                options,
                listener);
    }

    @Override
    public Subscription topOfBook(
            Symbol symbol,
            int levels,
            BookSpeed speed,
            StreamOptions options,
            StreamListener<? super OrderBook> listener) {
        if (!LEVELS.contains(levels)) {
            int nearest = LEVELS.stream()
                    .min(Comparator.comparingInt(each -> Math.abs(each - levels)))
                    .orElseThrow();
            throw NotSentException.invalid("levels " + levels + " of the book of " + symbol + " are not one of "
                    + LEVELS + "; nearest is " + nearest);
        }
        return channels.ofInstrument(
                symbol,
                "@depth" + levels + suffix(speed),
                Reading.of(DepthEvent.class, StreamMapper::topOfBook),
                options,
                listener);
    }

    private static String suffix(BookSpeed speed) {
        return switch (speed) {
            case EVERY_100_MS -> "@100ms";
            case EVERY_250_MS -> "";
            case EVERY_500_MS -> "@500ms";
        };
    }

    @Override
    public Subscription liquidations(
            Symbol symbol, StreamOptions options, StreamListener<? super LiquidationOrder> listener) {
        return channels.ofInstrument(symbol, "@forceOrder", liquidation(), options, listener);
    }

    /** In spite of its name the stream brings single orders, not an array. */
    @Override
    public Subscription liquidations(StreamOptions options, StreamListener<? super LiquidationOrder> listener) {
        return channels.ofAll("!forceOrder@arr", event -> event.o().s(), liquidation(), options, listener);
    }

    private static Reading<LiquidationEvent, LiquidationOrder> liquidation() {
        return Reading.of(LiquidationEvent.class, NativeStreamMapper::liquidation);
    }

    @Override
    public Subscription addressedTrades(
            Symbol symbol, StreamOptions options, StreamListener<? super AddressedTrade> listener) {
        return channels.ofInstrument(
                symbol,
                "@tradepro",
                Reading.of(TradeProEvent.class, NativeStreamMapper::addressedTrade),
                options,
                listener);
    }

    @Override
    public Subscription announcements(StreamOptions options, StreamListener<? super Announcement> listener) {
        return userStreams.announcements(options, listener);
    }
}
