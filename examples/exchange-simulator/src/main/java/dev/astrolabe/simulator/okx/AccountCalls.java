package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.FeeRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The endpoints that read an account. */
final class AccountCalls {

    private static final String CONFIG =
            "acctLv acctStpMode autoLoan ctIsoMode enableSpotBorrow greeksType feeType ip type"
                    + " kycLv label level levelTmp liquidationGear mainUid mgnIsoMode opAuth perm posMode roleType spotBorrowAutoRepay"
                    + " spotOffsetType spotRoleType spotTraderInsts stgyType traderInsts uid settleCcy settleCcyList";
    private static final int MOST_IDS = 20;

    private final Catalogue catalogue;
    private final BalanceRows balances;
    private final PositionRows positions;

    AccountCalls(Catalogue catalogue, BalanceRows balances, PositionRows positions) {
        this.catalogue = catalogue;
        this.balances = balances;
        this.positions = positions;
    }

    void register(Endpoints endpoints) {
        endpoints.read("account/config", Limit.user(5), this::config);
        endpoints.read("account/balance", Limit.user(10), this::balance);
        endpoints.read("account/positions", Limit.user(10), this::positions);
        endpoints.read("account/account-position-risk", Limit.user(10), this::risk);
        endpoints.read("account/instruments", Limit.user(20), this::instruments);
        endpoints.read("account/trade-fee", Limit.user(5), this::fee);
        endpoints.read("account/max-withdrawal", Limit.user(20), this::maxWithdrawal);
        endpoints.read("account/interest-accrued", Limit.user(5), call -> Reply.of(List.of()));
        endpoints.read("asset/balances", Limit.user(6), this::funding);
        endpoints.read("asset/currencies", Limit.user(6), this::currencies);
    }

    private Reply config(Call call) {
        OkxUser user = call.user();
        return Reply.of(Row.of(CONFIG)
                .with("acctLv", "2")
                .with("acctStpMode", "cancel_maker")
                .with("autoLoan", false)
                .with("ctIsoMode", "automatic")
                .with("enableSpotBorrow", false)
                .with("greeksType", "PA")
                .with("feeType", "0")
                .with("type", "0")
                .with("kycLv", "3")
                .with("label", user.id())
                .with("level", "Lv1")
                .with("liquidationGear", "-1")
                .with("mainUid", user.uid())
                .with("mgnIsoMode", "automatic")
                .with("opAuth", "0")
                .with("perm", String.join(",", new TreeSet<>(user.key().permissions())))
                .with("posMode", user.posMode())
                .with("roleType", "0")
                .with("spotBorrowAutoRepay", false)
                .with("spotRoleType", "0")
                .with("spotTraderInsts", List.of())
                .with("stgyType", "0")
                .with("traderInsts", List.of())
                .with("uid", user.uid())
                .with("settleCcy", "USD")
                .with("settleCcyList", List.of("USD")));
    }

    private static List<String> assets(Params params) {
        List<String> assets = params.list("ccy");
        if (assets.size() > MOST_IDS) {
            throw Code.PARAMETER.refused("ccy");
        }
        return assets;
    }

    private Reply balance(Call call) {
        return Reply.of(balances.row(call.user(), assets(call.params()), call.now()));
    }

    private Reply positions(Call call) {
        Params params = call.params();
        params.oneOf("instType", Set.of("MARGIN", "SWAP", "FUTURES", "OPTION"));
        List<String> instruments = params.list("instId");
        List<String> ids = params.list("posId");
        if (instruments.size() > 10 || ids.size() > MOST_IDS) {
            throw Code.PARAMETER.refused(instruments.size() > 10 ? "instId" : "posId");
        }
        return Reply.of(positions.open(call.user()).stream()
                .filter(row -> !params.has("instType") || row.text("instType").equals(params.textOr("instType", "")))
                .filter(row -> instruments.isEmpty() || instruments.contains(row.text("instId")))
                .filter(row -> ids.isEmpty() || ids.contains(row.text("posId")))
                .toList());
    }

    private Reply risk(Call call) {
        List<Map<String, Object>> held = new ArrayList<>();
        for (var balance : call.user().account().balances()) {
            held.add(Row.of("ccy disEq eq")
                    .with("ccy", balance.asset())
                    .with("disEq", Text.of(balance.equity().multiply(catalogue.usd(balance.asset()))))
                    .with("eq", Text.of(balance.equity()))
                    .fields());
        }
        List<Map<String, Object>> open = new ArrayList<>();
        for (Row position : positions.open(call.user())) {
            Row row = Row.of(
                    "baseBal ccy instId instType mgnMode notionalCcy notionalUsd pos posCcy posId posSide quoteBal");
            List.copyOf(row.fields().keySet()).forEach(name -> row.with(name, position.text(name)));
            open.add(row.fields());
        }
        return Reply.of(Row.of("adjEq balData posData ts")
                .with("balData", held)
                .with("posData", open)
                .with("ts", Text.of(call.now())));
    }

