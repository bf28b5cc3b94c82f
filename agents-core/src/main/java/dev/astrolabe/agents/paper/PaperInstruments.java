package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The instruments that the exchange was built with. */
final class PaperInstruments implements Instruments {

    private static final int NAMED = 3;

    private final PaperClient client;
    private final Venue venue;

    PaperInstruments(PaperClient client, Venue venue) {
        this.client = client;
        this.venue = venue;
    }

    @Override
    public List<Instrument> all() {
        return client.local(
                () -> venue.markets().values().stream().map(this::listing).toList());
    }

    private Instrument listing(PaperMarket market) {
        return market.listing(venue.now());
    }

    @Override
    public Optional<Instrument> find(Symbol symbol) {
        return client.local(
                () -> Optional.ofNullable(venue.markets().get(symbol)).map(this::listing));
    }

    @Override
    public Optional<Instrument> findByVenueSymbol(String venueSymbol) {
        return all().stream()
                .filter(instrument -> instrument.venueSymbol().equals(venueSymbol))
                .findFirst();
    }

    @Override
    public Instrument get(Symbol symbol) {
        return client.local(() -> listing(market(symbol)));
    }

    @Override
    public List<Instrument> refresh() {
        return all();
    }

    /** The market, which must exist; the caller holds the lock. */
    PaperMarket market(Symbol symbol) {
        PaperMarket market = venue.markets().get(symbol);
        if (market == null) {
            throw NotSentException.invalid(
                    venue.id() + " has no instrument " + symbol + "; nearest are " + near(symbol));
        }
        return market;
    }

    private String near(Symbol symbol) {
        return venue.markets().keySet().stream()
                .sorted((a, b) -> Integer.compare(likeness(symbol, b), likeness(symbol, a)))
                .limit(NAMED)
                .map(Symbol::toString)
                .collect(Collectors.joining(", "));
    }

    private static int likeness(Symbol wanted, Symbol other) {
        return (wanted.base().equals(other.base()) ? 2 : 0) + (wanted.quote().equals(other.quote()) ? 1 : 0);
    }
}
