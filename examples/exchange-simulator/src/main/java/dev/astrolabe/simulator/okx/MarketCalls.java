package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.market.PriceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The endpoints of prices: tickers, books, trades, candles. */
final class MarketCalls {

    private static final int BOOK = 400;
    private static final int FULL_BOOK = 5000;

    private final Catalogue catalogue;

    MarketCalls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void register(Endpoints endpoints) {
        endpoints.open("market/tickers", Limit.ip(20), this::tickers);
        endpoints.open("market/ticker", Limit.ip(20), call -> Reply.of(MarketRows.ticker(instrument(call))));
        endpoints.open("market/books", Limit.ip(40), call -> book(call, BOOK, false));
        endpoints.open("market/books-full", Limit.ip(10), call -> book(call, FULL_BOOK, true));
        endpoints.open("market/trades", Limit.ip(100), this::trades);
        endpoints.open("market/history-trades", Limit.ip(20), this::historyTrades);
        endpoints.open("market/candles", Limit.ip(40), call -> candles(call, PriceKind.LAST, 300));
        endpoints.open("market/history-candles", Limit.ip(20), call -> candles(call, PriceKind.LAST, 300));
        endpoints.open("market/mark-price-candles", Limit.ip(20), call -> candles(call, PriceKind.MARK, 100));
        endpoints.open("market/history-mark-price-candles", Limit.ip(20), call -> candles(call, PriceKind.MARK, 100));
        endpoints.open("market/index-candles", Limit.ip(20), call -> candles(call, PriceKind.INDEX, 100));
        endpoints.open("market/history-index-candles", Limit.ip(10), call -> candles(call, PriceKind.INDEX, 100));
        endpoints.open("market/index-tickers", Limit.ip(20), this::indexTickers);
    }

    private OkxInstrument instrument(Call call) {
        return catalogue.required(call.params());
    }

    private Reply tickers(Call call) {
        call.params().required("instType");
        return Reply.of(catalogue.matching(call.params()).stream()
                .map(MarketRows::ticker)
                .toList());
    }

    private Reply book(Call call, int most, boolean full) {
        OkxInstrument instrument = instrument(call);
        long size = call.params().whole("sz").orElse(1L);
        if (size < 1 || size > most) {
            throw Code.PARAMETER.refused("sz");
        }
        OrderBook book = instrument.market().book((int) size);
        Row row = Row.of("asks bids ts")
                .with("asks", MarketRows.side(instrument, book.asks(), full))
                .with("bids", MarketRows.side(instrument, book.bids(), full))
                .with("ts", Text.of(book.time()));
        return Reply.of(full ? row : row.with("seqId", book.sequence()));
    }

    private Reply trades(Call call) {
        OkxInstrument instrument = instrument(call);
        return Reply.of(newestFirst(instrument).stream()
                .limit(call.params().limit(500))
                .map(trade -> MarketRows.trade(instrument, trade))
                .toList());
    }

    private Reply historyTrades(Call call) {
        OkxInstrument instrument = instrument(call);
        boolean byTime =
                call.params().oneOf("type", Set.of("1", "2")).orElse("1").equals("2");
        ToLongFunction<Trade> cursor = trade -> byTime ? trade.time().toEpochMilli() : Ids.number(trade.id());
        return Reply.of(Paging.page(call.params(), newestFirst(instrument), cursor, 100).stream()
                .map(trade -> MarketRows.trade(instrument, trade))
                .toList());
    }

    private static List<Trade> newestFirst(OkxInstrument instrument) {
        List<Trade> trades = new ArrayList<>(instrument.market().trades());
        Collections.reverse(trades);
        return trades;
    }

    private Reply candles(Call call, PriceKind kind, int most) {
        Params params = call.params();
        OkxInstrument instrument = kind == PriceKind.INDEX
                ? catalogue.ofIndex(params.required("instId")).orElseThrow(Code.INSTRUMENT::refused)
                : instrument(call);
        Bar bar = Bar.of(params.textOr("bar", "1m")).orElseThrow(() -> Code.PARAMETER.refused("bar"));
        Optional<Long> after = params.whole("after");
        Optional<Long> before = params.whole("before");
        Instant to = after.map(time -> Instant.ofEpochMilli(time - 1)).orElse(null);
        List<Candle> candles = new ArrayList<>(bar.candles(instrument.market(), kind, to, params.limit(most, 100)));
        Collections.reverse(candles);
        return Reply.of(candles.stream()
                .filter(candle -> before.isEmpty() || candle.openTime().toEpochMilli() > before.get())
                .map(candle -> MarketRows.candle(instrument, candle, kind))
                .toList());
    }

    private Reply indexTickers(Call call) {
        Params params = call.params();
        if (!params.has("instId") && !params.has("quoteCcy")) {
            throw Code.EITHER_PARAMETER.refused("instId or quoteCcy");
        }
        if (params.has("instId")) {
            return Reply.of(MarketRows.index(
                    catalogue.ofIndex(params.required("instId")).orElseThrow(Code.INSTRUMENT::refused)));
        }
        String quote = params.required("quoteCcy");
        return Reply.of(catalogue.all().stream()
                .map(OkxInstrument::family)
                .distinct()
                .filter(family -> family.endsWith("-" + quote))
                .flatMap(family -> catalogue.ofIndex(family).stream())
                .map(MarketRows::index)
                .toList());
    }
}
