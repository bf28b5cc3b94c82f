package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.Holding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The orders of a small OKX that wait for a price: one that fires places a plain order and points to it. */
final class AlgoDesk {

    private static final Set<String> TYPES =
            Set.of("conditional", "oco", "trigger", "move_order_stop", "chase", "twap", "iceberg", "smart_iceberg");
    private static final String MARKET = "-1";

    private final OrderDesk orders;
    private final Engine engine;
    private final MarketDesk market;
    private final Clock clock;
    private final Supplier<String> ids;
    private final List<Algo> algos = new ArrayList<>();

    AlgoDesk(OrderDesk orders, Engine engine, MarketDesk market, Clock clock, Supplier<String> ids) {
        this.orders = orders;
        this.engine = engine;
        this.market = market;
        this.clock = clock;
        this.ids = ids;
    }

    List<Algo> algos() {
        return List.copyOf(algos);
    }

    Map<String, Object> place(JsonNode body, Listing listing) {
        OrderForm form = OrderForm.ofAlgo(body, orders.hedge(), listing);
        String clientId = OrderForm.word(body, "algoClOrdId", 32);
        if (!TYPES.contains(form.ordType())) {
            throw Refusal.parameter("ordType");
        }
        if (!clientId.isEmpty() && algos.stream().anyMatch(each -> each.isLive() && each.clientId.equals(clientId))) {
            throw Refusal.item("51065", "algoClOrdId already exists.");
        }
        check(body, form);
        Algo algo = enter(form, clientId, body);
        return Rows.of(
                "algoId", algo.id, "algoClOrdId", clientId, "clOrdId", "", "sCode", "0", "sMsg", "", "tag", form.tag());
    }

    private Algo enter(OrderForm form, String clientId, JsonNode body) {
        Algo algo = new Algo(
                Long.parseLong(ids.get()), clientId, form, body, market.price(form.listing()), clock.instant());
        algos.add(algo);
        return algo;
    }

    private void check(JsonNode body, OrderForm form) {
        boolean tp = body.has("tpTriggerPx");
        boolean sl = body.has("slTriggerPx");
        switch (form.ordType()) {
            case "conditional" -> require(tp != sl, "tpTriggerPx");
            case "oco" -> require(tp && sl, "tpTriggerPx");
            case "trigger" -> {
                BigDecimal unused = OrderForm.price(body, "triggerPx", form.listing());
                limit(body, "orderPx", form.listing());
            }
            case "move_order_stop" -> require(body.has("callbackRatio") != body.has("callbackSpread"), "callbackRatio");
            default -> {}
        }
        if (form.ordType().equals("conditional") || form.ordType().equals("oco")) {
            leg(body, "tp", form);
            leg(body, "sl", form);
        }
        if (form.size() == null) {
            checkWhole(body, form);
        }
    }

    private static void require(boolean holds, String parameter) {
        if (!holds) {
            throw Refusal.parameter(parameter);
        }
    }

    private static void limit(JsonNode body, String name, Listing listing) {
        if (!OrderForm.text(body, name).equals(MARKET)) {
            BigDecimal unused = OrderForm.price(body, name, listing);
        }
    }

    /** A leg must lie on its side of the last price (docs: OKX v5, codes 51277 to 51280). */
    private void leg(JsonNode body, String leg, OrderForm form) {
        if (!body.has(leg + "TriggerPx")) {
            return;
        }
        BigDecimal trigger = OrderForm.price(body, leg + "TriggerPx", form.listing());
        limit(body, leg + "OrdPx", form.listing());
        String by = OrderForm.optional(body, leg + "TriggerPxType");
        require(Set.of("", "last", "index", "mark").contains(by), leg + "TriggerPxType");
        boolean sell = form.side() == Side.SELL;
        boolean gains = leg.equals("tp");
        int distance = trigger.compareTo(market.price(form.listing()));
        if (sell == gains ? distance <= 0 : distance >= 0) {
            throw gains
                    ? Refusal.item(sell ? "51279" : "51277", "TP trigger price is on the wrong side of the last price.")
                    : Refusal.item(
                            sell ? "51280" : "51278", "SL trigger price is on the wrong side of the last price.");
        }
    }

