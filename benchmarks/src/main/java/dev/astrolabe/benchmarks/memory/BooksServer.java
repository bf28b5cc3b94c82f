package dev.astrolabe.benchmarks.memory;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.aster.AsterOptions;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.SeededMarkets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * A simulated AsterDex of so many perpetuals, each of which moves ten times a second. It prints its addresses and ends with its input.
 *
 * @since 0.1
 */
public final class BooksServer {

    private static final Duration STEP = Duration.ofMillis(100);
    private static final long SEED = 42;
    // Each book needs a snapshot, and all are asked for at once.
    private static final int WEIGHT_A_MINUTE = 1_000_000;

    private BooksServer() {}

    /**
     * Serves until its input ends.
     *
     * @param args how many perpetuals
     * @throws IOException if its input cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        long beat = SeededMarkets.BEAT.toMillis();
        SeededMarkets markets = SeededMarkets.builder(
                        SEED, Instant.ofEpochMilli(Instant.now().toEpochMilli() / beat * beat))
                .instruments(Listings.syntheticAster(Integer.parseInt(args[0])))
                .step(STEP)
                .build();
        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                .markets(ExchangeId.ASTERDEX, markets)
                .aster(AsterOptions.standard().withWeightPerMinute(WEIGHT_A_MINUTE))
                .start()) {
            System.out.println(simulator.baseUrl() + " " + simulator.streamUrl());
            while (System.in.read() >= 0) {
                // Nothing is asked.
            }
        }
    }
}
