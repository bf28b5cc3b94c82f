package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;

/** Compares what ccxt tells of orders, fills and positions with what our own client reads. */
final class Orders {

    private Orders() {}

    static void compare(Told told, Order order, Instrument instrument) {
        told.text("/id", order.orderId())
                .text("/side", side(order.side()))
                .text("/status", status(order.status()))
                .flag("/reduceOnly", order.reduceOnly());
        order.contracts().ifPresent(size -> told.number("/amount", size));
        order.createdAt().ifPresent(time -> told.time("/timestamp", time));
        if (order.type().isConditional()) {
            order.price().ifPresent(price -> compareExit(told, instrument.toVenuePrice(price)));
            return;
        }
        order.price().ifPresent(price -> told.number("/price", instrument.toVenuePrice(price)));
        order.clientOrderId().ifPresent(id -> told.text("/clientOrderId", id));
        BigDecimal filled = order.averagePrice()
                .map(price -> instrument.toContracts(order.filledQuantity(), price))
                .orElse(order.filledQuantity());
        told.number("/filled", filled);
        order.averagePrice().ifPresent(price -> told.number("/average", instrument.toVenuePrice(price)));
    }

    /** The limit of an exit, which ccxt does not read from OKX's rows. */
    private static void compareExit(Told told, BigDecimal price) {
        boolean loss = !told.answer().at("/info/slOrdPx").asText().isEmpty();
        boolean exit = told.answer().at("/info").has("slOrdPx");
        told.number(exit ? loss ? "/info/slOrdPx" : "/info/tpOrdPx" : "/price", price);
    }

    static void compare(Told told, Fill fill, Instrument instrument) {
        told.text("/id", fill.tradeId())
                .text("/order", fill.orderId())
                .text("/side", side(fill.side()))
                .text("/takerOrMaker", fill.liquidity() == Liquidity.MAKER ? "maker" : "taker")
                .number("/price", instrument.toVenuePrice(fill.price()))
                .number("/amount", instrument.toContracts(fill.quantity(), fill.price()))
                .text("/fee/currency", fill.feeAsset())
                .number("/fee/cost", fill.fee())
                .time("/timestamp", fill.time());
    }

    static void compare(Told told, Position position, Instrument instrument, boolean okx) {
        told.text("/side", position.side() == PositionSide.LONG ? "long" : "short")
                .text("/marginMode", CcxtMarketData.lower(position.marginMode()))
                .number("/contracts", position.contracts())
                .number("/leverage", position.leverage())
                .number(okx ? "/info/avgPx" : "/info/entryPrice", instrument.toVenuePrice(position.entryPrice()))
                .number(okx ? "/info/upl" : "/info/unRealizedProfit", position.unrealizedPnl())
                .number(
                        "/markPrice",
                        instrument.toVenuePrice(position.markPrice().orElseThrow()));
        position.liquidationPrice()
                .ifPresent(price ->
                        told.number(okx ? "/info/liqPx" : "/info/liquidationPrice", instrument.toVenuePrice(price)));
    }

    /** The position of ccxt's list in an instrument. */
    static Told of(Told positions, String name) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.answer().get(i).path("symbol").asText().equals(name)) {
                return positions.at(i);
            }
        }
        throw new AssertionError("no position in " + name + ": " + positions.answer());
    }

    static String side(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    static String status(OrderStatus status) {
        return switch (status) {
            case NEW, PARTIALLY_FILLED -> "open";
            case FILLED -> "closed";
            case CANCELED, REJECTED, EXPIRED -> "canceled";
            case UNKNOWN -> throw new AssertionError("a status that nobody knows");
        };
    }

    /** That an order rests. */
    static void requireOpen(Order order) {
        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
    }
}
