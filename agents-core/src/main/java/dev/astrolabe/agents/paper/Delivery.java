package dev.astrolabe.agents.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends dated contracts. The first tick of any market at or after the expiry cancels what is open, and closes every position
 * at the newest mark price, which is that tick's own where it is of the expiring market.
 */
final class Delivery {

    private final Venue venue;
    private final Liquidation liquidation;
    private final ForcedOrders orders;
    private final List<PaperMarket> pending = new ArrayList<>();

    Delivery(Venue venue, Liquidation liquidation) {
        this.venue = venue;
        this.liquidation = liquidation;
        this.orders = liquidation.orders();
        for (PaperMarket market : venue.markets().values()) {
            if (market.instrument().expiresAt().isPresent()) {
                pending.add(market);
            }
        }
    }

    /** Delivers what has expired by now. */
    void observe() {
        for (PaperMarket market : List.copyOf(pending)) {
            if (market.isExpired(venue.now())) {
                pending.remove(market);
                deliver(market);
            }
        }
    }

    /** What is no longer backed at the last mark goes first, so that no account owes more than it has. */
    private void deliver(PaperMarket market) {
        orders.cancel(market.resting());
        orders.cancel(market.waiting());
        liquidation.observe(market);
        for (Holding holding : List.copyOf(market.holders())) {
            for (PaperPosition position : holding.positions()) {
                orders.closeAtMark(holding, position, position.quantity().abs(), ForcedOrders.Cause.DELIVERY);
            }
        }
    }
}
