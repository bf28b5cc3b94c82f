package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.Optional;

/** The venue's words and the neutral ones (docs: futures v3, "ENUM definitions"). */
final class Words {

    private Words() {}

    static OrderType orderType(String word) {
        return switch (word) {
            case "LIMIT" -> OrderType.LIMIT;
            case "MARKET" -> OrderType.MARKET;
            case "STOP" -> OrderType.STOP_LIMIT;
            case "STOP_MARKET" -> OrderType.STOP_MARKET;
            case "TAKE_PROFIT" -> OrderType.TAKE_PROFIT_LIMIT;
            case "TAKE_PROFIT_MARKET" -> OrderType.TAKE_PROFIT_MARKET;
            case "TRAILING_STOP_MARKET" -> OrderType.TRAILING_STOP_MARKET;
            default -> throw ErrorCode.INVALID_ORDER_TYPE.with();
        };
    }

    static String of(OrderType type) {
        return switch (type) {
            case STOP_LIMIT -> "STOP";
            case TAKE_PROFIT_LIMIT -> "TAKE_PROFIT";
            case LIMIT, MARKET, STOP_MARKET, TAKE_PROFIT_MARKET, TRAILING_STOP_MARKET -> type.name();
            case LIQUIDATION, UNKNOWN -> "LIMIT";
        };
    }

    /** What a conditional order is once it has fired. */
    static String fired(OrderType type) {
        return type.hasPrice() ? "LIMIT" : "MARKET";
    }

    static Side side(String word) {
        return switch (word) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ErrorCode.INVALID_SIDE.with();
        };
    }

    /** Empty for BOTH. */
    static Optional<PositionSide> positionSide(String word) {
        return switch (word) {
            case "BOTH" -> Optional.empty();
            case "LONG" -> Optional.of(PositionSide.LONG);
            case "SHORT" -> Optional.of(PositionSide.SHORT);
            default -> throw ErrorCode.INVALID_POSITION_SIDE.with();
        };
    }

    static String positionSide(Order order) {
        return order.positionSide().map(PositionSide::name).orElse("BOTH");
    }

    /** A hidden order rests here like any other: it takes no part in the book that is shown. */
    static TimeInForce timeInForce(String word) {
        return switch (word) {
            case "GTC", "HIDDEN" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            case "GTX", "RPI" -> TimeInForce.POST_ONLY;
            default -> throw ErrorCode.INVALID_TIME_IN_FORCE.with();
        };
    }

    static String of(TimeInForce time) {
        return time == TimeInForce.POST_ONLY ? "GTX" : time.name();
    }

    static TriggerBy workingType(String word) {
        return switch (word) {
            case "CONTRACT_PRICE" -> TriggerBy.LAST;
            case "MARK_PRICE" -> TriggerBy.MARK;
            default -> throw ErrorCode.INVALID_WORKING_TYPE.with();
        };
    }

    static String of(TriggerBy trigger) {
        return trigger == TriggerBy.MARK ? "MARK_PRICE" : "CONTRACT_PRICE";
    }

    static String of(OrderStatus status) {
        return status == OrderStatus.UNKNOWN ? "REJECTED" : status.name();
    }
}
