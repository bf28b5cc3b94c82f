package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonEmpty;
import static dev.astrolabe.aster.internal.Readings.nonZero;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.StrategyPayloads.AckRow;
import dev.astrolabe.aster.internal.StrategyPayloads.ChaseRow;
import dev.astrolabe.aster.internal.StrategyPayloads.StrategyRow;
import dev.astrolabe.aster.internal.StrategyPayloads.SubOrderRow;
import dev.astrolabe.aster.internal.StrategyPayloads.UpdateRow;
import dev.astrolabe.aster.model.Chase;
import dev.astrolabe.aster.model.ChaseOffset;
import dev.astrolabe.aster.model.DrivenOn;
import dev.astrolabe.aster.model.OffsetType;
import dev.astrolabe.aster.model.QuantityUnit;
import dev.astrolabe.aster.model.Strategy;
import dev.astrolabe.aster.model.StrategyAck;
import dev.astrolabe.aster.model.StrategyLink;
import dev.astrolabe.aster.model.StrategyStatus;
import dev.astrolabe.aster.model.StrategySubOrder;
import dev.astrolabe.aster.model.StrategyTrigger;
import dev.astrolabe.aster.model.StrategyType;
import dev.astrolabe.aster.model.StrategyUpdate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chases and strategies in neutral amounts: base units, prices per single coin, ratios. */
final class StrategyMapper {

    private StrategyMapper() {}

    static Chase chase(ChaseRow row, Instrument instrument) {
        QuantityUnit unit = AsterVocabulary.named(row.quantityUnit(), QuantityUnit.UNKNOWN);
        String word = nonEmpty(row.timeInForce());
        return Chase.builder()
                .strategyId(row.strategyId())
                .clientStrategyId(row.clientStrategyId())
                .symbol(instrument.symbol())
                .side(Side.valueOf(row.side()))
                .positionSide(OrderMapper.positionSide(row.positionSide()))
                .quantity(unit == QuantityUnit.BASE ? instrument.fromContracts(row.quantity()) : row.quantity())
                .quantityUnit(unit)
                .rawQuantityUnit(row.quantityUnit())
                .reduceOnly(Boolean.TRUE.equals(row.reduceOnly()))
                .offset(offset(row.chaseOffset(), row.chaseOffsetType(), instrument))
                .maxOffset(offset(nonZero(row.maxChaseOffset()), row.maxChaseOffsetType(), instrument))
                .timeInForce(word == null ? null : AsterVocabulary.timeInForce(word))
                .status(AsterVocabulary.named(row.strategyStatus(), StrategyStatus.UNKNOWN))
                .rawStatus(row.strategyStatus())
                .createdAt(time(row.bookTime()))
                .updatedAt(time(row.updateTime()))
                .build();
    }

    private static @Nullable ChaseOffset offset(
            @Nullable BigDecimal value, @Nullable String word, Instrument instrument) {
        if (value == null) {
            return null;
        }
        String rawType = Objects.requireNonNullElse(nonEmpty(word), OffsetType.ABSOLUTE.name());
        OffsetType type = AsterVocabulary.named(rawType, OffsetType.UNKNOWN);
        BigDecimal neutral = switch (type) {
            case ABSOLUTE -> instrument.fromVenuePrice(value);
            case PERCENTAGE -> value.movePointLeft(2);
            case UNKNOWN -> value;
        };
        return new ChaseOffset(neutral, type, rawType);
    }

    static StrategyAck acknowledgement(AckRow row) {
        boolean failed = row.failureCode() != null && row.failureCode() != 0;
        return StrategyAck.builder()
                .strategyId(row.strategyId())
                .clientStrategyId(row.clientStrategyId())
                .type(AsterVocabulary.named(row.strategyType(), StrategyType.UNKNOWN))
                .rawType(row.strategyType())
                .status(AsterVocabulary.named(row.strategyStatus(), StrategyStatus.UNKNOWN))
                .rawStatus(row.strategyStatus())
                .failureCode(failed ? row.failureCode() : null)
                .failureReason(nonEmpty(row.failureReason()))
                .updatedAt(time(row.updateTime()))
                .build();
    }

