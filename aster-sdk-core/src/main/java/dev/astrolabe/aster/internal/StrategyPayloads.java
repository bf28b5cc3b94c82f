package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chases, strategies and the protection of market makers as the venue tells them (docs: futures v3). */
final class StrategyPayloads {

    private StrategyPayloads() {}

    record ChaseRow(
            long strategyId,
            String clientStrategyId,
            String symbol,
            String side,
            @Nullable String positionSide,
            BigDecimal quantity,
            String quantityUnit,
            @Nullable Boolean reduceOnly,
            @Nullable BigDecimal chaseOffset,
            @Nullable String chaseOffsetType,
            @Nullable BigDecimal maxChaseOffset,
            @Nullable String maxChaseOffsetType,
            @Nullable String timeInForce,
            String strategyStatus,
            @Nullable Long bookTime,
            @Nullable Long updateTime) {}

    /** A failure code of 0 means none. */
    record AckRow(
            long strategyId,
            String clientStrategyId,
            String strategyType,
            String strategyStatus,
            @Nullable Long updateTime,
            @Nullable Integer failureCode,
            @Nullable String failureReason) {}

    /** What became of one order of a change. */
    record UpdateRow(
            long strategyId,
            String clientStrategyId,
            String strategyType,
            String strategyStatus,
            int updatedSubOrder,
            String updateStatus,
            @Nullable Long updateTime,
            @Nullable Integer failureCode,
            @Nullable String failureReason) {

        AckRow strategy() {
            return new AckRow(
                    strategyId, clientStrategyId, strategyType, strategyStatus, updateTime, failureCode, failureReason);
        }
    }

    record StrategyRow(
            long strategyId,
            String clientStrategyId,
            String strategyType,
            String strategyStatus,
            @Nullable Long bookTime,
            @Nullable Long updateTime,
            List<SubOrderRow> subOrders) {}

    /** A driving id of 0 means that there is none, an order id of 0 that there is no order yet; the rate is in per cent. */
    record SubOrderRow(
            long strategyId,
            @Nullable Long orderId,
            @Nullable String clientOrderId,
            String status,
            int strategySubId,
            @Nullable Integer firstDrivenId,
            @Nullable String firstDrivenOn,
            @Nullable String firstTrigger,
            @Nullable Integer secondDrivenId,
            @Nullable String secondDrivenOn,
            @Nullable String secondTrigger,
            @Nullable String securityType,
            String symbol,
            String side,
            @Nullable String positionSide,
            String type,
            @Nullable String timeInForce,
            @Nullable BigDecimal quantity,
            @Nullable Boolean reduceOnly,
            @Nullable Boolean closePosition,
            @Nullable BigDecimal price,
            @Nullable BigDecimal avgPrice,
            @Nullable Boolean priceProtect,
            @Nullable BigDecimal stopPrice,
            @Nullable BigDecimal activatePrice,
            @Nullable BigDecimal callbackRate,
            @Nullable String workingType,
            @Nullable Long triggerTime) {}

    record ProtectionRow(
            String symbol,
            long windowTimeInMilliseconds,
            long frozenTimeInMilliseconds,
            @Nullable BigDecimal qtyLimit,
            @Nullable BigDecimal valueLimit,
            @Nullable BigDecimal deltaLimit) {}
}
