package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Balances as an account in futures mode sees them: each asset backs what settles in it, so margins are told by asset and stay empty
 * for the account (docs: OKX v5, "Get balance", acctLv 2).
 */
final class BalanceRows {

    private static final String ACCOUNT =
            "adjEq availEq borrowFroz delta deltaLever deltaNeutralStatus details imr isoEq"
                    + " mgnRatio mmr notionalUsd notionalUsdForBorrow notionalUsdForFutures notionalUsdForOption notionalUsdForSwap"
                    + " ordFroz totalEq uTime upl";
    private static final String ASSET = "autoLendStatus autoLendMtAmt availBal availEq borrowFroz cashBal ccy crossLiab"
            + " colRes collateralEnabled collateralRestrict colBorrAutoConversion disEq eq eqUsd smtSyncEq spotCopyTradingEq"
            + " fixedBal frozenBal frpType imr interest isoEq isoLiab isoUpl liab maxLoan mgnRatio mmr notionalLever ordFrozen"
            + " rewardBal spotInUseAmt clSpotInUseAmt maxSpotInUse spotIsoBal stgyEq twap uTime upl uplLiab spotBal openAvgPx"
            + " accAvgPx spotUpl spotUplRatio totalPnl totalPnlRatio";
    private static final List<String> ZEROS = List.of(
            "borrowFroz",
            "crossLiab",
            "colRes",
            "colBorrAutoConversion",
            "smtSyncEq",
            "spotCopyTradingEq",
            "fixedBal",
            "frpType",
            "interest",
            "isoLiab",
            "liab",
            "maxLoan",
            "rewardBal",
            "spotIsoBal",
            "stgyEq",
            "twap",
            "uplLiab");

    private final Catalogue catalogue;
    private final Risk risk;

    BalanceRows(Catalogue catalogue, Risk risk) {
        this.catalogue = catalogue;
        this.risk = risk;
    }

    /** @param wanted the assets that were asked for; none for all */
    Row row(OkxUser user, Collection<String> wanted, Instant now) {
        BigDecimal total = BigDecimal.ZERO;
        List<Map<String, Object>> details = new ArrayList<>();
        for (Balance balance : user.account().balances()) {
            boolean empty =
                    balance.wallet().signum() == 0 && balance.unrealizedPnl().signum() == 0;
            total = total.add(balance.equity().multiply(catalogue.usd(balance.asset())));
            if (wanted.isEmpty() ? !empty : wanted.contains(balance.asset())) {
                details.add(asset(user, balance, now).fields());
            }
        }
        BigDecimal isolated = BigDecimal.ZERO;
        for (Position position : user.account().positions()) {
            if (Risk.isIsolated(position)) {
                isolated = isolated.add(isolatedEquity(position).multiply(catalogue.usd(settle(position))));
            }
        }
        return Row.of(ACCOUNT)
                .with("details", details)
                .with("isoEq", Text.of(isolated))
                .with("totalEq", Text.of(total))
                .with("uTime", Text.of(now));
    }

    /** What the positions of one settle asset hold. */
    private static final class Held {
        private BigDecimal imr = BigDecimal.ZERO;
        private BigDecimal mmr = BigDecimal.ZERO;
        private BigDecimal notional = BigDecimal.ZERO;
        private BigDecimal isolated = BigDecimal.ZERO;
        private BigDecimal isolatedPnl = BigDecimal.ZERO;
    }

    private Held held(OkxUser user, String asset) {
        Held held = new Held();
        for (Position position : user.account().positions()) {
            if (!settle(position).equals(asset)) {
                continue;
            }
            if (Risk.isIsolated(position)) {
                held.isolated = held.isolated.add(isolatedEquity(position));
                held.isolatedPnl = held.isolatedPnl.add(position.unrealizedPnl());
            } else {
                held.imr = held.imr.add(risk.initialMargin(position));
                held.mmr = held.mmr.add(risk.maintenance(user, position));
                held.notional = held.notional.add(risk.notional(position));
            }
        }
        return held;
    }

    private Row asset(OkxUser user, Balance balance, Instant now) {
        Held held = held(user, balance.asset());
        BigDecimal equity = balance.equity();
        BigDecimal usd = equity.multiply(catalogue.usd(balance.asset()));
        BigDecimal orders = balance.inUse()
                .subtract(held.imr)
                .subtract(held.isolated.subtract(held.isolatedPnl))
                .max(BigDecimal.ZERO);
        Row row = Row.of(ASSET);
        ZEROS.forEach(name -> row.with(name, "0"));
        return row.with("autoLendStatus", "off")
                .with("autoLendMtAmt", "0")
                .with("availBal", Text.of(balance.available()))
                .with("availEq", Text.of(balance.available()))
                .with("cashBal", Text.of(balance.wallet()))
                .with("ccy", balance.asset())
                .with("collateralEnabled", false)
                .with("collateralRestrict", false)
                .with("disEq", Text.of(usd))
                .with("eq", Text.of(equity))
                .with("eqUsd", Text.of(usd))
                .with("frozenBal", Text.of(balance.inUse()))
                .with("imr", Text.of(held.imr))
                .with("isoEq", Text.of(held.isolated))
                .with("isoUpl", Text.of(held.isolatedPnl))
                .with("mgnRatio", Risk.ratio(equity.subtract(held.isolated), held.mmr))
                .with("mmr", Text.of(held.mmr))
                .with("notionalLever", Text.of(Text.ratio(held.notional, equity)))
                .with("ordFrozen", Text.of(orders))
                .with("uTime", Text.of(now))
                .with("upl", Text.of(balance.unrealizedPnl()));
    }

    private String settle(Position position) {
        return catalogue.of(position.symbol()).settle();
    }

    private static BigDecimal isolatedEquity(Position position) {
        return position.isolatedMargin().orElse(BigDecimal.ZERO).add(position.unrealizedPnl());
    }
}
