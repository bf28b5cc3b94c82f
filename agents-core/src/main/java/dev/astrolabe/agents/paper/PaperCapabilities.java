package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.Set;

/** What a paper exchange can do. */
final class PaperCapabilities {

    private static final int MAX_BATCH = 20;
    private static final int MAX_DEPTH = 1000;

    private PaperCapabilities() {}

    static Capabilities of(ExchangeId id, Rules rules) {
        return Capabilities.builder()
                .exchange(id)
                .features(Set.of(
                        Feature.TEST_ORDER,
                        Feature.AMEND_ORDER,
                        Feature.BATCH_PLACE,
                        Feature.BATCH_CANCEL,
                        Feature.ATTACHED_EXITS,
                        Feature.CLOSE_POSITION_TRIGGER,
                        Feature.SET_POSITION_MODE,
                        Feature.SET_MARGIN_MODE,
                        Feature.ADJUST_ISOLATED_MARGIN,
                        Feature.FUNDING))
                .orderTypes(Set.of(
                        OrderType.MARKET,
                        OrderType.LIMIT,
                        OrderType.STOP_MARKET,
                        OrderType.STOP_LIMIT,
                        OrderType.TAKE_PROFIT_MARKET,
                        OrderType.TAKE_PROFIT_LIMIT,
                        OrderType.TRAILING_STOP_MARKET))
                .timesInForce(Set.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.POST_ONLY))
                .triggers(Set.of(TriggerBy.MARK, TriggerBy.LAST))
                .positionModes(Set.of(PositionMode.ONE_WAY, PositionMode.HEDGE))
                .marginModes(Set.of(MarginMode.CROSS, MarginMode.ISOLATED))
                .candleIntervals(Set.of(rules.candleInterval()))
                .clientOrderIds(rules.clientOrderIds())
                .maxBatchPlace(MAX_BATCH)
                .maxBatchCancel(MAX_BATCH)
                .maxCandles(rules.candlesKept())
                .maxBookDepth(MAX_DEPTH)
                .build();
    }
}
