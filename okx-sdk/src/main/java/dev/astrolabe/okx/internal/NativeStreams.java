package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.OkxStreams;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBalanceAndPosition;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxBookChannel;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxFields;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Live data in OKX's own terms. Safe for any thread. */
final class NativeStreams implements OkxStreams {

    private static final String TYPE = "instType";
    private static final Set<String> OF_TYPE = Set.of(TYPE, "instFamily", "instId");

    private final OkxConnections connections;
    private final Json json = new Json();

    NativeStreams(OkxConnections connections) {
        this.connections = connections;
    }

    @Override
    public Subscription ticker(String instId, StreamOptions options, StreamListener<? super OkxTicker> listener) {
        return open(OkxChannel.ofInstrument("tickers", instId), rows(OkxTicker::new), options, listener);
    }

    @Override
    public Subscription trades(String instId, StreamOptions options, StreamListener<? super OkxTrade> listener) {
        return open(OkxChannel.ofInstrument("trades", instId), rows(OkxTrade::new), options, listener);
    }

    @Override
    public Subscription allTrades(String instId, StreamOptions options, StreamListener<? super OkxTrade> listener) {
        return open(OkxChannel.ofInstrument("trades-all", instId), rows(OkxTrade::new), options, listener);
    }

    @Override
    public Subscription books(
            OkxBookChannel channel,
            String instId,
            StreamOptions options,
            StreamListener<? super OkxPush<OkxBook>> listener) {
        OkxChannel wanted = OkxChannel.ofInstrument(channel.code(), instId);
        return channel.needsLogin()
                ? connections.own(wanted, pushes(OkxBook::new), options, listener)
                : open(wanted, pushes(OkxBook::new), options, listener);
    }

    @Override
    public Subscription rpiBooks(
            String instId, StreamOptions options, StreamListener<? super OkxPush<OkxRpiBook>> listener) {
        return open(OkxChannel.ofInstrument("books-rpi", instId), pushes(OkxRpiBook::new), options, listener);
    }

    @Override
    public Subscription candles(
            String instId, String bar, StreamOptions options, StreamListener<? super OkxCandle> listener) {
        Feed<OkxCandle> feed = RowFeed.of(json, Push.Reading.ofArray(OkxCandle::of));
        return open(OkxChannel.ofInstrument("candle" + checkedBar(bar), instId), feed, options, listener);
    }

    @Override
    public Subscription markCandles(
            String instId, String bar, StreamOptions options, StreamListener<? super OkxPriceCandle> listener) {
        return priceCandles("mark-price-candle", instId, bar, options, listener);
    }

    @Override
    public Subscription indexCandles(
            String index, String bar, StreamOptions options, StreamListener<? super OkxPriceCandle> listener) {
        return priceCandles("index-candle", index, bar, options, listener);
    }

    private Subscription priceCandles(
            String word,
            String instId,
            String bar,
            StreamOptions options,
            StreamListener<? super OkxPriceCandle> listener) {
        Feed<OkxPriceCandle> feed = RowFeed.of(json, Push.Reading.ofArray(OkxPriceCandle::of));
        return open(OkxChannel.ofInstrument(word + checkedBar(bar), instId), feed, options, listener);
    }

    private static String checkedBar(String bar) {
        if (!bar.matches("[1-9]\\d{0,2}[smHDWM](utc)?")) {
            throw NotSentException.invalid("bar '" + bar + "' is none, such as 1m, 1H or 1Dutc");
        }
        return bar;
    }

    @Override
    public Subscription markPrice(String instId, StreamOptions options, StreamListener<? super OkxMarkPrice> listener) {
        return open(OkxChannel.ofInstrument("mark-price", instId), rows(OkxMarkPrice::new), options, listener);
    }

    @Override
    public Subscription indexTicker(
            String index, StreamOptions options, StreamListener<? super OkxIndexTicker> listener) {
        return patient(OkxChannel.ofInstrument("index-tickers", index), rows(OkxIndexTicker::new), options, listener);
    }

    @Override
    public Subscription fundingRate(
            String instId, StreamOptions options, StreamListener<? super OkxFundingRate> listener) {
        return patient(OkxChannel.ofInstrument("funding-rate", instId), rows(OkxFundingRate::new), options, listener);
    }

    @Override
    public Subscription openInterest(
            String instId, StreamOptions options, StreamListener<? super OkxOpenInterest> listener) {
        return open(OkxChannel.ofInstrument("open-interest", instId), rows(OkxOpenInterest::new), options, listener);
    }

