package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order and what became of it so far. */
final class PaperOrder {

    private final String id;
    private final String clientOrderId;
    private final Holding holding;
    private final OrderRequest request;
    private final OrderType type;
    private final Instant createdAt;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal price;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal filledWorth = BigDecimal.ZERO;
    private OrderStatus status = OrderStatus.NEW;
    private Instant updatedAt;
    private boolean resting;
    private @Nullable BigDecimal trailedBest;
    private @Nullable PaperOrder attachedStop;
    private @Nullable PaperOrder attachedProfit;
    private @Nullable PaperOrder sibling;
    private String rawType;

    PaperOrder(String id, String clientOrderId, Holding holding, OrderRequest request, OrderType type, Instant now) {
        this.id = id;
        this.clientOrderId = clientOrderId;
        this.holding = holding;
        this.request = request;
        this.type = type;
        this.quantity = holding.market().contract().units(request);
        this.price = request.price().orElse(null);
        this.createdAt = now;
        this.rawType = type.name();
        this.updatedAt = now;
    }

    String id() {
        return id;
    }

    String clientOrderId() {
        return clientOrderId;
    }

    Holding holding() {
        return holding;
    }

    OrderRequest request() {
        return request;
    }

    Symbol symbol() {
        return request.symbol();
    }

    Side side() {
        return request.side();
    }

    OrderType type() {
        return type;
    }

    /** How long it may stay in the book; an order without a price never does. */
    TimeInForce timeInForce() {
        return request.timeInForce().orElse(type.hasPrice() ? TimeInForce.GTC : TimeInForce.IOC);
    }

    /** Venues trigger by the mark price unless told otherwise; so does this one. */
    TriggerBy triggerBy() {
        return request.triggerBy().orElse(TriggerBy.MARK);
    }

    @Nullable
    BigDecimal price() {
        return price;
    }

    BigDecimal filled() {
        return filled;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isOpen() {
        return !status.isTerminal();
    }

    boolean isFilled() {
        return status == OrderStatus.FILLED;
    }

    /** Whether it stands in the book, as against waiting for its trigger. */
    boolean isResting() {
        return resting;
    }

    PaperPosition position() {
        return holding.position(request.positionSide().orElse(null));
    }

    /** Whether it can never open or add to a position. */
    boolean onlyReduces() {
        PositionSide slot = request.positionSide().orElse(null);
        return request.reduceOnly() || request.closePosition() || (slot != null && slot.closing() == request.side());
    }

    /** What may still be filled; for an order that only reduces, not more than there is to reduce. */
    BigDecimal fillable() {
        BigDecimal open = quantity == null ? BigDecimal.ZERO : quantity.subtract(filled);
        return onlyReduces() ? open.min(position().reducibleBy(side())) : open;
    }

    BigDecimal remaining() {
        return quantity == null ? BigDecimal.ZERO : quantity.subtract(filled);
    }

    /** The price at which an inverse order without a fill is told in base units; null where it has none. */
    private @Nullable BigDecimal reference() {
        return price != null
                ? price
                : request.triggerPrice().or(request::activationPrice).orElse(null);
    }

    /** Sets the quantity of an order that only reduces to what there is to reduce, or lower. */
    void capToPosition() {
        BigDecimal reducible = position().reducibleBy(side());
        quantity = quantity == null ? reducible : quantity.min(filled.add(reducible));
    }

    void change(BigDecimal newQuantity, BigDecimal newPrice, Instant now) {
        quantity = newQuantity;
        price = newPrice;
        updatedAt = now;
    }

    /** Notes a fill, which was worth so much of the settle asset. */
    void fill(Execution execution, BigDecimal worth, Instant now) {
        filled = filled.add(execution.quantity());
        filledWorth = filledWorth.add(worth);
        status = remaining().signum() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        updatedAt = now;
    }

    void end(OrderStatus terminal, Instant now) {
        status = terminal;
        updatedAt = now;
    }

    void setResting(boolean nowResting) {
        resting = nowResting;
    }

    /** The best price that a trailing stop has seen since its activation; null before it. */
    @Nullable
    BigDecimal trailedBest() {
        return trailedBest;
    }

    void trail(BigDecimal best) {
        trailedBest = best;
    }

    @Nullable
    PaperOrder attachedStop() {
        return attachedStop;
    }

    @Nullable
    PaperOrder attachedProfit() {
        return attachedProfit;
    }

    /** Ties the exits to this entry and, where there are both, to each other: one done cancels the other. */
    void attach(@Nullable PaperOrder stop, @Nullable PaperOrder profit) {
        attachedStop = stop;
        attachedProfit = profit;
        if (stop != null && profit != null) {
            stop.link(profit);
        }
    }

    void setRawType(String word) {
        rawType = word;
    }

    /** Ties it to another order: one filled cancels the other. */
    void link(PaperOrder other) {
        sibling = other;
        other.sibling = this;
    }

    @Nullable
    PaperOrder sibling() {
        return sibling;
    }

    void growTo(BigDecimal newQuantity, Instant now) {
        quantity = newQuantity;
        updatedAt = now;
    }

    Order view() {
        Contract contract = holding.market().contract();
        BigDecimal average = filled.signum() == 0 ? null : contract.average(filled, filledWorth);
        BigDecimal at = average != null ? average : reference();
        BigDecimal told = quantity == null ? null : contract.told(quantity, at);
        BigDecimal toldFilled = average == null ? filled : contract.quantity(filled, average);
        return Order.builder()
                .symbol(request.symbol())
                .venueSymbol(holding.market().instrument().venueSymbol())
                .orderId(id)
                .clientOrderId(clientOrderId)
                .side(request.side())
                .positionSide(request.positionSide().orElse(null))
                .type(type)
                .rawType(rawType)
                .status(status)
                .rawStatus(status.name())
                .timeInForce(request.timeInForce().orElse(TimeInForce.GTC))
                .quantity(told)
                .filledQuantity(toldFilled)
                .contracts(quantity == null ? null : contract.contracts(quantity))
                .price(price)
                .averagePrice(average)
                .triggerPrice(request.triggerPrice().orElse(null))
                .triggerBy(type.isConditional() ? triggerBy() : null)
                .activationPrice(request.activationPrice().orElse(null))
                .callbackRate(request.callbackRate().orElse(null))
                .reduceOnly(request.reduceOnly())
                .closePosition(request.closePosition())
                .createdAt(createdAt)
                .updatedAt(updatedAt)
                .build();
    }
}
