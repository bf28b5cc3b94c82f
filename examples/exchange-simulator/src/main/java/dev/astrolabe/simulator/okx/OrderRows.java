package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Ordinary orders and fills as this venue tells of them. */
final class OrderRows {

    private static final String FIELDS = "accFillSz algoClOrdId algoId attachAlgoClOrdId attachAlgoOrds avgPx cTime"
            + " cancelSource cancelSourceReason category ccy clOrdId fee feeCcy fillPx fillSz fillTime instId instType"
            + " isTpLimit lever linkedAlgoOrd ordId ordType pnl posSide px pxType pxUsd pxVol quickMgnType rebate rebateCcy"
            + " reduceOnly side slOrdPx slTriggerPx slTriggerPxType source state stpId stpMode sz tag tdMode tgtCcy tpOrdPx"
            + " tpTriggerPx tpTriggerPxType tradeId tradeQuoteCcy uTime";
    private static final String FILL_FIELDS =
            "side fillSz fillPx fillPxVol fillFwdPx fee fillPnl ordId feeRate instType"
                    + " fillPxUsd instId clOrdId posSide billId subType fillMarkVol tag fillTime execType fillIdxPx tradeId"
                    + " fillMarkPx feeCcy ts tradeQuoteCcy";
    private static final String ATTACHED = "attachAlgoId attachAlgoClOrdId tpOrdKind tpTriggerPx tpTriggerRatio"
            + " tpTriggerPxType tpOrdPx slTriggerPx slTriggerRatio slTriggerPxType slOrdPx sz amendPxOnTriggerType"
            + " amendReqId failCode failReason callbackRatio callbackSpread activePx";

    private final Catalogue catalogue;

    OrderRows(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The row of GET calls. */
    Row row(OrderNote note) {
        Order order = note.order();
        OrderTerms terms = note.terms();
        OkxInstrument instrument = catalogue.of(order.symbol());
        return lastFill(note, instrument, Row.of(FIELDS))
                .with("accFillSz", filled(instrument, order))
                .with("algoClOrdId", terms.algoClientId())
                .with("algoId", terms.algoId())
                .with("attachAlgoOrds", attached(note))
                .with("avgPx", Text.of(order.averagePrice()))
                .with("cTime", Text.time(order.createdAt()))
                .with("cancelSource", note.state().equals("canceled") ? note.cancelSource() : "")
                .with("category", terms.category())
                .with("clOrdId", terms.clientId())
                .with("fee", Text.of(note.fee()))
                .with("feeCcy", instrument.settle())
                .with("instId", instrument.id())
                .with("instType", instrument.type())
                .with("isTpLimit", "false")
                .with("lever", note.leverage())
                .with("linkedAlgoOrd", Map.of("algoId", ""))
                .with("ordId", note.id())
                .with("ordType", terms.ordType())
                .with("pnl", Text.of(note.pnl()))
                .with("posSide", PositionLedger.posSide(order.positionSide()))
                .with("px", order.type() == OrderType.MARKET ? "" : Text.of(order.price()))
                .with("rebate", "0")
                .with("rebateCcy", instrument.settle())
                .with("reduceOnly", Boolean.toString(order.reduceOnly() || order.closePosition()))
                .with("side", order.side().name().toLowerCase(Locale.ROOT))
                .with("source", terms.source())
                .with("state", note.state())
                .with("stpMode", "cancel_maker")
                .with("sz", size(instrument, order))
                .with("tag", terms.tag())
                .with("tdMode", terms.tdMode())
                .with("uTime", Text.time(order.updatedAt()));
    }

    private static Row lastFill(OrderNote note, OkxInstrument instrument, Row row) {
        Optional<Fill> last = note.lastFill();
        if (last.isEmpty()) {
            return row.with("fillSz", "0");
        }
        Fill fill = last.get();
        return row.with("fillPx", Text.of(fill.price()))
                .with("fillSz", Text.of(instrument.contracts(fill.quantity(), fill.price())))
                .with("fillTime", Text.of(fill.time()))
                .with("tradeId", Bills.tradeId(note, fill));
    }

    static String size(OkxInstrument instrument, Order order) {
        Optional<BigDecimal> contracts = order.contracts();
        if (contracts.isEmpty() && order.quantity().isPresent() && !instrument.inverse()) {
            contracts = order.quantity().map(quantity -> instrument.contracts(quantity, BigDecimal.ONE));
        }
        return Text.of(contracts);
    }

    static String filled(OkxInstrument instrument, Order order) {
        BigDecimal price = order.averagePrice().orElse(BigDecimal.ONE);
        return Text.of(instrument.contracts(order.filledQuantity(), price));
    }

    private static List<Map<String, Object>> attached(OrderNote note) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Params exit : note.attached()) {
            Row row = Row.of(ATTACHED);
            exit.node().properties().forEach(field -> {
                if (row.fields().containsKey(field.getKey())) {
                    row.with(field.getKey(), field.getValue().asText());
                }
            });
            rows.add(row.with("amendPxOnTriggerType", exit.textOr("amendPxOnTriggerType", "0"))
                    .fields());
        }
        return rows;
    }

    /** The row of the fills endpoints. */
    Row fill(FillNote note) {
        Fill fill = note.fill();
        OkxInstrument instrument = catalogue.of(fill.symbol());
        BigDecimal worth = fill.price().multiply(fill.quantity());
        BigDecimal notional = instrument.inverse() ? fill.quantity() : worth;
        return Row.of(FILL_FIELDS)
                .with("side", fill.side().name().toLowerCase(Locale.ROOT))
                .with("fillSz", Text.of(instrument.contracts(fill.quantity(), fill.price())))
                .with("fillPx", Text.of(fill.price()))
                .with("fee", Text.of(fill.fee().negate()))
                .with("fillPnl", Text.of(fill.realizedPnl().orElse(BigDecimal.ZERO)))
                .with("ordId", note.note().id())
                .with("feeRate", Text.of(Text.ratio(fill.fee().negate(), notional)))
                .with("instType", instrument.type())
                .with("instId", instrument.id())
                .with("clOrdId", note.note().terms().clientId())
                .with("posSide", PositionLedger.posSide(fill.positionSide()))
                .with("billId", note.billId())
                .with("subType", Bills.subType(fill))
                .with("tag", note.note().terms().tag())
                .with("fillTime", Text.of(fill.time()))
                .with("execType", Bills.execType(fill))
                .with("fillIdxPx", note.indexPrice())
                .with("tradeId", Bills.tradeId(note.note(), fill))
                .with("fillMarkPx", note.markPrice())
                .with("feeCcy", fill.feeAsset())
                .with("ts", Text.of(fill.time()));
    }
}
