package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.PriceKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One instrument in this venue's words: sizes are contracts, which for inverse ones are worth US dollars. */
final class OkxInstrument {

    /** Where the numbers begin that stand for instrument ids on the sockets (docs: OKX v5, instIdCode). */
    private static final long FIRST_CODE = 2_021_032_601_100_000L;

    private static final String DEFAULT_LEVERAGE = "125";

    private record StartOfDay(Instant day, String price) {}

    private final Map<String, StartOfDay> starts = new HashMap<>();
    private final Market market;
    private final Instrument instrument;
    private final int number;

    OkxInstrument(Market market, int number) {
        this.market = market;
        this.instrument = market.instrument();
        this.number = number;
    }

    Market market() {
        return market;
    }

    Instrument instrument() {
        return instrument;
    }

    Symbol symbol() {
        return instrument.symbol();
    }

    /** From 0, in the order of the listing. */
    int number() {
        return number;
    }

    String id() {
        return instrument.venueSymbol();
    }

    long code() {
        return FIRST_CODE + number;
    }

    String type() {
        return switch (instrument.kind()) {
            case SPOT -> "SPOT";
            case FUTURE -> "FUTURES";
            case PERPETUAL, UNKNOWN -> "SWAP";
        };
    }

    boolean isPerpetual() {
        return instrument.kind() == InstrumentKind.PERPETUAL;
    }

    boolean inverse() {
        return instrument.inverse();
    }

    /** Such as {@code BTC-USDT}: also the name of the index. */
    String family() {
        String[] parts = id().split("-", -1);
        return parts.length < 2 ? id() : parts[0] + "-" + parts[1];
    }

    String settle() {
        return symbol().settle().orElse(symbol().quote());
    }

    String leverageCeiling() {
        return instrument.maxLeverage().map(Text::of).orElse(DEFAULT_LEVERAGE);
    }

    /** Contracts of a quantity in base units. */
    BigDecimal contracts(BigDecimal quantity, BigDecimal price) {
        return quantity.signum() == 0 ? BigDecimal.ZERO : instrument.toContracts(quantity, price);
    }

    /** Contracts that a level of the book shows: whole lots. */
    String shown(PriceLevel level) {
        return shown(level.quantity(), level.price());
    }

    String shown(BigDecimal quantity, BigDecimal price) {
        BigDecimal contracts = contracts(quantity, price);
        return Text.of(inverse() ? instrument.quantityFilter().down(contracts) : contracts);
    }

    BigDecimal lot() {
        return contractsOf(instrument.quantityFilter().step());
    }

    BigDecimal minimum() {
        BigDecimal min = contractsOf(instrument.quantityFilter().min());
        return min.signum() > 0 ? min : lot();
    }

    /** The most of a limit order; 0 for no bound. */
    BigDecimal limitMaximum() {
        return contractsOf(instrument.quantityFilter().max());
    }

    /** The most of a market order; 0 for no bound. */
    BigDecimal marketMaximum() {
        return contractsOf(instrument.marketQuantityFilter().max());
    }

    private BigDecimal contractsOf(BigDecimal filter) {
        return inverse() ? filter : instrument.toContracts(filter);
    }

    BigDecimal mark() {
        return market.mark().mark();
    }

    BigDecimal index() {
        return market.mark().index().orElse(mark());
    }

    BigDecimal last() {
        return market.day().last();
    }

    /** What a number of contracts is worth in US dollars, or in the quote asset, at a price. */
    BigDecimal worth(BigDecimal contracts, BigDecimal price) {
        BigDecimal value = contracts.multiply(instrument.contractValue());
        return inverse() ? value : value.multiply(price);
    }

    /** The most that a buyer may bid. */
    Optional<BigDecimal> highestBuy() {
        return instrument.priceBand().map(band -> instrument.priceFilter().down(mark().multiply(band.up())));
    }

    /** The least that a seller may ask. */
    Optional<BigDecimal> lowestSell() {
        return instrument.priceBand().map(band -> instrument.priceFilter().up(mark().multiply(band.down())));
    }

    /** Base units of a number of contracts. */
    BigDecimal quantity(BigDecimal contracts, BigDecimal price) {
        return instrument.fromContracts(contracts, price);
    }

    /** The first price of the day, which begins at midnight UTC or UTC+8. Looked up once a day. */
    String startOfDay(PriceKind kind, Duration zone, BigDecimal otherwise) {
        Instant start =
                market.mark().time().plus(zone).truncatedTo(ChronoUnit.DAYS).minus(zone);
        StartOfDay known = starts.get(kind + " " + zone);
        if (known == null || !known.day.equals(start)) {
            List<Candle> first = market.candles(kind, CandleInterval.H1, start, start, 1);
            if (first.isEmpty()) {
                return Text.of(otherwise);
            }
            known = new StartOfDay(start, Text.of(first.get(0).open()));
            starts.put(kind + " " + zone, known);
        }
        return known.price;
    }

    /** A volume in the quote asset. */
    BigDecimal quoteVolume(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(price).setScale(8, RoundingMode.HALF_UP);
    }
}
