package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names one order: by the venue's id, by the client's id, or by both. Where both are known the venue's id wins. Immutable.
 *
 * @since 0.1
 */
public final class OrderRef {

    private final Symbol symbol;
    private final @Nullable String orderId;
    private final @Nullable String clientOrderId;
    private final boolean conditional;

    private OrderRef(Symbol symbol, @Nullable String orderId, @Nullable String clientOrderId, boolean conditional) {
        if (orderId == null && clientOrderId == null) {
            throw NotSentException.invalid(
                    "an order reference of " + symbol + " needs an order id or a client order id");
        }
        if ((orderId != null && orderId.isBlank()) || (clientOrderId != null && clientOrderId.isBlank())) {
            throw NotSentException.invalid("an order reference of " + symbol + " has a blank id");
        }
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.orderId = orderId;
        this.clientOrderId = clientOrderId;
        this.conditional = conditional;
    }

    /**
     * By the venue's id.
     *
     * @param symbol the instrument
     * @param orderId the venue's id
     * @return the reference
     */
    public static OrderRef ofOrderId(Symbol symbol, String orderId) {
        return new OrderRef(symbol, orderId, null, false);
    }

    /**
     * By the client's id.
     *
     * @param symbol the instrument
     * @param clientOrderId the id that the order was sent with
     * @return the reference
     */
    public static OrderRef ofClientOrderId(Symbol symbol, String clientOrderId) {
        return new OrderRef(symbol, null, clientOrderId, false);
    }

    /**
     * The same order with its client id.
     *
     * @param id the client's id; null leaves the reference as it is
     * @return the reference
     */
    public OrderRef withClientOrderId(@Nullable String id) {
        return id == null ? this : new OrderRef(symbol, orderId, id, conditional);
    }

    /**
     * The same order with the venue's id.
     *
     * @param id the venue's id
     * @return the reference
     */
    public OrderRef withOrderId(String id) {
        return new OrderRef(symbol, id, clientOrderId, conditional);
    }

    /**
     * The same order, with the book it stands in. Some venues keep conditional orders apart from the others.
     *
     * @param inConditionalBook whether it waits for a trigger
     * @return the reference
     */
    public OrderRef withConditional(boolean inConditionalBook) {
        return new OrderRef(symbol, orderId, clientOrderId, inConditionalBook);
    }

    /**
     * The instrument.
     *
     * @return its symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The venue's id.
     *
     * @return the id; empty where only the client's is known
     */
    public Optional<String> orderId() {
        return Optional.ofNullable(orderId);
    }

    /**
     * The client's id.
     *
     * @return the id; empty where only the venue's is known
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }

    /**
     * Whether the order waits for a trigger, in the book that some venues keep for such orders.
     *
     * @return true for a conditional order
     */
    public boolean conditional() {
        return conditional;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderRef ref
                && symbol.equals(ref.symbol)
                && Objects.equals(orderId, ref.orderId)
                && Objects.equals(clientOrderId, ref.clientOrderId)
                && conditional == ref.conditional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, orderId, clientOrderId, conditional);
    }

    @Override
    public String toString() {
        return symbol
                + (orderId == null ? "" : " id=" + orderId)
                + (clientOrderId == null ? "" : " clientId=" + clientOrderId)
                + (conditional ? " (conditional)" : "");
    }
}
