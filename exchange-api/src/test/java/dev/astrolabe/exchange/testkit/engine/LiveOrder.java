package dev.astrolabe.exchange.testkit.engine;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the engine keeps it. Guarded by the engine.
 *
 * @since 0.1
 */
public final class LiveOrder {

    private final OrderRequest request;
    private final String id;
    private final String clientId;
    private final Instant created;
    private Instant updated;
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
        this.updated = created;
        this.quantity = request.quantity().orElse(null);
        this.price = request.price().orElse(null);
        this.extreme = mark;
    }

    /**
     * What was asked for.
     *
     * @return the request
     */
    public OrderRequest request() {
        return request;
    }

    /**
     * The venue's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The client's id.
     *
     * @return the id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * When it was placed.
     *
     * @return the time
     */
    public Instant created() {
        return created;
    }

    /**
     * When it last changed.
     *
     * @return the time
     */
    public Instant updated() {
        return updated;
    }

    /**
     * What has become of it.
     *
     * @return the status
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * How much was filled.
     *
     * @return in base units
     */
    public BigDecimal filled() {
        return filled;
    }

    /**
     * At which price it was filled.
     *
     * @return the average; empty before
     */
    public Optional<BigDecimal> averagePrice() {
        return Optional.ofNullable(averagePrice);
    }

    /**
     * The instrument.
     *
     * @return its symbol
     */
    public Symbol symbol() {
        return request.symbol();
    }

    /**
     * The side.
     *
     * @return buy or sell
     */
    public Side side() {
        return request.side();
    }

    /**
     * Whether it can still be filled.
     *
     * @return true if so
     */
    public boolean isOpen() {
        return !status.isTerminal();
    }

    boolean waits() {
        return request.type().isConditional() && !triggered;
    }

    /**
     * The limit as it is now.
     *
     * @return the price; null for a market order
     */
    public @Nullable BigDecimal price() {
        return price;
    }

    /**
     * The quantity as it is now.
     *
     * @return in base units; null where it closes the position
     */
    public @Nullable BigDecimal quantity() {
        return quantity;
    }

    boolean reducing() {
        return request.reduceOnly() || request.closePosition();
    }

    void amend(@Nullable BigDecimal newQuantity, @Nullable BigDecimal newPrice, Instant now) {
        quantity = newQuantity;
        price = newPrice;
        updated = now;
    }

    void end(OrderStatus how, Instant now) {
        status = how;
        updated = now;
    }

    void fill(BigDecimal amount, BigDecimal at, Instant now) {
        filled = amount;
        averagePrice = at;
        if (quantity != null) {
            // A reduce-only order is cut to what there is to reduce.
            quantity = amount;
        }
        end(OrderStatus.FILLED, now);
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

    Order view(Instrument instrument, Instant now) {
        return Order.builder()
                .symbol(symbol())
                .venueSymbol(instrument.venueSymbol())
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
