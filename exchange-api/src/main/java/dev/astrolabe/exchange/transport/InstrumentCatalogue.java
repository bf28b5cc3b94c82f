package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue that is read at the first use and kept until it is read again. An implementation says how it is read. Safe for any
 * thread.
 *
 * @since 0.1
 */
public abstract class InstrumentCatalogue implements Instruments {

    private static final int SUGGESTIONS = 3;

    private final ExchangeId exchange;
    private final Object lock = new Object();
    private volatile @Nullable Listing listing;

    /**
     * A catalogue that is not read yet.
     *
     * @param exchange whose it is
     */
    protected InstrumentCatalogue(ExchangeId exchange) {
        this.exchange = exchange;
    }

    /**
     * Reads the catalogue from the venue. Called by one thread at a time.
     *
     * @return every instrument; of several with one symbol the one that trades is found by it
     */
    protected abstract List<Instrument> read();

    @Override
    public List<Instrument> all() {
        return listing().ordered;
    }

    @Override
    public Optional<Instrument> find(Symbol symbol) {
        return Optional.ofNullable(listing().bySymbol.get(symbol));
    }

    @Override
    public Optional<Instrument> findByVenueSymbol(String venueSymbol) {
        return Optional.ofNullable(listing().byVenueSymbol.get(venueSymbol));
    }

    @Override
    public Instrument get(Symbol symbol) {
        return find(symbol).orElseThrow(() -> {
            List<String> names =
                    listing().bySymbol.keySet().stream().map(Symbol::toString).toList();
            return NotSentException.invalid(exchange + " has no instrument " + symbol + "; nearest are "
                    + String.join(", ", NearestNames.of(symbol.toString(), names, SUGGESTIONS)));
        });
    }

    @Override
    public List<Instrument> refresh() {
        synchronized (lock) {
            return readAnew().ordered;
        }
    }

    /**
     * As {@link #findByVenueSymbol}, with a second look at a catalogue that is read again.
     *
     * @param venueSymbol the venue's name
     * @return the instrument; empty where the venue lists none of that name
     */
    public Optional<Instrument> findNew(String venueSymbol) {
        return findByVenueSymbol(venueSymbol).or(() -> {
            refresh();
            return findByVenueSymbol(venueSymbol);
        });
    }

    /**
     * The instrument of a row of the account, which the venue must have listed: newer than the catalogue at most.
     *
     * @param venueSymbol the venue's name
     * @return the instrument
     * @throws ProtocolException if the venue lists none of that name
     */
    public Instrument ofAccountRow(String venueSymbol) {
        return findNew(venueSymbol)
                .orElseThrow(() -> new ProtocolException(
                        "the account names the instrument " + venueSymbol + ", which the catalogue does not have",
                        VenueError.unanswered(exchange.name(), "instruments"),
                        null));
    }

    /**
     * Changes the instruments that are held, as for what another call told of them. Does nothing before the catalogue is read.
     *
     * @param change gives the new instrument for each
     */
    protected void update(UnaryOperator<Instrument> change) {
        synchronized (lock) {
            Listing current = listing;
            if (current != null) {
                listing = new Listing(
                        current.byVenueSymbol.values().stream().map(change).toList());
            }
        }
    }

    private Listing listing() {
        Listing current = listing;
        if (current != null) {
            return current;
        }
        synchronized (lock) {
            Listing raced = listing;
            return raced != null ? raced : readAnew();
        }
    }

    private Listing readAnew() {
        Listing fresh = new Listing(read());
        listing = fresh;
        return fresh;
    }

    private static final class Listing {
        private final Map<Symbol, Instrument> bySymbol = new TreeMap<>();
        private final Map<String, Instrument> byVenueSymbol = new LinkedHashMap<>();
        private final List<Instrument> ordered;

        Listing(List<Instrument> instruments) {
            for (Instrument instrument : instruments) {
                bySymbol.merge(instrument.symbol(), instrument, Listing::preferred);
                byVenueSymbol.put(instrument.venueSymbol(), instrument);
            }
            this.ordered = List.copyOf(bySymbol.values());
        }

        /** Of two listings of one symbol, such as with and without a multiplier, the one that trades. */
        private static Instrument preferred(Instrument first, Instrument second) {
            return first.status() != InstrumentStatus.TRADING && second.status() == InstrumentStatus.TRADING
                    ? second
                    : first;
        }
    }
}
