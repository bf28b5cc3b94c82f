package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.Holding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The account of a small OKX in futures mode: balance, positions, settings and bills. */
final class AccountDesk {

    static final String UID = "44000000000000001";

    private final Engine engine;
    private final OrderDesk orders;
    private final MarketDesk market;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Map<Holding, String> positionIds = new HashMap<>();

    AccountDesk(Engine engine, OrderDesk orders, MarketDesk market, Clock clock, Supplier<String> ids) {
        this.engine = engine;
        this.orders = orders;
        this.market = market;
        this.clock = clock;
        this.ids = ids;
    }

    List<Map<String, Object>> config() {
        Map<String, Object> row = Rows.of(
                "uid", UID,
                "mainUid", UID,
                "acctLv", "2",
                "acctStpMode", "cancel_maker",
                "posMode", orders.hedge() ? "long_short_mode" : "net_mode",
                "autoLoan", false,
                "greeksType", "PA",
                "feeType", "0",
                "level", "Lv1",
                "perm", "read_only,trade",
                "label", "stand-in",
                "ctIsoMode", "automatic",
                "mgnIsoMode", "automatic",
                "kycLv", "3",
                "roleType", "0",
                "spotRoleType", "0",
                "opAuth", "1",
                "type", "0",
                "stgyType", "0",
                "liquidationGear", "-1",
                "enableSpotBorrow", false,
                "spotBorrowAutoRepay", false,
                "settleCcy", "USDC",
                "settleCcyList", List.of("USD", "USDC"),
                "traderInsts", List.of(),
                "spotTraderInsts", List.of());
        return List.of(Rows.empty(row, """
                ip levelTmp spotOffsetType"""));
    }

    private Instant changed() {
        List<Fill> fills = engine.fills();
        return fills.isEmpty() ? clock.instant() : fills.get(fills.size() - 1).time();
    }

    /** Of the only currency. */
    Map<String, Object> details() {
        Balance balance = engine.purse().balance(engine.orderMargin());
        BigDecimal equity = balance.wallet().add(balance.unrealizedPnl());
        BigDecimal available = equity.subtract(balance.inUse()).max(BigDecimal.ZERO);
        Map<String, Object> row = Rows.of(
                "ccy",
                "USDT",
                "eq",
                equity,
                "cashBal",
                balance.wallet(),
                "uTime",
                changed(),
                "isoEq",
                isolated(),
                "availEq",
                available,
                "disEq",
                equity,
                "fixedBal",
                "0",
                "availBal",
                available,
                "frozenBal",
                balance.inUse(),
                "ordFrozen",
                engine.orderMargin(),
                "upl",
                balance.unrealizedPnl(),
                "eqUsd",
                equity,
                "isoUpl",
                "0",
                "imr",
                balance.inUse(),
                "mmr",
                balance.inUse().movePointLeft(1),
                "notionalLever",
                "0",
                "twap",
                "0",
                "stgyEq",
                "0",
                "rewardBal",
                "0",
                "spotIsoBal",
                "0",
                "frpType",
                "0",
                "collateralRestrict",
                false,
                "collateralEnabled",
                false,
                "autoLendStatus",
                "off",
                "autoLendMtAmt",
                "0",
                "colRes",
                "0",
                "colBorrAutoConversion",
                "0",
                "smtSyncEq",
                "0",
                "spotCopyTradingEq",
                "0");
        return Rows.empty(row, """
                accAvgPx borrowFroz clSpotInUseAmt crossLiab interest isoLiab liab maxLoan maxSpotInUse
                mgnRatio openAvgPx spotBal spotInUseAmt spotUpl spotUplRatio totalPnl totalPnlRatio
                uplLiab""");
    }

