package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonEmpty;
import static dev.astrolabe.aster.internal.Readings.nonZero;
import static dev.astrolabe.aster.internal.Readings.orZero;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.TradingPayloads.OrderFields;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.internal.TradingPayloads.UserTrade;
import dev.astrolabe.aster.model.AsterOrder;
import dev.astrolabe.aster.model.PegPriceType;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders and executions in neutral terms: base units, prices per single coin, positive fees are paid. */
final class OrderMapper {

    private OrderMapper() {}

    static Order order(OrderFields row, Instrument instrument) {
        // Once a stop has fired, type names the order it became, and origType what it was placed as.
        String origin = nonEmpty(row.origType());
        String rawType = origin == null ? row.type() : origin;
        OrderType type = AsterVocabulary.orderType(rawType);
        BigDecimal contracts = nonZero(row.origQty());
        BigDecimal rate = nonZero(row.priceRate());
        String word = nonEmpty(row.timeInForce());
        String trigger = nonEmpty(row.workingType());
        return Order.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.symbol())
                .orderId(Long.toString(row.orderId()))
                .clientOrderId(nonEmpty(row.clientOrderId()))
                .side(Side.valueOf(row.side()))
                .positionSide(positionSide(row.positionSide()))
                .type(type)
                .rawType(rawType)
                .status(AsterVocabulary.orderStatus(row.status()))
                .rawStatus(row.status())
                .timeInForce(word == null ? TimeInForce.GTC : AsterVocabulary.timeInForce(word))
                .quantity(contracts == null ? null : instrument.fromContracts(contracts))
                .filledQuantity(instrument.fromContracts(orZero(row.executedQty())))
                .contracts(contracts)
                .price(price(row.price(), instrument))
                .averagePrice(price(row.avgPrice(), instrument))
                // The venue fills stopPrice of a trailing stop with a number that means nothing.
                .triggerPrice(type == OrderType.TRAILING_STOP_MARKET ? null : price(row.stopPrice(), instrument))
                .triggerBy(!type.isConditional() || trigger == null ? null : AsterVocabulary.workingType(trigger))
                .activationPrice(price(row.activatePrice(), instrument))
                .callbackRate(rate == null ? null : rate.movePointLeft(2))
                .reduceOnly(Boolean.TRUE.equals(row.reduceOnly()))
                .closePosition(Boolean.TRUE.equals(row.closePosition()))
                .createdAt(time(row.time()))
                .updatedAt(time(row.updateTime()))
                .build();
    }

    /** With what the neutral order has no place for. */
    static AsterOrder asterOrder(OrderRow row, Instrument instrument) {
        String peg = nonEmpty(row.pegPriceType());
        String rule = nonEmpty(row.stpMode());
        return AsterOrder.builder()
                .order(order(row, instrument))
                .currentType(AsterVocabulary.orderType(row.type()))
                .rawCurrentType(row.type())
                .filledQuote(row.cumQuote())
                .priceProtect(Boolean.TRUE.equals(row.priceProtect()))
                .pegPriceType(peg == null ? null : AsterVocabulary.named(peg, PegPriceType.UNKNOWN))
                .rawPegPriceType(peg)
                .selfTradePrevention(AsterVocabulary.selfTradePrevention(rule))
                .rawSelfTradePrevention(rule)
                .build();
    }

    static Fill fill(UserTrade row, Instrument instrument) {
        return fill(row, null, instrument);
    }

    /** Rows do not tell the client id of their order, which events do. */
    static Fill fill(UserTrade row, @Nullable String clientOrderId, Instrument instrument) {
        return Fill.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.symbol())
                .tradeId(Long.toString(row.id()))
                .orderId(Long.toString(row.orderId()))
                .clientOrderId(clientOrderId)
                .side(Side.valueOf(row.side()))
                .positionSide(positionSide(row.positionSide()))
                .price(instrument.fromVenuePrice(row.price()))
                .quantity(instrument.fromContracts(row.qty()))
                .fee(row.commission().negate())
                .feeAsset(row.commissionAsset())
                .realizedPnl(row.realizedPnl())
                .liquidity(liquidity(row.maker()))
                .time(Instant.ofEpochMilli(row.time()))
                .build();
    }

    private static Liquidity liquidity(@Nullable Boolean maker) {
        if (maker == null) {
            return Liquidity.UNKNOWN;
        }
        return maker ? Liquidity.MAKER : Liquidity.TAKER;
    }

    /** A price of 0 is none. */
    static @Nullable BigDecimal price(@Nullable BigDecimal venuePrice, Instrument instrument) {
        BigDecimal price = nonZero(venuePrice);
        return price == null ? null : instrument.fromVenuePrice(price);
    }

    /** BOTH, and a word that is not known, mean no slot. */
    static @Nullable PositionSide positionSide(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "LONG" -> PositionSide.LONG;
            case "SHORT" -> PositionSide.SHORT;
            default -> null;
        };
    }
}
