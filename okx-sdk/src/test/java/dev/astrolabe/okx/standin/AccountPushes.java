package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.testkit.engine.Holding;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the account's channels of a small OKX tell, found by comparing with what was told last. Guarded by the stand-in. */
final class AccountPushes {

    /**
     * A push.
     *
     * @param instId of which instrument; empty where it is of none
     * @param eventType empty where the channel has none
     */
    record Push(String channel, String instId, String eventType, List<Map<String, Object>> data) {}

    private static final Set<String> ADVANCED = Set.of("move_order_stop", "twap", "iceberg", "smart_iceberg");

    private record Told(String state, BigDecimal price, BigDecimal quantity, BigDecimal filled) {}

    private record ToldPosition(BigDecimal quantity, BigDecimal entry, BigDecimal margin) {}

    private final Desks desks;
    private final Clock clock;
    private final Map<String, Told> orders = new HashMap<>();
    private final Map<Long, String> algos = new HashMap<>();
    private final Map<Holding, ToldPosition> positions = new HashMap<>();
    private String balance;
    private int fills;

    AccountPushes(Desks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
        this.balance = balance();
    }

    static boolean isPrivate(String channel) {
        return Set.of("orders", "positions", "account", "balance_and_position", "liquidation-warning")
                .contains(channel);
    }

    static boolean isAlgo(String channel) {
        return channel.equals("orders-algo") || channel.equals("algo-advance");
    }

    private String balance() {
        Map<String, Object> details = desks.account.details();
        return details.get("cashBal") + " " + details.get("frozenBal");
    }

    /** The state at the subscription, page by page, where the channel tells it. */
    List<Map<String, Object>> snapshot(String channel) {
        return switch (channel) {
            case "positions" -> paged(stamped(desks.account.positions(Map.of())));
            case "account" -> paged(List.of(desks.account.balance()));
            case "balance_and_position" ->
                List.of(Map.of("data", List.of(balanceAndPosition("snapshot", held(), List.of()))));
            case "algo-advance" -> {
                List<Map<String, Object>> rows = desks.algos.algos().stream()
                        .filter(each -> each.isLive() && isAdvanced(each))
                        .map(this::algoRow)
                        .toList();
                yield rows.isEmpty() ? List.of() : List.of(Map.of("data", rows));
            }
            default -> List.of();
        };
    }

    private List<Holding> held() {
        return desks.engine.purse().holdings().stream()
                .filter(each -> !each.isFlat())
                .toList();
    }

