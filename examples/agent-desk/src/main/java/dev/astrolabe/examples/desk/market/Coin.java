package dev.astrolabe.examples.desk.market;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is traded, and how it likes to move. Tick and lot are powers of ten.
 *
 * @param symbol the venue's name of it
 * @param base the venue's base asset; {@code 1000PEPE} is a thousand coins
 * @param startPrice in quote per unit of the base asset
 * @param tickDecimals decimals of a price
 * @param lotDecimals decimals of a quantity
 * @param liveliness how much it moves, compared with BTC
 * @param minuteVolume what is traded in an ordinary minute, in quote units
 * @param levelNotional what the best level of the book is worth, in quote units
 * @param fundingHours hours between two funding payments
 */
record Coin(
        String symbol,
        String base,
        double startPrice,
        int tickDecimals,
        int lotDecimals,
        double liveliness,
        double minuteVolume,
        double levelNotional,
        int fundingHours) {

    static final String QUOTE = "USDT";

    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    static final List<Coin> ALL = List.of(
            new Coin("BTCUSDT", "BTC", 96_000, 1, 3, 1.0, 4_000_000, 120_000, 8),
            new Coin("ETHUSDT", "ETH", 3_400, 2, 3, 1.2, 2_500_000, 80_000, 8),
            new Coin("SOLUSDT", "SOL", 185, 2, 2, 1.5, 1_200_000, 50_000, 8),
            new Coin("BNBUSDT", "BNB", 650, 2, 2, 1.1, 800_000, 40_000, 8),
            new Coin("1000PEPEUSDT", "1000PEPE", 0.0125, 6, 0, 2.0, 600_000, 25_000, 4));

    BigDecimal tick() {
        return BigDecimal.ONE.movePointLeft(tickDecimals);
    }

    BigDecimal lot() {
        return BigDecimal.ONE.movePointLeft(lotDecimals);
    }

    BigDecimal price(long ticks) {
        return BigDecimal.valueOf(ticks, tickDecimals);
    }

    BigDecimal quantity(long lots) {
        return BigDecimal.valueOf(lots, lotDecimals);
    }

    double asDouble(long ticks) {
        return ticks / POWERS_OF_TEN[tickDecimals];
    }

    /** Ticks times lots in quote units. */
    BigDecimal notional(long ticksTimesLots) {
        return BigDecimal.valueOf(ticksTimesLots, tickDecimals + lotDecimals);
    }

    long ticks(double price) {
        return Math.max(1, Math.round(price * POWERS_OF_TEN[tickDecimals]));
    }

    /** At least one lot. */
    long lots(double notional, double price) {
        return Math.max(1, (long) (notional / price * POWERS_OF_TEN[lotDecimals]));
    }
}
