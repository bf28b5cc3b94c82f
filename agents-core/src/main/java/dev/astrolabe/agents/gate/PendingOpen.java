package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;

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
        BigDecimal stopDistance) {}
