package dev.astrolabe.exchange.testkit.engine;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One position, or one slot of it. Guarded by the engine.
 *
 * @since 0.1
 */
public final class Holding {

    private final Symbol symbol;
    private final @Nullable PositionSide slot;
    private final MarginMode marginMode;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal entry = BigDecimal.ZERO;
    private BigDecimal addedMargin = BigDecimal.ZERO;

    Holding(Symbol symbol, @Nullable PositionSide slot, MarginMode marginMode) {
        this.symbol = symbol;
        this.slot = slot;
        this.marginMode = marginMode;
    }

    /**
     * Of which instrument.
     *
     * @return its symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The slot.
     *
     * @return long or short; empty in one-way mode
     */
    public Optional<PositionSide> slot() {
        return Optional.ofNullable(slot);
    }

    /**
     * What its margin is kept with.
     *
     * @return cross or isolated
     */
    public MarginMode marginMode() {
        return marginMode;
    }

    /**
     * How much is held.
     *
     * @return in base units, negative where it is short
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * What it was bought for.
     *
     * @return the average price; 0 where nothing is held
     */
    public BigDecimal entry() {
        return entry;
    }

    /**
     * Whether nothing is held.
     *
     * @return true if so
     */
    public boolean isFlat() {
        return quantity.signum() == 0;
    }

    /** Adds a signed amount at a price, and gives the profit that it realized. */
    BigDecimal apply(BigDecimal amount, BigDecimal price) {
        BigDecimal after = quantity.add(amount);
        BigDecimal realized = BigDecimal.ZERO;
        if (quantity.signum() * amount.signum() >= 0) {
            entry = entry.multiply(quantity).add(price.multiply(amount)).divide(after, MathContext.DECIMAL128);
        } else {
            BigDecimal closed = amount.abs().min(quantity.abs());
            realized = price.subtract(entry).multiply(closed).multiply(BigDecimal.valueOf(quantity.signum()));
            if (after.signum() * quantity.signum() < 0) {
                entry = price;
            }
        }
        quantity = after;
        if (isFlat()) {
            entry = BigDecimal.ZERO;
            addedMargin = BigDecimal.ZERO;
        }
        return realized;
    }

    /**
     * Puts margin into it.
     *
     * @param amount how much; negative takes it out
     */
    public void addMargin(BigDecimal amount) {
        addedMargin = addedMargin.add(amount);
    }

    /**
     * The profit that is not realized.
     *
     * @param mark the price
     * @return in quote
     */
    public BigDecimal unrealized(BigDecimal mark) {
        return mark.subtract(entry).multiply(quantity);
    }

    /**
     * The margin.
     *
     * @param leverage the leverage
     * @return in quote
     */
    public BigDecimal margin(int leverage) {
        return entry.multiply(quantity.abs())
                .divide(BigDecimal.valueOf(leverage), MathContext.DECIMAL64)
                .add(addedMargin);
    }

    Position view(Instrument instrument, BigDecimal mark, int leverage) {
        return Position.builder()
                .symbol(symbol)
                .venueSymbol(instrument.venueSymbol())
                .side(PositionSide.ofSign(quantity.signum()))
                .mode(slot == null ? PositionMode.ONE_WAY : PositionMode.HEDGE)
                .quantity(quantity.abs())
                .contracts(instrument.toContracts(quantity.abs()))
                .entryPrice(entry)
                .markPrice(mark)
                .unrealizedPnl(unrealized(mark))
                .leverage(BigDecimal.valueOf(leverage))
                .marginMode(marginMode)
                .isolatedMargin(marginMode == MarginMode.ISOLATED ? margin(leverage) : null)
                .notionalUsd(mark.multiply(quantity.abs()))
                .build();
    }
}
