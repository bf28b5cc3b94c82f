package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of every kind. Each test leaves the account without orders and positions. */
abstract class CcxtTrading extends CcxtGroup {

    private static final BigDecimal LOW = new BigDecimal("0.97");
    private static final BigDecimal HIGH = new BigDecimal("1.03");

    CcxtTrading() {
        super("trader");
    }

    @AfterEach
    final void leave() {
        List<String> open = ccxt().call("fetchOpenOrders", name(BTC)).answer().findValuesAsText("id");
        if (!open.isEmpty()) {
            ccxt().call("cancelOrders", open, name(BTC));
        }
        bench().closePositions(sdk());
    }

    /** A price below or above the market, as the venue counts it. */
    final BigDecimal away(Symbol symbol, BigDecimal factor) {
        BookTicker best = sdk().marketData().bookTicker(symbol);
        BigDecimal price = best.mid().multiply(factor);
        return price(symbol, instrument(symbol).roundPrice(price, Side.BUY));
    }

    final BigDecimal below(Symbol symbol) {
        return away(symbol, LOW);
    }

    final BigDecimal above(Symbol symbol) {
        return away(symbol, HIGH);
    }

    /** Half a coin as the venue counts it. */
    final BigDecimal amount(Symbol symbol) {
        return size(symbol, new BigDecimal("0.5"));
    }

    /** What our own client knows of an order that ccxt placed. */
    final Order read(Symbol symbol, Told placed) {
        return read(OrderRef.ofOrderId(symbol, placed.answer().path("id").asText()));
    }

    final Order readConditional(Symbol symbol, Told placed) {
        return read(
                OrderRef.ofOrderId(symbol, placed.answer().path("id").asText()).withConditional(true));
    }

    final Order read(OrderRef ref) {
        return bench().patiently(() -> sdk().trading().order(ref))
                .orElseThrow(() -> new AssertionError("no order " + ref));
    }

