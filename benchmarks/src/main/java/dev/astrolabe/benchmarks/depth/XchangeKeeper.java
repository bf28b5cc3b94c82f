package dev.astrolabe.benchmarks.depth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import info.bitrich.xchangestream.binance.dto.BinanceWebsocketTransaction;
import info.bitrich.xchangestream.binance.dto.market.DepthBinanceWebSocketTransaction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.marketdata.OrderBookUpdate;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.okex.OkexAdapters;
import org.knowm.xchange.okex.dto.marketdata.OkexOrderbook;

/** XChange's way: a tree of the text, its own classes of it, one update a level, its own book. */
final class XchangeKeeper implements Keeper {

    private static final CurrencyPair BTC = CurrencyPair.BTC_USDT;

    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final JavaType asterType = mapper.getTypeFactory()
            .constructParametricType(BinanceWebsocketTransaction.class, DepthBinanceWebSocketTransaction.class);
    private final JavaType okxType = mapper.getTypeFactory().constructCollectionType(List.class, OkexOrderbook.class);
    private final OrderBook book = new OrderBook(new Date(0), new ArrayList<LimitOrder>(), new ArrayList<>());
    private final boolean okx;

    XchangeKeeper(boolean okx) {
        this.okx = okx;
    }

    @Override
    public void take(byte[] frame) throws IOException {
        JsonNode tree = mapper.readTree(new String(frame, StandardCharsets.UTF_8));
        if (okx) {
            takeOkx(tree);
        } else {
            takeAster(tree);
        }
    }

    private void takeAster(JsonNode tree) throws IOException {
        BinanceWebsocketTransaction<DepthBinanceWebSocketTransaction> message =
                mapper.readValue(mapper.treeAsTokens(tree), asterType);
        DepthBinanceWebSocketTransaction depth = message.getData();
        Stream<OrderBookUpdate> bids =
                depth.getOrderBook().bids.entrySet().stream().map(level -> update(OrderType.BID, level, depth));
        Stream<OrderBookUpdate> asks =
                depth.getOrderBook().asks.entrySet().stream().map(level -> update(OrderType.ASK, level, depth));
        Stream.concat(bids, asks).forEach(book::update);
    }

    private static OrderBookUpdate update(
            OrderType type, Map.Entry<BigDecimal, BigDecimal> level, DepthBinanceWebSocketTransaction depth) {
        return new OrderBookUpdate(type, null, BTC, level.getKey(), depth.getEventTime(), level.getValue());
    }

    private void takeOkx(JsonNode tree) throws IOException {
        List<OkexOrderbook> rows = mapper.readValue(mapper.treeAsTokens(tree.get("data")), okxType);
        OkexOrderbook row = rows.get(0);
        Date time = new Date(Long.parseLong(row.getTs()));
        OkexAdapters.adaptOrderBookUpdates(BTC, row.getAsks(), row.getBids(), BigDecimal.ONE, time)
                .forEach(book::update);
    }

    @Override
    public List<Level> levels() {
        return Stream.concat(book.getBids().stream(), book.getAsks().stream())
                .map(order -> new Level(order.getLimitPrice(), order.getOriginalAmount()))
                .toList();
    }
}
