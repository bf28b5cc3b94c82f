package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes small moves back to the VWAP when the order book leans that way: imbalance and microprice on one side, a narrow
 * spread, and room to the VWAP of several times the fees. Enters as a maker, never chases, and leaves after a minute.
 * Candles alone have no lean, so on recorded candles these rules stay silent.
 *
 * @since 0.1
 */
public final class Scalping extends MarketRules {

    private final Rules rules;

    /**
     * The numbers of the rules.
     *
     * @param minImbalance lean of the top five levels, from 0 to 1; 0.25
     * @param maxSpread widest spread as a ratio; 0.0002, 2 basis points
     * @param minFees how many times the round trip's fees the expected move must be; 3
     * @param maxHolding how long to hold; 60 seconds
     * @param leverage the leverage to ask for; 5
     * @since 0.1
     */
    public record Rules(double minImbalance, double maxSpread, double minFees, Duration maxHolding, int leverage) {

        /** The standard numbers. */
        public static final Rules STANDARD = new Rules(0.25, 0.0002, 3, Duration.ofSeconds(60), 5);
    }

    /**
     * Rules with given numbers.
     *
     * @param rules the numbers
     */
    public Scalping(Rules rules) {
        this.rules = rules;
    }

    @Override
    Optional<Proposal> enter(Snapshot snapshot, MarketView market) {
        if (!BookPressure.isReadable(market.tick().book())) {
            return Optional.empty();
        }
        BookPressure book = BookPressure.of(market.tick().book());
        double target = market.readings().vwap20();
        double expected = (target - book.mid()) / book.mid();
        double fees =
                market.fees().maker().doubleValue() + market.fees().taker().doubleValue();
        boolean up = book.imbalance() >= rules.minImbalance() && book.microprice() > book.mid() && expected > 0;
        boolean down = book.imbalance() <= -rules.minImbalance() && book.microprice() < book.mid() && expected < 0;
        boolean worth = Math.abs(expected) >= rules.minFees() * fees;
        if (book.spread() > rules.maxSpread() || !worth || (!up && !down)) {
            return Optional.empty();
        }
        String reason = figures(
                "imbalance %.2f, microprice %.8g against %.8g, VWAP %.2f bp away, spread %.2f bp",
                book.imbalance(), book.microprice(), book.mid(), expected * 1e4, book.spread() * 1e4);
        return post(snapshot, market, up ? PositionSide.LONG : PositionSide.SHORT, target, expected, reason);
    }

    private Optional<Proposal> post(
            Snapshot snapshot, MarketView market, PositionSide side, double target, double expected, String reason) {
        Instrument instrument = market.instrument();
        BigDecimal price = side == PositionSide.LONG
                ? market.tick().book().bids().get(0).price()
                : market.tick().book().asks().get(0).price();
        BigDecimal distance = price.multiply(BigDecimal.valueOf(Math.abs(expected)));
        BigDecimal takeProfit = instrument.roundPrice(BigDecimal.valueOf(target), side.opening());
        Leg leg = Leg.builder()
                .listing(market.listing())
                .side(side)
                .referencePrice(market.mark())
                .limitPrice(price)
                .stopPrice(Sizing.stop(snapshot.self().spec(), instrument, side, price, distance))
                .takeProfitPrice(takeProfit)
                .build();
        int leverage = Math.min(rules.leverage(), snapshot.self().spec().maxLeverage());
        return open(snapshot, market, leg, leverage, price, snapshot.time().plus(rules.maxHolding()), reason);
    }

    @Override
    Optional<Proposal> manage(Snapshot snapshot, MarketView market, OwnPosition position) {
        Duration held = Duration.between(position.openedAt(), snapshot.time());
        return held.compareTo(rules.maxHolding()) >= 0
                ? close(snapshot, position, figures("held for %d s", held.toSeconds()))
                : Optional.empty();
    }
}
