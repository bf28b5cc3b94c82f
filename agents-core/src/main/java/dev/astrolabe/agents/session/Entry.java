package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.OrderRef;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An entry under way: sent, and not known to be over. While it exists its slot counts as occupied and its margin as used.
 *
 * @param leg what it opens
 * @param ref the order
 * @param quantity base units asked for
 * @param leverage the leverage it was sent with
 * @param roundTrip the trade that it begins or joins
 * @param sentAt when it was sent
 * @param expiresAt when a resting rest is cancelled
 * @param unknown whether no verdict about it has come yet
 */
record Entry(
        Leg leg,
        OrderRef ref,
        BigDecimal quantity,
        int leverage,
        RoundTrip roundTrip,
        Instant sentAt,
        Instant expiresAt,
        boolean unknown) {

    Listing listing() {
        return leg.listing();
    }

    Entry known(OrderRef known) {
        return new Entry(leg, known, quantity, leverage, roundTrip, sentAt, expiresAt, false);
    }
}
