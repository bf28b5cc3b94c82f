package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.Holding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The orders of a small OKX, in contracts and in the venue's words; the engine behind it matches. */
final class OrderDesk {

    /** Cancelled orders that nothing was filled of are shown for so long (docs: OKX v5, "Get order details"). */
    private static final Duration SHOWN = Duration.ofHours(2);

    private final Engine engine;
    private final Clock clock;
    private final Supplier<String> ids;
    private final List<Placed> orders = new ArrayList<>();

    OrderDesk(Engine engine, Clock clock, Supplier<String> ids) {
        this.engine = engine;
        this.clock = clock;
        this.ids = ids;
    }

    boolean hedge() {
        return engine.purse().mode() == PositionMode.HEDGE;
    }

    /** Every order that was ever taken: the witness. */
    List<Placed> orders() {
        return List.copyOf(orders);
    }

    Map<String, Object> place(JsonNode body, Listing listing) {
        OrderForm form = OrderForm.of(body, hedge(), listing);
        Placed order = enter(form, "", "", "", OrderForm.attached(body));
        return Rows.with(ack(order.live.id(), form.clientId()), "tag", form.tag(), "subCode", "");
    }

    private Map<String, Object> ack(String id, String clientId) {
        return Rows.of("ordId", id, "clOrdId", clientId, "ts", clock.instant(), "sCode", "0", "sMsg", "");
    }

    /** The row of an order that was refused. */
    Map<String, Object> refused(JsonNode body, Refusal refusal) {
        return Rows.of(
                "ordId", body.path("ordId").asText(""),
                "clOrdId", body.path("clOrdId").asText(""),
                "tag", body.path("tag").asText(""),
                "reqId", body.path("reqId").asText(""),
                "ts", clock.instant(),
                "sCode", refusal.code,
                "sMsg", refusal.getMessage(),
                "subCode", "");
    }

    /** Takes an order, of a client or of one that was triggered. */
    Placed enter(OrderForm form, String source, String algoId, String algoClientId, List<JsonNode> attached) {
        Holding holding = engine.purse().holding(form.listing().symbol(), form.slot(), form.marginMode());
        if (form.hedge()
                && form.closes()
                && form.listing()
                                .toBase(form.size())
                                .compareTo(holding.quantity().abs())
                        > 0) {
            throw Refusal.item(
                    "51169", "Order failed because you don't have any positions in this direction to close.");
        }
        List<String> attachedIds = attached.stream().map(each -> ids.get()).toList();
        String unnamed = form.clientId().isEmpty() ? "unnamed " + orders.size() : form.clientId();
        Order taken = matched(() -> engine.place(form.request(), unnamed));
        int leverage = engine.purse().leverage(form.listing().symbol(), form.marginMode(), form.slot());
        Placed order = new Placed(
                engine.journal().stream()
                        .filter(each -> each.id().equals(taken.orderId()))
                        .findFirst()
                        .orElseThrow(),
                form,
                source,
                algoId,
                algoClientId,
                attached,
                attachedIds,
                Integer.toString(leverage));
        orders.add(order);
        return order;
    }

    /** The engine's reasons in the venue's codes. */
    private static <T> T matched(Supplier<T> work) {
        try {
            return work.get();
        } catch (RejectedException rejected) {
            throw switch (rejected.reason()) {
                case DUPLICATE_CLIENT_ORDER_ID -> Refusal.item("51016", "Duplicated client order ID.");
                case INSUFFICIENT_FUNDS -> Refusal.item("51008", "Order failed. Insufficient USDT margin in account.");
                case REDUCE_ONLY ->
                    Refusal.item(
                            "51169", "Order failed because you don't have any positions in this direction to reduce.");
                case POSITION_MODE -> Refusal.parameter("posSide");
                case ORDER_NOT_FOUND -> gone();
                default -> rejected;
            };
        }
    }

    private static Refusal gone() {
        return Refusal.item(
                "51400", "Order cancellation failed as the order has been filled, canceled or does not exist.");
    }

    private Optional<Placed> find(String id, String clientId) {
        return orders.stream()
                .filter(each -> !id.isEmpty()
                        ? each.live.id().equals(id)
                        : each.form.clientId().equals(clientId))
                .filter(each -> !id.isEmpty() || !clientId.isEmpty())
                .reduce((first, second) -> second);
    }

