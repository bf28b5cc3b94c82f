package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxOrder;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of orders, both ways (docs: OKX v5, "Place order", "Get order" and "Place algo order"). */
final class OrderWords {

    /** As a price of a leg: at the market. */
    static final BigDecimal MARKET = BigDecimal.ONE.negate();

    private static final Set<String> FORCED = Set.of("full_liquidation", "partial_liquidation", "adl");
    // Ended by its own terms: FOK, IOC, post-only, self-trade, too many matches, RPI.
    private static final Set<String> EXPIRED = Set.of("13", "14", "31", "32", "33", "45");
    // The parts of a split order and of a chase are many, and no life of that order.
    private static final Set<String> PARTS = Set.of("13", "34");
    private static final String TRAILING = "25";

    private OrderWords() {}

    /** Whether the row is the later life of an order that waited for its trigger. */
    static boolean isFired(OkxOrder row) {
        return row.algoId().isPresent() && row.source().filter(PARTS::contains).isEmpty();
    }

    static OrderType type(OkxOrder row) {
        if (isForced(row)) {
            return OrderType.LIQUIDATION;
        }
        return switch (row.orderType()) {
            case "market", "optimal_limit_ioc" -> OrderType.MARKET;
            case "limit", "post_only", "fok", "ioc", "rpi", "elp", "mmp", "mmp_and_post_only" -> OrderType.LIMIT;
            default -> OrderType.UNKNOWN;
        };
    }

    static boolean isForced(OkxOrder row) {
        return row.category().filter(FORCED::contains).isPresent();
    }

    /** What a fired order was, as far as its row alone tells: not whether it was a stop or a profit. */
    static OrderType firedType(OkxOrder row) {
        if (row.source().filter(TRAILING::equals).isPresent()) {
            return OrderType.TRAILING_STOP_MARKET;
        }
        return type(row) == OrderType.LIMIT ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET;
    }

    static TimeInForce timeInForce(String orderType) {
        return switch (orderType) {
            case "ioc", "optimal_limit_ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            case "post_only", "mmp_and_post_only" -> TimeInForce.POST_ONLY;
            case "rpi", "elp" -> TimeInForce.RPI;
            case "limit", "market", "mmp" -> TimeInForce.GTC;
            default -> TimeInForce.UNKNOWN;
        };
    }

    static OrderStatus status(OkxOrder row) {
        return switch (row.state()) {
            case "live" -> OrderStatus.NEW;
            case "partially_filled" -> OrderStatus.PARTIALLY_FILLED;
            case "filled" -> OrderStatus.FILLED;
            case "canceled" ->
                row.cancelSource().filter(EXPIRED::contains).isPresent() ? OrderStatus.EXPIRED : OrderStatus.CANCELED;
            case "mmp_canceled" -> OrderStatus.CANCELED;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** One that has fired is open until its order tells otherwise. */
    static OrderStatus status(OkxAlgoOrder row) {
        return switch (row.state()) {
            case "live", "pause", "effective", "partially_effective" -> OrderStatus.NEW;
            case "canceled" -> OrderStatus.CANCELED;
            case "order_failed", "partially_failed" -> OrderStatus.REJECTED;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Whether an order with two legs, or with one, is told by the leg that takes the profit. */
    static boolean isProfit(OkxAlgoOrder row) {
        if (row.orderType().equals("trigger")) {
            return isBetterThanPlaced(row);
        }
        if (row.actualSide().map("tp"::equals).orElse(false)) {
            return true;
        }
        return row.stopLossTriggerPrice().isEmpty()
                && row.takeProfitTriggerPrice().isPresent();
    }

    /** A trigger names no direction: a sale above the price at which it was placed waits for a profit, a purchase below it too. */
    private static boolean isBetterThanPlaced(OkxAlgoOrder row) {
        Optional<BigDecimal> trigger = row.triggerPrice();
        Optional<BigDecimal> placed = row.priceWhenPlaced();
        if (trigger.isEmpty() || placed.isEmpty()) {
            return false;
        }
        int direction = trigger.get().compareTo(placed.get());
        return side(row.side()) == Side.SELL ? direction > 0 : direction < 0;
    }

    static OrderType type(OkxAlgoOrder row) {
        boolean limit = legPrice(row).isPresent();
        return switch (row.orderType()) {
            case "move_order_stop" -> OrderType.TRAILING_STOP_MARKET;
            case "conditional", "oco", "trigger" ->
                isProfit(row)
                        ? (limit ? OrderType.TAKE_PROFIT_LIMIT : OrderType.TAKE_PROFIT_MARKET)
                        : (limit ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET);
            default -> OrderType.UNKNOWN;
        };
    }

    /** The limit of the order that it becomes; empty where that goes to the market. */
    static Optional<BigDecimal> legPrice(OkxAlgoOrder row) {
        Optional<BigDecimal> price = row.orderType().equals("trigger")
                ? row.orderPrice()
                : isProfit(row) ? row.takeProfitOrderPrice() : row.stopLossOrderPrice();
        return price.filter(value -> value.signum() > 0);
    }

    static Optional<BigDecimal> legTrigger(OkxAlgoOrder row) {
        if (row.orderType().equals("trigger")) {
            return row.triggerPrice();
        }
        return isProfit(row) ? row.takeProfitTriggerPrice() : row.stopLossTriggerPrice();
    }

    static Optional<TriggerBy> legTriggerBy(OkxAlgoOrder row) {
        Optional<String> word = row.orderType().equals("trigger")
                ? row.triggerBy()
                : isProfit(row) ? row.takeProfitTriggerBy() : row.stopLossTriggerBy();
        return word.map(OrderWords::triggerBy);
    }

    private static TriggerBy triggerBy(String word) {
        return switch (word) {
            case "last" -> TriggerBy.LAST;
            case "mark" -> TriggerBy.MARK;
            case "index" -> TriggerBy.INDEX;
            default -> TriggerBy.UNKNOWN;
        };
    }

    static String word(TriggerBy by) {
        return switch (by) {
            case LAST -> "last";
            case MARK -> "mark";
            case INDEX -> "index";
            case UNKNOWN -> throw new IllegalArgumentException("trigger by UNKNOWN cannot be sent");
        };
    }

    static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new IllegalArgumentException("side '" + word + "' is neither buy nor sell");
        };
    }

    static String word(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    /** The slot of hedge mode; net, and a word that is not known, mean none. */
    static @Nullable PositionSide positionSide(Optional<String> word) {
        return switch (word.orElse("")) {
            case "long" -> PositionSide.LONG;
            case "short" -> PositionSide.SHORT;
            default -> null;
        };
    }

    static String word(PositionSide side) {
        return side == PositionSide.LONG ? "long" : "short";
    }

    static String word(SelfTradePrevention rule) {
        return switch (rule) {
            case EXPIRE_TAKER -> "cancel_taker";
            case EXPIRE_MAKER -> "cancel_maker";
            case EXPIRE_BOTH -> "cancel_both";
        };
    }

    static Liquidity liquidity(Optional<String> word) {
        return switch (word.orElse("")) {
            case "M" -> Liquidity.MAKER;
            case "T" -> Liquidity.TAKER;
            default -> Liquidity.UNKNOWN;
        };
    }
}
