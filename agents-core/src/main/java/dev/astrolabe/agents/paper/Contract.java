package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number of units of an instrument is worth. Units are what its quantity filters count: base units where linear,
 * contracts where inverse.
 *
 * <p>One function makes linear and inverse the same: the {@linkplain #value value} of signed units at a price, in the settle
 * asset. A position is worth its value less the values at which it was built; that is its profit. Linear, the value is
 * {@code q p}. An inverse contract is a debt of a fixed amount of quote that is paid in coins, so its value is
 * {@code -n f / p}: it grows with the price because the debt shrinks.
 */
abstract class Contract {

    private final Instrument instrument;

    Contract(Instrument instrument) {
        this.instrument = instrument;
    }

    static Contract of(Instrument instrument) {
        return instrument.inverse() ? new InverseContract(instrument) : new LinearContract(instrument);
    }

    Instrument instrument() {
        return instrument;
    }

    /** What profit is the change of, in the settle asset; the sign of the units counts. */
    abstract BigDecimal value(BigDecimal units, BigDecimal price);

    /** The notional in quote, with the sign of the units. Risk tiers count it. */
    abstract BigDecimal face(BigDecimal units, BigDecimal price);

    /** An amount of quote in the settle asset. */
    abstract BigDecimal settled(BigDecimal quote, BigDecimal price);

    /** The notional in the settle asset, with the sign of the units. Margins, fees and funding are parts of it. */
    final BigDecimal worth(BigDecimal units, BigDecimal price) {
        return settled(face(units, price), price);
    }

    /** The price at which units have a worth; neither is negative. For display. */
    abstract BigDecimal average(BigDecimal units, BigDecimal worth);

    /**
     * The price at which {@code constant + value(units)} is the maintenance margin; for display.
     *
     * @param constant what does not move with the price, in the settle asset
     * @param units signed, the sum over positions
     * @param weighted units without their sign x rate, the sum over positions
     * @param amount the tiers' amounts, in quote
     * @return null where there is no such price; it may be negative
     */
    abstract @Nullable BigDecimal liquidation(
            BigDecimal constant, BigDecimal units, BigDecimal weighted, BigDecimal amount);

    /** A quantity in base units as units. */
    abstract BigDecimal units(BigDecimal quantity, BigDecimal price);

    /** Units as a quantity in base units. */
    abstract BigDecimal quantity(BigDecimal units, BigDecimal price);

    /** The same at a price that may not be known; null where it is needed and is not. */
    abstract @Nullable BigDecimal told(BigDecimal units, @Nullable BigDecimal price);

    /** Units in the venue's own unit. */
    abstract BigDecimal contracts(BigDecimal units);

    /** The size of an order that passed the checks; null where it closes a whole position. */
    abstract @Nullable BigDecimal units(OrderRequest order);

    /** An order of so many units. */
    abstract OrderRequest.Builder sized(OrderRequest.Builder order, BigDecimal units);
}
