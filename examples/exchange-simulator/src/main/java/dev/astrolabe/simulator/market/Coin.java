package dev.astrolabe.simulator.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A coin, and how it likes to move. All venues share it; amounts are of a single coin.
 *
 * @param name its ticker
 * @param number tells coins apart where a venue treats each a little differently
 * @param startPrice in USDT, on every venue's tick
 * @param liveliness how much it moves, compared with BTC
 * @param minuteVolume what is traded in an ordinary minute, in USDT
 * @param levelNotional what the best level of a book is worth, in USDT
 * @param bunch how many coins its path is priced by, so that the price is a handy number
 */
record Coin(
        String name,
        int number,
        BigDecimal startPrice,
        double liveliness,
        double minuteVolume,
        double levelNotional,
        int bunch) {

    private static final BigDecimal HANDY = new BigDecimal("0.001");
    private static final String SYNTHETIC = "C";

    static final List<Coin> ALL = List.of(
            coin("BTC", 0, "96000", 1.0, 4_000_000, 120_000),
            coin("ETH", 1, "3400", 1.2, 2_500_000, 80_000),
            coin("SOL", 2, "185", 1.5, 1_200_000, 50_000),
            coin("BNB", 3, "650", 1.1, 800_000, 40_000),
            coin("PEPE", 4, "0.0000125", 2.0, 600_000, 25_000),
            coin("XRP", 5, "2.2", 1.4, 900_000, 40_000),
            coin("DOGE", 6, "0.32", 1.8, 700_000, 30_000),
            coin("ADA", 7, "0.9", 1.5, 400_000, 20_000),
            coin("LINK", 8, "22", 1.5, 300_000, 20_000),
            coin("AVAX", 9, "36", 1.6, 300_000, 20_000),
            coin("SHIB", 10, "0.000022", 1.9, 350_000, 20_000),
            coin("LTC", 11, "110", 1.3, 300_000, 20_000));

    private static Coin coin(
            String name, int number, String price, double liveliness, double minuteVolume, double levelNotional) {
        BigDecimal each = new BigDecimal(price);
        int bunch = each.compareTo(HANDY) < 0 ? 1000 : 1;
        return new Coin(name, number, each, liveliness, minuteVolume, levelNotional, bunch);
    }

    /** A coin that trades nowhere else: {@code C01}, {@code C02} and so on. */
    static Coin synthetic(int number) {
        BigDecimal price = BigDecimal.valueOf(5 + 7L * number);
        return new Coin(
                String.format("%s%02d", SYNTHETIC, number),
                ALL.size() + number,
                price,
                1 + number % 5 * 0.2,
                200_000,
                20_000,
                1);
    }

    /** A coin by its ticker, well known or synthetic. */
    static Optional<Coin> named(String name) {
        return ALL.stream().filter(coin -> coin.name().equals(name)).findFirst().or(() -> syntheticOf(name));
    }

    private static Optional<Coin> syntheticOf(String name) {
        return name.matches(SYNTHETIC + "\\d{2,3}")
                ? Optional.of(synthetic(Integer.parseInt(name.substring(1))))
                : Optional.empty();
    }

    /** What tells its path from that of other coins. */
    String pathName() {
        return (bunch == 1 ? "" : bunch) + name + "USDT";
    }
}
