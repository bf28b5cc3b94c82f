package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order by which the venue liquidates someone's position (docs: futures, "Liquidation Order Streams"). Immutable.
 *
 * @since 0.1
 */
public final class LiquidationOrder {

    private final Symbol symbol;
    private final Side side;
    private final BigDecimal quantity;
    private final BigDecimal price;
    private final BigDecimal filledQuantity;
    private final @Nullable BigDecimal averagePrice;
    private final OrderStatus status;
    private final String rawStatus;
    private final Instant time;

    /**
     * An order.
     *
     * @param symbol the instrument
     * @param side SELL where a long position is liquidated
     * @param quantity in base units
     * @param price its limit, in quote per single coin
     * @param filledQuantity in base units
     * @param averagePrice of what was filled; null where nothing was
     * @param status how it stands
     * @param rawStatus the venue's word for it
     * @param time when it was executed
     */
    public LiquidationOrder(
            Symbol symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal filledQuantity,
            @Nullable BigDecimal averagePrice,
            OrderStatus status,
            String rawStatus,
            Instant time) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.side = Objects.requireNonNull(side, "side");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.price = Objects.requireNonNull(price, "price");
        this.filledQuantity = Objects.requireNonNull(filledQuantity, "filledQuantity");
        this.averagePrice = averagePrice;
        this.status = Objects.requireNonNull(status, "status");
        this.rawStatus = Objects.requireNonNull(rawStatus, "rawStatus");
        this.time = Objects.requireNonNull(time, "time");
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
     * The side of the order.
     *
     * @return SELL where a long position is liquidated, BUY where a short one is
     */
    public Side side() {
        return side;
    }

    /**
     * How much is to be liquidated.
     *
     * @return in base units
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * The limit of the order.
     *
     * @return in quote per single coin
     */
    public BigDecimal price() {
        return price;
    }

    /**
     * How much was filled.
     *
     * @return in base units; 0 where nothing was
     */
    public BigDecimal filledQuantity() {
        return filledQuantity;
    }

    /**
     * The average price of what was filled.
     *
     * @return in quote per single coin; empty where nothing was filled
     */
    public Optional<BigDecimal> averagePrice() {
        return Optional.ofNullable(averagePrice);
    }

    /**
     * How the order stands.
     *
     * @return its status
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * How the order stands in the venue's own word.
     *
     * @return the word
     */
    public String rawStatus() {
        return rawStatus;
    }

    /**
     * When it was executed.
     *
     * @return the venue's time
     */
    public Instant time() {
        return time;
    }

    @Override
    public String toString() {
        return Fields.of("LiquidationOrder")
                .with("symbol", symbol)
                .with("side", side)
                .with("quantity", quantity)
                .with("price", price)
                .with("filledQuantity", filledQuantity)
                .with("averagePrice", averagePrice)
                .with("status", rawStatus)
                .with("time", time)
                .toString();
    }
}
