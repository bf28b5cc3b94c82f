package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads orders from the two books that OKX keeps: orders, and algos that wait for a trigger. What came of a trigger is shown as the
 * algo that it was. Safe for any thread.
 */
final class OrderReads {

    /** One call takes one of these; the two with stops and profits go together (docs: OKX v5, "Get algo order list"). */
    static final List<String> WAITING_TYPES = List.of("conditional,oco", "move_order_stop", "trigger");

    // Options and event contracts have no neutral form.
    private static final Set<OkxInstType> FOREIGN = EnumSet.of(OkxInstType.OPTION, OkxInstType.EVENTS);

    private static final List<String> PENDING_TYPES =
            List.of("conditional,oco", "move_order_stop", "trigger", "chase", "twap", "smart_iceberg");
    // The venue forgets orders that ended unfilled after two hours (docs: OKX v5, "Get order history").
    static final Duration MEMORY = Duration.ofHours(2);

    private static final Pattern ID_NAMED = Pattern.compile("ordId|clOrdId|algoId|algoClOrdId");

    private final OkxContext context;
    private final OkxInstruments instruments;

    OrderReads(OkxContext context, OkxInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    Optional<Order> order(OrderRef ref) {
        if (ref.conditional()) {
            Instrument instrument = instruments.forCall(AlgoOperations.ORDER, ref.symbol());
            return algo(WireTerms.algoQuery(ref)).map(row -> mapped(() -> shown(row, instrument)));
        }
        Instrument instrument = instruments.forCall(TradeOperations.ORDER, ref.symbol());
        return orderRow(WireTerms.orderQuery(ref, instrument)).map(row -> mapped(() -> shown(row, instrument)));
    }

    /** Empty where the venue does not know it. */
    Optional<OkxOrder> orderRow(OkxQuery query) {
        return ifThere(() -> context.call(TradeOperations.ORDER, query));
    }

    /** Empty where the venue does not know it. */
    Optional<OkxAlgoOrder> algo(OkxQuery query) {
        return ifThere(() -> context.call(AlgoOperations.ORDER, query));
    }

    private static <T> Optional<T> ifThere(Supplier<List<T>> query) {
        try {
            return query.get().stream().findFirst();
        } catch (RejectedException e) {
            if (e.reason() == Reason.ORDER_NOT_FOUND || isForeignId(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** An id that OKX could never have given is a bad parameter to it. */
    private static boolean isForeignId(RejectedException refusal) {
        return refusal.venueError()
                .filter(error -> error.code().equals(OkxErrorCodes.BAD_PARAMETER))
                .filter(error -> ID_NAMED.matcher(error.message()).find())
                .isPresent();
    }

    private <T> T mapped(Supplier<T> mapping) {
        try {
            return mapping.get();
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(
                    "the answer cannot be read: " + e.getMessage(), context.unanswered(TradeOperations.ORDER), e);
        }
    }

    /** An algo, with what became of it where it has fired. */
    Order shown(OkxAlgoOrder row, Instrument instrument) {
        Order waiting = OrderMapper.order(row, instrument);
        Optional<String> laterId = laterId(row);
        if (laterId.isEmpty()) {
            return waiting;
        }
        return orderRow(OkxQuery.of(row.instId()).with("ordId", laterId.get()))
                .map(later -> OrderMapper.fired(row, later, instrument))
                .orElseGet(() -> gone(waiting, row));
    }

    /** The order that a stop, profit or trigger became; the parts of a split order are no life of it. */
    static Optional<String> laterId(OkxAlgoOrder row) {
        if (!isWaitingType(row)) {
            return Optional.empty();
        }
        return row.orderId().or(() -> row.orderIds().stream().findFirst());
    }

    static boolean isWaitingType(OkxAlgoOrder row) {
        return WAITING_TYPES.stream()
                .anyMatch(types -> List.of(types.split(",")).contains(row.orderType()));
    }

    /** Orders with an execution are kept; one that is gone was cancelled unfilled, if it had the time. */
    Order gone(Order waiting, OkxAlgoOrder row) {
        Instant firedAt = row.triggeredAt().or(row::updatedAt).orElse(Instant.EPOCH);
        return firedAt.plus(MEMORY).isBefore(context.clock().instant())
                ? waiting.toBuilder().status(OrderStatus.CANCELED).build()
                : waiting;
    }

    /** An order; one that came of a trigger as the algo that it was. */
    Order shown(OkxOrder row, Instrument instrument) {
        if (!OrderWords.isFired(row)) {
            return OrderMapper.order(row, instrument);
        }
        return algo(OkxQuery.all().with("algoId", row.algoId().orElseThrow()))
                .map(algo -> OrderMapper.fired(algo, row, instrument))
                .orElseGet(() -> OrderMapper.order(row, instrument));
    }

    /**
     * Every open order, each once, oldest first. Algos are read before orders: one that fires in between is then in both, and not
     * in none.
     *
     * @param query all, or of one instrument
     * @param instrument of a row; empty where it is to be left out
     */
    List<Order> open(OkxQuery query, Function<String, Optional<Instrument>> instrument) {
        List<OkxAlgoOrder> algos = pendingAlgos(query);
        List<OkxOrder> orders = pendingOrders(query);
        return mapped(() -> {
            Map<String, Order> found = new LinkedHashMap<>();
            for (OkxAlgoOrder row : algos) {
                instrument
                        .apply(row.instId())
                        .map(each -> OrderMapper.order(row, each))
                        .ifPresent(order -> found.put(order.orderId(), order));
            }
            for (OkxOrder row : orders) {
                instrument
                        .apply(row.instId())
                        .map(each -> shown(row, each))
                        .ifPresent(order -> found.put(order.orderId(), order));
            }
            List<Order> sorted = new ArrayList<>(found.values());
            sorted.sort(Comparator.comparing(OrderReads::createdAt));
            return List.copyOf(sorted);
        });
    }

    static Instant createdAt(Order order) {
        return order.createdAt().or(order::updatedAt).orElse(Instant.EPOCH);
    }

    List<OkxOrder> pendingOrders(OkxQuery query) {
        return OkxQuery.stream(query, each -> context.page(TradeOperations.PENDING, each))
                .filter(row -> !FOREIGN.contains(row.instType()))
                .toList();
    }

    List<OkxAlgoOrder> pendingAlgos(OkxQuery query) {
        return PENDING_TYPES.stream()
                .flatMap(types -> OkxQuery.stream(
                        query.with("ordType", types), each -> context.page(AlgoOperations.PENDING, each)))
                .filter(row -> !FOREIGN.contains(row.instType()))
                .toList();
    }
}