    private BigDecimal isolated() {
        return engine.purse().holdings().stream()
                .filter(each -> each.marginMode() == MarginMode.ISOLATED)
                .map(engine.purse()::margin)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Map<String, Object> balance() {
        Map<String, Object> details = details();
        Map<String, Object> row = Rows.of(
                "uTime", clock.instant(),
                "totalEq", details.get("eqUsd"),
                "isoEq", details.get("isoEq"),
                "deltaNeutralStatus", "0",
                "details", List.of(details));
        return Rows.empty(row, """
                adjEq availEq borrowFroz delta deltaLever imr mgnRatio mmr notionalUsd
                notionalUsdForBorrow notionalUsdForFutures notionalUsdForOption notionalUsdForSwap ordFroz
                upl""");
    }

    List<Map<String, Object>> positions(Map<String, String> query) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Holding holding : engine.purse().holdings()) {
            String instId = Listing.of(holding.symbol()).instId();
            if (!holding.isFlat()
                    && Rows.wanted(query, "instType", "SWAP")
                    && Rows.wanted(query, "instId", instId)
                    && Rows.wanted(query, "posId", positionId(holding))) {
                rows.add(position(holding));
            }
        }
        return rows;
    }

    String positionId(Holding holding) {
        return positionIds.computeIfAbsent(holding, any -> ids.get());
    }

    /** A position; one that was closed has no numbers but a 0. */
    Map<String, Object> position(Holding holding) {
        Listing listing = Listing.of(holding.symbol());
        boolean isolated = holding.marginMode() == MarginMode.ISOLATED;
        BigDecimal mark = market.price(listing);
        BigDecimal margin = engine.purse().margin(holding);
        BigDecimal profit = holding.unrealized(mark);
        BigDecimal contracts = listing.toContracts(holding.quantity());
        PositionSide slot = holding.slot().orElse(null);
        String posSide = slot == null ? "net" : slot == PositionSide.LONG ? "long" : "short";
        int leverage = engine.purse().leverage(holding.symbol(), holding.marginMode(), slot);
        Map<String, Object> row = Rows.of(
                "instType",
                "SWAP",
                "instId",
                listing.instId(),
                "mgnMode",
                isolated ? "isolated" : "cross",
                "posId",
                positionId(holding),
                "posSide",
                posSide,
                "pos",
                slot == null ? contracts : contracts.abs(),
                "markPx",
                mark,
                "last",
                mark,
                "idxPx",
                mark,
                "usdPx",
                "1",
                "lever",
                leverage,
                "ccy",
                "USDT",
                "adl",
                "1",
                "pnl",
                "0",
                "fee",
                "0",
                "fundingFee",
                "0",
                "liqPenalty",
                "0",
                "realizedPnl",
                "0",
                "pendingCloseOrdLiabVal",
                "0",
                "closeOrderAlgo",
                List.of(),
                "tradeId",
                lastTrade(holding),
                "cTime",
                changed(),
                "uTime",
                changed());
        if (!holding.isFlat()) {
            BigDecimal ratio = profit.divide(margin, MathContext.DECIMAL64);
            row.putAll(Rows.of(
                    "availPos",
                    slot == null ? "" : contracts.abs(),
                    "avgPx",
                    holding.entry(),
                    "bePx",
                    holding.entry(),
                    "upl",
                    profit,
                    "uplRatio",
                    ratio,
                    "uplLastPx",
                    profit,
                    "uplRatioLastPx",
                    ratio,
                    "imr",
                    isolated ? "" : margin,
                    "margin",
                    isolated ? margin : "",
                    "mmr",
                    margin.movePointLeft(1),
                    "mgnRatio",
                    "48.22",
                    "notionalUsd",
                    holding.quantity().abs().multiply(mark)));
        }
        return Rows.empty(row, """
                availPos avgPx baseBal baseBorrowed baseInterest bePx bizRefId bizRefType clSpotInUseAmt
                deltaBS deltaPA gammaBS gammaPA hedgedPos imr interest liab liabCcy liqPx margin
                maxSpotInUseAmt mgnRatio mmr nonSettleAvgPx notionalUsd optVal posCcy quoteBal
                quoteBorrowed quoteInterest settledPnl spotInUseAmt spotInUseCcy thetaBS thetaPA upl
                uplLastPx uplRatio uplRatioLastPx vegaBS vegaPA""");
    }

    private String lastTrade(Holding holding) {
        return engine.fills().stream()
                .filter(fill -> fill.symbol().equals(holding.symbol()))
                .reduce((first, second) -> second)
                .map(Placed::tradeId)
                .orElse("");
    }
}