    @Override
    public Subscription priceLimit(
            String instId, StreamOptions options, StreamListener<? super OkxPriceLimit> listener) {
        return patient(OkxChannel.ofInstrument("price-limit", instId), rows(OkxPriceLimit::new), options, listener);
    }

    @Override
    public Subscription instruments(
            OkxInstType type, StreamOptions options, StreamListener<? super OkxInstrument> listener) {
        return patient(ofType("instruments", type), rows(OkxInstrument::new), options, listener);
    }

    @Override
    public Subscription liquidations(
            OkxInstType type, StreamOptions options, StreamListener<? super OkxLiquidation> listener) {
        return patient(ofType("liquidation-orders", type), rows(OkxLiquidation::new), options, listener);
    }

    private static OkxChannel ofType(String word, OkxInstType type) {
        return OkxChannel.of(word).with(TYPE, type.name());
    }

    @Override
    public Subscription status(StreamOptions options, StreamListener<? super OkxSystemStatus> listener) {
        return patient(OkxChannel.of("status"), rows(OkxSystemStatus::new), options, listener);
    }

    @Override
    public Subscription orders(OkxQuery query, StreamOptions options, StreamListener<? super OkxOrder> listener) {
        return own(channel("orders", query, Set.of(TYPE), OF_TYPE), rows(OkxOrder::new), options, listener);
    }

    @Override
    public Subscription fills(OkxQuery query, StreamOptions options, StreamListener<? super OkxFill> listener) {
        return own(channel("fills", query, Set.of(), Set.of("instId")), rows(OkxFill::new), options, listener);
    }

    @Override
    public Subscription positions(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxPush<OkxPosition>> listener) {
        Set<String> taken = Set.of(TYPE, "instFamily", "instId", "extraParams");
        return own(channel("positions", query, Set.of(TYPE), taken), pushes(OkxPosition::new), options, listener);
    }

    @Override
    public Subscription account(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxPush<OkxBalance>> listener) {
        Set<String> taken = Set.of("ccy", "extraParams");
        return own(channel("account", query, Set.of(), taken), pushes(OkxBalance::new), options, listener);
    }

    @Override
    public Subscription balanceAndPosition(
            StreamOptions options, StreamListener<? super OkxBalanceAndPosition> listener) {
        return own(OkxChannel.of("balance_and_position"), rows(OkxBalanceAndPosition::new), options, listener);
    }

    @Override
    public Subscription liquidationWarnings(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxPosition> listener) {
        OkxChannel channel = channel("liquidation-warning", query, Set.of(TYPE), OF_TYPE);
        return own(channel, rows(OkxPosition::new), options, listener);
    }

    @Override
    public Subscription algoOrders(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxAlgoOrder> listener) {
        return own(channel("orders-algo", query, Set.of(TYPE), OF_TYPE), rows(OkxAlgoOrder::new), options, listener);
    }

    @Override
    public Subscription advancedAlgoOrders(
            OkxQuery query, StreamOptions options, StreamListener<? super OkxAlgoOrder> listener) {
        OkxChannel channel = channel("algo-advance", query, Set.of(TYPE), Set.of(TYPE, "instId", "algoId"));
        return own(channel, rows(OkxAlgoOrder::new), options, listener);
    }

    private static OkxChannel channel(String word, OkxQuery query, Set<String> needed, Set<String> taken) {
        OkxChannel channel = OkxChannel.of(word);
        for (Map.Entry<String, String> value : query.values().entrySet()) {
            if (!taken.contains(value.getKey())) {
                throw NotSentException.invalid(
                        "channel " + word + " takes no " + value.getKey() + ", only " + new TreeSet<>(taken));
            }
            channel = channel.with(value.getKey(), value.getValue());
        }
        if (!query.values().keySet().containsAll(needed)) {
            throw NotSentException.invalid("channel " + word + " needs " + String.join(", ", new TreeSet<>(needed)));
        }
        return channel;
    }

    private <R> Feed<R> rows(Function<OkxFields, R> row) {
        return RowFeed.of(json, Push.Reading.ofObject(row));
    }

    private <R> Feed<OkxPush<R>> pushes(Function<OkxFields, R> row) {
        return new PushFeed<>(json, Push.Reading.ofObject(row));
    }

    private <E> Subscription open(
            OkxChannel channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return connections.open(channel, feed, options, listener);
    }

    private <E> Subscription patient(
            OkxChannel channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return connections.open(channel, feed, OkxConnections.patient(options), listener);
    }

    private <E> Subscription own(
            OkxChannel channel, Feed<E> feed, StreamOptions options, StreamListener<? super E> listener) {
        return connections.own(channel, feed, OkxConnections.patient(options), listener);
    }
}
