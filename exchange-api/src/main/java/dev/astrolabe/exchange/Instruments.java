package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of what an exchange trades. It is read once, at the first use, and kept until {@link #refresh()}.
 *
 * @since 0.1
 */
public interface Instruments {

    /**
     * Every instrument, whatever its status.
     *
     * @return an unmodifiable list, ordered by symbol
     */
    List<Instrument> all();

    /**
     * Finds an instrument.
     *
     * @param symbol its symbol
     * @return the instrument; empty where the exchange has none
     */
    Optional<Instrument> find(Symbol symbol);

    /**
     * Finds an instrument by the venue's own name.
     *
     * @param venueSymbol such as {@code BTCUSDT}; case matters
     * @return the instrument; empty where the exchange has none
     */
    Optional<Instrument> findByVenueSymbol(String venueSymbol);

    /**
     * The instrument, which must exist.
     *
     * @param symbol its symbol
     * @return the instrument
     * @throws NotSentException naming the symbol and the nearest ones that exist
     */
    Instrument get(Symbol symbol);

    /**
     * Reads the catalogue again.
     *
     * @return the new list
     */
    List<Instrument> refresh();
}
