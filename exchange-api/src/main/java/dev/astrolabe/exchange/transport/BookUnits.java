package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;

/**
 * How a venue's level is told in neutral terms: price per single coin, quantity in base units. A local book keeps what the venue
 * counts in, and asks for this when it is read, for each level that is read. It has to keep the order of prices and may not
 * fail for a positive price with a positive quantity. Safe for any thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface BookUnits {

    /** Levels as they are told: of venues that tell them in neutral terms, or to keep them in the venue's own. */
    BookUnits AS_TOLD = PriceLevel::new;

    /**
     * One level.
     *
     * @param price as the venue tells it
     * @param quantity as the venue counts it
     * @return the same in neutral terms
     */
    PriceLevel level(BigDecimal price, BigDecimal quantity);
}