    /** An order of a request, which names it by its own id or by the client's; the venue's id wins. */
    private Optional<Placed> find(JsonNode body, Listing listing) {
        String id = OrderForm.optional(body, "ordId");
        String clientId = OrderForm.optional(body, "clOrdId");
        if (id.isEmpty() && clientId.isEmpty()) {
            throw Refusal.item("51003", "Either client order ID or order ID is required.");
        }
        return find(id, clientId).filter(each -> each.form.listing().equals(listing));
    }

    Map<String, Object> cancel(JsonNode body, Listing listing) {
        Placed order = find(body, listing).orElseThrow(OrderDesk::gone);
        if (order.live.status() == OrderStatus.FILLED) {
            throw Refusal.item("51402", "Cancellation failed as the order is already completed.");
        }
        Order canceled = matched(() -> engine.cancel(OrderRef.ofOrderId(listing.symbol(), order.live.id())));
        return ack(canceled.orderId(), order.form.clientId());
    }

    /** The new size is the whole one, with what is filled already. */
    Map<String, Object> amend(JsonNode body, Listing listing) {
        Placed order = find(body, listing)
                .filter(each -> each.live.isOpen())
                .orElseThrow(() -> Refusal.item("51503", "Your order has already been filled or canceled."));
        if (!body.has("newSz") && !body.has("newPx")) {
            throw Refusal.item("51500", "You must enter a price, quantity, or TP/SL.");
        }
        BigDecimal quantity =
                body.has("newSz") ? listing.toBase(OrderForm.size(body, "newSz", listing)) : order.live.quantity();
        BigDecimal price = body.has("newPx") ? OrderForm.price(body, "newPx", listing) : order.live.price();
        order.requestId = OrderForm.word(body, "reqId", 32);
        order.amendSource = "1";
        Order amended = matched(() ->
                engine.amend(new AmendRequest(OrderRef.ofOrderId(listing.symbol(), order.live.id()), quantity, price)));
        return Rows.with(ack(amended.orderId(), order.form.clientId()), "reqId", order.requestId, "subCode", "");
    }

    /** Closes at the market; the answer does not tell which order does it. */
    Map<String, Object> close(JsonNode body, Listing listing) {
        String mode = OrderForm.text(body, "mgnMode");
        String posSide = hedge() ? OrderForm.text(body, "posSide") : "net";
        String clientId = OrderForm.word(body, "clOrdId", 32);
        String tag = OrderForm.word(body, "tag", 16);
        PositionSide slot = !hedge() ? null : posSide.equals("long") ? PositionSide.LONG : PositionSide.SHORT;
        OrderForm wanted = new OrderForm(
                listing,
                mode,
                Side.BUY,
                posSide,
                "market",
                null,
                null,
                clientId,
                tag,
                !hedge(),
                "cancel_maker",
                hedge());
        Holding holding = engine.purse().holding(listing.symbol(), slot, wanted.marginMode());
        if (holding.isFlat()) {
            throw Refusal.of("51023", "Position doesn't exist.");
        }
        Side side = holding.quantity().signum() > 0 ? Side.SELL : Side.BUY;
        List<Placed> closers = orders.stream()
                .filter(each -> each.live.isOpen() && each.form.closes())
                .filter(each -> each.form.listing().equals(listing)
                        && each.form.posSide().equals(posSide))
                .toList();
        if (!closers.isEmpty() && !body.path("autoCxl").asBoolean()) {
            throw Refusal.of("51115", "Cancel all pending close-orders before liquidation.");
        }
        closers.forEach(each -> {
            Order unused = engine.cancel(OrderRef.ofOrderId(listing.symbol(), each.live.id()));
        });
        BigDecimal size = listing.toContracts(holding.quantity().abs());
        Placed unused = enter(
                new OrderForm(
                        listing,
                        mode,
                        side,
                        posSide,
                        "market",
                        size,
                        null,
                        clientId,
                        tag,
                        !hedge(),
                        "cancel_maker",
                        hedge()),
                "",
                "",
                "",
                List.of());
        return Rows.of("instId", listing.instId(), "posSide", posSide, "clOrdId", clientId, "tag", tag);
    }

    /** Hides the newest orders from queries for a while. */
    void hide(int olderOnes, Instant until) {
        orders.subList(olderOnes, orders.size()).forEach(order -> order.seenFrom = until);
    }

    private boolean seen(Placed order) {
        boolean forgotten = order.state().equals("canceled")
                && order.live.filled().signum() == 0
                && !order.live.updated().plus(SHOWN).isAfter(clock.instant());
        return !order.seenFrom.isAfter(clock.instant()) && !forgotten;
    }

