package dev.astrolabe.simulator.server;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The engine's books of an account as the control port shows them: neutral, in base units, decimals as texts. */
final class AccountBooks {

    private AccountBooks() {}

    static Map<String, Object> show(String venue, VenueAccount account) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", account.id());
        shown.put("venue", venue);
        shown.put("positionMode", account.positionMode().name());
        shown.put(
                "wallets", account.balances().stream().map(AccountBooks::wallet).toList());
        shown.put(
                "positions",
                account.positions().stream().map(AccountBooks::position).toList());
        shown.put("orders", account.orders().stream().map(AccountBooks::order).toList());
        shown.put("fills", account.fills().stream().map(AccountBooks::fill).toList());
        return shown;
    }

    private static Map<String, Object> wallet(Balance balance) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("asset", balance.asset());
        shown.put("wallet", balance.wallet().toPlainString());
        shown.put("available", balance.available().toPlainString());
        shown.put("unrealizedPnl", balance.unrealizedPnl().toPlainString());
        return shown;
    }

    private static Map<String, Object> position(Position position) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("symbol", position.symbol().toString());
        shown.put("venueSymbol", position.venueSymbol());
        shown.put("side", position.side().name());
        shown.put("quantity", position.quantity().toPlainString());
        shown.put("entryPrice", position.entryPrice().toPlainString());
        shown.put("unrealizedPnl", position.unrealizedPnl().toPlainString());
        shown.put("marginMode", position.marginMode().name());
        put(shown, "leverage", position.leverage());
        put(shown, "liquidationPrice", position.liquidationPrice());
        return shown;
    }

    static Map<String, Object> order(Order order) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("orderId", order.orderId());
        shown.put("clientOrderId", order.clientOrderId().orElse(""));
        shown.put("symbol", order.symbol().toString());
        shown.put("venueSymbol", order.venueSymbol());
        shown.put("side", order.side().name());
        shown.put("type", order.type().name());
        shown.put("status", order.status().name());
        shown.put("filled", order.filledQuantity().toPlainString());
        put(shown, "quantity", order.quantity());
        put(shown, "price", order.price());
        put(shown, "averagePrice", order.averagePrice());
        put(shown, "triggerPrice", order.triggerPrice());
        shown.put("updatedAt", order.updatedAt().map(Instant::toString).orElse(""));
        return shown;
    }

    private static Map<String, Object> fill(Fill fill) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("tradeId", fill.tradeId());
        shown.put("orderId", fill.orderId());
        shown.put("symbol", fill.symbol().toString());
        shown.put("side", fill.side().name());
        shown.put("price", fill.price().toPlainString());
        shown.put("quantity", fill.quantity().toPlainString());
        shown.put("fee", fill.fee().toPlainString());
        shown.put("feeAsset", fill.feeAsset());
        shown.put("time", fill.time().toString());
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, Optional<BigDecimal> value) {
        shown.put(name, value.map(BigDecimal::toPlainString).orElse(""));
    }
}
