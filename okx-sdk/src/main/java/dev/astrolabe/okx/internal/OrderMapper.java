package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders and executions in neutral terms: base units, positive fees are paid. A conditional order keeps its identity all its life:
 * the algo's ids and type, whether it waits, or has become another order.
 */
final class OrderMapper {

    private static final String QUOTE_SIZED = "quote_ccy";
    private static final String NO_TRADE = "0";

    private OrderMapper() {}

    /**
     * An order. One that came of a trigger has the ids of that; whether it was a stop or a profit is not in the row, and is told
     * as a stop: where the algo is known, use {@link #fired}.
     */
    static Order order(OkxOrder row, Instrument instrument) {
        boolean fired = OrderWords.isFired(row);
        BigDecimal size = isQuoteSized(row.targetCurrency()) ? null : row.size().orElse(null);
        BigDecimal price = row.price().orElse(null);
        BigDecimal reference = reference(row);
        return Order.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.instId())
                .orderId(fired ? row.algoId().orElseThrow() : row.orderId())
                .clientOrderId((fired ? row.algoClientOrderId() : row.clientOrderId()).orElse(null))
                .side(OrderWords.side(row.side()))
                .positionSide(OrderWords.positionSide(row.positionSide()))
                .type(fired ? OrderWords.firedType(row) : OrderWords.type(row))
                .rawType(OrderWords.isForced(row) ? row.category().orElseThrow() : row.orderType())
                .status(OrderWords.status(row))
                .rawStatus(row.state())
                .timeInForce(OrderWords.timeInForce(row.orderType()))
                .quantity(base(size, reference, instrument))
                .filledQuantity(filled(row, reference, instrument))
                .contracts(size)
                .price(price == null ? null : instrument.fromVenuePrice(price))
                .averagePrice(row.averagePrice().map(instrument::fromVenuePrice).orElse(null))
                .reduceOnly(row.reduceOnly())
                .createdAt(row.createdAt().orElse(null))
                .updatedAt(row.updatedAt().orElse(null))
                .build();
    }

    /** An order that waits, or whose later life is not known. */
    static Order order(OkxAlgoOrder row, Instrument instrument) {
        OrderType type = OrderWords.type(row);
        boolean closesAll = row.closeFraction().isPresent();
        BigDecimal size = closesAll || isQuoteSized(row.targetCurrency())
                ? null
                : row.size().orElse(null);
        BigDecimal price = OrderWords.legPrice(row).orElse(null);
        BigDecimal trigger = OrderWords.legTrigger(row).orElse(null);
        BigDecimal active = row.activationPrice().orElse(null);
        BigDecimal reference =
                first(price, trigger, active, row.priceWhenPlaced().orElse(null));
        return Order.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.instId())
                .orderId(row.algoId())
                .clientOrderId(row.algoClientOrderId().orElse(null))
                .side(OrderWords.side(row.side()))
                .positionSide(OrderWords.positionSide(row.positionSide()))
                .type(type)
                .rawType(row.orderType())
                .status(OrderWords.status(row))
                .rawStatus(row.state())
                .timeInForce(TimeInForce.GTC)
                .quantity(base(size, reference, instrument))
                .filledQuantity(BigDecimal.ZERO)
                .contracts(size)
                .price(price == null ? null : instrument.fromVenuePrice(price))
                .triggerPrice(trigger == null ? null : instrument.fromVenuePrice(trigger))
                .triggerBy(OrderWords.legTriggerBy(row).orElse(null))
                .activationPrice(active == null ? null : instrument.fromVenuePrice(active))
                .callbackRate(row.callbackRatio().orElse(null))
                .reduceOnly(row.reduceOnly())
                .closePosition(closesAll)
                .createdAt(row.createdAt().orElse(null))
                .updatedAt(row.updatedAt().orElse(null))
                .build();
    }

    /** An order that has fired: what it was placed as, with what became of it. */
    static Order fired(OkxAlgoOrder algo, OkxOrder later, Instrument instrument) {
        return fired(order(algo, instrument), order(later, instrument));
    }

    /** The same of orders in neutral terms. */
    static Order fired(Order algo, Order later) {
        Order.Builder order = algo.toBuilder()
                .status(later.status())
                .rawStatus(later.rawStatus())
                .filledQuantity(later.filledQuantity())
                .averagePrice(later.averagePrice().orElse(null))
                .updatedAt(later.updatedAt().orElse(null));
        return algo.closePosition()
                ? order.build()
                : order.quantity(later.quantity().orElse(null))
                        .contracts(later.contracts().orElse(null))
                        .build();
    }

    static Fill fill(OkxFill row, Instrument instrument) {
        return Fill.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.instId())
                .tradeId(row.tradeId())
                .orderId(row.orderId())
                .clientOrderId(row.clientOrderId().orElse(null))
                .side(OrderWords.side(row.side()))
                .positionSide(OrderWords.positionSide(row.positionSide()))
                .price(instrument.fromVenuePrice(row.price()))
                .quantity(instrument.fromContracts(row.size(), row.price()))
                .fee(row.fee().orElse(BigDecimal.ZERO).negate())
                .feeAsset(row.feeCurrency().orElse(""))
                .realizedPnl(row.profit().orElse(null))
                .liquidity(OrderWords.liquidity(row.liquidity()))
                .time(row.time().or(row::recordedAt).orElseThrow(OrderMapper::noTime))
                .build();
    }

    /**
     * The execution that a push of the orders channel is about; empty where it is about none. A liquidation has trade 0, which
     * then is told apart by its order and time.
     */
    static Optional<Fill> fill(OkxOrder row, Instrument instrument) {
        BigDecimal size = row.lastFillSize().orElse(BigDecimal.ZERO);
        BigDecimal price = row.lastFillPrice().orElse(BigDecimal.ZERO);
        if (size.signum() <= 0 || price.signum() <= 0 || row.lastTradeId().isEmpty()) {
            return Optional.empty();
        }
        Instant time = row.lastFillTime().or(row::updatedAt).orElseThrow(OrderMapper::noTime);
        String trade = row.lastTradeId().get();
        return Optional.of(Fill.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.instId())
                .tradeId(trade.equals(NO_TRADE) ? "0:" + row.orderId() + ":" + time.toEpochMilli() : trade)
                .orderId(row.orderId())
                .clientOrderId(row.clientOrderId().orElse(null))
                .side(OrderWords.side(row.side()))
                .positionSide(OrderWords.positionSide(row.positionSide()))
                .price(instrument.fromVenuePrice(price))
                .quantity(instrument.fromContracts(size, price))
                .fee(row.lastFillFee().orElse(BigDecimal.ZERO).negate())
                .feeAsset(row.lastFillFeeCurrency().or(row::feeCurrency).orElse(""))
                .realizedPnl(row.lastFillProfit().orElse(null))
                .liquidity(OrderWords.liquidity(row.lastLiquidity()))
                .time(time)
                .build());
    }

    private static IllegalArgumentException noTime() {
        return new IllegalArgumentException("there is no fillTime");
    }

    /** A size in quote tells nothing of the quantity. */
    private static boolean isQuoteSized(Optional<String> targetCurrency) {
        return targetCurrency.filter(QUOTE_SIZED::equals).isPresent();
    }

    /** The price at which contracts of an inverse instrument are told in base units. */
    private static @Nullable BigDecimal reference(OkxOrder row) {
        return row.averagePrice().or(row::price).or(row::lastFillPrice).orElse(null);
    }

    private static @Nullable BigDecimal first(@Nullable BigDecimal... prices) {
        for (BigDecimal price : prices) {
            if (price != null) {
                return price;
            }
        }
        return null;
    }

    private static BigDecimal filled(OkxOrder row, @Nullable BigDecimal reference, Instrument instrument) {
        BigDecimal quantity = base(row.filledSize().orElse(null), reference, instrument);
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    private static @Nullable BigDecimal base(
            @Nullable BigDecimal contracts, @Nullable BigDecimal price, Instrument instrument) {
        if (contracts == null || (instrument.inverse() && price == null)) {
            return null;
        }
        return price == null ? instrument.fromContracts(contracts) : instrument.fromContracts(contracts, price);
    }
}
