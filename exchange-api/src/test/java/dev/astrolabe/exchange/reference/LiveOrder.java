package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the engine keeps it. Guarded by the engine. */
final class LiveOrder {

    final OrderRequest request;
    final String id;
    final String clientId;
    final Instant created;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal price;
    private @Nullable BigDecimal averagePrice;
    private @Nullable BigDecimal extreme;
    private BigDecimal filled = BigDecimal.ZERO;
    private OrderStatus status = OrderStatus.NEW;
    private boolean triggered;

    LiveOrder(OrderRequest request, String id, String clientId, Instant created, BigDecimal mark) {
        this.request = request;
        this.id = id;
        this.clientId = clientId;
        this.created = created;
        this.quantity = request.quantity().orElse(null);
        this.price = request.price().orElse(null);
        this.extreme = mark;
    }

    Symbol symbol() {
        return request.symbol();
    }

    Side side() {
        return request.side();
    }

    boolean isOpen() {
        return !status.isTerminal();
    }

    boolean waits() {
        return request.type().isConditional() && !triggered;
    }

    @Nullable
    BigDecimal price() {
        return price;
    }

    @Nullable
    BigDecimal quantity() {
        return quantity;
    }

    boolean reducing() {
        return request.reduceOnly() || request.closePosition();
    }

    void amend(BigDecimal newQuantity, BigDecimal newPrice) {
        quantity = newQuantity;
        price = newPrice;
    }

    void end(OrderStatus how) {
        status = how;
    }

    void fill(BigDecimal amount, BigDecimal at) {
        filled = amount;
        averagePrice = at;
        status = OrderStatus.FILLED;
    }

    /** Whether the price fires this order; it then no longer waits. */
    boolean firesAt(BigDecimal mark) {
        boolean sell = side() == Side.SELL;
        if (request.type() == OrderType.TRAILING_STOP_MARKET) {
            BigDecimal best = extreme == null ? mark : sell ? extreme.max(mark) : extreme.min(mark);
            extreme = best;
            BigDecimal rate = request.callbackRate().orElseThrow();
            BigDecimal away = best.multiply(sell ? BigDecimal.ONE.subtract(rate) : BigDecimal.ONE.add(rate));
            triggered = sell ? mark.compareTo(away) <= 0 : mark.compareTo(away) >= 0;
        } else {
            boolean gains =
                    request.type() == OrderType.TAKE_PROFIT_MARKET || request.type() == OrderType.TAKE_PROFIT_LIMIT;
            int distance = mark.compareTo(request.triggerPrice().orElseThrow());
            triggered = sell == gains ? distance >= 0 : distance <= 0;
        }
        return triggered;
    }

    Order view(Instant now) {
        return Order.builder()
                .symbol(symbol())
                .venueSymbol(PriceBoard.instrument(symbol()).venueSymbol())
                .orderId(id)
                .clientOrderId(clientId)
                .side(side())
                .positionSide(request.positionSide().orElse(null))
                .type(request.type())
                .rawType(request.type().name())
                .status(status)
                .rawStatus(status.name())
                .timeInForce(request.timeInForce().orElse(TimeInForce.GTC))
                .quantity(quantity)
                .filledQuantity(filled)
                .price(price)
                .averagePrice(averagePrice)
                .triggerPrice(request.triggerPrice().orElse(null))
                .triggerBy(request.triggerBy().orElse(null))
                .activationPrice(request.activationPrice().orElse(null))
                .callbackRate(request.callbackRate().orElse(null))
                .reduceOnly(request.reduceOnly())
                .closePosition(request.closePosition())
                .createdAt(created)
                .updatedAt(now)
                .build();
    }
}
