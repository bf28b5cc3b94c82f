package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and filters for recorded prices, which come without any.
 *
 * @since 0.1
 */
public final class ReplayInstruments {

    private static final Pattern FIRST_WORD = Pattern.compile("([A-Za-z0-9]{2,15})[-_.].*");
    private static final BigDecimal MIN_NOTIONAL = new BigDecimal("5");
    private static final BigDecimal MAX_LEVERAGE = new BigDecimal("100");
    /** A lot is the largest power of ten that is worth no more than this at the highest price. */
    private static final BigDecimal LOT_NOTIONAL = new BigDecimal("100");

    private ReplayInstruments() {}

    /**
     * The linear perpetual that a file's name begins with: {@code btc-perp-1m.csv.gz} is {@code BTC/USDT:USDT}.
     *
     * @param file a candle file
     * @return the symbol; empty where the name does not begin with 2 to 15 letters or digits and a hyphen, underscore or dot
     */
    public static Optional<Symbol> symbolOf(Path file) {
        Path name = file.getFileName();
        Matcher word = FIRST_WORD.matcher(name == null ? "" : name.toString());
        return word.matches()
                ? Optional.of(Symbol.perpetual(word.group(1).toUpperCase(Locale.ROOT), "USDT", "USDT"))
                : Optional.empty();
    }

    /**
     * A linear instrument that the prices of a file fit: the tick is the finest decimal they use, the lot the largest power of ten
     * that is worth at most 100 at their highest, the least order worth 5, the largest leverage 100.
     *
     * @param exchange the name of the exchange to show
     * @param symbol its name
     * @param prices what the file holds
     * @return the instrument; {@code toBuilder()} changes what is known better
     */
    public static Instrument fitting(ExchangeId exchange, Symbol symbol, CandleFileSummary prices) {
        BigDecimal tick = BigDecimal.ONE.movePointLeft(prices.priceDecimals());
        BigDecimal lot = lot(prices.highest());
        StepFilter quantities = new StepFilter(lot, BigDecimal.ZERO, lot);
        return Instrument.builder()
                .symbol(symbol)
                .exchange(exchange.name())
                .venueSymbol(symbol.base() + symbol.quote())
                .kind(symbol.settle().isPresent() ? InstrumentKind.PERPETUAL : InstrumentKind.SPOT)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceFilter(new StepFilter(tick, BigDecimal.ZERO, tick))
                .quantityFilter(quantities)
                .marketQuantityFilter(quantities)
                .minNotional(MIN_NOTIONAL)
                .maxLeverage(MAX_LEVERAGE)
                .build();
    }

    private static BigDecimal lot(BigDecimal highest) {
        BigDecimal lot = BigDecimal.ONE;
        while (lot.multiply(highest).compareTo(LOT_NOTIONAL) > 0) {
            lot = lot.movePointLeft(1);
        }
        while (lot.movePointRight(1).multiply(highest).compareTo(LOT_NOTIONAL) <= 0) {
            lot = lot.movePointRight(1);
        }
        return lot.scale() < 0 ? lot.setScale(0) : lot;
    }
}
