package dev.astrolabe.aster;

import dev.astrolabe.aster.model.MarketMakerProtection;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Symbol;
import java.util.List;
import java.util.Optional;

/**
 * The protection of market makers: once an instrument's executions within a window reach a limit, the venue refuses orders
 * for a while (docs: futures v3, "Update User MMP"). Only v3: a client of v1 refuses every call before any I/O.
 *
 * @since 0.1
 */
public interface AsterProtection {

    /**
     * Sets the protection of an instrument, in place of the one that it has (docs: futures v3, "Update User MMP").
     *
     * @param protection the limits, whole numbers of the venue's own units
     * @throws NotSentException if a time is below 1 ms, or a limit is not such a number above 0
     */
    void set(MarketMakerProtection protection);

    /**
     * Every protection of the account (docs: futures v3, "Get User MMP").
     *
     * @return the protections
     */
    List<MarketMakerProtection> all();

    /**
     * The protection of an instrument (docs: futures v3, "Get User MMP").
     *
     * @param symbol the instrument
     * @return the protection; empty where it has none
     */
    Optional<MarketMakerProtection> find(Symbol symbol);

    /**
     * Takes the protection of an instrument away (docs: futures v3, "Delete User MMP").
     *
     * @param symbol the instrument
     */
    void delete(Symbol symbol);

    /**
     * Resets the protection of an instrument, such as after it has stopped the account (docs: futures v3, "Reset User MMP").
     *
     * @param symbol the instrument
     */
    void reset(Symbol symbol);
}