    List<Map<String, Object>> query(Call call) {
        Listing listing = MarketDesk.listing(call.require("instId"));
        String id = call.query().getOrDefault("ordId", "");
        String clientId = call.query().getOrDefault("clOrdId", "");
        if (id.isEmpty() && clientId.isEmpty()) {
            throw Refusal.of("51003", "Either client order ID or order ID is required.");
        }
        return find(id, clientId)
                .filter(each -> each.form.listing().equals(listing) && seen(each))
                .map(each -> List.of(row(each)))
                .orElseThrow(() -> Refusal.of("51603", "Order does not exist."));
    }

    Map<String, Object> row(Placed order) {
        return order.row(fills(order));
    }

    List<Fill> fills(Placed order) {
        return engine.fills().stream()
                .filter(fill -> fill.orderId().equals(order.live.id()))
                .toList();
    }

    List<Map<String, Object>> pending(Call call) {
        return list(call, orders.stream().filter(each -> each.live.isOpen()).toList());
    }

    List<Map<String, Object>> history(Call call) {
        String unused = call.require("instType");
        return list(call, orders.stream().filter(each -> !each.live.isOpen()).toList());
    }

    List<Map<String, Object>> archive(Call call) {
        String unused = call.require("instType");
        return list(
                call,
                orders.stream()
                        .filter(each ->
                                !each.live.isOpen() && each.live.filled().signum() > 0)
                        .toList());
    }

    private List<Map<String, Object>> list(Call call, List<Placed> all) {
        Map<String, String> query = call.query();
        List<Placed> wanted = all.stream()
                .filter(this::seen)
                .filter(each -> Rows.wanted(query, "instType", "SWAP"))
                .filter(each -> Rows.wanted(query, "instId", each.form.listing().instId()))
                .filter(each ->
                        Rows.wanted(query, "instFamily", each.form.listing().family()))
                .filter(each -> Rows.wanted(query, "ordType", each.form.ordType()))
                .filter(each -> Rows.wanted(query, "state", each.state()))
                .filter(each -> Rows.within(query, each.live.created()))
                .toList();
        return Rows.page(wanted, query, 100, Placed::id).stream().map(this::row).toList();
    }

    List<Map<String, Object>> fills(Call call) {
        Map<String, String> query = call.query();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Fill fill : engine.fills()) {
            Placed order = find(fill.orderId(), "").orElseThrow();
            String instId = order.form.listing().instId();
            if (Rows.wanted(query, "instType", "SWAP")
                    && Rows.wanted(query, "instId", instId)
                    && Rows.wanted(query, "ordId", fill.orderId())
                    && Rows.within(query, fill.time())) {
                rows.add(fillRow(order, fill));
            }
        }
        return Rows.page(rows, query, 100, row -> Long.parseLong((String) row.get("billId")));
    }

    private static Map<String, Object> fillRow(Placed order, Fill fill) {
        Map<String, Object> row = Rows.of(
                "instType", "SWAP",
                "instId", order.form.listing().instId(),
                "tradeId", Placed.tradeId(fill),
                "ordId", fill.orderId(),
                "clOrdId", order.form.clientId(),
                "billId", Placed.billId(fill),
                "subType", subType(order.form),
                "tag", order.form.tag(),
                "fillPx", fill.price(),
                "fillSz", order.contracts(fill.quantity()),
                "fillIdxPx", fill.price(),
                "fillMarkPx", fill.price(),
                "fillPnl", fill.realizedPnl().orElse(BigDecimal.ZERO),
                "side", order.form.side() == Side.BUY ? "buy" : "sell",
                "posSide", order.form.posSide(),
                "execType", execType(fill),
                "feeCcy", "USDT",
                "fee", fill.fee().negate(),
                "ts", fill.time(),
                "fillTime", fill.time());
        return Rows.empty(row, """
                feeRate fillFwdPx fillMarkVol fillPxUsd fillPxVol tradeQuoteCcy""");
    }

    static String execType(Fill fill) {
        return fill.liquidity() == Liquidity.MAKER ? "M" : "T";
    }

    static String subType(OrderForm form) {
        boolean buy = form.side() == Side.BUY;
        if (!form.hedge()) {
            return buy ? "1" : "2";
        }
        boolean opens = !form.closes();
        return form.posSide().equals("long") ? opens ? "3" : "5" : opens ? "4" : "6";
    }

    Placed order(String id) {
        return find(id, "").orElseThrow();
    }
}