    static StrategyUpdate update(UpdateRow row) {
        return new StrategyUpdate(acknowledgement(row.strategy()), row.updatedSubOrder(), row.updateStatus());
    }

    static Strategy strategy(StrategyRow row, Function<String, Instrument> instruments) {
        return Strategy.builder()
                .strategyId(row.strategyId())
                .clientStrategyId(row.clientStrategyId())
                .type(AsterVocabulary.named(row.strategyType(), StrategyType.UNKNOWN))
                .rawType(row.strategyType())
                .status(AsterVocabulary.named(row.strategyStatus(), StrategyStatus.UNKNOWN))
                .rawStatus(row.strategyStatus())
                .subOrders(row.subOrders().stream()
                        .map(order -> subOrder(order, instruments.apply(order.symbol())))
                        .toList())
                .createdAt(time(row.bookTime()))
                .updatedAt(time(row.updateTime()))
                .build();
    }

    private static StrategySubOrder subOrder(SubOrderRow row, Instrument instrument) {
        OrderType type = AsterVocabulary.orderType(row.type());
        BigDecimal contracts = nonZero(row.quantity());
        BigDecimal rate = nonZero(row.callbackRate());
        String word = nonEmpty(row.timeInForce());
        String trigger = nonEmpty(row.workingType());
        long orderId = Objects.requireNonNullElse(row.orderId(), 0L);
        return StrategySubOrder.builder()
                .subId(row.strategySubId())
                .strategyId(row.strategyId())
                .orderId(orderId == 0 ? null : Long.toString(orderId))
                .clientOrderId(nonEmpty(row.clientOrderId()))
                .status(AsterVocabulary.orderStatus(row.status()))
                .rawStatus(row.status())
                .first(link(row.firstDrivenId(), row.firstDrivenOn(), row.firstTrigger()))
                .second(link(row.secondDrivenId(), row.secondDrivenOn(), row.secondTrigger()))
                .rawSecurityType(nonEmpty(row.securityType()))
                .symbol(instrument.symbol())
                .side(Side.valueOf(row.side()))
                .positionSide(OrderMapper.positionSide(row.positionSide()))
                .type(type)
                .rawType(row.type())
                .timeInForce(word == null ? null : AsterVocabulary.timeInForce(word))
                .quantity(contracts == null ? null : instrument.fromContracts(contracts))
                .price(OrderMapper.price(row.price(), instrument))
                .averagePrice(OrderMapper.price(row.avgPrice(), instrument))
                .triggerPrice(OrderMapper.price(row.stopPrice(), instrument))
                .triggerBy(!type.isConditional() || trigger == null ? null : AsterVocabulary.workingType(trigger))
                .activationPrice(OrderMapper.price(row.activatePrice(), instrument))
                .callbackRate(rate == null ? null : rate.movePointLeft(2))
                .reduceOnly(Boolean.TRUE.equals(row.reduceOnly()))
                .closePosition(Boolean.TRUE.equals(row.closePosition()))
                .priceProtect(Boolean.TRUE.equals(row.priceProtect()))
                .triggeredAt(time(row.triggerTime()))
                .build();
    }

    private static @Nullable StrategyLink link(
            @Nullable Integer drivenBy, @Nullable String drivenOn, @Nullable String trigger) {
        if (drivenBy == null || drivenBy == 0) {
            return null;
        }
        String on = Objects.requireNonNullElse(drivenOn, "");
        String then = Objects.requireNonNullElse(trigger, "");
        return new StrategyLink(
                drivenBy,
                AsterVocabulary.named(on, DrivenOn.UNKNOWN),
                on,
                AsterVocabulary.named(then, StrategyTrigger.UNKNOWN),
                then);
    }
}
