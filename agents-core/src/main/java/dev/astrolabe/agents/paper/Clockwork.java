package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import java.time.Instant;

/** What a tick does, in its order: time, funding, deliveries, resting orders, triggers, liquidations. */
final class Clockwork {

    private final Venue venue;
    private final Matching matching;
    private final Triggers triggers;
    private final Funding funding;
    private final Liquidation liquidation;
    private final Delivery delivery;

    Clockwork(Venue venue, Triggers triggers, Matching matching, Funding funding, Liquidation liquidation) {
        this.venue = venue;
        this.triggers = triggers;
        this.matching = matching;
        this.funding = funding;
        this.liquidation = liquidation;
        this.delivery = new Delivery(venue, liquidation);
    }

    void update(MarketTick tick) {
        PaperMarket market = venue.market(tick);
        MarketTick previous = market.tick();
        market.show(tick);
        venue.advance(tick.time());
        funding.observe(market, previous, tick);
        delivery.observe();
        matching.matchResting(market);
        triggers.observe(market);
        liquidation.observe(market);
    }

    /** Time that passes without a tick. */
    void passTo(Instant time) {
        venue.advance(time);
        delivery.observe();
    }
}
