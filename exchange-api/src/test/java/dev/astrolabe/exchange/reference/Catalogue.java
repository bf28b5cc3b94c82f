package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import java.util.List;
import java.util.Optional;

/** The catalogue: always at hand, so only a refresh is a request. */
final class Catalogue implements Instruments {

    private final Wire wire;

    Catalogue(Wire wire) {
        this.wire = wire;
    }

    @Override
    public List<Instrument> all() {
        return PriceBoard.INSTRUMENTS;
    }

    @Override
    public Optional<Instrument> find(Symbol symbol) {
        return all().stream().filter(each -> each.symbol().equals(symbol)).findFirst();
    }

    @Override
    public Optional<Instrument> findByVenueSymbol(String venueSymbol) {
        return all().stream()
                .filter(each -> each.venueSymbol().equals(venueSymbol))
                .findFirst();
    }

    @Override
    public Instrument get(Symbol symbol) {
        return find(symbol)
                .orElseThrow(() -> NotSentException.invalid(
                        "no instrument " + symbol + " on " + Wire.EXCHANGE + "; it has BTC/USDT:USDT, PEPE/USDT:USDT"));
    }

    @Override
    public List<Instrument> refresh() {
        return wire.read(this::all);
    }
}
