package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/** What an order's size and price must keep to, in this venue's words. */
final class Sizes {

    private Sizes() {}

    static void checkTradable(OkxInstrument instrument) {
        if (instrument.instrument().status() != InstrumentStatus.TRADING) {
            throw Code.SUSPENDED.refused();
        }
    }

    static void checkSize(OkxInstrument instrument, BigDecimal contracts, boolean market) {
        BigDecimal lot = instrument.lot();
        if (contracts.compareTo(instrument.minimum()) < 0) {
            throw Code.BELOW_MINIMUM.refused();
        }
        if (lot.signum() > 0 && contracts.remainder(lot).signum() != 0) {
            throw Code.LOT.refused();
        }
        BigDecimal most = market ? instrument.marketMaximum() : instrument.limitMaximum();
        if (most.signum() > 0 && contracts.compareTo(most) > 0) {
            throw (market ? Code.ABOVE_MARKET_MAXIMUM : Code.ABOVE_MAXIMUM).refused(Text.of(most));
        }
    }

    static void checkTick(OkxInstrument instrument, String name, BigDecimal price) {
        if (!instrument.instrument().priceFilter().onStep(price)) {
            throw Code.PARAMETER.refused(name);
        }
    }

    /** The price of an order within the limits of the moment; with pxAmendType 1 it is moved to them. */
    static BigDecimal withinBand(OkxInstrument instrument, Side side, BigDecimal price, boolean clamp) {
        Optional<BigDecimal> highest = instrument.highestBuy();
        Optional<BigDecimal> lowest = instrument.lowestSell();
        Optional<BigDecimal> bound = side == Side.BUY ? highest : lowest;
        if (bound.isEmpty() || price.subtract(bound.get()).signum() * side.sign() <= 0) {
            return price;
        }
        if (clamp) {
            return bound.get();
        }
        throw Code.PRICE_LIMIT.refused(Text.of(highest), Text.of(lowest));
    }
}
