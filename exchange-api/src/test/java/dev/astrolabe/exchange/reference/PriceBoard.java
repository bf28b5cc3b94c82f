package dev.astrolabe.exchange.reference;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The two instruments and their prices. */
final class PriceBoard {

    static final List<Instrument> INSTRUMENTS = List.of(
            instrument(BTC, "BTCUSDT", "1", filter("0.1", "1000000", "0.1"), filter("0.001", "100", "0.001")),
            instrument(
                    PEPE,
                    "1000PEPEUSDT",
                    "1000",
                    filter("0.0000000001", "1", "0.0000000001"),
                    filter("1000", "10000000000", "1000")));

    private final Map<Symbol, BigDecimal> prices =
            new ConcurrentHashMap<>(Map.of(BTC, new BigDecimal("50000"), PEPE, new BigDecimal("0.00001")));

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

    static Instrument instrument(Symbol symbol) {
        return INSTRUMENTS.stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    void set(Symbol symbol, BigDecimal price) {
        prices.put(symbol, price);
    }

    BigDecimal mark(Symbol symbol) {
        return Objects.requireNonNull(prices.get(symbol));
    }

    BigDecimal bid(Symbol symbol) {
        return mark(symbol).subtract(instrument(symbol).tickSize());
    }

    BigDecimal ask(Symbol symbol) {
        return mark(symbol).add(instrument(symbol).tickSize());
    }

    /** What a taker of that side gets. */
    BigDecimal touch(Symbol symbol, Side side) {
        return side == Side.BUY ? ask(symbol) : bid(symbol);
    }
}
