package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders as REST shows them (docs: futures v3, "New Order", "Query Order", "User's Force Orders"). */
final class OrderViews {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SimulatedVenue venue;
    private final NativeOrders natives;

    OrderViews(SimulatedVenue venue, NativeOrders natives) {
        this.venue = venue;
        this.natives = natives;
    }

    Instrument instrument(Order order) {
        return venue.market(order.symbol())
                .orElseThrow(() -> new IllegalStateException(order.symbol() + " is not listed any more"))
                .instrument();
    }

    /** The answer to a placement: with ACK, the default, what was accepted, before anything became of it. */
    Map<String, Object> placed(VenueAccount account, Order order, boolean result) {
        Order shown = result || order.type().isConditional()
                ? order
                : order.toBuilder()
                        .status(OrderStatus.NEW)
                        .filledQuantity(BigDecimal.ZERO)
                        .averagePrice(null)
                        .build();
        return acknowledged(account, shown);
    }

    Map<String, Object> acknowledged(VenueAccount account, Order order) {
        Map<String, Object> row = common(account, order);
        row.put("cumQty", executed(order));
        return row;
    }

    Map<String, Object> cancelled(VenueAccount account, Order order) {
        Map<String, Object> row = acknowledged(account, order);
        row.remove("avgPrice");
        return row;
    }

    Map<String, Object> info(VenueAccount account, Order order) {
        Map<String, Object> row = common(account, order);
        row.put("time", millis(order.createdAt().orElse(Instant.EPOCH)));
        return row;
    }

    Map<String, Object> forced(VenueAccount account, Order order) {
        Map<String, Object> row = info(account, order);
        row.remove("priceProtect");
        row.put("timeInForce", "IOC");
        row.put("price", Figures.average(instrument(order), order.averagePrice().orElse(BigDecimal.ZERO)));
        return row;
    }

    private Map<String, Object> common(VenueAccount account, Order order) {
        NativeOrder facts = natives.of(order);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("orderId", Long.parseLong(order.orderId()));
        row.put("symbol", order.venueSymbol());
        row.put("status", Words.of(order.status()));
        row.put("clientOrderId", natives.clientId(order));
        row.put("price", price(order));
        row.put("avgPrice", average(order));
        row.put("origQty", quantity(order));
        row.put("executedQty", executed(order));
        row.put("cumQuote", quote(order));
        row.put("timeInForce", facts.timeInForce());
        row.put("type", type(account, order));
        row.put("reduceOnly", order.reduceOnly());
        row.put("closePosition", order.closePosition());
        row.put("side", order.side().name());
        row.put("positionSide", Words.positionSide(order));
        row.put("stopPrice", stopPrice(order));
        row.put("workingType", facts.workingType());
        row.put("priceProtect", facts.priceProtect());
        row.put("origType", Words.of(order.type()));
        row.put("updateTime", millis(order.updatedAt().or(order::createdAt).orElse(Instant.EPOCH)));
        if (order.type() == OrderType.TRAILING_STOP_MARKET) {
            row.put("activatePrice", activation(order));
            row.put("priceRate", rate(order));
        }
        return row;
    }

    String type(VenueAccount account, Order order) {
        return account.isTriggered(order.orderId()) ? Words.fired(order.type()) : Words.of(order.type());
    }

    String price(Order order) {
        return order.price()
                .map(price -> Figures.price(instrument(order), price))
                .orElse("0");
    }

    String stopPrice(Order order) {
        return order.triggerPrice()
                .map(price -> Figures.price(instrument(order), price))
                .orElse("0");
    }

    String activation(Order order) {
        return order.activationPrice()
                .map(price -> Figures.price(instrument(order), price))
                .orElse("0");
    }

    /** In per cent: 1 is 1 %. */
    static String rate(Order order) {
        return Figures.plain(order.callbackRate().orElse(BigDecimal.ZERO).multiply(HUNDRED));
    }

    String average(Order order) {
        return order.averagePrice()
                .map(price -> Figures.average(instrument(order), price))
                .orElse("0.00000");
    }

    String quantity(Order order) {
        return order.quantity()
                .map(quantity -> Figures.quantity(instrument(order), quantity))
                .orElse("0");
    }

    String executed(Order order) {
        return order.filledQuantity().signum() == 0 ? "0" : Figures.quantity(instrument(order), order.filledQuantity());
    }

    private static String quote(Order order) {
        BigDecimal value = order.averagePrice().orElse(BigDecimal.ZERO).multiply(order.filledQuantity());
        return Figures.plain(value.setScale(8, RoundingMode.HALF_EVEN));
    }

    static long millis(Instant time) {
        return time.toEpochMilli();
    }
}
