package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PriceBand;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What both venues list: ticks, lots, contract values and names as their catalogues had them in January and April 2026.
 *
 * @since 0.1
 */
public final class Listings {

    private static final Instant LISTED = Instant.parse("2023-01-02T08:00:00Z");
    private static final BigDecimal MIN_NOTIONAL = new BigDecimal("5");
    private static final BigDecimal MOST_CONTRACTS = new BigDecimal("100000000");
    private static final BigDecimal MOST_MARKET_CONTRACTS = new BigDecimal("34000");
    private static final int DAYS_TO_EXPIRY = 14;
    private static final LocalTime EXPIRY_TIME = LocalTime.of(8, 0);

    private static final List<Instrument> ASTER = List.of(
            aster("BTC", 1, "0.1", "0.001", "1000", "120", "0.02", 100),
            aster("ETH", 1, "0.10", "0.001", "10000", "2000", "0.05", 100),
            aster("SOL", 1, "0.0100", "0.01", "1000000", "8000", "0.05", 75),
            aster("BNB", 1, "0.100", "0.01", "100000", "2000", "0.05", 75),
            aster("PEPE", 1000, "0.0000010", "1", "1000000000", "100000000", "0.05", 50),
            aster("XRP", 1, "0.0001", "0.1", "10000000", "1000000", "0.05", 75),
            aster("DOGE", 1, "0.000010", "1", "50000000", "5000000", "0.05", 75),
            aster("ADA", 1, "0.00010", "1", "20000000", "2000000", "0.05", 50),
            aster("LINK", 1, "0.001", "0.01", "1000000", "100000", "0.05", 50),
            aster("AVAX", 1, "0.0100", "1", "1000000", "50000", "0.05", 50),
            aster("SHIB", 1000, "0.000001", "1", "500000000", "50000000", "0.05", 50),
            aster("LTC", 1, "0.01", "0.001", "100000", "10000", "0.05", 50));

    private static final List<Instrument> OKX = List.of(
            linearSwap("BTC", "0.01", "0.01", "0.1", 100),
            linearSwap("ETH", "0.1", "0.01", "0.01", 100),
            linearSwap("SOL", "1", "0.01", "0.01", 50),
            linearSwap("BNB", "0.01", "1", "0.1", 50),
            linearSwap("PEPE", "10000000", "0.1", "0.000000001", 50),
            linearSwap("XRP", "100", "0.01", "0.001", 50),
            linearSwap("DOGE", "1000", "0.01", "0.00001", 50),
            linearSwap("ADA", "100", "0.1", "0.0001", 50),
            linearSwap("LINK", "1", "0.1", "0.001", 50),
            linearSwap("AVAX", "1", "0.1", "0.001", 50),
            linearSwap("SHIB", "1000000", "0.1", "0.000000001", 50),
            linearSwap("LTC", "1", "0.1", "0.01", 50),
            inverseSwap("BTC", "100", "0.1", "0.1", 100),
            inverseSwap("ETH", "10", "1", "0.01", 100));

    private Listings() {}

    /**
     * AsterDex: twelve perpetuals in USDT, two of them by the thousand.
     *
     * @return the instruments
     */
    public static List<Instrument> aster() {
        return ASTER;
    }

    /**
     * OKX: twelve swaps in USDT, and BTC and ETH swaps that settle in the coin.
     *
     * @return the instruments
     */
    public static List<Instrument> okx() {
        return OKX;
    }

    /**
     * OKX with two quarterly futures on BTC, linear and inverse, which expire two weeks after a time at the earliest, on the last
     * Friday of a quarter at 08:00 UTC.
     *
     * @param start the time
     * @return the instruments
     */
    public static List<Instrument> okx(Instant start) {
        Instant expiry = expiryAfter(start);
        LocalDate day = LocalDate.ofInstant(expiry, ZoneOffset.UTC);
        String name = DateTimeFormatter.ofPattern("uuMMdd").format(day);
        List<Instrument> all = new ArrayList<>(OKX);
        all.add(contract(Symbol.future("BTC", "USDT", "USDT", day), "BTC-USDT-" + name, "0.01", "0.01", "0.1", 100)
                .kind(InstrumentKind.FUTURE)
                .expiresAt(expiry)
                .build());
        all.add(contract(Symbol.future("BTC", "USD", "BTC", day), "BTC-USD-" + name, "100", "0.1", "0.1", 100)
                .kind(InstrumentKind.FUTURE)
                .expiresAt(expiry)
                .build());
        return List.copyOf(all);
    }