    private Reply instruments(Call call) {
        PublicCalls.checkKind(call.params());
        return Reply.of(catalogue.matching(call.params()).stream()
                .map(InstrumentRows::ofAccount)
                .toList());
    }

    /** A rate that is paid is negative (docs: OKX v5, "Get fee rates"). */
    private Reply fee(Call call) {
        Params params = call.params();
        PublicCalls.checkKind(params);
        List<OkxInstrument> matching = catalogue.matching(params);
        if (matching.isEmpty()) {
            return Reply.of(List.of());
        }
        OkxInstrument instrument = matching.get(0);
        FeeRate rate = call.user().client(instrument.symbol()).account().fees(instrument.symbol());
        String maker = Text.of(rate.maker().negate());
        String taker = Text.of(rate.taker().negate());
        List<Map<String, Object>> groups = new ArrayList<>();
        for (String group : List.of("1", "2")) {
            groups.add(Row.of("elpMaker rpiMaker groupId maker taker")
                    .with("elpMaker", maker)
                    .with("rpiMaker", maker)
                    .with("groupId", group)
                    .with("maker", maker)
                    .with("taker", taker)
                    .fields());
        }
        return Reply.of(
                Row.of("category delivery exercise feeGroup fiat instType level maker makerU makerUSDC ruleType taker"
                                + " takerU takerUSDC ts")
                        .with("category", "1")
                        .with("delivery", instrument.isPerpetual() ? "" : "0.0001")
                        .with("feeGroup", groups)
                        .with("fiat", List.of())
                        .with("instType", instrument.type())
                        .with("level", "Lv1")
                        .with("maker", maker)
                        .with("makerU", maker)
                        .with("makerUSDC", maker)
                        .with("ruleType", "normal")
                        .with("taker", taker)
                        .with("takerU", taker)
                        .with("takerUSDC", taker)
                        .with("ts", Text.of(call.now())));
    }

    private Reply maxWithdrawal(Call call) {
        List<String> wanted = assets(call.params());
        return Reply.of(call.user().account().balances().stream()
                .filter(balance -> wanted.isEmpty() || wanted.contains(balance.asset()))
                .map(balance -> Row.of("ccy maxWd maxWdEx spotOffsetMaxWd spotOffsetMaxWdEx")
                        .with("ccy", balance.asset())
                        .with("maxWd", Text.of(balance.available()))
                        .with("maxWdEx", Text.of(balance.available())))
                .toList());
    }

    /** The funding account, which is empty: all money is in the trading account. */
    private Reply funding(Call call) {
        List<String> wanted = assets(call.params());
        return Reply.of(call.user().account().assets().stream()
                .filter(asset -> wanted.isEmpty() || wanted.contains(asset))
                .map(asset -> Row.of("availBal bal ccy frozenBal")
                        .with("availBal", "0")
                        .with("bal", "0")
                        .with("ccy", asset)
                        .with("frozenBal", "0"))
                .toList());
    }

    private Reply currencies(Call call) {
        List<String> wanted = assets(call.params());
        return Reply.of(call.user().account().assets().stream()
                .filter(asset -> wanted.isEmpty() || wanted.contains(asset))
                .map(AccountCalls::currency)
                .toList());
    }

    private static Row currency(String asset) {
        return Row.of(
                        "burningFeeRate canDep canInternal canWd ccy chain ctAddr depEstOpenTime depQuotaFixed depQuoteDailyLayer2"
                                + " fee logoLink mainNet maxFee maxFeeForCtAddr maxWd minDep minDepArrivalConfirm minFee"
                                + " minFeeForCtAddr minInternal minWd minWdUnlockConfirm name needTag usedDepQuotaFixed usedWdQuota"
                                + " wdEstOpenTime wdQuota wdTickSz")
                .with("canDep", false)
                .with("canInternal", false)
                .with("canWd", false)
                .with("ccy", asset)
                .with("chain", asset + "-Simulated")
                .with("fee", "0")
                .with("mainNet", true)
                .with("maxFee", "0")
                .with("minFee", "0")
                .with("maxWd", "0")
                .with("minDep", "0")
                .with("minWd", "0")
                .with("name", asset)
                .with("needTag", false)
                .with("usedWdQuota", "0")
                .with("wdQuota", "0")
                .with("wdTickSz", "8");
    }
}
