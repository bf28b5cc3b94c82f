package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One leg at the prices of its market now. Where an entry may be filled at one of several prices, the worse one for the
 * trader counts in each rule. Immutable.
 */
record LegQuote(Leg leg, MarketView market) {

    Listing listing() {
        return leg.listing();
    }

    boolean isLong() {
        return leg.side() == PositionSide.LONG;
    }

    Instrument instrument() {
        return market.instrument();
    }

    BigDecimal mark() {
        return market.mark();
    }

    Optional<BigDecimal> bestBid() {
        return best(market.tick().book().bids());
    }

    Optional<BigDecimal> bestAsk() {
        return best(market.tick().book().asks());
    }

    private static Optional<BigDecimal> best(List<PriceLevel> levels) {
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.get(0).price());
    }

    /** Ask less bid; 0 where a side is empty. */
    BigDecimal spread() {
        Optional<BigDecimal> bid = bestBid();
        Optional<BigDecimal> ask = bestAsk();
        return bid.isPresent() && ask.isPresent() ? ask.get().subtract(bid.get()) : BigDecimal.ZERO;
    }

    /** The limit price; at the market the mark price or the book's, whichever is farther from a stop. */
    BigDecimal entry() {
        return leg.limitPrice()
                .orElseGet(() -> isLong()
                        ? mark().max(bestAsk().orElse(mark()))
                        : mark().min(bestBid().orElse(mark())));
    }

    /** The price that makes the most of a quantity's notional. */
    BigDecimal high() {
        return entry().max(mark());
    }

    /** The price that makes the least of a quantity's notional. */
    BigDecimal low() {
        return entry().min(mark());
    }

    /** What each fill costs as a ratio of its notional; a rebate counts as nothing. */
    BigDecimal fee() {
        return market.fees().taker().max(market.fees().maker()).max(BigDecimal.ZERO);
    }

    /** How far a price lies from the entry on the losing side; negative on the winning side. */
    BigDecimal lossTo(BigDecimal price) {
        return isLong() ? entry().subtract(price) : price.subtract(entry());
    }

    /** A price rounded to the tick toward the entry, for a stop. */
    BigDecimal stopOnTick(BigDecimal price) {
        return isLong()
                ? instrument().priceFilter().up(price)
                : instrument().priceFilter().down(price);
    }

    /** A price rounded to the tick toward the entry, for a take-profit. */
    BigDecimal takeProfitOnTick(BigDecimal price) {
        return isLong()
                ? instrument().priceFilter().down(price)
                : instrument().priceFilter().up(price);
    }

    /** The farthest stop within a ratio of the entry, on the tick. */
    BigDecimal farthestStop(BigDecimal ratio) {
        BigDecimal room = entry().multiply(ratio);
        return stopOnTick(isLong() ? entry().subtract(room) : entry().add(room));
    }

    /** How much a coin loses when the stop fires, before fees; all of its price where there is no stop. */
    BigDecimal stopLoss() {
        return leg.stopPrice().map(this::lossTo).orElseGet(this::entry).max(BigDecimal.ZERO);
    }
}