    private List<Map<String, Object>> stamped(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> Rows.with(row, "pTime", clock.instant()))
                .toList();
    }

    /** One row a page. */
    private static List<Map<String, Object>> paged(List<Map<String, Object>> rows) {
        List<Map<String, Object>> pages = new ArrayList<>();
        int count = Math.max(1, rows.size());
        for (int page = 1; page <= count; page++) {
            Map<String, Object> push = new LinkedHashMap<>();
            push.put("eventType", "snapshot");
            push.put("curPage", page);
            push.put("lastPage", page == count);
            push.put("data", rows.isEmpty() ? List.of() : rows.subList(page - 1, page));
            pages.add(push);
        }
        return pages;
    }

    /** What happened since the last time, in order. */
    List<Push> news() {
        List<Push> pushes = new ArrayList<>();
        List<Fill> all = desks.engine.fills();
        List<Fill> fresh = all.subList(fills, all.size());
        fills = all.size();
        desks.algos.algos().forEach(each -> algo(each, pushes));
        desks.orders.orders().forEach(each -> order(each, fresh, pushes));
        List<Holding> changed = new ArrayList<>();
        for (Holding holding : desks.engine.purse().holdings()) {
            ToldPosition now = new ToldPosition(
                    holding.quantity(), holding.entry(), desks.engine.purse().margin(holding));
            ToldPosition before = positions.put(holding, now);
            if (before == null ? !holding.isFlat() : !before.equals(now)) {
                changed.add(holding);
            }
        }
        changed.forEach(each -> pushes.add(new Push(
                "positions",
                Listing.of(each.symbol()).instId(),
                "event_update",
                stamped(List.of(desks.account.position(each))))));
        String now = balance();
        if (!now.equals(balance)) {
            balance = now;
            pushes.add(new Push("account", "", "event_update", List.of(desks.account.balance())));
        }
        if (!fresh.isEmpty() || !changed.isEmpty()) {
            String why = fresh.isEmpty() ? "adjust_margin" : "filled";
            pushes.add(new Push("balance_and_position", "", "", List.of(balanceAndPosition(why, changed, fresh))));
        }
        return pushes;
    }

    private Map<String, Object> balanceAndPosition(String why, List<Holding> holdings, List<Fill> trades) {
        Map<String, Object> details = desks.account.details();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Holding holding : holdings) {
            Map<String, Object> row = desks.account.position(holding);
            Map<String, Object> kept = new LinkedHashMap<>();
            for (String name : List.of(
                    "posId",
                    "tradeId",
                    "instId",
                    "instType",
                    "mgnMode",
                    "posSide",
                    "pos",
                    "ccy",
                    "posCcy",
                    "avgPx",
                    "nonSettleAvgPx",
                    "settledPnl",
                    "uTime")) {
                kept.put(name, row.get(name));
            }
            rows.add(kept);
        }
        return Rows.of(
                "pTime", clock.instant(),
                "eventType", why,
                "balData",
                        List.of(Rows.of(
                                "ccy", "USDT", "cashBal", details.get("cashBal"), "uTime", details.get("uTime"))),
                "posData", rows,
                "trades",
                        trades.stream()
                                .map(fill -> Rows.of(
                                        "instId", Listing.of(fill.symbol()).instId(), "tradeId", Placed.tradeId(fill)))
                                .toList());
    }

    private static boolean isAdvanced(Algo algo) {
        return ADVANCED.contains(algo.form.ordType());
    }

    private void algo(Algo algo, List<Push> pushes) {
        String now = algo.state + algo.asked;
        if (!now.equals(algos.put(algo.id, now))) {
            String channel = isAdvanced(algo) ? "algo-advance" : "orders-algo";
            pushes.add(new Push(channel, algo.form.listing().instId(), "", List.of(algoRow(algo))));
        }
    }

    private Map<String, Object> algoRow(Algo algo) {
        return Rows.with(
                desks.algos.row(algo),
                "notionalUsd",
                "",
                "reqId",
                "",
                "amendResult",
                "",
                "count",
                "1",
                "pTime",
                clock.instant());
    }

    private void order(Placed order, List<Fill> fresh, List<Push> pushes) {
        Told now = new Told(order.state(), order.live.price(), order.live.quantity(), order.live.filled());
        Told before = orders.put(order.live.id(), now);
        List<Fill> own = fresh.stream()
                .filter(fill -> fill.orderId().equals(order.live.id()))
                .toList();
        // One that would take was never in the book, and is told once.
        boolean neverLive =
                order.form.ordType().equals("post_only") && order.state().equals("canceled");
        if (before == null && !neverLive) {
            push(order, begin(order), pushes);
        }
        if (!own.isEmpty()) {
            own.forEach(fill -> push(order, filled(order, fill), pushes));
        } else if (before == null ? !order.live.isOpen() : !before.equals(now)) {
            push(order, changed(order, before), pushes);
        }
    }

    private static void push(Placed order, Map<String, Object> row, List<Push> pushes) {
        pushes.add(new Push("orders", order.form.listing().instId(), "", List.of(row)));
    }

    private Map<String, Object> common(Placed order) {
        Map<String, Object> row = desks.orders.row(order);
        BigDecimal last = desks.market.price(order.form.listing());
        row.put("avgPx", order.live.averagePrice().map(Rows::text).orElse("0"));
        row.putAll(Rows.of(
                "notionalUsd", last.multiply(order.live.quantity()),
                "fillNotionalUsd", "",
                "fillFee", "0",
                "fillFeeCcy", "",
                "fillPnl", "0",
                "execType", "",
                "amendSource", "",
                "amendResult", "",
                "reqId", "",
                "lastPx", last,
                "code", "0",
                "msg", ""));
        // What is told of a fill is told with that fill alone.
        row.putAll(Rows.of("fillPx", "", "tradeId", "", "fillSz", "0", "fillTime", ""));
        return Rows.empty(row, "fillPxVol fillPxUsd fillMarkVol fillFwdPx fillMarkPx fillIdxPx");
    }

    /** The order as it came into the book. */
    private Map<String, Object> begin(Placed order) {
        return Rows.with(
                common(order),
                "state",
                "live",
                "sz",
                order.contracts(order.form.listing().toBase(order.form.size())),
                "accFillSz",
                "0",
                "avgPx",
                "0",
                "fee",
                "0",
                "pnl",
                "0",
                "cancelSource",
                "",
                "uTime",
                order.live.created());
    }

    private Map<String, Object> filled(Placed order, Fill fill) {
        return Rows.with(
                common(order),
                "fillPx",
                fill.price(),
                "fillSz",
                order.contracts(fill.quantity()),
                "tradeId",
                Placed.tradeId(fill),
                "fillTime",
                fill.time(),
                "fillFee",
                fill.fee().negate(),
                "fillFeeCcy",
                "USDT",
                "fillPnl",
                fill.realizedPnl().orElse(BigDecimal.ZERO),
                "execType",
                OrderDesk.execType(fill),
                "fillMarkPx",
                fill.price(),
                "fillIdxPx",
                fill.price(),
                "fillNotionalUsd",
                fill.price().multiply(fill.quantity()));
    }

    private Map<String, Object> changed(Placed order, Told before) {
        boolean amended = before != null && order.live.isOpen();
        return amended
                ? Rows.with(common(order), "amendSource", "1", "amendResult", "0", "reqId", order.requestId)
                : common(order);
    }
}
