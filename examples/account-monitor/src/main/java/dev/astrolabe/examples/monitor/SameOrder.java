package dev.astrolabe.examples.monitor;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One order, worded once, for every exchange: in base units and at a price per coin that all of them take. */
record SameOrder(List<ExchangeClient> clients, Symbol symbol, PrintWriter out) {

    private static final BigDecimal BELOW_MARK = new BigDecimal("0.95");

    void placeShowAndCancel() {
        OrderRequest order = request();
        out.println("The same on each: " + order);
        for (ExchangeClient client : clients) {
            OrderAck placed = client.trading().place(order);
            Order resting = client.trading().order(placed.ref()).orElseThrow();
            out.println(client.id() + " has it as " + resting);
            client.trading().cancel(placed.ref());
            out.println(client.id() + " has cancelled it");
        }
    }

    /** The least that every exchange takes. */
    private OrderRequest request() {
        List<Instrument> instruments =
                clients.stream().map(client -> client.instruments().get(symbol)).toList();
        BigDecimal price = clients.stream()
                .map(client -> client.marketData().markPrice(symbol).mark())
                .min(BigDecimal::compareTo)
                .orElseThrow()
                .multiply(BELOW_MARK);
        for (Instrument instrument : instruments) {
            price = instrument.roundPrice(price, Side.BUY);
        }
        return OrderRequest.limit(symbol, Side.BUY, quantity(instruments, price), price);
    }

    /** Steps of ten nest, so that rounding up by each filter in turn satisfies them all. */
    private static BigDecimal quantity(List<Instrument> instruments, BigDecimal price) {
        BigDecimal quantity = BigDecimal.ZERO;
        for (Instrument instrument : instruments) {
            BigDecimal least = instrument
                    .minNotional()
                    .map(notional -> notional.divide(price, 18, RoundingMode.UP))
                    .orElse(BigDecimal.ZERO);
            quantity = quantity.max(least).max(instrument.quantityFilter().min());
        }
        for (Instrument instrument : instruments) {
            quantity = instrument.quantityFilter().up(quantity);
        }
        return quantity;
    }
}
