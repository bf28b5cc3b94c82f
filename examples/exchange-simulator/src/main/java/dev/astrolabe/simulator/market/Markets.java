package dev.astrolabe.simulator.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The markets of one venue, which move in steps. Guarded by the venue's lock.
 *
 * @since 0.1
 */
public interface Markets {

    /**
     * When they moved last.
     *
     * @return the time of the newest movement
     */
    Instant time();

    /**
     * When they move next.
     *
     * @return the time; {@link Instant#MAX} where nothing more comes by itself
     */
    Instant next();

    /**
     * Moves them on to the time of {@link #next()}.
     *
     * @return the markets that show something new
     */
    List<Market> move();

    /**
     * All markets.
     *
     * @return in the order in which the venue lists them
     */
    List<Market> all();

    /**
     * A market.
     *
     * @param venueSymbol the venue's name of its instrument
     * @return it; empty where none is so named
     */
    Optional<Market> of(String venueSymbol);
}
