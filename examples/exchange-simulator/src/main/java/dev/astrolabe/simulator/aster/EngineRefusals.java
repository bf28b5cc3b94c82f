package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import java.util.function.Supplier;

/** What the engine refuses, in the venue's codes. */
final class EngineRefusals {

    private EngineRefusals() {}

    static <T> T translate(Supplier<T> call) {
        try {
            return call.get();
        } catch (RejectedException e) {
            throw of(e.reason(), e);
        } catch (NotSentException e) {
            throw ErrorCode.INVALID_MESSAGE.with(String.valueOf(e.getMessage()));
        }
    }

    private static AsterError of(Reason reason, ExchangeException e) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> ErrorCode.MARGIN_NOT_SUFFICIENT.with();
            case LEVERAGE -> ErrorCode.MAX_LEVERAGE_RATIO.with();
            case WOULD_TRIGGER -> ErrorCode.WOULD_TRIGGER.with();
            case REDUCE_ONLY -> ErrorCode.REDUCE_ONLY_REJECTED.with();
            case POSITION_MODE -> ErrorCode.POSITION_SIDE_MISMATCH.with();
            case DUPLICATE_CLIENT_ORDER_ID -> ErrorCode.DUPLICATE_CLIENT_ORDER_ID.with();
            case UNKNOWN_SYMBOL -> ErrorCode.BAD_SYMBOL.with();
            case ORDER_NOT_FOUND -> ErrorCode.CANCEL_REJECTED.with();
            case TOO_MANY_ORDERS -> ErrorCode.MAX_OPEN_ORDERS.with();
            case MARKET_STATE, MAINTENANCE -> ErrorCode.WRONG_MARKET_STATUS.with();
            case INVALID_REQUEST, FILTER ->
                ErrorCode.INVALID_MESSAGE.with(
                        e.venueError().map(error -> error.message()).orElse("not acceptable"));
            case POST_ONLY, ACCOUNT_STATE, NO_CHANGE, AUTHENTICATION, CLOCK_SKEW, PERMISSION, OTHER ->
                ErrorCode.ORDER_REJECTED.with();
        };
    }
}
