package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One leg of an entry that is under way or of unknown outcome. Until that is known it counts as if it were filled.
 *
 * @param listing the market
 * @param side the direction
 * @param quantity base units that may still be filled, positive
 * @param price the entry price it was approved at, in quote per single coin
 * @param margin what it takes, in the settle asset
 * @param stopDistance between that price and its stop, in quote per single coin; the price itself where it has no stop
 * @since 0.1
 */
public record PendingOpen(
        Listing listing,
        PositionSide side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal margin,
        BigDecimal stopDistance) {

    private static final int MARGIN_SCALE = 18;

    /**
     * A leg that was let through and sent, reckoned as the gate does when it reviews one.
     *
     * @param leg what is under way
     * @param quantity base units asked for
     * @param leverage the leverage it was sent with
     * @param market the market as it is now
     * @return the entry under way; its margin is rounded up
     */
    public static PendingOpen of(Leg leg, BigDecimal quantity, int leverage, MarketView market) {
        LegQuote quote = new LegQuote(leg, market);
        BigDecimal margin = quantity.multiply(quote.high())
                .divide(BigDecimal.valueOf(leverage), MARGIN_SCALE, RoundingMode.CEILING);
        return new PendingOpen(leg.listing(), leg.side(), quantity, quote.entry(), margin, quote.stopLoss());
    }
}
