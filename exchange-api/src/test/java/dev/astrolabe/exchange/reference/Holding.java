package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One slot of a position. Guarded by the engine. */
final class Holding {

    final Symbol symbol;
    final @Nullable PositionSide slot;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal entry = BigDecimal.ZERO;
    private BigDecimal addedMargin = BigDecimal.ZERO;

    Holding(Symbol symbol, @Nullable PositionSide slot) {
        this.symbol = symbol;
        this.slot = slot;
    }

    BigDecimal quantity() {
        return quantity;
    }

    boolean isFlat() {
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

    void addMargin(BigDecimal amount) {
        addedMargin = addedMargin.add(amount);
    }

    BigDecimal unrealized(BigDecimal mark) {
        return mark.subtract(entry).multiply(quantity);
    }

    BigDecimal margin(int leverage) {
        return entry.multiply(quantity.abs())
                .divide(BigDecimal.valueOf(leverage), MathContext.DECIMAL64)
                .add(addedMargin);
    }

    Position view(BigDecimal mark, int leverage, MarginMode marginMode) {
        Instrument instrument = PriceBoard.instrument(symbol);
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
