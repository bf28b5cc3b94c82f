package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Positions as this venue tells of them: signed in net_mode, two of them in long_short_mode. */
final class PositionRows {

    private static final String FIELDS =
            "adl availPos avgPx baseBal baseBorrowed baseInterest bePx bizRefId bizRefType cTime"
                    + " ccy clSpotInUseAmt closeOrderAlgo deltaBS deltaPA fee fundingFee gammaBS gammaPA hedgedPos idxPx imr instId"
                    + " instType interest last lever liab liabCcy liqPenalty liqPx margin markPx maxSpotInUseAmt mgnMode mgnRatio mmr"
                    + " notionalUsd optVal pendingCloseOrdLiabVal pnl pos posCcy posId posSide quoteBal quoteBorrowed quoteInterest"
                    + " realizedPnl spotInUseAmt spotInUseCcy thetaBS thetaPA tradeId uTime upl uplLastPx uplRatio uplRatioLastPx"
                    + " usdPx vegaBS vegaPA nonSettleAvgPx settledPnl";

    private final Catalogue catalogue;
    private final Risk risk;

    PositionRows(Catalogue catalogue, Risk risk) {
        this.catalogue = catalogue;
        this.risk = risk;
    }

    /** Positions that are not flat. */
    List<Row> open(OkxUser user) {
        return user.account().positions().stream()
                .map(position -> row(user, position))
                .toList();
    }

    static String posSide(Position position) {
        if (position.mode() != PositionMode.HEDGE) {
            return "net";
        }
        return position.side() == PositionSide.LONG ? "long" : "short";
    }

    Row row(OkxUser user, Position position) {
        OkxInstrument instrument = catalogue.of(position.symbol());
        String posSide = posSide(position);
        Optional<Episode> episode = user.positions().of(position.symbol(), posSide);
        boolean isShort = position.side() == PositionSide.SHORT;
        BigDecimal contracts = position.contracts();
        BigDecimal signed = posSide.equals("net") && isShort ? contracts.negate() : contracts;
        BigDecimal initial = risk.initialMargin(position);
        boolean isolated = Risk.isIsolated(position);
        return money(user, position, instrument, base(instrument, episode))
                .with("availPos", Text.of(contracts))
                .with("avgPx", Text.of(position.entryPrice()))
                .with("nonSettleAvgPx", "")
                .with("closeOrderAlgo", closers(user, instrument, posSide))
                .with("imr", isolated ? "" : Text.of(initial))
                .with("margin", isolated ? Text.of(position.isolatedMargin()) : "")
                .with("lever", Text.of(position.leverage()))
                .with("liqPx", Text.of(position.liquidationPrice()))
                .with("mgnMode", isolated ? "isolated" : "cross")
                .with("pos", Text.of(signed))
                .with("posSide", posSide);
    }

    private Row money(OkxUser user, Position position, OkxInstrument instrument, Row row) {
        BigDecimal maintenance = risk.maintenance(user, position);
        BigDecimal initial = risk.initialMargin(position);
        BigDecimal upl = position.unrealizedPnl();
        BigDecimal equity = Risk.isIsolated(position)
                ? position.isolatedMargin().orElse(BigDecimal.ZERO).add(upl)
                : equity(user, instrument.settle());
        BigDecimal atLast = profitAt(position, instrument, instrument.last());
        String ratio = Text.of(position.unrealizedPnlRatio().orElse(Text.ratio(upl, initial)));
        return row.with("adl", "1")
                .with("mgnRatio", Risk.ratio(equity, maintenance))
                .with("mmr", Text.of(maintenance))
                .with("notionalUsd", Text.of(risk.notionalUsd(position)))
                .with("pendingCloseOrdLiabVal", "0")
                .with("upl", Text.of(upl))
                .with("uplLastPx", Text.of(atLast))
                .with("uplRatio", ratio)
                .with("uplRatioLastPx", Text.of(Text.ratio(atLast, initial)))
                .with("usdPx", Text.of(catalogue.usd(instrument.settle())))
                .with("bePx", Text.of(position.entryPrice()));
    }

    private static BigDecimal equity(OkxUser user, String asset) {
        return user.account().balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .map(balance -> balance.equity())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** What closing at a price would make: of inverse contracts in coins. */
    private static BigDecimal profitAt(Position position, OkxInstrument instrument, BigDecimal price) {
        int sign = position.side() == PositionSide.LONG ? 1 : -1;
        BigDecimal value = position.contracts().multiply(instrument.instrument().contractValue());
        BigDecimal entry = position.entryPrice();
        BigDecimal profit = instrument.inverse()
                ? Text.ratio(value, entry).subtract(Text.ratio(value, price))
                : value.multiply(price.subtract(entry));
        return sign > 0 ? profit : profit.negate();
    }

    private static List<Map<String, Object>> closers(OkxUser user, OkxInstrument instrument, String posSide) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Algo algo : user.algos().live()) {
            boolean here = algo.instrument() == instrument
                    && algo.words().textOr("posSide", "net").equals(posSide);
            if (here && algo.closesAll()) {
                rows.add(Row.of("algoId slTriggerPx slTriggerPxType tpTriggerPx tpTriggerPxType closeFraction")
                        .with("algoId", algo.id())
                        .with("slTriggerPx", algo.word("slTriggerPx"))
                        .with("slTriggerPxType", algo.word("slTriggerPxType"))
                        .with("tpTriggerPx", algo.word("tpTriggerPx"))
                        .with("tpTriggerPxType", algo.word("tpTriggerPxType"))
                        .with("closeFraction", algo.word("closeFraction"))
                        .fields());
            }
        }
        return rows;
    }

    /** What is told of an instrument and of what a position made so far, whether it is flat by now or not. */
    private static Row base(OkxInstrument instrument, Optional<Episode> episode) {
        Row row = Row.of(FIELDS)
                .with("closeOrderAlgo", List.of())
                .with("ccy", instrument.settle())
                .with("idxPx", Text.of(instrument.index()))
                .with("instId", instrument.id())
                .with("instType", instrument.type())
                .with("last", Text.of(instrument.last()))
                .with("markPx", Text.of(instrument.mark()));
        episode.ifPresent(found -> row.with("cTime", Text.of(found.openedAt()))
                .with("uTime", Text.of(found.updatedAt()))
                .with("posId", found.id())
                .with("tradeId", found.tradeId())
                .with("fee", Text.of(found.fee()))
                .with("pnl", Text.of(found.pnl()))
                .with("fundingFee", Text.of(found.funding()))
                .with("liqPenalty", Text.of(found.penalty()))
                .with("realizedPnl", Text.of(found.realized())));
        return row;
    }

    /** A position that has just been closed: size 0, and no figures of what is held. */
    Row flat(Episode episode) {
        return base(episode.instrument(), Optional.of(episode))
                .with("lever", episode.leverage())
                .with("mgnMode", episode.mgnMode())
                .with("pendingCloseOrdLiabVal", "0")
                .with("pos", "0")
                .with("posSide", episode.posSide());
    }

    /** What channels add and leave out. */
    static Row pushed(Row row, Instant now) {
        List.of("baseBal", "quoteBal").forEach(row.fields()::remove);
        return row.with("pTime", Text.of(now));
    }
}