    @Test
    void create_order_places_a_limit_order_which_fetch_and_cancel_find() {
        BigDecimal price = below(BTC);

        Told placed = ccxt().call("createOrder", name(BTC), "limit", "buy", amount(BTC), price);

        Order order = read(BTC, placed);
        assertThat(order.type()).isEqualTo(OrderType.LIMIT);
        assertThat(price(BTC, order.price().orElseThrow())).isEqualByComparingTo(price);
        Orders.requireOpen(order);
        Orders.compare(ccxt().call("fetchOrder", order.orderId(), name(BTC)), order, instrument(BTC));
        Orders.compare(ccxt().call("fetchOpenOrders", name(BTC)).at(0), order, instrument(BTC));

        ccxt().call("cancelOrder", order.orderId(), name(BTC));

        Order cancelled = read(BTC, placed);
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELED);
        Orders.compare(ccxt().call("fetchOrder", order.orderId(), name(BTC)), cancelled, instrument(BTC));
        if (onOkx()) {
            Told past = ccxt().call("fetchCanceledOrders", name(BTC));
            Orders.compare(CcxtMarketData.byId(past, order.orderId()), cancelled, instrument(BTC));
        }
        assertThat(ccxt().call("fetchOpenOrders", name(BTC)).size()).isZero();
    }

    @Test
    void create_order_fills_a_market_order_and_opens_a_position() {
        Told placed = ccxt().call("createOrder", name(ETH), "market", "sell", amount(ETH));

        Order order = read(ETH, placed);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        Orders.compare(ccxt().call("fetchOrder", order.orderId(), name(ETH)), order, instrument(ETH));
        Told trades = ccxt().call("fetchMyTrades", name(ETH));
        sdk().trading().fills(HistoryQuery.of(ETH)).items().stream()
                .filter(fill -> fill.orderId().equals(order.orderId()))
                .forEach(fill -> Orders.compare(CcxtMarketData.byId(trades, fill.tradeId()), fill, instrument(ETH)));
        Told positions = ccxt().see("fetchPositions", List.of(name(ETH)));
        Orders.compare(positions.at(0), sdk().account().positions(ETH).get(0), instrument(ETH), onOkx());

        Told closing =
                ccxt().call("createOrder", name(ETH), "market", "buy", amount(ETH), null, Map.of("reduceOnly", true));

        Order closed = read(ETH, closing);
        assertThat(closed.reduceOnly()).isTrue();
        assertThat(closed.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(sdk().account().positions(ETH)).isEmpty();
        assertThat(ccxt().call("fetchPositions", List.of(name(ETH))).size()).isZero();
    }

    @Test
    void create_order_keeps_a_post_only_order_in_the_book() {
        Told placed = ccxt().call(
                        "createOrder", name(BTC), "limit", "buy", amount(BTC), below(BTC), Map.of("postOnly", true));

        Order order = read(BTC, placed);
        assertThat(order.timeInForce()).isEqualTo(TimeInForce.POST_ONLY);
        Orders.requireOpen(order);
    }

    @Test
    void create_order_ends_an_order_at_once_that_fills_or_is_cancelled() {
        Told placed = ccxt().call(
                        "createOrder",
                        name(BTC),
                        "limit",
                        "buy",
                        amount(BTC),
                        below(BTC),
                        Map.of("timeInForce", "IOC"));

        Order order = read(BTC, placed);
        assertThat(order.timeInForce()).isEqualTo(TimeInForce.IOC);
        assertThat(order.status().isTerminal()).isTrue();
        assertThat(order.filledQuantity()).isZero();
        Orders.compare(ccxt().call("fetchOrder", order.orderId(), name(BTC)), order, instrument(BTC));
    }

    @Test
    void create_order_keeps_the_callers_id() {
        String id = "peer" + System.nanoTime();

        Told placed = ccxt().call(
                        "createOrder",
                        name(BTC),
                        "limit",
                        "sell",
                        amount(BTC),
                        above(BTC),
                        Map.of("clientOrderId", id));

        Order order = read(OrderRef.ofClientOrderId(BTC, id));
        placed.text("/id", order.orderId());
        Told found = ccxt().call("fetchOrder", "", name(BTC), Map.of("clientOrderId", id));
        Orders.compare(found, order, instrument(BTC));
        found.text("/clientOrderId", id);
        ccxt().call("cancelOrder", "", name(BTC), Map.of("clientOrderId", id));
        assertThat(read(OrderRef.ofClientOrderId(BTC, id)).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @ParameterizedTest
    @CsvSource({
        "stopLossPrice, market, STOP_MARKET",
        "stopLossPrice, limit, STOP_LIMIT",
        "takeProfitPrice, market, TAKE_PROFIT_MARKET",
        "takeProfitPrice, limit, TAKE_PROFIT_LIMIT"
    })
    void create_order_places_exits(String parameter, String kind, OrderType type) {
        ccxt().call("createOrder", name(BTC), "market", "buy", amount(BTC));
        boolean loss = parameter.equals("stopLossPrice");
        BigDecimal trigger = loss ? below(BTC) : above(BTC);
        BigDecimal price = kind.equals("limit") ? trigger : null;

        Told placed = ccxt().call(
                        "createOrder",
                        name(BTC),
                        kind,
                        "sell",
                        amount(BTC),
                        price,
                        Map.of(parameter, trigger, "reduceOnly", true));

        Order order = readConditional(BTC, placed);
        assertThat(order.type()).isEqualTo(type);
        assertThat(price(BTC, order.triggerPrice().orElseThrow())).isEqualByComparingTo(trigger);
        assertThat(order.reduceOnly()).isTrue();
        Told found = fetchConditional(order, "conditional");
        Orders.compare(found, order, instrument(BTC));
        found.number(onOkx() ? "/" + parameter : "/triggerPrice", trigger);
        cancelConditional(order);
        assertThat(readConditional(BTC, placed).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void create_order_places_a_trailing_stop() {
        ccxt().call("createOrder", name(BTC), "market", "buy", amount(BTC));

        // ccxt sends no quantity with a trailing stop at AsterDex unless it is given as a further parameter.
        Told placed = ccxt().call(
                        "createOrder",
                        name(BTC),
                        "market",
                        "sell",
                        amount(BTC),
                        null,
                        onOkx()
                                ? Map.of("trailingPercent", "1", "reduceOnly", true)
                                : Map.of("trailingPercent", "1", "reduceOnly", true, "quantity", amount(BTC)));

        Order order = readConditional(BTC, placed);
        assertThat(order.type()).isEqualTo(OrderType.TRAILING_STOP_MARKET);
        assertThat(order.callbackRate().orElseThrow()).isEqualByComparingTo("0.01");
        Told found = fetchConditional(order, "move_order_stop");
        Orders.compare(found, order, instrument(BTC));
        cancelConditional(order);
        assertThat(readConditional(BTC, placed).status()).isEqualTo(OrderStatus.CANCELED);
    }

    /** A conditional order among the open ones, which OKX keeps by kind. */
    final Told fetchConditional(Order order, String kind) {
        Map<String, Object> where = onOkx() ? Map.of("trigger", true, "ordType", kind) : Map.of();
        Told open = ccxt().call("fetchOpenOrders", name(order.symbol()), null, null, where);
        return CcxtMarketData.byId(open, order.orderId());
    }

    final void cancelConditional(Order order) {
        Map<String, Object> where = onOkx() ? Map.of("trigger", true) : Map.of();
        ccxt().call("cancelOrder", order.orderId(), name(order.symbol()), where);
    }

    @Test
    void create_orders_places_several_at_once_and_cancel_orders_cancels_some() {
        BigDecimal price = below(BTC);
        Map<String, Object> buy =
                Map.of("symbol", name(BTC), "type", "limit", "side", "buy", "amount", amount(BTC), "price", price);
        Map<String, Object> sell = Map.of(
                "symbol", name(BTC), "type", "limit", "side", "sell", "amount", amount(BTC), "price", above(BTC));

        Told placed = ccxt().call("createOrders", List.of(buy, buy, sell));

        assertThat(placed.size()).isEqualTo(3);
        List<String> ids = List.of(id(placed, 0), id(placed, 1), id(placed, 2));
        Told told = ccxt().call("fetchOpenOrders", name(BTC));
        assertThat(told.size()).isEqualTo(3);
        for (String id : ids) {
            Order order = read(OrderRef.ofOrderId(BTC, id));
            Orders.requireOpen(order);
            Orders.compare(CcxtMarketData.byId(told, id), order, instrument(BTC));
        }

        ccxt().call("cancelOrders", ids.subList(0, 2), name(BTC));

        assertThat(ids)
                .extracting(id -> read(OrderRef.ofOrderId(BTC, id)).status())
                .containsExactly(OrderStatus.CANCELED, OrderStatus.CANCELED, OrderStatus.NEW);
    }

    static String id(Told orders, int index) {
        return orders.at(index).answer().path("id").asText();
    }
}
