package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.HistoryPlace;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders of the past in ascending order, out of five lists that OKX gives newest first: open orders, those of seven days, the archive
 * of three months, open algos and past ones. Each page reads a week at most, wholly, since what is oldest comes last.
 */
final class OrderHistory {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<String> ENDED = List.of("effective", "canceled", "order_failed");

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OrderReads reads;

    OrderHistory(OkxContext context, OkxInstruments instruments, OrderReads reads) {
        this.context = context;
        this.instruments = instruments;
        this.reads = reads;
    }

    Page<Order> read(HistoryQuery query, Instrument instrument) {
        Instant now = context.clock().instant();
        HistoryPlace place = query.cursor().map(HistoryPlace::parse).orElseGet(() -> {
            Instant end = query.to().orElse(now);
            Instant start = query.from().orElse(end.minus(WEEK));
            return new HistoryPlace(start.toEpochMilli(), end.toEpochMilli(), Set.of());
        });
        long end = Math.min(place.end(), place.start() + WEEK.toMillis());
        List<Order> orders = between(instrument, place.start(), end, now).stream()
                .filter(order -> !place.isGiven(millis(order), order.orderId()))
                .toList();
        int wanted = query.limit().orElse(Integer.MAX_VALUE);
        if (orders.size() > wanted) {
            List<Order> items = List.copyOf(orders.subList(0, wanted));
            return Page.of(
                    items,
                    place.behind(items, OrderHistory::millis, Order::orderId).text());
        }
        return end < place.end()
                ? Page.of(orders, new HistoryPlace(end + 1, place.end(), Set.of()).text())
                : Page.last(orders);
    }

    private static long millis(Order order) {
        return OrderReads.createdAt(order).toEpochMilli();
    }

    private List<Order> between(Instrument instrument, long start, long end, Instant now) {
        Map<String, OkxAlgoOrder> algos = algos(instrument, start);
        Map<String, OkxOrder> rows = rows(instrument, start, end, now);
        Map<String, Order> found = new LinkedHashMap<>();
        Map<String, OkxOrder> fired = new LinkedHashMap<>();
        for (OkxOrder row : rows.values()) {
            if (OrderWords.isFired(row)) {
                fired.put(row.algoId().orElseThrow(), row);
            } else {
                found.put(row.orderId(), OrderMapper.order(row, instrument));
            }
        }
        for (OkxAlgoOrder algo : algos.values()) {
            OkxOrder later = fired.remove(algo.algoId());
            found.put(
                    algo.algoId(),
                    later == null ? reads.shown(algo, instrument) : OrderMapper.fired(algo, later, instrument));
        }
        fired.forEach((algoId, row) -> found.put(algoId, reads.shown(row, instrument)));
        List<Order> orders = new ArrayList<>(found.values());
        orders.removeIf(order -> millis(order) < start || millis(order) > end);
        orders.sort(Comparator.comparing(OrderReads::createdAt).thenComparing(Order::orderId));
        return orders;
    }

    /** Open ones first: one that ends meanwhile is in the history too, and that is told. */
    private Map<String, OkxOrder> rows(Instrument instrument, long start, long end, Instant now) {
        OkxQuery named = OkxQuery.of(instrument.venueSymbol());
        List<OkxOrder> rows = new ArrayList<>(reads.pendingOrders(named));
        OkxQuery past = named.instType(instruments.row(instrument).instType())
                .begin(Instant.ofEpochMilli(start))
                .end(Instant.ofEpochMilli(end));
        if (start < now.minus(WEEK).toEpochMilli()) {
            rows.addAll(all(TradeOperations.ARCHIVE, past));
        }
        if (end >= now.minus(WEEK).toEpochMilli()) {
            rows.addAll(all(TradeOperations.HISTORY, past));
        }
        Map<String, OkxOrder> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.orderId(), row));
        return byId;
    }

    private List<OkxOrder> all(Operation<List<OkxOrder>> operation, OkxQuery query) {
        return OkxQuery.stream(query, each -> context.page(operation, each)).toList();
    }

    private Map<String, OkxAlgoOrder> algos(Instrument instrument, long start) {
        OkxQuery named = OkxQuery.of(instrument.venueSymbol());
        Map<String, OkxAlgoOrder> byId = new LinkedHashMap<>();
        reads.pendingAlgos(named).forEach(row -> byId.put(row.algoId(), row));
        for (String types : OrderReads.WAITING_TYPES) {
            for (String state : ENDED) {
                since(named.with("ordType", types).with("state", state), start)
                        .forEach(row -> byId.put(row.algoId(), row));
            }
        }
        byId.values().removeIf(row -> created(row) < start);
        return byId;
    }

    private static long created(OkxAlgoOrder row) {
        return row.createdAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    /** The list takes no times: it is read back to the first that is older. */
    private List<OkxAlgoOrder> since(OkxQuery query, long start) {
        List<OkxAlgoOrder> rows = new ArrayList<>();
        Optional<OkxQuery> next = Optional.of(query);
        while (next.isPresent()) {
            OkxQuery asked = next.get();
            Page<OkxAlgoOrder> page = context.page(AlgoOperations.HISTORY, asked);
            rows.addAll(page.items());
            boolean older = page.items().stream().anyMatch(row -> created(row) < start);
            next = older ? Optional.empty() : page.next().map(asked::after);
        }
        return rows;
    }
}
