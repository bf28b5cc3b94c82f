package dev.astrolabe.aster.standin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An order of the stand-in, in the venue's unit and words. */
final class StandInOrder {

    final long id;
    final String symbol;
    final String clientId;
    final boolean buy;
    final String slot;
    final String placedAs;
    final String timeInForce;
    final BigDecimal stopPrice;
    final BigDecimal activationPrice;
    final BigDecimal callbackRate;
    final String workingType;
    final boolean reduceOnly;
    final boolean closePosition;
    final long time;
    String type;
    BigDecimal quantity;
    BigDecimal price;
    Instant seenFrom = Instant.MIN;
    String status = "NEW";
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal average = BigDecimal.ZERO;
    BigDecimal extreme = BigDecimal.ZERO;
    long updated;

    StandInOrder(long id, long time, Map<String, String> params) {
        this.id = id;
        this.time = time;
        this.updated = time;
        this.symbol = params.get("symbol");
        this.clientId = params.getOrDefault("newClientOrderId", "venue" + id);
        this.buy = params.get("side").equals("BUY");
        this.slot = params.getOrDefault("positionSide", "BOTH");
        this.placedAs = params.get("type");
        this.type = placedAs;
        this.timeInForce = params.getOrDefault("timeInForce", "GTC");
        this.quantity = number(params, "quantity");
        this.price = number(params, "price");
        this.stopPrice = number(params, "stopPrice");
        this.activationPrice = number(params, "activationPrice");
        this.callbackRate = number(params, "callbackRate");
        this.workingType = params.getOrDefault("workingType", "CONTRACT_PRICE");
        this.reduceOnly = Boolean.parseBoolean(params.get("reduceOnly"));
        this.closePosition = Boolean.parseBoolean(params.get("closePosition"));
    }

    private static BigDecimal number(Map<String, String> params, String name) {
        return new BigDecimal(params.getOrDefault(name, "0"));
    }

    boolean open() {
        return status.equals("NEW");
    }

    boolean waitsForTrigger() {
        return open() && !type.equals("LIMIT") && !type.equals("MARKET");
    }

    /** Whether a price fires it; a trailing stop is fired by the way back from its extreme. */
    boolean firedBy(BigDecimal mark) {
        return switch (type) {
            case "STOP", "STOP_MARKET" -> buy ? mark.compareTo(stopPrice) >= 0 : mark.compareTo(stopPrice) <= 0;
            case "TAKE_PROFIT", "TAKE_PROFIT_MARKET" ->
                buy ? mark.compareTo(stopPrice) <= 0 : mark.compareTo(stopPrice) >= 0;
            case "TRAILING_STOP_MARKET" -> {
                BigDecimal rate = callbackRate.movePointLeft(2);
                BigDecimal factor = buy ? BigDecimal.ONE.add(rate) : BigDecimal.ONE.subtract(rate);
                BigDecimal trigger = extreme.multiply(factor);
                yield buy ? mark.compareTo(trigger) >= 0 : mark.compareTo(trigger) <= 0;
            }
            default -> false;
        };
    }

    void follow(BigDecimal mark) {
        if (extreme.signum() == 0) {
            extreme = mark;
        } else {
            extreme = buy ? extreme.min(mark) : extreme.max(mark);
        }
    }

    Map<String, Object> json() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("orderId", id);
        row.put("symbol", symbol);
        row.put("status", status);
        row.put("clientOrderId", clientId);
        row.put("price", price);
        row.put("avgPrice", average.signum() == 0 ? "0.00000" : average);
        row.put("origQty", quantity);
        row.put("executedQty", filled);
        row.put("cumQuote", filled.multiply(average));
        row.put("timeInForce", timeInForce);
        row.put("type", type);
        row.put("origType", placedAs);
        row.put("reduceOnly", reduceOnly);
        row.put("closePosition", closePosition);
        row.put("side", buy ? "BUY" : "SELL");
        row.put("positionSide", slot);
        row.put("stopPrice", placedAs.startsWith("TRAILING") ? new BigDecimal("9300") : stopPrice);
        row.put("workingType", workingType);
        row.put("priceProtect", false);
        if (placedAs.startsWith("TRAILING")) {
            row.put("activatePrice", activationPrice);
            row.put("priceRate", callbackRate);
        }
        row.put("time", time);
        row.put("updateTime", updated);
        return row;
    }
}
