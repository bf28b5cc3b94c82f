package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.AgentView;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Turns what an agent wants into amounts that the instrument takes. Quantities are rounded down, stops toward the entry. */
final class Sizing {

    private static final int SCALE = 18;

    private Sizing() {}

    /** The quantity whose margin is the agent's usual share of its equity, or what is free if that is less. */
    static Optional<BigDecimal> quantity(AgentView self, Instrument instrument, int leverage, BigDecimal price) {
        BigDecimal margin = self.equity().multiply(self.spec().marginShare()).min(self.freeMargin());
        if (margin.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal notional = margin.multiply(BigDecimal.valueOf(leverage));
        return instrument.roundQuantity(notional.divide(price, SCALE, RoundingMode.DOWN), price);
    }

    /** A stop at a distance from the price, no farther than the charter allows. */
    static BigDecimal stop(
            AgentSpec spec, Instrument instrument, PositionSide side, BigDecimal price, BigDecimal distance) {
        BigDecimal farthest = price.multiply(spec.maxStopDistance());
        BigDecimal bounded = distance.min(farthest);
        return towardEntry(instrument, side, away(side, price, bounded));
    }

    /** A price on the losing side of another one. */
    static BigDecimal away(PositionSide side, BigDecimal price, BigDecimal distance) {
        return side == PositionSide.LONG ? price.subtract(distance) : price.add(distance);
    }

    /** A stop price on the tick that is not farther away than the given one. */
    static BigDecimal towardEntry(Instrument instrument, PositionSide side, BigDecimal price) {
        return side == PositionSide.LONG
                ? instrument.priceFilter().up(price)
                : instrument.priceFilter().down(price);
    }

    /** Whether a stop guards better than another. */
    static boolean isTighter(PositionSide side, BigDecimal stop, BigDecimal than) {
        return side == PositionSide.LONG ? stop.compareTo(than) > 0 : stop.compareTo(than) < 0;
    }
}
