package dev.astrolabe.simulator.soak;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.aster.AsterOptions;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.SeededMarkets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The process under load: an AsterDex of so many perpetuals, each of which moves ten times a second. It tells its usage for each line
 * that it reads, and ends with its input.
 */
final class SoakServer {

    private static final Duration STEP = Duration.ofMillis(100);
    // All clients come from one address, and each book needs a snapshot.
    private static final int WEIGHT_A_MINUTE = 1_000_000;

    private SoakServer() {}

    /**
     * Serves until its input ends.
     *
     * @param args how many symbols, and the seed
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SeededMarkets markets = SeededMarkets.builder(Long.parseLong(args[1]), start())
                .instruments(listed(Integer.parseInt(args[0])))
                .step(STEP)
                .build();
        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                .markets(ExchangeId.ASTERDEX, markets)
                .aster(AsterOptions.standard().withWeightPerMinute(WEIGHT_A_MINUTE))
                .start()) {
            out.println(simulator.baseUrl() + " " + simulator.streamUrl());
            while (in.readLine() != null) {
                out.println(ProcessUsage.now().line());
            }
        }
    }

    private static Instant start() {
        long beat = SeededMarkets.BEAT.toMillis();
        return Instant.ofEpochMilli(Instant.now().toEpochMilli() / beat * beat);
    }

    private static List<Instrument> listed(int symbols) {
        return Stream.concat(Listings.aster().stream(), Listings.syntheticAster(99).stream())
                .limit(symbols)
                .toList();
    }
}
