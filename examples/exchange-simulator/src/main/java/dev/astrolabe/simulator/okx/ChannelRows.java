package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a user's channels, which are those of the GET calls with more and less in them. */
final class ChannelRows {

    private static final String BOTH = "pTime eventType balData posData trades";
    private static final String HELD =
            "posId tradeId instId instType mgnMode posSide pos ccy posCcy avgPx nonSettleAvgPx settledPnl uTime";

    private final Catalogue catalogue;
    private final OrderRows orders;
    private final BalanceRows balances;
    private final PositionRows positions;

    ChannelRows(Catalogue catalogue, OrderRows orders, BalanceRows balances, PositionRows positions) {
        this.catalogue = catalogue;
        this.orders = orders;
        this.balances = balances;
        this.positions = positions;
    }

    /** An order: what is told of a fill is of the one that made the push (docs: OKX v5, "Order channel"). */
    Row order(OrderNote note, OkxInstrument instrument, Optional<Fill> fill) {
        Row row = orders.row(note);
        row.fields().remove("cancelSourceReason");
        BigDecimal contracts = note.order().contracts().orElse(BigDecimal.ZERO);
        BigDecimal price = note.order().price().orElseGet(instrument::last);
        row.with("avgPx", note.order().averagePrice().map(Text::of).orElse("0"))
                .with("amendResult", note.isAmending() ? "0" : "")
                .with("amendSource", note.isAmending() ? "1" : "")
                .with("code", "0")
                .with("msg", "")
                .with("reqId", note.requestId())
                .with("notionalUsd", Text.of(instrument.worth(contracts, price)))
                .with("lastPx", Text.of(instrument.last()));
        List.of("fillPxVol", "fillPxUsd", "fillMarkVol", "fillFwdPx", "fillMarkPx", "fillIdxPx", "execType")
                .forEach(name -> row.with(name, ""));
        if (fill.isEmpty()) {
            return row.with("fillSz", "0")
                    .with("fillPx", "")
                    .with("fillTime", "")
                    .with("tradeId", "")
                    .with("fillFee", "0")
                    .with("fillFeeCcy", "")
                    .with("fillPnl", "0")
                    .with("fillNotionalUsd", "");
        }
        BigDecimal filled =
                instrument.contracts(fill.get().quantity(), fill.get().price());
        return row.with("fillFee", Text.of(fill.get().fee().negate()))
                .with("fillFeeCcy", fill.get().feeAsset())
                .with("fillPnl", Text.of(fill.get().realizedPnl().orElse(BigDecimal.ZERO)))
                .with(
                        "fillNotionalUsd",
                        Text.of(instrument.worth(filled, fill.get().price())))
                .with("fillMarkPx", Text.of(instrument.mark()))
                .with("fillIdxPx", Text.of(instrument.index()))
                .with("execType", note.terms().category().equals("normal") ? Bills.execType(fill.get()) : "")
                .with(
                        "tradeId",
                        note.terms().category().equals("normal") ? fill.get().tradeId() : "0");
    }

    Row algo(OkxUser user, Algo algo, Instant now) {
        Row row = AlgoRows.row(algo, user.leverage(algo.instrument().symbol()));
        BigDecimal contracts = algo.words().decimal("sz").orElse(BigDecimal.ZERO);
        return row.with(
                        "notionalUsd",
                        Text.of(algo.instrument()
                                .worth(contracts, algo.instrument().last())))
                .with("reqId", algo.requestId())
                .with("amendResult", algo.requestId().isEmpty() ? "" : "0")
                .with("count", "1")
                .with("pTime", Text.of(now));
    }

    List<Row> positions(OkxUser user, Predicate<OkxInstrument> wanted, Instant now) {
        return user.account().positions().stream()
                .filter(position -> wanted.test(catalogue.of(position.symbol())))
                .map(position -> PositionRows.pushed(positions.row(user, position), now))
                .toList();
    }

    /** The positions of an instrument, one that has just ended included: with size 0. */
    List<Row> positionsOf(OkxUser user, OkxInstrument instrument, Optional<Episode> ended, Instant now) {
        List<Row> changed = new ArrayList<>(positions(user, instrument::equals, now));
        ended.filter(end ->
                        changed.stream().noneMatch(row -> row.text("posSide").equals(end.posSide())))
                .ifPresent(end -> changed.add(PositionRows.pushed(positions.flat(end), now)));
        return changed;
    }

    Row account(OkxUser user, List<String> wanted, Instant now) {
        Row row = balances.row(user, wanted, now);
        if (row.fields().get("details") instanceof List<?> details) {
            List<Row> told = new ArrayList<>();
            for (Object detail : details) {
                told.add(pushedAsset((Map<?, ?>) detail));
            }
            row.with("details", told.stream().map(Row::fields).toList());
        }
        return row;
    }

    private Row pushedAsset(Map<?, ?> detail) {
        Row row = Row.of("availBal");
        detail.forEach((name, value) -> row.with(String.valueOf(name), value));
        List.of("maxSpotInUse", "autoLendStatus", "autoLendMtAmt").forEach(row.fields()::remove);
        return row.with("maxSpotInUseAmt", "").with("coinUsdPrice", Text.of(catalogue.usd(row.text("ccy"))));
    }

    /** @param trade the fill that made it; null where none did */
    Row both(OkxUser user, String cause, List<Row> changed, @Nullable Map<String, String> trade, Instant now) {
        List<Map<String, Object>> cash = new ArrayList<>();
        for (var balance : user.account().balances()) {
            if (balance.wallet().signum() != 0 || !cause.equals("snapshot")) {
                cash.add(Row.of("ccy cashBal uTime")
                        .with("ccy", balance.asset())
                        .with("cashBal", Text.of(balance.wallet()))
                        .with("uTime", Text.of(now))
                        .fields());
            }
        }
        List<Row> shown = cause.equals("snapshot") ? positions.open(user) : changed;
        return Row.of(BOTH)
                .with("pTime", Text.of(now))
                .with("eventType", cause)
                .with("balData", cash)
                .with("posData", shown.stream().map(row -> held(row).fields()).toList())
                .with("trades", trade == null ? List.of() : List.of(trade));
    }

    private static Row held(Row position) {
        Row row = Row.of(HELD);
        List.copyOf(row.fields().keySet()).forEach(name -> row.with(name, position.text(name)));
        return row;
    }
}
