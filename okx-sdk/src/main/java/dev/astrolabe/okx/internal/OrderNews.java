package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.OrderJournal;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What of pushes and readings is news of orders and executions. The venue tells some twice: of an execution the first holds, of an
 * end the first, and of a change the first (docs: OKX v5, "Order channel"). Not safe for use by several threads.
 */
final class OrderNews {

    private static final int REMEMBERED = 5_000;
    // Over REST an execution of a liquidation has a negative number, in a push it has none.
    private static final String FORCED = "-";

    private final OrderJournal journal = new OrderJournal();
    private final Remembered<String, Order> conditional = new Remembered<>(REMEMBERED);
    private final Remembered<String, Boolean> changes = new Remembered<>(REMEMBERED);

    /** Notes how things stand, without them being told. */
    void begin(Collection<Order> open) {
        open.forEach(this::remember);
        journal.begin(open);
    }

    private void remember(Order order) {
        if (order.type().isConditional()) {
            conditional.put(order.orderId(), order);
        }
    }

    /** A push of the orders channel. */
    void tell(OkxOrder row, Instrument instrument, Instant pushed, Consumer<? super UserEvent> out) {
        Order order = shown(row, instrument);
        Optional<Fill> fill = OrderMapper.fill(row, instrument);
        boolean isNewFill = fill.filter(this::isNew).isPresent();
        boolean repeats = (fill.isPresent() && !isNewFill) || isRepeatedChange(row);
        if ((!repeats || order.status().isTerminal()) && journal.advances(order)) {
            out.accept(new UserEvent.OrderChanged(order, order.updatedAt().orElse(pushed)));
        }
        if (isNewFill) {
            fill.ifPresent(each -> out.accept(new UserEvent.Filled(each, each.time())));
        }
    }

    private boolean isRepeatedChange(OkxOrder row) {
        return row.changeRequestId()
                .filter(id -> row.changeResult().isPresent() && !changes.add(row.orderId() + "/" + id, true))
                .isPresent();
    }

    /** One that came of a trigger, as the order that waited for it. */
    Order shown(OkxOrder row, Instrument instrument) {
        Order order = OrderMapper.order(row, instrument);
        if (!OrderWords.isFired(row)) {
            return order;
        }
        return conditional
                .get(order.orderId())
                .map(algo -> OrderMapper.fired(algo, order))
                .orElse(order);
    }

    /** Whether an order that came of a trigger can be shown as what it waited as. */
    boolean isKnown(OkxOrder fired) {
        return fired.algoId().flatMap(conditional::get).isPresent();
    }

    /** A push of a channel of algo orders. */
    void tell(OkxAlgoOrder row, Instrument instrument, Instant pushed, Consumer<? super UserEvent> out) {
        Order order = OrderMapper.order(row, instrument);
        remember(order);
        tellNew(order, pushed, out);
    }

    void tellNew(Order order, Instant otherwise, Consumer<? super UserEvent> out) {
        if (journal.advances(order)) {
            out.accept(new UserEvent.OrderChanged(order, timeOf(order, otherwise)));
        }
    }

    /** An open order, told whether it is news or not. */
    void tellOpen(Order order, Instant otherwise, Consumer<? super UserEvent> out) {
        remember(order);
        journal.advances(order);
        out.accept(new UserEvent.OrderChanged(order, timeOf(order, otherwise)));
    }

    private static Instant timeOf(Order order, Instant otherwise) {
        return order.updatedAt().or(order::createdAt).orElse(otherwise);
    }

    boolean isNew(Fill fill) {
        Fill named = fill.tradeId().startsWith(FORCED)
                ? fill.toBuilder()
                        .tradeId("0:" + fill.orderId() + ":" + fill.time().toEpochMilli())
                        .build()
                : fill;
        return journal.isNew(named);
    }

    /** Orders that were open when they were last heard of, and are not among these. */
    List<OrderRef> missingFrom(Collection<Order> open) {
        return journal.missingFrom(open).stream()
                .map(ref -> ref.withConditional(
                        ref.orderId().flatMap(conditional::get).isPresent()))
                .toList();
    }

    void forget(OrderRef ref) {
        journal.forget(ref);
    }
}
