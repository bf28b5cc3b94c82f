package dev.astrolabe.simulator.okx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Algo orders as this venue tells of them. */
final class AlgoRows {

    private static final String FIELDS = "activePx actualPx actualSide actualSz algoClOrdId algoId amendPxOnTriggerType"
            + " attachAlgoOrds cTime callbackRatio callbackSpread ccy chaseType chaseVal clOrdId closeFraction failCode instId"
            + " instType isTradeBorrowMode last lever linkedOrd maxChaseType maxChaseVal moveTriggerPx ordId ordIdList ordPx"
            + " ordType posSide pxLimit pxSpread pxVar quickMgnType reduceOnly side slOrdPx slTriggerPx slTriggerPxType state"
            + " sz szLimit tag tdMode tgtCcy timeInterval tpOrdPx tpTriggerPx tpTriggerPxType triggerPx triggerPxType"
            + " triggerTime tradeQuoteCcy uTime";
    /** What requests and answers call alike. */
    private static final List<String> SAME = List.of(
            "activePx",
            "callbackRatio",
            "callbackSpread",
            "closeFraction",
            "ordType",
            "side",
            "slOrdPx",
            "slTriggerPx",
            "sz",
            "tag",
            "tdMode",
            "tpOrdPx",
            "tpTriggerPx",
            "triggerPx");

    private AlgoRows() {}

    static Row row(Algo algo, String leverage) {
        Row row = Row.of(FIELDS);
        SAME.forEach(name -> row.with(name, algo.word(name)));
        return row.with("actualPx", algo.actualPrice())
                .with("actualSide", algo.actualSide())
                .with("actualSz", algo.actualSize())
                .with("algoClOrdId", algo.clientId())
                .with("algoId", algo.id())
                .with("amendPxOnTriggerType", "0")
                .with("attachAlgoOrds", attached(algo))
                .with("cTime", Text.of(algo.createdAt()))
                .with("failCode", algo.failCode())
                .with("instId", algo.instrument().id())
                .with("instType", algo.instrument().type())
                .with("last", algo.last())
                .with("lever", leverage)
                .with("linkedOrd", Map.of("ordId", algo.linkedOrderId()))
                .with("ordId", algo.orderId())
                .with("ordIdList", algo.orderId().isEmpty() ? List.of() : List.of(algo.orderId()))
                .with("ordPx", algo.word("orderPx"))
                .with("posSide", algo.words().textOr("posSide", "net"))
                .with("reduceOnly", Boolean.toString(algo.words().flag("reduceOnly")))
                .with("slTriggerPxType", priceType(algo, "sl"))
                .with("state", algo.state())
                .with("tpTriggerPxType", priceType(algo, "tp"))
                .with(
                        "triggerPxType",
                        algo.words().has("triggerPx") ? algo.words().textOr("triggerPxType", "last") : "")
                .with("triggerTime", algo.triggerTime())
                .with("uTime", Text.of(algo.updatedAt()));
    }

    private static String priceType(Algo algo, String prefix) {
        return algo.words().has(prefix + "TriggerPx") ? algo.words().textOr(prefix + "TriggerPxType", "last") : "";
    }

    private static List<Map<String, Object>> attached(Algo algo) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Params exit : algo.words().objects("attachAlgoOrds")) {
            Row row =
                    Row.of("attachAlgoClOrdId slOrdPx slTriggerPx slTriggerPxType tpOrdPx tpTriggerPx tpTriggerPxType");
            List.copyOf(row.fields().keySet()).forEach(name -> row.with(name, exit.textOr(name, "")));
            rows.add(row.fields());
        }
        return rows;
    }
}
