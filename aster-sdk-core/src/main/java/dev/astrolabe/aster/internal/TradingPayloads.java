package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Orders and executions as the venue tells them (docs: futures, "Account/Trades Endpoints"). */
final class TradingPayloads {

    private TradingPayloads() {}

    /** What an order is told by, in an answer or in an event of the account's stream. */
    interface OrderFields {

        long orderId();

        String symbol();

        String status();

        @Nullable
        String clientOrderId();

        @Nullable
        BigDecimal price();

        @Nullable
        BigDecimal avgPrice();

        @Nullable
        BigDecimal origQty();

        @Nullable
        BigDecimal executedQty();

        @Nullable
        String timeInForce();

        String type();

        @Nullable
        String origType();

        @Nullable
        Boolean reduceOnly();

        @Nullable
        Boolean closePosition();

        String side();

        @Nullable
        String positionSide();

        @Nullable
        BigDecimal stopPrice();

        @Nullable
        String workingType();

        @Nullable
        BigDecimal activatePrice();

        @Nullable
        BigDecimal priceRate();

        @Nullable
        Long time();

        @Nullable
        Long updateTime();
    }

    /**
     * An order in any answer: the acknowledgement has no {@code time}, a cancel no {@code avgPrice}, only trailing stops have
     * {@code activatePrice} and {@code priceRate} (in per cent), and only v3 tells {@code pegPriceType} and {@code stpMode},
     * where they are set.
     */
    record OrderRow(
            long orderId,
            String symbol,
            String status,
            @Nullable String clientOrderId,
            @Nullable BigDecimal price,
            @Nullable BigDecimal avgPrice,
            @Nullable BigDecimal origQty,
            @Nullable BigDecimal executedQty,
            @Nullable BigDecimal cumQuote,
            @Nullable String timeInForce,
            String type,
            @Nullable String origType,
            @Nullable Boolean reduceOnly,
            @Nullable Boolean closePosition,
            String side,
            @Nullable String positionSide,
            @Nullable BigDecimal stopPrice,
            @Nullable String workingType,
            @Nullable Boolean priceProtect,
            @Nullable String pegPriceType,
            @Nullable String stpMode,
            @Nullable BigDecimal activatePrice,
            @Nullable BigDecimal priceRate,
            @Nullable Long time,
            @Nullable Long updateTime)
            implements OrderFields {}

    /** A negative commission was paid. */
    record UserTrade(
            long id,
            long orderId,
            String symbol,
            String side,
            @Nullable String positionSide,
            BigDecimal price,
            BigDecimal qty,
            BigDecimal commission,
            String commissionAsset,
            @Nullable BigDecimal realizedPnl,
            @Nullable Boolean maker,
            long time) {}

    /** The code is 200 as a number, or as a text in cancel-all. */
    record Acknowledgement(String code, @Nullable String msg) {

        boolean isDone() {
            return code.equals("200");
        }
    }

    /** An item of a batch that failed. */
    record ItemError(int code, @Nullable String msg) {}

    /** What every object may be: an error has a negative code. */
    record MaybeError(@Nullable Integer code, @Nullable String msg) {}

    /** The time is in milliseconds, as a text. */
    record Countdown(String symbol, long countdownTime) {}
}