    /** Closing it all is for legs at the market alone, and once for a position. */
    private void checkWhole(JsonNode body, OrderForm form) {
        boolean conditional =
                form.ordType().equals("conditional") || form.ordType().equals("oco");
        boolean market = List.of("tpOrdPx", "slOrdPx").stream()
                .allMatch(name -> body.path(name).asText(MARKET).equals(MARKET));
        if (!conditional || !market || !form.closes()) {
            throw Refusal.item("51327", "closeFraction is only available for TP/SL orders that close at the market.");
        }
        boolean another = algos.stream()
                .anyMatch(each -> each.isLive()
                        && each.form.size() == null
                        && each.form.listing().equals(form.listing())
                        && each.form.posSide().equals(form.posSide()));
        if (another) {
            throw Refusal.item("51088", "You can only place 1 TP/SL order to close an entire position.");
        }
    }

    Map<String, Object> cancel(JsonNode body, Listing listing) {
        String id = OrderForm.optional(body, "algoId");
        String clientId = OrderForm.optional(body, "algoClOrdId");
        Algo algo = find(id, clientId)
                .filter(each -> each.form.listing().equals(listing))
                .orElseThrow(() -> Refusal.item(
                        "51400",
                        "Order cancellation failed as the order has been filled, canceled or does not exist."));
        if (!algo.isLive()) {
            throw Refusal.item(
                    algo.state.equals("canceled") ? "51400" : "51416",
                    "Order has been triggered and can't be canceled.");
        }
        algo.end("canceled", clock.instant());
        return Rows.of(
                "algoId", algo.id, "algoClOrdId", algo.clientId, "clOrdId", "", "sCode", "0", "sMsg", "", "tag", "");
    }

    Map<String, Object> refused(JsonNode body, Refusal refusal) {
        return Rows.of(
                "algoId", body.path("algoId").asText(""),
                "algoClOrdId", body.path("algoClOrdId").asText(""),
                "clOrdId", "",
                "sCode", refusal.code,
                "sMsg", refusal.getMessage(),
                "tag", body.path("tag").asText(""));
    }

    private Optional<Algo> find(String id, String clientId) {
        return algos.stream()
                .filter(each -> !id.isEmpty() ? Long.toString(each.id).equals(id) : each.clientId.equals(clientId))
                .filter(each -> !id.isEmpty() || !clientId.isEmpty())
                .reduce((first, second) -> second);
    }

    Map<String, Object> amend(JsonNode body, Listing listing) {
        Algo algo = find(OrderForm.optional(body, "algoId"), OrderForm.optional(body, "algoClOrdId"))
                .filter(each -> each.isLive() && each.form.listing().equals(listing))
                .orElseThrow(() -> Refusal.item("51503", "Your order has already been filled or canceled."));
        for (String name : List.of("TpTriggerPx", "TpOrdPx", "SlTriggerPx", "SlOrdPx", "TriggerPx")) {
            if (body.has("new" + name)) {
                String old = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                algo.asked.put(old, OrderForm.text(body, "new" + name));
            }
        }
        algo.updated = clock.instant();
        return Rows.of(
                "algoId",
                algo.id,
                "algoClOrdId",
                algo.clientId,
                "reqId",
                OrderForm.optional(body, "reqId"),
                "sCode",
                "0",
                "sMsg",
                "");
    }

    /** A price has moved: what it reaches fires. */
    void priceMoved(Listing listing) {
        BigDecimal price = market.price(listing);
        for (Algo algo : List.copyOf(algos)) {
            if (algo.isLive() && algo.form.listing().equals(listing)) {
                algo.firedBy(price).ifPresent(shot -> fire(algo, shot, price));
            }
        }
    }

