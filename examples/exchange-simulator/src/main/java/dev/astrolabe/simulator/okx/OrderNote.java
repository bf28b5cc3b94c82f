package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One ordinary order: the engine's view of it, and what the engine does not know. */
final class OrderNote {

    private final String id;
    private final OrderTerms terms;
    private final String leverage;
    private List<Params> attached;
    private Order order;
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal pnl = BigDecimal.ZERO;
    private @Nullable Fill lastFill;
    private String cancelSource = "";
    private String requestId = "";
    private boolean armed;
    private boolean amending;

    OrderNote(String id, OrderTerms terms, String leverage, Order order) {
        this.id = id;
        this.terms = terms;
        this.leverage = leverage;
        this.order = order;
        this.attached = terms.attached();
    }

    String id() {
        return id;
    }

    OrderTerms terms() {
        return terms;
    }

    /** As it was when the order came. */
    String leverage() {
        return leverage;
    }

    Order order() {
        return order;
    }

    /** What is to be placed once it is filled. */
    List<Params> attached() {
        return attached;
    }

    void attach(List<Params> exits) {
        attached = List.copyOf(exits);
    }

    boolean isOpen() {
        return !order.status().isTerminal();
    }

    void show(Order now) {
        order = now;
    }

    void filled(Order now, Fill fill) {
        order = now;
        lastFill = fill;
        fee = fee.subtract(fill.fee());
        pnl = pnl.add(fill.realizedPnl().orElse(BigDecimal.ZERO));
    }

    /** Negative where it was paid. */
    BigDecimal fee() {
        return fee;
    }

    BigDecimal pnl() {
        return pnl;
    }

    Optional<Fill> lastFill() {
        return Optional.ofNullable(lastFill);
    }

    String cancelSource() {
        return cancelSource;
    }

    void setCancelSource(String source) {
        cancelSource = source;
    }

    String requestId() {
        return requestId;
    }

    /** Whether it is being amended right now. */
    boolean isAmending() {
        return amending;
    }

    void amend(String newRequestId) {
        requestId = newRequestId;
        amending = true;
    }

    void amended() {
        requestId = "";
        amending = false;
    }

    /** Whether what is attached may be placed now; true once. */
    boolean arms() {
        boolean due = !armed
                && !attached.isEmpty()
                && order.status().isTerminal()
                && order.filledQuantity().signum() > 0;
        armed = armed || due;
        return due;
    }

    String state() {
        return switch (order.status()) {
            case NEW, UNKNOWN -> "live";
            case PARTIALLY_FILLED -> "partially_filled";
            case FILLED -> "filled";
            case CANCELED, REJECTED, EXPIRED -> "canceled";
        };
    }

    /** What ended an order that the engine let expire (docs: OKX v5, cancelSource). */
    String reasonOfExpiry() {
        if (order.status() != OrderStatus.EXPIRED) {
            return "0";
        }
        return switch (terms.ordType()) {
            case "fok" -> "13";
            case "ioc", "optimal_limit_ioc", "market" -> "14";
            case "post_only", "rpi" -> "31";
            default -> "22";
        };
    }
}
