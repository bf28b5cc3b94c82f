package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ordinary orders of one user, by their ids. */
final class OrderLedger {

    private final TreeMap<Long, OrderNote> all = new TreeMap<>();
    private final TreeMap<Long, OrderNote> open = new TreeMap<>();
    private final Map<String, OrderNote> byEngineId = new HashMap<>();
    private final Map<String, OrderNote> newestByClientId = new HashMap<>();
    private @Nullable OrderTerms expected;

    /** Says what the next order is that the engine tells of. */
    void expect(OrderTerms terms) {
        expected = terms;
    }

    void expectNothing() {
        expected = null;
    }

    Optional<OrderTerms> takeExpected() {
        Optional<OrderTerms> terms = Optional.ofNullable(expected);
        expected = null;
        return terms;
    }

    void add(OrderNote note) {
        all.put(Ids.number(note.id()), note);
        byEngineId.put(note.order().orderId(), note);
        if (!note.terms().clientId().isEmpty()) {
            newestByClientId.put(note.terms().clientId(), note);
        }
        file(note);
    }

    /** Takes over what the engine says now. */
    void file(OrderNote note) {
        long number = Ids.number(note.id());
        if (note.isOpen()) {
            open.put(number, note);
        } else {
            open.remove(number);
        }
    }

    Optional<OrderNote> ofEngine(Order order) {
        return Optional.ofNullable(byEngineId.get(order.orderId()));
    }

    Optional<OrderNote> ofEngineId(String engineId) {
        return Optional.ofNullable(byEngineId.get(engineId));
    }

    /** The order that ordId or else clOrdId name, in the instrument that is meant. */
    Optional<OrderNote> find(OkxInstrument instrument, Params params) {
        Optional<String> id = params.text("ordId");
        if (id.isEmpty() && !params.has("clOrdId")) {
            throw Code.NO_ORDER_ID.refused();
        }
        OrderNote note =
                id.isPresent() ? all.get(Ids.number(id.get())) : newestByClientId.get(params.textOr("clOrdId", ""));
        return Optional.ofNullable(note).filter(found -> found.order().symbol().equals(instrument.symbol()));
    }

    boolean isClientIdInUse(String clientId) {
        OrderNote note = newestByClientId.get(clientId);
        return note != null && note.isOpen();
    }

    int openCount() {
        return open.size();
    }

    /** Open orders, newest first. */
    List<OrderNote> open() {
        return new ArrayList<>(open.descendingMap().values());
    }

    /** All orders, newest first. */
    List<OrderNote> all() {
        return new ArrayList<>(all.descendingMap().values());
    }
}