    private void fire(Algo algo, Algo.Shot shot, BigDecimal price) {
        BigDecimal size = algo.form.size();
        if (size == null) {
            Holding holding =
                    engine.purse().holding(algo.form.listing().symbol(), algo.form.slot(), algo.form.marginMode());
            size = algo.form.listing().toContracts(holding.quantity().abs());
        }
        try {
            OrderForm form = algo.form.as(shot.price() == null ? "market" : "limit", size, shot.price());
            Placed placed = orders.enter(form, shot.source(), Long.toString(algo.id), algo.clientId, List.of());
            algo.fired(shot, placed.live.id(), price, clock.instant());
        } catch (Refusal refusal) {
            algo.failed(refusal.code, clock.instant());
        }
    }

    /** Orders that were filled bring their exits to life; those that ended unfilled never do. */
    void attachFilled() {
        for (Placed order : orders.orders()) {
            if (order.attachedLive || order.live.filled().signum() == 0) {
                continue;
            }
            order.attachedLive = true;
            for (int i = 0; i < order.attached.size(); i++) {
                attach(order, order.attached.get(i));
            }
        }
    }

    private void attach(Placed order, JsonNode exit) {
        boolean both = exit.has("tpTriggerPx") && exit.has("slTriggerPx");
        String type = exit.has("callbackRatio") || exit.has("callbackSpread")
                ? "move_order_stop"
                : both ? "oco" : "conditional";
        OrderForm form = new OrderForm(
                order.form.listing(),
                order.form.tdMode(),
                order.form.side().opposite(),
                order.form.posSide(),
                type,
                order.contracts(order.live.filled()),
                null,
                "",
                order.form.tag(),
                !order.form.hedge(),
                "cancel_maker",
                order.form.hedge());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        exit.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        Algo unused = enter(form, exit.path("attachAlgoClOrdId").asText(""), body);
    }

    /** Hides the newest ones from queries for a while. */
    void hide(int olderOnes, Instant until) {
        algos.subList(olderOnes, algos.size()).forEach(algo -> algo.seenFrom = until);
    }

    private boolean seen(Algo algo) {
        return !algo.seenFrom.isAfter(clock.instant());
    }

    List<Map<String, Object>> query(Call call) {
        return find(call.query().getOrDefault("algoId", ""), call.query().getOrDefault("algoClOrdId", ""))
                .filter(this::seen)
                .map(each -> List.of(row(each)))
                .orElseThrow(() -> Refusal.of("51603", "Order does not exist."));
    }

    Map<String, Object> row(Algo algo) {
        int leverage = engine.purse().leverage(algo.form.listing().symbol(), algo.form.marginMode(), algo.form.slot());
        return algo.row(market.price(algo.form.listing()), Integer.toString(leverage));
    }

    List<Map<String, Object>> pending(Call call) {
        return list(call, algos.stream().filter(Algo::isLive).toList());
    }

    List<Map<String, Object>> history(Call call) {
        if (call.param("state") == null && call.param("algoId") == null) {
            throw Refusal.of(400, "50014", "Parameter state or algoId can not be empty.");
        }
        return list(call, algos.stream().filter(each -> !each.isLive()).toList());
    }

    private List<Map<String, Object>> list(Call call, List<Algo> all) {
        String types = call.require("ordType");
        if (types.contains(",") && !types.equals("conditional,oco")) {
            throw Refusal.of("51000", "Parameter ordType error");
        }
        Map<String, String> query = call.query();
        List<Algo> wanted = all.stream()
                .filter(this::seen)
                .filter(each -> Rows.wanted(query, "ordType", each.form.ordType()))
                .filter(each -> Rows.wanted(query, "state", each.state))
                .filter(each -> Rows.wanted(query, "instType", "SWAP"))
                .filter(each -> Rows.wanted(query, "algoId", Long.toString(each.id)))
                .filter(each -> Rows.wanted(query, "instId", each.form.listing().instId()))
                .toList();
        return Rows.page(wanted, query, 100, each -> each.id).stream()
                .map(this::row)
                .toList();
    }
}
