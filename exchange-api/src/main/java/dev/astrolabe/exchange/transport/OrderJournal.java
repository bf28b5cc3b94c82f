package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a listener knows of the account's orders and fills. The venue does not promise the order of its events, and what is read
 * again after a gap overlaps with them: so an order never goes back, and a fill is told once. Holds every open order, and the
 * newest of those that ended. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class OrderJournal {

    private static final int ENDED = 1_000;
    private static final int FILLS = 20_000;

    private record Key(Symbol symbol, String id) {
        static Key of(Order order) {
            return new Key(order.symbol(), order.orderId());
        }
    }

    /** How far an order was when it was told. */
    private record Progress(Instant time, BigDecimal filled, OrderStatus status, String type) {

        static Progress of(Order order) {
            return new Progress(
                    order.updatedAt().orElse(Instant.MIN), order.filledQuantity(), order.status(), order.rawType());
        }

        boolean isAheadOf(Progress told) {
            if (status.isTerminal()) {
                return true;
            }
            int more = filled.compareTo(told.filled);
            if (more != 0) {
                return more > 0;
            }
            int later = time.compareTo(told.time);
            return later != 0 ? later > 0 : status != told.status || !type.equals(told.type);
        }
    }

    private final Map<Key, @Nullable Progress> open = new HashMap<>();
    private final Recent<Key> ended = new Recent<>(ENDED);
    private final Recent<String> fills = new Recent<>(FILLS);

    /** A journal without orders. */
    public OrderJournal() {}

    /**
     * Notes orders that are open, without them being told.
     *
     * @param openOrders the orders
     */
    public void begin(Collection<Order> openOrders) {
        openOrders.forEach(order -> open.putIfAbsent(Key.of(order), null));
    }

    /**
     * Whether the order is to be told: it is then taken for told.
     *
     * @param order the order as an event or a reading shows it
     * @return false where as much or more of it was told
     */
    public boolean advances(Order order) {
        Key key = Key.of(order);
        Progress told = open.get(key);
        Progress now = Progress.of(order);
        if (ended.contains(key) || (told != null && !now.isAheadOf(told))) {
            return false;
        }
        if (now.status().isTerminal()) {
            open.remove(key);
            ended.add(key);
        } else {
            open.put(key, now);
        }
        return true;
    }

    /**
     * Whether the fill is to be told: it is then taken for told. Ids are those of an instrument.
     *
     * @param fill the execution
     * @return false where it was told
     */
    public boolean isNew(Fill fill) {
        return fills.add(fill.venueSymbol() + "/" + fill.tradeId());
    }

    /**
     * Orders that were open when they were last heard of, and are not among these.
     *
     * @param openOrders the orders that are open now
     * @return the references of the others
     */
    public List<OrderRef> missingFrom(Collection<Order> openOrders) {
        Set<Key> present = openOrders.stream().map(Key::of).collect(Collectors.toSet());
        return open.keySet().stream()
                .filter(key -> !present.contains(key))
                .map(key -> OrderRef.ofOrderId(key.symbol(), key.id()))
                .toList();
    }

    /**
     * Drops an order of which nothing will be heard any more.
     *
     * @param ref the order, by the venue's id
     */
    public void forget(OrderRef ref) {
        ref.orderId().ifPresent(id -> open.remove(new Key(ref.symbol(), id)));
    }

    /**
     * The instruments with orders that were open when they were last heard of.
     *
     * @return the symbols, each once
     */
    public Stream<Symbol> symbols() {
        return open.keySet().stream().map(Key::symbol).distinct();
    }
}
