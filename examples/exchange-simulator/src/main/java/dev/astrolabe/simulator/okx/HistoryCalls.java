package dev.astrolabe.simulator.okx;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The endpoints that list what was: orders, fills, bills, positions. Newest first, within the age that each keeps. */
final class HistoryCalls {

    private static final Duration QUARTER = Duration.ofDays(92);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration UNFILLED = Duration.ofHours(2);
    private static final int MOST = 100;

    private final Catalogue catalogue;
    private final OrderRows orders;

    HistoryCalls(Catalogue catalogue, OrderRows orders) {
        this.catalogue = catalogue;
        this.orders = orders;
    }

    void register(Endpoints endpoints) {
        endpoints.read("trade/orders-pending", Limit.user(60), this::pending);
        endpoints.read("trade/orders-history", Limit.user(40), call -> ended(call, WEEK));
        endpoints.read("trade/orders-history-archive", Limit.user(20), call -> ended(call, QUARTER));
        endpoints.read("trade/fills", Limit.user(60), call -> fills(call, THREE_DAYS));
        endpoints.read("trade/fills-history", Limit.user(10), call -> {
            PublicCalls.checkKind(call.params());
            return fills(call, QUARTER);
        });
        endpoints.read("account/bills", Limit.user(5).within(Duration.ofSeconds(1)), call -> bills(call, WEEK));
        endpoints.read("account/bills-archive", Limit.user(5), call -> bills(call, QUARTER));
        endpoints.read("account/subtypes", Limit.user(20), HistoryCalls::subtypes);
        endpoints.read("account/positions-history", Limit.user(10), this::positions);
    }

    private Reply pending(Call call) {
        return page(call, call.user().orders().open());
    }

    private Reply ended(Call call, Duration age) {
        PublicCalls.checkKind(call.params());
        Instant now = call.now();
        return page(
                call,
                call.user().orders().all().stream()
                        .filter(note -> !note.isOpen())
                        .filter(note -> isKept(note, age, now))
                        .toList());
    }

    /** Orders that were cancelled without a fill are kept for two hours only (docs: OKX v5, "Get order history"). */
    private static boolean isKept(OrderNote note, Duration age, Instant now) {
        Instant ended = note.order().updatedAt().orElse(now);
        boolean filled = note.order().filledQuantity().signum() > 0;
        return !ended.isBefore(now.minus(filled ? age : UNFILLED));
    }

    private Reply page(Call call, List<OrderNote> newestFirst) {
        Params params = call.params();
        List<OrderNote> wanted = newestFirst.stream()
                .filter(note -> Catalogue.matches(catalogue.of(note.order().symbol()), params))
                .filter(note -> isOneOf(params, "ordType", note.terms().ordType()))
                .filter(note -> isOneOf(params, "state", note.state()))
                .filter(note -> isOneOf(params, "category", note.terms().category()))
                .filter(note -> Paging.isWithin(
                        params, note.order().createdAt().orElse(Instant.EPOCH).toEpochMilli()))
                .toList();
        return Reply.of(Paging.page(params, wanted, note -> Ids.number(note.id()), MOST).stream()
                .map(orders::row)
                .toList());
    }

    private static boolean isOneOf(Params params, String name, String value) {
        return !params.has(name) || params.list(name).contains(value);
    }

    private Reply fills(Call call, Duration age) {
        Params params = call.params();
        Instant oldest = call.now().minus(age);
        List<FillNote> newestFirst = new ArrayList<>(call.user().fills());
        Collections.reverse(newestFirst);
        List<FillNote> wanted = newestFirst.stream()
                .filter(fill -> !fill.fill().time().isBefore(oldest))
                .filter(fill -> Catalogue.matches(catalogue.of(fill.fill().symbol()), params))
                .filter(fill -> isOneOf(params, "ordId", fill.note().id()))
                .filter(fill -> isOneOf(params, "subType", Bills.subType(fill.fill())))
                .filter(fill -> Paging.isWithin(params, fill.fill().time().toEpochMilli()))
                .toList();
        return Reply.of(Paging.page(params, wanted, fill -> Ids.number(fill.billId()), MOST).stream()
                .map(orders::fill)
                .toList());
    }

