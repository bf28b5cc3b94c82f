package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.EngineRules;
import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The calls of a small OKX, by verb and path, and what each answers. Guarded by the stand-in. */
final class Desks {

    /** What is answered. */
    record Answer(String code, String message, List<?> data) {
        static Answer of(List<?> data) {
            return new Answer("0", "", data);
        }
    }

    /** What is done with an item of a batch instead of just executing it. */
    interface Around {
        Map<String, Object> apply(int index, Supplier<Map<String, Object>> work);
    }

    private static final int MAX_BATCH = 20;
    private static final int MAX_ALGO_BATCH = 10;

    final PriceBoard board = Listing.board();
    final Engine engine;
    final MarketDesk market;
    final OrderDesk orders;
    final AlgoDesk algos;
    final AccountDesk account;
    private final BillDesk bills;
    private final SettingsDesk settings;

    Desks(Clock clock) {
        AtomicLong last = new AtomicLong(2_651_000_000_000_000_000L);
        Supplier<String> ids = () -> Long.toString(last.incrementAndGet());
        EngineRules rules = new EngineRules(new BigDecimal("0.0002"), new BigDecimal("0.0004"), false, ids);
        engine = new Engine(board, clock, rules, event -> {});
        market = new MarketDesk(board, clock);
        orders = new OrderDesk(engine, clock, ids);
        algos = new AlgoDesk(orders, engine, market, clock, ids);
        bills = new BillDesk(engine, orders);
        settings = new SettingsDesk(engine, orders, algos, clock);
        account = new AccountDesk(engine, orders, market, clock, ids);
    }

    void move(Listing listing, BigDecimal price) {
        board.set(listing.symbol(), price);
        market.moved(listing);
        engine.priceMoved(listing.symbol());
        algos.attachFilled();
        algos.priceMoved(listing);
        algos.attachFilled();
    }

    /** A reading call, or one that changes something else than an order. */
    Answer call(Call call, Around around) {
        JsonNode body = call.body();
        Answer answer = switch (call.name()) {
            case "GET account/instruments" -> Answer.of(market.instruments(call));
            case "GET account/config" -> Answer.of(account.config());
            case "GET account/balance" -> Answer.of(List.of(account.balance()));
            case "GET account/positions" -> Answer.of(account.positions(call.query()));
            case "GET account/leverage-info" -> Answer.of(settings.leverages(call));
            case "GET account/trade-fee" -> Answer.of(settings.fees(call));
            case "GET account/bills", "GET account/bills-archive" -> Answer.of(bills.bills(call));
            case "POST account/set-leverage" -> Answer.of(settings.setLeverage(body));
            case "POST account/set-position-mode" -> Answer.of(settings.setPositionMode(body));
            case "POST account/position/margin-balance" -> Answer.of(settings.adjustMargin(body));
            case "GET trade/order" -> Answer.of(orders.query(call));
            case "GET trade/orders-pending" -> Answer.of(orders.pending(call));
            case "GET trade/orders-history" -> Answer.of(orders.history(call));
            case "GET trade/orders-history-archive" -> Answer.of(orders.archive(call));
            case "GET trade/fills" -> Answer.of(orders.fills(call));
            case "GET trade/fills-history" -> {
                String unused = call.require("instType");
                yield Answer.of(orders.fills(call));
            }
            case "GET trade/order-algo" -> Answer.of(algos.query(call));
            case "GET trade/orders-algo-pending" -> Answer.of(algos.pending(call));
            case "GET trade/orders-algo-history" -> Answer.of(algos.history(call));
            default -> trade(call, around);
        };
        algos.attachFilled();
        return answer;
    }

    private Answer trade(Call call, Around around) {
        return switch (call.name()) {
            case "POST trade/order", "WS order", "POST trade/batch-orders", "WS batch-orders" ->
                items(call, MAX_BATCH, orders::place, orders::refused, around);
            case "POST trade/cancel-order",
                    "WS cancel-order",
                    "POST trade/cancel-batch-orders",
                    "WS batch-cancel-orders" -> items(call, MAX_BATCH, orders::cancel, orders::refused, around);
            case "POST trade/amend-order", "WS amend-order", "POST trade/amend-batch-orders", "WS batch-amend-orders" ->
                items(call, MAX_BATCH, orders::amend, orders::refused, around);
            case "POST trade/close-position" -> close(call);
            case "POST trade/order-algo" -> items(call, 1, algos::place, algos::refused, around);
            case "POST trade/amend-algos" -> items(call, 1, algos::amend, algos::refused, around);
            case "POST trade/cancel-algos" -> items(call, MAX_ALGO_BATCH, algos::cancel, algos::refused, around);
            default -> throw Refusal.of(404, "50115", "no such call: " + call.name());
        };
    }

    /** Closing is refused as a whole. */
    private Answer close(Call call) {
        Listing listing = MarketDesk.listing(OrderForm.text(call.body(), "instId"));
        return Answer.of(List.of(orders.close(call.body(), listing)));
    }

    /** Each item stands alone; the code tells whether all, none or some of them were taken. */
    private static Answer items(
            Call call,
            int most,
            BiFunction<JsonNode, Listing, Map<String, Object>> work,
            BiFunction<JsonNode, Refusal, Map<String, Object>> refused,
            Around around) {
        List<JsonNode> items = call.items();
        boolean several = call.name().contains("batch") || call.name().endsWith("cancel-algos");
        if (items.isEmpty()
                || (call.name().startsWith("POST") && several != call.body().isArray())) {
            throw Refusal.of(400, "50002", "JSON syntax error");
        }
        if (items.size() > most) {
            throw Refusal.of("51111", "The number of orders in a batch exceeds the maximum.");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        int failed = 0;
        for (JsonNode item : items) {
            try {
                rows.add(around.apply(rows.size(), () -> work.apply(item, listing(call, item))));
            } catch (Refusal refusal) {
                failed++;
                rows.add(refused.apply(item, refusal));
            }
        }
        return failed == 0
                ? Answer.of(rows)
                : failed == rows.size()
                        ? new Answer("1", "All operations failed", rows)
                        : new Answer("2", "Bulk operation partially succeeded.", rows);
    }

    /** Over a socket, an instrument goes by its number, and its name is ignored. */
    private static Listing listing(Call call, JsonNode item) {
        if (call.name().startsWith("WS ")) {
            return Listing.ofCode(item.path("instIdCode").asLong())
                    .filter(any -> item.path("instIdCode").isIntegralNumber())
                    .orElseThrow(() -> Refusal.item("51001", "Instrument ID code doesn't exist."));
        }
        return Listing.find(OrderForm.text(item, "instId"))
                .orElseThrow(() -> Refusal.item("51001", "Instrument ID doesn't exist."));
    }
}
