package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An instrument's prices in whole ticks, quantities in whole lots, and mark and index prices in small units of their own. Of an
 * inverse instrument a lot is a part of a contract, so its base quantity depends on a price. Immutable.
 */
final class Grid {

    /** Mark and index prices are told to eight decimals of what the venue quotes, or two more than its tick has. */
    private static final int INDEX_DECIMALS = 8;

    private static final int FINER = 2;
    private static final int COIN_DECIMALS = 8;

    private final Instrument instrument;
    private final BigDecimal tick;
    private final BigDecimal lot;
    private final double ticksInOne;
    private final double lotsInOne;
    private final int indexDecimals;
    private final double indexUnits;

    Grid(Instrument instrument) {
        this.instrument = instrument;
        this.tick = tidy(instrument.tickSize());
        this.lot = tidy(instrument.lotSize());
        if (tick.signum() <= 0 || lot.signum() <= 0) {
            throw new IllegalArgumentException(
                    "instrument " + instrument.symbol() + " of a simulated market needs a tick and a lot above 0");
        }
        this.ticksInOne =
                BigDecimal.ONE.divide(tick, 18, RoundingMode.HALF_EVEN).doubleValue();
        this.lotsInOne = BigDecimal.ONE.divide(lot, 18, RoundingMode.HALF_EVEN).doubleValue();
        int quoted = INDEX_DECIMALS + tidy(instrument.priceMultiplier()).precision() - 1;
        this.indexDecimals = Math.max(quoted, tick.scale() + FINER);
        this.indexUnits = BigDecimal.ONE.movePointRight(indexDecimals).doubleValue();
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Instrument instrument() {
        return instrument;
    }

    /** The nearest tick, at least the first. */
    long ticks(double price) {
        return Math.max(1, Math.round(price * ticksInOne));
    }

    double asDouble(long ticks) {
        return ticks / ticksInOne;
    }

    BigDecimal price(long ticks) {
        return BigDecimal.valueOf(ticks).multiply(tick);
    }

    /** @throws IllegalArgumentException if it does not lie on the tick */
    long exactTicks(BigDecimal price) {
        BigDecimal[] parts = price.divideAndRemainder(tick);
        if (parts[1].signum() != 0 || price.signum() <= 0) {
            throw new IllegalArgumentException("price " + price.toPlainString() + " of " + instrument.symbol()
                    + " is not a multiple of its tick " + tick.toPlainString() + " above 0; nearest is "
                    + price(ticks(price.doubleValue())).toPlainString());
        }
        return parts[0].longValueExact();
    }

    /** What is worth so much, rounded down to a lot; at least one. */
    long lots(double notional, double price) {
        double amount =
                instrument.inverse() ? notional / instrument.contractValue().doubleValue() : notional / price;
        return Math.max(1, (long) (amount * lotsInOne));
    }

    /** In base units. */
    BigDecimal quantity(long lots, long ticks) {
        BigDecimal amount = BigDecimal.valueOf(lots).multiply(lot);
        return instrument.inverse() ? instrument.fromContracts(amount, price(ticks)) : amount;
    }

    /** Base units of many trades together; {@code coinUnits} is what {@link #coinUnits} gave of each. */
    BigDecimal volume(long lots, long coinUnits) {
        return instrument.inverse()
                ? BigDecimal.valueOf(coinUnits, COIN_DECIMALS)
                : BigDecimal.valueOf(lots).multiply(lot);
    }

    /** Quote units of many trades together. */
    BigDecimal turnover(long lots, long ticksTimesLots) {
        return instrument.inverse()
                ? BigDecimal.valueOf(lots).multiply(lot).multiply(instrument.contractValue())
                : BigDecimal.valueOf(ticksTimesLots).multiply(tick).multiply(lot);
    }

    /** How much base an inverse trade is, in small units; 0 for linear ones, which need no such count. */
    long coinUnits(long lots, long ticks) {
        return instrument.inverse()
                ? quantity(lots, ticks)
                        .setScale(COIN_DECIMALS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact()
                : 0;
    }

    long indexUnits(double price) {
        return Math.round(price * indexUnits);
    }

    long indexUnits(BigDecimal price) {
        return price.setScale(indexDecimals, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    BigDecimal indexPrice(long units) {
        return BigDecimal.valueOf(units, indexDecimals);
    }
}