    private Reply bills(Call call, Duration age) {
        Params params = call.params();
        Instant oldest = call.now().minus(age);
        List<Bills.Bill> newestFirst = new ArrayList<>(call.user().bills().all());
        Collections.reverse(newestFirst);
        List<Bills.Bill> wanted = newestFirst.stream()
                .filter(bill -> !bill.time().isBefore(oldest))
                .filter(bill -> List.of("instType", "instId", "ccy", "mgnMode", "type", "subType").stream()
                        .allMatch(name -> isOneOf(params, name, bill.row().text(name))))
                .filter(bill -> Paging.isWithin(params, bill.time().toEpochMilli()))
                .toList();
        return Reply.of(Paging.page(params, wanted, bill -> Ids.number(bill.id()), MOST).stream()
                .map(Bills.Bill::row)
                .toList());
    }

    private static Reply subtypes(Call call) {
        return Reply.of(List.of(
                type("1", "Transfer", "11", "Transfer in"),
                type("2", "Trade", "1", "Buy"),
                type("5", "Liquidation", "105", "Liquidation fee"),
                type("8", "Funding fee", "173", "Funding fee expense")));
    }

    private static Row type(String type, String words, String subType, String subWords) {
        return Row.of("type typeDesc subTypeDetails")
                .with("type", type)
                .with("typeDesc", words)
                .with(
                        "subTypeDetails",
                        List.of(Row.of("subType subTypeDesc")
                                .with("subType", subType)
                                .with("subTypeDesc", subWords)
                                .fields()));
    }

    private Reply positions(Call call) {
        Params params = call.params();
        Instant oldest = call.now().minus(QUARTER);
        List<Episode> newestFirst = new ArrayList<>(call.user().positions().ended());
        newestFirst.sort((a, b) -> b.updatedAt().compareTo(a.updatedAt()));
        List<Episode> wanted = newestFirst.stream()
                .filter(episode -> !episode.updatedAt().isBefore(oldest))
                .filter(episode -> Catalogue.matches(episode.instrument(), params))
                .filter(episode -> isOneOf(params, "mgnMode", episode.mgnMode()))
                .filter(episode -> isOneOf(params, "posId", episode.id()))
                .filter(episode -> isOneOf(params, "type", episode.kindOfEnd()))
                .toList();
        return Reply.of(
                Paging.page(params, wanted, episode -> episode.updatedAt().toEpochMilli(), MOST).stream()
                        .map(HistoryCalls::row)
                        .toList());
    }

    private static Row row(Episode episode) {
        return Row.of(
                        "cTime ccy closeAvgPx closeTotalPos instId instType lever mgnMode openAvgPx openMaxPos realizedPnl fee"
                                + " fundingFee liqPenalty pnl pnlRatio posId posSide direction triggerPx type uTime uly nonSettleAvgPx"
                                + " settledPnl")
                .with("cTime", Text.of(episode.openedAt()))
                .with("ccy", episode.instrument().settle())
                .with("closeAvgPx", Text.of(episode.closed().price()))
                .with("closeTotalPos", Text.of(episode.closed().contracts()))
                .with("instId", episode.instrument().id())
                .with("instType", episode.instrument().type())
                .with("lever", episode.leverage())
                .with("mgnMode", episode.mgnMode())
                .with("openAvgPx", Text.of(episode.opened().price()))
                .with("openMaxPos", Text.of(episode.most()))
                .with("realizedPnl", Text.of(episode.realized()))
                .with("fee", Text.of(episode.fee()))
                .with("fundingFee", Text.of(episode.funding()))
                .with("liqPenalty", Text.of(episode.penalty()))
                .with("pnl", Text.of(episode.pnl()))
                .with("pnlRatio", Text.of(episode.ratio()))
                .with("posId", episode.id())
                .with("posSide", episode.posSide())
                .with("direction", episode.direction())
                .with("type", episode.kindOfEnd())
                .with("uTime", Text.of(episode.updatedAt()))
                .with("uly", episode.instrument().family());
    }
}
