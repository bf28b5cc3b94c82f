package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The coin behind a venue's base asset, and how many of it the venue counts as one.
 *
 * @param coin such as PEPE
 * @param factor such as 1000
 */
record CoinMultiplier(String coin, BigDecimal factor) {

    // A list, not a pattern: 1INCH, 2Z, 0G and 42 are coins of that very name.
    private static final Map<String, CoinMultiplier> KNOWN = Map.of(
            "1000PEPE", times("1000", "PEPE"),
            "1000SHIB", times("1000", "SHIB"),
            "1000BONK", times("1000", "BONK"),
            "1000FLOKI", times("1000", "FLOKI"),
            "1000CHEEMS", times("1000", "CHEEMS"),
            "1000LUNC", times("1000", "LUNC"),
            "1000SATS", times("1000", "SATS"),
            "1MBABYDOGE", times("1000000", "BABYDOGE"));

    private static CoinMultiplier times(String factor, String coin) {
        return new CoinMultiplier(coin, new BigDecimal(factor));
    }

    static CoinMultiplier of(String baseAsset) {
        CoinMultiplier known = KNOWN.get(baseAsset);
        return known != null ? known : new CoinMultiplier(baseAsset, BigDecimal.ONE);
    }
}
