package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds margin to an isolated position, or takes some back (docs: futures, "Modify Isolated Position Margin"). Immutable.
 *
 * @since 0.1
 */
public final class IsolatedMarginChange {

    private static final int LONGEST_ID = 64;

    private final Symbol symbol;
    private final BigDecimal amount;
    private final @Nullable PositionSide side;
    private final @Nullable String clientTransferId;

    private IsolatedMarginChange(
            Symbol symbol, BigDecimal amount, @Nullable PositionSide side, @Nullable String clientTransferId) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.amount = Objects.requireNonNull(amount, "amount");
        this.side = side;
        this.clientTransferId = clientTransferId;
    }

    /**
     * A change of the one position of an instrument.
     *
     * @param symbol the instrument
     * @param amount in the settle asset: positive adds, negative takes back
     * @return the change
     * @throws NotSentException if the amount is 0
     */
    public static IsolatedMarginChange of(Symbol symbol, BigDecimal amount) {
        if (amount.signum() == 0) {
            throw NotSentException.invalid("the change of the margin of " + symbol + " is 0");
        }
        return new IsolatedMarginChange(symbol, amount, null, null);
    }

    /**
     * Names the slot, which hedge mode needs.
     *
     * @param value the slot
     * @return the change with it
     */
    public IsolatedMarginChange side(PositionSide value) {
        return new IsolatedMarginChange(symbol, amount, value, clientTransferId);
    }

    /**
     * Gives the change an id by which the history names it. Documented later than 2026-06.
     *
     * @param value from 1 to 64 characters
     * @return the change with it
     * @throws NotSentException if it is blank or too long
     */
    public IsolatedMarginChange clientTransferId(String value) {
        if (value.isBlank() || value.length() > LONGEST_ID) {
            throw NotSentException.invalid(
                    "clientTransferId '" + value + "' is not from 1 to " + LONGEST_ID + " characters long");
        }
        return new IsolatedMarginChange(symbol, amount, side, value);
    }

    /** {@return the instrument} */
    public Symbol symbol() {
        return symbol;
    }

    /** {@return by how much, in the settle asset: positive adds, negative takes back} */
    public BigDecimal amount() {
        return amount;
    }

    /** {@return the slot; empty in one-way mode} */
    public Optional<PositionSide> side() {
        return Optional.ofNullable(side);
    }

    /** {@return the id of the change; empty where it has none} */
    public Optional<String> clientTransferId() {
        return Optional.ofNullable(clientTransferId);
    }

    @Override
    public String toString() {
        return Fields.of("IsolatedMarginChange")
                .with("symbol", symbol)
                .with("amount", amount)
                .with("side", side)
                .with("clientTransferId", clientTransferId)
                .toString();
    }
}
