package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.EnumSet;

/** What OKX v5 can do in neutral terms (docs: OKX v5, "Place order", "Place algo order" and "Get candlesticks"). */
final class OkxCapabilities {

    static final int MAX_BATCH = 20;
    static final int MAX_CANDLES = 300;
    static final int MAX_BOOK_DEPTH = 400;

    private static final int MAX_CLIENT_ORDER_ID = 32;

    /**
     * The venue checks orders in some account modes alone, so that no test order is claimed; the margin mode belongs to an order and
     * not to an instrument, so that it cannot be set.
     */
    static final Capabilities DECLARED = Capabilities.builder()
            .exchange(ExchangeId.OKX)
            .features(EnumSet.complementOf(EnumSet.of(Feature.TEST_ORDER, Feature.SET_MARGIN_MODE)))
            .orderTypes(EnumSet.range(OrderType.MARKET, OrderType.TRAILING_STOP_MARKET))
            .timesInForce(EnumSet.complementOf(EnumSet.of(TimeInForce.HIDDEN, TimeInForce.UNKNOWN)))
            .triggers(EnumSet.complementOf(EnumSet.of(TriggerBy.UNKNOWN)))
            .positionModes(EnumSet.allOf(PositionMode.class))
            .marginModes(EnumSet.of(MarginMode.CROSS, MarginMode.ISOLATED))
            .selfTradePreventions(EnumSet.allOf(SelfTradePrevention.class))
            // There is no candle of 8 hours.
            .candleIntervals(EnumSet.complementOf(EnumSet.of(CandleInterval.H8)))
            .clientOrderIds(new ClientOrderIdRule("[A-Za-z0-9]", MAX_CLIENT_ORDER_ID))
            .maxBatchPlace(MAX_BATCH)
            .maxBatchCancel(MAX_BATCH)
            .maxCandles(MAX_CANDLES)
            .maxBookDepth(MAX_BOOK_DEPTH)
            .build();

    private OkxCapabilities() {}
}
