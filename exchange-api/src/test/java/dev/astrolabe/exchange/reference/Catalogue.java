package dev.astrolabe.exchange.reference;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;

import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue: always at hand, so only a refresh is a request. */
final class Catalogue implements Instruments {

    private static final List<Instrument> INSTRUMENTS = List.of(
            instrument(BTC, "BTCUSDT", "1", filter("0.1", "1000000", "0.1"), filter("0.001", "100", "0.001")),
            instrument(
                    PEPE,
                    "1000PEPEUSDT",
                    "1000",
                    filter("0.0000000001", "1", "0.0000000001"),
                    filter("1000", "10000000000", "1000")));

    private final Wire wire;

    Catalogue(Wire wire) {
        this.wire = wire;
    }

    /** The instruments at their first prices. */
    static PriceBoard board() {
        return new PriceBoard(INSTRUMENTS, Map.of(BTC, new BigDecimal("50000"), PEPE, new BigDecimal("0.00001")));
    }

    private static Instrument instrument(
            Symbol symbol, String name, String multiplier, StepFilter prices, StepFilter quantities) {
        return Instrument.builder()
                .symbol(symbol)
                .exchange(Wire.EXCHANGE)
                .venueSymbol(name)
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceMultiplier(new BigDecimal(multiplier))
                .contractValue(new BigDecimal(multiplier))
                .priceFilter(prices)
                .quantityFilter(quantities)
                .marketQuantityFilter(quantities)
                .minNotional(new BigDecimal("5"))
                .maxLeverage(new BigDecimal("100"))
                .build();
    }

    private static StepFilter filter(String min, String max, String step) {
        return new StepFilter(new BigDecimal(min), new BigDecimal(max), new BigDecimal(step));
    }

    @Override
    public List<Instrument> all() {
        return INSTRUMENTS;
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
