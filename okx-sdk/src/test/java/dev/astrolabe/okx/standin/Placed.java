package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.testkit.engine.LiveOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An order of the engine with what only OKX has of it. Guarded by the stand-in. */
final class Placed {

    final LiveOrder live;
    final OrderForm form;
    /** Where it comes from: empty, or what fired it. */
    final String source;

    final String algoId;
    final String algoClientId;
    final List<JsonNode> attached;
    final List<String> attachedIds;
    final String leverage;
    boolean attachedLive;
    Instant seenFrom = Instant.MIN;
    String requestId = "";
    String amendSource = "";

    Placed(
            LiveOrder live,
            OrderForm form,
            String source,
            String algoId,
            String algoClientId,
            List<JsonNode> attached,
            List<String> attachedIds,
            String leverage) {
        this.live = live;
        this.form = form;
        this.source = source;
        this.algoId = algoId;
        this.algoClientId = algoClientId;
        this.attached = attached;
        this.attachedIds = attachedIds;
        this.leverage = leverage;
    }

    /** The engine counts its fills; the venue's numbers go on from others. */
    private static long number(Fill fill) {
        return Long.parseLong(fill.tradeId().substring(1));
    }

    static String tradeId(Fill fill) {
        return Long.toString(1_600_100_000L + number(fill));
    }

    static String billId(Fill fill) {
        return Long.toString(2_660_000_000_000_000_001L + number(fill));
    }

    long id() {
        return Long.parseLong(live.id());
    }

    String state() {
        return switch (live.status()) {
            case NEW -> "live";
            case PARTIALLY_FILLED -> "partially_filled";
            case FILLED -> "filled";
            default -> "canceled";
        };
    }

    private String cancelSource() {
        if (!state().equals("canceled")) {
            return "";
        }
        if (live.status() == OrderStatus.CANCELED) {
            return "1";
        }
        return switch (form.ordType()) {
            case "fok" -> "13";
            case "ioc", "optimal_limit_ioc" -> "14";
            case "post_only" -> "31";
            default -> "17";
        };
    }

    BigDecimal contracts(BigDecimal quantity) {
        return form.listing().toContracts(quantity);
    }

    /** The row of a reading call; a push has an average of 0 where there is none. */
    Map<String, Object> row(List<Fill> fills) {
        Fill last = fills.isEmpty() ? null : fills.get(fills.size() - 1);
        BigDecimal fee = fills.stream().map(Fill::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal profit = fills.stream()
                .map(fill -> fill.realizedPnl().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> row = Rows.of(
                "instType", "SWAP",
                "instId", form.listing().instId(),
                "ordId", live.id(),
                "clOrdId", form.clientId(),
                "tag", form.tag(),
                "px", live.price(),
                "sz", contracts(live.quantity()),
                "pnl", profit,
                "ordType", form.ordType(),
                "side", form.side().name().toLowerCase(Locale.ROOT),
                "posSide", form.posSide(),
                "tdMode", form.tdMode(),
                "accFillSz", contracts(live.filled()),
                "fillPx", last == null ? "" : last.price(),
                "tradeId", last == null ? "" : tradeId(last),
                "fillSz", last == null ? "0" : contracts(last.quantity()),
                "fillTime", last == null ? "" : last.time(),
                "avgPx", live.averagePrice().orElse(null),
                "state", state(),
                "stpMode", form.stpMode(),
                "lever", leverage,
                "attachAlgoOrds", attachedRows(),
                "linkedAlgoOrd", Map.of("algoId", ""),
                "feeCcy", "USDT",
                "fee", fee.negate(),
                "rebateCcy", "USDT",
                "rebate", "0",
                "source", source,
                "category", "normal",
                "reduceOnly", Boolean.toString(form.reduceOnly()),
                "isTpLimit", "false",
                "cancelSource", cancelSource(),
                "algoClOrdId", algoClientId,
                "algoId", algoId,
                "uTime", live.updated(),
                "cTime", live.created());
        return Rows.empty(row, """
                attachAlgoClOrdId cancelSourceReason ccy outcome pxType pxUsd pxVol quickMgnType slOrdPx
                slTriggerPx slTriggerPxType stpId tgtCcy tpOrdPx tpTriggerPx tpTriggerPxType tradeQuoteCcy""");
    }

    private List<Map<String, Object>> attachedRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < attached.size(); i++) {
            Map<String, Object> row = Rows.of("attachAlgoId", attachedIds.get(i), "amendPxOnTriggerType", "0");
            for (String name : List.of(
                    "attachAlgoClOrdId",
                    "tpOrdKind",
                    "tpTriggerPx",
                    "tpTriggerRatio",
                    "tpTriggerPxType",
                    "tpOrdPx",
                    "slTriggerPx",
                    "slTriggerRatio",
                    "slTriggerPxType",
                    "slOrdPx",
                    "sz",
                    "callbackRatio",
                    "callbackSpread",
                    "activePx",
                    "failCode",
                    "failReason")) {
                row.put(name, attached.get(i).path(name).asText(""));
            }
            rows.add(row);
        }
        return rows;
    }
}
