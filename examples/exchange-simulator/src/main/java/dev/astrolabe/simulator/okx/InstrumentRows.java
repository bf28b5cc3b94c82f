package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import java.util.List;

/** Instruments as this venue lists them. */
final class InstrumentRows {

    private static final String FIELDS =
            "alias auctionEndTime baseCcy category ctMult ctType ctVal ctValCcy contTdSwTime"
                    + " expTime futureSettlement groupId instFamily instId instType lever listTime lotSz maxIcebergSz maxLmtAmt"
                    + " maxLmtSz maxMktAmt maxMktSz maxStopSz maxTriggerSz maxTwapSz minSz optType openType preMktSwTime quoteCcy"
                    + " tradeQuoteCcyList settleCcy state ruleType stk tickSz uly instIdCode instCategory initPxLmtPct floatPxLmtPct"
                    + " maxPxLmtPct upcChg";
    private static final String UNBOUND = "100000000";
    private static final String DOLLARS = "20000000";

    private InstrumentRows() {}

    static Row row(OkxInstrument listed) {
        Instrument instrument = listed.instrument();
        String most = orUnbound(listed.limitMaximum().signum() == 0 ? "" : Text.of(listed.limitMaximum()));
        String mostAtMarket = listed.marketMaximum().signum() == 0 ? most : Text.of(listed.marketMaximum());
        return Row.of(FIELDS)
                .with("category", "1")
                .with("ctMult", "1")
                .with("ctType", listed.inverse() ? "inverse" : "linear")
                .with("ctVal", Text.of(instrument.contractValue()))
                .with("ctValCcy", listed.inverse() ? "USD" : listed.symbol().base())
                .with("expTime", Text.time(instrument.expiresAt()))
                .with("futureSettlement", false)
                .with("groupId", listed.inverse() ? "2" : "1")
                .with("instFamily", listed.family())
                .with("instId", listed.id())
                .with("instType", listed.type())
                .with("lever", listed.leverageCeiling())
                .with("listTime", instrument.listedAt().map(Text::of).orElse("1573557408000"))
                .with("lotSz", Text.of(listed.lot()))
                .with("maxIcebergSz", most)
                .with("maxLmtAmt", DOLLARS)
                .with("maxLmtSz", most)
                .with("maxMktSz", mostAtMarket)
                .with("maxStopSz", mostAtMarket)
                .with("maxTriggerSz", most)
                .with("maxTwapSz", most)
                .with("minSz", Text.of(listed.minimum()))
                .with("tradeQuoteCcyList", List.of())
                .with("settleCcy", listed.settle())
                .with("state", state(instrument.status()))
                .with("ruleType", "normal")
                .with("tickSz", Text.of(instrument.tickSize()))
                .with("uly", listed.family())
                .with("instIdCode", listed.code())
                .with("instCategory", "1")
                .with("upcChg", List.of());
    }

    /** With what only the account's list tells. */
    static Row ofAccount(OkxInstrument listed) {
        Row row = row(listed);
        List.of("alias", "category").forEach(row.fields()::remove);
        return row.with("elp", "0")
                .with("rpi", "0")
                .with("maxPlatOILmt", "1000000000")
                .with("maxPlatOICoinLmt", "")
                .with("posLmtPct", "30")
                .with("posLmtAmt", "2500000");
    }

    private static String orUnbound(String most) {
        return most.isEmpty() ? UNBOUND : most;
    }

    private static String state(InstrumentStatus status) {
        return switch (status) {
            case TRADING -> "live";
            case PENDING -> "preopen";
            case HALTED, UNKNOWN -> "suspend";
            case SETTLING, CLOSED -> "settling";
        };
    }
}
