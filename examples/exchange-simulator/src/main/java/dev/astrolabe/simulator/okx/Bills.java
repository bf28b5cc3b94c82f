package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every change of the wallets of one user (docs: OKX v5, "Get bills details"). */
final class Bills {

    /**
     * One of them.
     *
     * @param id billId
     * @param time when
     * @param row what is told of it
     */
    record Bill(String id, Instant time, Row row) {}

    private static final String FIELDS =
            "bal balChg billId ccy clOrdId earnAmt earnApr execType fee fillFwdPx fillIdxPx"
                    + " fillMarkPx fillMarkVol fillPxUsd fillPxVol fillTime from instId instType interest mgnMode notes ordId pnl"
                    + " posBal posBalChg px subType sz tag to tradeId ts type";

    private final Map<String, BigDecimal> balances = new HashMap<>();
    private final List<Bill> bills = new ArrayList<>();

    /** All of them, oldest first. */
    List<Bill> all() {
        return List.copyOf(bills);
    }

    /** Books an income; what belongs to a fill becomes one bill with it. */
    void booked(Income income, Catalogue catalogue, String mgnMode) {
        BigDecimal balance = balances.merge(income.asset(), income.amount(), BigDecimal::add);
        if (income.type() == IncomeType.REALIZED_PNL || income.type() == IncomeType.FEE) {
            return;
        }
        Row row = row(income.asset(), income.amount(), balance, Ids.bill(income.id()), income.time());
        boolean gain = income.amount().signum() > 0;
        switch (income.type()) {
            case FUNDING ->
                row.with("type", "8").with("subType", gain ? "174" : "173").with("pnl", Text.of(income.amount()));
            case LIQUIDATION -> row.with("type", "5").with("subType", "105").with("pnl", Text.of(income.amount()));
            default -> row.with("type", "1").with("subType", gain ? "11" : "12");
        }
        income.symbol()
                .map(catalogue::of)
                .ifPresent(instrument -> row.with("instId", instrument.id())
                        .with("instType", instrument.type())
                        .with("mgnMode", mgnMode)
                        .with("px", Text.of(instrument.mark())));
        bills.add(new Bill(row.text("billId"), income.time(), row));
    }

    /** Books a fill, whose incomes were booked before it. */
    Bill filled(OkxInstrument instrument, OrderNote note, Fill fill, String mgnMode) {
        BigDecimal pnl = fill.realizedPnl().orElse(BigDecimal.ZERO);
        BigDecimal fee = fill.fee().negate();
        BigDecimal balance = balances.getOrDefault(fill.feeAsset(), BigDecimal.ZERO);
        Row row = row(fill.feeAsset(), pnl.add(fee), balance, Ids.bill(fill.tradeId()), fill.time())
                .with("type", type(note.terms().category()))
                .with("subType", subType(note.terms().category(), fill))
                .with("pnl", Text.of(pnl))
                .with("fee", Text.of(fee))
                .with("px", Text.of(fill.price()))
                .with("sz", Text.of(instrument.contracts(fill.quantity(), fill.price())))
                .with("instId", instrument.id())
                .with("instType", instrument.type())
                .with("mgnMode", mgnMode)
                .with("ordId", note.id())
                .with("clOrdId", note.terms().clientId())
                .with("tag", note.terms().tag())
                .with("tradeId", tradeId(note, fill))
                .with("execType", execType(fill))
                .with("fillTime", Text.of(fill.time()))
                .with("fillMarkPx", Text.of(instrument.mark()))
                .with("fillIdxPx", Text.of(instrument.index()));
        Bill bill = new Bill(row.text("billId"), fill.time(), row);
        bills.add(bill);
        return bill;
    }

    /** Books margin that went to an isolated position, or came back. The cash balance holds what is margin too, so it stays. */
    void movedMargin(OkxInstrument instrument, BigDecimal change, BigDecimal margin, String id, Instant time) {
        String asset = instrument.settle();
        Row row = row(asset, BigDecimal.ZERO, balances.getOrDefault(asset, BigDecimal.ZERO), id, time)
                .with("type", "6")
                .with("subType", change.signum() > 0 ? "160" : "161")
                .with("posBal", Text.of(margin))
                .with("posBalChg", Text.of(change))
                .with("instId", instrument.id())
                .with("instType", instrument.type())
                .with("mgnMode", "isolated")
                .with("px", Text.of(instrument.mark()));
        bills.add(new Bill(id, time, row));
    }

    private static Row row(String asset, BigDecimal change, BigDecimal balance, String id, Instant time) {
        return Row.of(FIELDS)
                .with("bal", Text.of(balance))
                .with("balChg", Text.of(change))
                .with("billId", id)
                .with("ccy", asset)
                .with("fee", "0")
                .with("interest", "0")
                .with("pnl", "0")
                .with("posBal", "0")
                .with("posBalChg", "0")
                .with("ts", Text.of(time));
    }

    static String execType(Fill fill) {
        return switch (fill.liquidity()) {
            case MAKER -> "M";
            case TAKER -> "T";
            case UNKNOWN -> "";
        };
    }

    /** Fills of liquidations have negative ids (docs: OKX v5, "Get transaction details"). */
    static String tradeId(OrderNote note, Fill fill) {
        return note.terms().category().equals("normal") ? fill.tradeId() : "-" + fill.tradeId();
    }

    private static String type(String category) {
        return switch (category) {
            case "full_liquidation" -> "5";
            case "adl" -> "9";
            case "delivery" -> "3";
            default -> "2";
        };
    }

    /** Liquidations are told by 104 to 107, ADL by 125 to 128, delivery by 112 and 113. */
    private static String subType(String category, Fill fill) {
        boolean buys = fill.side() == Side.BUY;
        boolean slotted = fill.positionSide().isPresent();
        return switch (category) {
            case "full_liquidation" -> slotted ? (buys ? "105" : "104") : (buys ? "106" : "107");
            case "adl" -> slotted ? (buys ? "126" : "125") : (buys ? "127" : "128");
            case "delivery" -> buys ? "113" : "112";
            default -> subType(fill);
        };
    }

    /** 1 buy, 2 sell; 3 to 6 open long, open short, close long, close short. */
    static String subType(Fill fill) {
        boolean buys = fill.side() == Side.BUY;
        return switch (PositionLedger.posSide(fill.positionSide())) {
            case "long" -> buys ? "3" : "5";
            case "short" -> buys ? "6" : "4";
            default -> buys ? "1" : "2";
        };
    }
}
