package dev.astrolabe.simulator.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.contract.Wire;
import dev.astrolabe.simulator.fault.FaultKind;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.soak.CarefulCaller.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program of its own trades over the wire and is killed, as by {@code kill -9}, at any moment, again and again. {@code -Psoak} kills
 * 201 times.
 */
@Timeout(1_800)
class KillTest {

    private static final int KILLS = Integer.getInteger("soak.kills", 12);
    private static final long SEED = Long.getLong("soak.seed", 20_260_301L);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SPEED = 30;
    private static final int LONGEST_LIFE_MILLIS = 500;
    private static final int LAST_ORDERS = 3;
    private static final Duration ANSWER = Duration.ofMillis(8);
    private static final String ACCOUNT = "main";

    @TempDir
    Path directory;

    /** What came of one protocol. */
    private record Result(
            Wire wire, int kills, int found, Map<String, Verdict> verdicts, List<String> contradictions) {}

    @Test
    void whoever_writes_down_what_is_sent_loses_no_order_to_a_kill_and_places_none_twice() throws Exception {
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(Wire.values().length);
        List<Future<Result>> running = new ArrayList<>();

        for (Wire wire : Wire.values()) {
            running.add(threads.submit(() -> killed(wire, KILLS / Wire.values().length)));
        }
        threads.shutdown();

        for (Future<Result> each : running) {
            Result result = each.get();
            System.out.println(result.wire().protocol() + ": " + result.kills() + " kills, "
                    + result.verdicts().size() + " orders, " + result.found() + " open after a kill, "
                    + result.verdicts().values().stream()
                            .filter(verdict -> verdict == Verdict.NOT_PLACED)
                            .count()
                    + " not placed; " + (System.nanoTime() - began) / 1_000_000 + " ms");
            assertThat(result.contradictions()).as(result.wire().protocol()).isEmpty();
        }
    }

    private Result killed(Wire wire, int kills) throws Exception {
        Instant machineStart = Instant.now();
        SimulatorClock clock = SimulatorClock.accelerated(START, SPEED);
        ScriptedMarkets markets = ScriptedMarkets.of(
                clock,
                wire == Wire.OKX_V5 ? Listings.okx() : Listings.aster(),
                Map.of(CarefulCaller.BTC, new BigDecimal("50000")));
        Path file = directory.resolve(wire.name());
        Random random = new Random(SEED + wire.name().hashCode());
        int found = 0;

        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                .seed(SEED)
                .clock(clock)
                .markets(wire.exchange(), markets)
                .account(wire.account(ACCOUNT, "USDT", new BigDecimal("10000000")))
                .fault(FaultRule.of(FaultKind.LATENCY).onChanges().lasting(ANSWER))
                .start()) {
            for (int i = 0; i < kills; i++) {
                Process child = start(wire, simulator, machineStart, file, Integer.MAX_VALUE);
                awaitReady(child);
                boolean ended = child.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
                assertThat(ended).as("the program ended by itself").isFalse();
                child.destroyForcibly().waitFor();
                found += openIn(file);
            }
            Process last = start(wire, simulator, machineStart, file, sentIn(file) + LAST_ORDERS);
            awaitReady(last);
            assertThat(last.waitFor()).isZero();
            try (Intents intents = new Intents(file)) {
                assertThat(intents.open()).isEmpty();
                List<String> contradictions = new Witness(simulator).contradictions(intents.verdicts());
                return new Result(wire, kills, found, intents.verdicts(), contradictions);
            }
        }
    }

    private static int openIn(Path file) throws IOException {
        try (Intents intents = new Intents(file)) {
            return intents.open().size();
        }
    }

    private static int sentIn(Path file) throws IOException {
        try (Intents intents = new Intents(file)) {
            return intents.sent().size();
        }
    }

    private static void awaitReady(Process child) throws IOException {
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");
    }

    private static Process start(Wire wire, ExchangeSimulator simulator, Instant machineStart, Path file, int orders)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx96m",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTrader.class.getName(),
                        wire.name(),
                        simulator.baseUrl(),
                        simulator.streamUrl(),
                        ACCOUNT,
                        machineStart.toString(),
                        START.toString(),
                        String.valueOf(SPEED),
                        file.toString(),
                        String.valueOf(orders))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