    /**
     * AsterDex perpetuals of coins that trade nowhere else: {@code C01USDT} and so on.
     *
     * @param count how many, 0 to 999
     * @return the instruments
     */
    public static List<Instrument> syntheticAster(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        aster(Coin.synthetic(number).name(), 1, "0.001", "0.01", "1000000", "100000", "0.05", 50))
                .toList();
    }

    /**
     * OKX swaps of the same coins: {@code C01-USDT-SWAP} and so on.
     *
     * @param count how many, 0 to 999
     * @return the instruments
     */
    public static List<Instrument> syntheticOkx(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> linearSwap(Coin.synthetic(number).name(), "1", "0.01", "0.001", 50))
                .toList();
    }

    /** How long between two fundings; zero for what pays none. AsterDex pays coins by the thousand every four hours. */
    static Duration fundingInterval(Instrument instrument) {
        if (instrument.kind() != InstrumentKind.PERPETUAL) {
            return Duration.ZERO;
        }
        return Duration.ofHours(instrument.priceMultiplier().compareTo(BigDecimal.ONE) > 0 ? 4 : 8);
    }

    /** The last Friday of a quarter, at 08:00 UTC. */
    private static Instant expiryAfter(Instant start) {
        LocalDate quarter = LocalDate.ofInstant(start, ZoneOffset.UTC).with(IsoFields.DAY_OF_QUARTER, 1);
        while (true) {
            quarter = quarter.plusMonths(3);
            Instant expiry = quarter.minusDays(1)
                    .with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY))
                    .atTime(EXPIRY_TIME)
                    .toInstant(ZoneOffset.UTC);
            if (!expiry.isBefore(start.plus(DAYS_TO_EXPIRY, ChronoUnit.DAYS))) {
                return expiry;
            }
        }
    }

    /** Amounts as the venue names them, which are of {@code multiplier} coins. */
    private static Instrument aster(
            String coin,
            int multiplier,
            String tick,
            String lot,
            String most,
            String mostMarket,
            String band,
            int leverage) {
        BigDecimal factor = BigDecimal.valueOf(multiplier);
        BigDecimal step = tidy(new BigDecimal(tick).divide(factor));
        BigDecimal lots = tidy(new BigDecimal(lot).multiply(factor));
        return Instrument.builder()
                .symbol(Symbol.perpetual(coin, "USDT", "USDT"))
                .exchange(ExchangeId.ASTERDEX.name())
                .venueSymbol((multiplier == 1 ? "" : String.valueOf(multiplier)) + coin + "USDT")
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .contractValue(factor)
                .priceMultiplier(factor)
                .priceFilter(new StepFilter(step, step.movePointRight(7), step))
                .quantityFilter(new StepFilter(lots, new BigDecimal(most).multiply(factor), lots))
                .marketQuantityFilter(new StepFilter(lots, new BigDecimal(mostMarket).multiply(factor), lots))
                .minNotional(MIN_NOTIONAL)
                .priceBand(band(band))
                .maxLeverage(BigDecimal.valueOf(leverage))
                .orderTypes(Set.of(
                        OrderType.LIMIT,
                        OrderType.MARKET,
                        OrderType.STOP_LIMIT,
                        OrderType.STOP_MARKET,
                        OrderType.TAKE_PROFIT_LIMIT,
                        OrderType.TAKE_PROFIT_MARKET,
                        OrderType.TRAILING_STOP_MARKET))
                .timesInForce(Set.of(
                        TimeInForce.GTC,
                        TimeInForce.IOC,
                        TimeInForce.FOK,
                        TimeInForce.POST_ONLY,
                        TimeInForce.RPI,
                        TimeInForce.HIDDEN))
                .listedAt(LISTED)
                .build();
    }

    private static Instrument linearSwap(String coin, String value, String lot, String tick, int leverage) {
        return contract(Symbol.perpetual(coin, "USDT", "USDT"), coin + "-USDT-SWAP", value, lot, tick, leverage)
                .build();
    }

    private static Instrument inverseSwap(String coin, String value, String lot, String tick, int leverage) {
        return contract(Symbol.perpetual(coin, "USD", coin), coin + "-USD-SWAP", value, lot, tick, leverage)
                .build();
    }

    private static Instrument.Builder contract(
            Symbol symbol, String name, String value, String lot, String tick, int leverage) {
        boolean inverse = symbol.settle().filter(symbol.base()::equals).isPresent();
        BigDecimal worth = new BigDecimal(value);
        BigDecimal unit = inverse ? BigDecimal.ONE : worth;
        BigDecimal lots = tidy(new BigDecimal(lot).multiply(unit));
        return Instrument.builder()
                .symbol(symbol)
                .exchange(ExchangeId.OKX.name())
                .venueSymbol(name)
                .kind(InstrumentKind.PERPETUAL)
                .inverse(inverse)
                .status(InstrumentStatus.TRADING)
                .rawStatus("live")
                .contractValue(worth)
                .priceFilter(new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(tick)))
                .quantityFilter(new StepFilter(lots, tidy(MOST_CONTRACTS.multiply(unit)), lots))
                .marketQuantityFilter(new StepFilter(lots, tidy(MOST_MARKET_CONTRACTS.multiply(unit)), lots))
                .priceBand(band("0.05"))
                .maxLeverage(BigDecimal.valueOf(leverage))
                .listedAt(LISTED);
    }

    private static PriceBand band(String share) {
        BigDecimal part = new BigDecimal(share);
        return new PriceBand(BigDecimal.ONE.add(part), BigDecimal.ONE.subtract(part));
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
