package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.feed.CandleFeed;
import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.agents.gate.Topology;
import dev.astrolabe.agents.strategy.StandardAgents;
import dev.astrolabe.exchange.model.PositionSide;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data gives the same session, to the last order. */
class SessionDeterminismTest {

    @TempDir
    Path folder;

    private static String scripted(String lastPrice, String quantity) throws InterruptedException {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50500", lastPrice));
        stage.script.at(1, stage.script.open(BTC, PositionSide.LONG, quantity, "49000"));
        stage.script.at(2, stage.script.moveStop(BTC, PositionSide.LONG, "50000"));
        return stage.run().digest();
    }

    @Test
    void equal_sessions_have_equal_digests() throws Exception {
        assertThat(scripted("50400", "0.05"))
                .isEqualTo(scripted("50400", "0.05"))
                .hasSize(64);
    }

    @Test
    void another_price_of_one_fill_gives_another_digest() throws Exception {
        assertThat(scripted("50400.1", "0.05")).isNotEqualTo(scripted("50400", "0.05"));
    }

    @Test
    void another_quantity_gives_another_digest() throws Exception {
        assertThat(scripted("50400", "0.051")).isNotEqualTo(scripted("50400", "0.05"));
    }

    @Test
    void a_generated_candle_file_gives_equal_reports() throws Exception {
        Path file = generated(1);

        SessionReport first = replay(file);
        SessionReport second = replay(file);

        assertThat(first.agents().stream().mapToInt(Performance::trades).sum())
                .as("trades")
                .isPositive();
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(first.balanceChecks()).isEqualTo(first.steps() + 1);
    }

    @Test
    void another_seed_gives_another_digest() throws Exception {
        assertThat(replay(generated(2)).digest())
                .isNotEqualTo(replay(generated(1)).digest());
    }

    @Test
    void recorded_minutes_give_equal_digests() throws Exception {
        String data = System.getProperty("data.dir", "");
        assumeTrue(!data.isEmpty(), "skipped: system property data.dir does not say where the recorded prices lie");
        Path file = head(Path.of(data, "btc-perp-1m-2022-01.csv.gz"), 5_000);

        SessionReport first = replay(file);
        SessionReport second = replay(file);

        assertThat(first.agents().stream().mapToInt(Performance::trades).sum())
                .as("trades")
                .isPositive();
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(first.balanceChecks()).isEqualTo(first.steps() + 1);
    }

    /** The standard agents on bars of a minute, so that a short file is enough. */
    private static SessionReport replay(Path file) throws InterruptedException {
        List<Agent> agents = new ArrayList<>();
        for (Agent agent : StandardAgents.all()) {
            agents.add(new Agent(
                    agent.spec().toBuilder().barLength(Duration.ofMinutes(1)).build(), agent.strategy()));
        }
        SessionConfig config = SessionConfig.builder()
                .agents(agents)
                .limits(GateLimits.builder().topology(Topology.SUBACCOUNT).build())
                .warmUpBars(500)
                .build();
        try (CandleFeed feed = CandleFeed.builder(CandleFile.of(file)).open();
                PaperExecution execution = PaperExecution.open(config, feed)) {
            return new Session(config, feed, execution, SessionListener.NONE).run();
        }
    }

    private Path head(Path packed, int rows) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            return Files.write(
                    folder.resolve("btc-perp-1m.csv"),
                    lines.lines().limit(rows + 1L).toList());
        }
    }

    /** A walk with runs of one direction, so that trends and reversals occur. */
    private Path generated(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        rows.add("open_time_ms,open,high,low,close,volume");
        long price = 400_000;
        int drift = 0;
        for (int minute = 0; minute < 2_500; minute++) {
            if (minute % 60 == 0) {
                drift = random.nextInt(401) - 200;
            }
            long close = price + drift + random.nextInt(401) - 200;
            long high = Math.max(price, close) + random.nextInt(100);
            long low = Math.min(price, close) - random.nextInt(100);
            rows.add(ScriptedFeed.START.toEpochMilli() + minute * 60_000L + "," + tenths(price) + "," + tenths(high)
                    + "," + tenths(low) + "," + tenths(close) + "," + (1 + random.nextInt(50)));
            price = close;
        }
        return Files.write(folder.resolve("btc-perp-1m-" + seed + ".csv"), rows);
    }

    private static String tenths(long price) {
        return price / 10 + "." + price % 10;
    }
}
