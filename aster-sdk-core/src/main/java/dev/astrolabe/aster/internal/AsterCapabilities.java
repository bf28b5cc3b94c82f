package dev.astrolabe.aster.internal;

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
import java.util.Set;

/** What a version of the AsterDex futures API can do (docs: futures v1 and v3, endpoints and "ENUM definitions"). */
final class AsterCapabilities {

    static final int MAX_LEVERAGE = 125;
    static final int MAX_TRADES = 1000;

    private static final int MAX_BATCH_PLACE = 5;
    private static final int MAX_BATCH_CANCEL = 10;
    private static final int MAX_CANDLES = 1500;
    private static final int MAX_BOOK_DEPTH = 1000;
    private static final int MAX_CLIENT_ORDER_ID = 36;

    private AsterCapabilities() {}

    static Capabilities declared(PathFamily family) {
        Set<Feature> features = EnumSet.of(
                Feature.TEST_ORDER,
                Feature.BATCH_PLACE,
                Feature.BATCH_CANCEL,
                Feature.CLOSE_POSITION_TRIGGER,
                Feature.SET_POSITION_MODE,
                Feature.SET_MARGIN_MODE,
                Feature.ADJUST_ISOLATED_MARGIN,
                Feature.FUNDING,
                Feature.MARK_CANDLES,
                Feature.INDEX_CANDLES,
                Feature.TRADE_HISTORY,
                Feature.MARKET_STREAMS,
                Feature.USER_STREAMS);
        Set<SelfTradePrevention> selfTradePreventions = EnumSet.noneOf(SelfTradePrevention.class);
        if (family == PathFamily.V3) {
            features.add(Feature.AMEND_ORDER);
            selfTradePreventions.addAll(EnumSet.allOf(SelfTradePrevention.class));
        }
        return Capabilities.builder()
                .exchange(ExchangeId.ASTERDEX)
                .features(features)
                .orderTypes(EnumSet.complementOf(EnumSet.of(OrderType.LIQUIDATION, OrderType.UNKNOWN)))
                .timesInForce(EnumSet.complementOf(EnumSet.of(TimeInForce.UNKNOWN)))
                .triggers(EnumSet.of(TriggerBy.LAST, TriggerBy.MARK))
                .positionModes(EnumSet.allOf(PositionMode.class))
                .marginModes(EnumSet.of(MarginMode.CROSS, MarginMode.ISOLATED))
                .selfTradePreventions(selfTradePreventions)
                .candleIntervals(EnumSet.allOf(CandleInterval.class))
                .clientOrderIds(new ClientOrderIdRule("[.A-Z:/a-z0-9_-]", MAX_CLIENT_ORDER_ID))
                .maxBatchPlace(MAX_BATCH_PLACE)
                .maxBatchCancel(MAX_BATCH_CANCEL)
                .maxCandles(MAX_CANDLES)
                .maxBookDepth(MAX_BOOK_DEPTH)
                .build();
    }
}
