package dev.astrolabe.simulator;

import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.agents.feed.GapPolicy;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Markets;
import dev.astrolabe.simulator.market.ReplayMarkets;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the simulator. */
@Command(
        name = "exchange-simulator",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "An exchange of its own on 127.0.0.1 that speaks AsterDex v1, AsterDex v3 and OKX v5.",
            "It runs until it is told to end (SIGTERM, Ctrl+C)."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:it failed", "2:an option cannot be used; nothing was started"})
final class SimulatorOptions implements Callable<Integer> {

    private static final int MOST_SYNTHETIC = 999;
    private static final double MOST_SPEED = 10_000;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of all protocols; 0 for any that is free. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--control-port",
            paramLabel = "N",
            description = "Port of control; 0 for any that is free. Default: ${DEFAULT-VALUE}")
    private int controlPort;

    @Option(names = "--seed", paramLabel = "N", description = "Decides prices and faults. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Simulated seconds in one second, above 0 to 10000. Default: ${DEFAULT-VALUE}")
    private double speed = 1;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "What its clock shows first, such as 2026-01-05T00:00:00Z. Default: the machine's time.")
    private @Nullable Instant start;

    @Option(
            names = "--venues",
            paramLabel = "NAME",
            split = ",",
            description = "Venues to open: asterdex, okx. Default: both.")
    private List<String> venues = List.of();

    @Option(
            names = "--coins",
            paramLabel = "COIN",
            split = ",",
            description = "The only coins to list, such as BTC,ETH,PEPE. Default: all twelve.")
    private Set<String> coins = Set.of();

    @Option(
            names = "--synthetic",
            paramLabel = "N",
            description = "Further coins that trade nowhere else, C01 and so on, 0 to 999. Default: ${DEFAULT-VALUE}")
    private int synthetic;

    @Option(
            names = "--candles",
            paramLabel = "FILE=SYMBOL",
            description = {
                "Replay this CSV or CSV.gz with the header open_time_ms,open,high,low,close,volume as a symbol such as",
                "BTC/USDT:USDT, on each venue that lists it. May be given again. Nothing else is listed then."
            })
    private Map<Path, String> candles = Map.of();

    @Option(
            names = "--gaps",
            paramLabel = "RULE",
            description = "What to do where candles are missing: fail, rare or skip. Default: ${DEFAULT-VALUE}")
    private GapPolicy gaps = GapPolicy.RARE;

    @Option(
            names = "--account",
            paramLabel = "FILE",
            description = {
                "Properties of an account: id; aster.key and aster.secret; aster.user and aster.signer; okx.key, okx.secret,",
                "okx.passphrase and okx.permissions. May be given again. Default: environment variables such as",
                "SIMULATOR_OKX_SECRET, and where there are none, the demo account."
            })
    private List<Path> accounts = List.of();

    @Option(
            names = "--deposit",
            paramLabel = "ASSET=AMOUNT",
            description =
                    "What each account begins with, at each venue. May be given again. Default: USDT=100000, BTC=1")
    private Map<String, BigDecimal> deposits = Map.of();

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "Ends by itself after so many seconds of the machine; 0 for never. Default: ${DEFAULT-VALUE}")
    private long duration;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // read by the command line
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;
    private final StopSignal stop;

    SimulatorOptions(Map<String, String> environment, StopSignal stop) {
        this.environment = environment;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        List<SimulatedAccount> opened = openAccounts();
        Instant now = start == null ? Instant.now() : start;
        Map<ExchangeId, Markets> markets = of("--coins or --candles", () -> plan().open(seed, now, speed));
        // The clock starts last: by a fast one, making markets takes minutes.
        ExchangeSimulator.Builder builder = ExchangeSimulator.builder()
                .port(port)
                .controlPort(controlPort)
                .seed(seed)
                .clock(speed == 1 && start == null ? SimulatorClock.real() : SimulatorClock.accelerated(now, speed));
        opened.forEach(builder::account);
        markets.forEach(builder::markets);
        try (ExchangeSimulator simulator = started(builder)) {
            PrintWriter out = spec().commandLine().getOut();
            new Greeting(simulator, seed, speed, markets).lines().forEach(out::println);
            out.flush();
            stop.await(duration);
        } finally {
            for (Markets market : markets.values()) {
                if (market instanceof ReplayMarkets replay) {
                    replay.close();
                }
            }
            stop.done();
        }
        return 0;
    }

    private ExchangeSimulator started(ExchangeSimulator.Builder builder) {
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            throw unusable("--port " + port + " or --control-port " + controlPort + " cannot be listened on: "
                    + e.getMessage());
        }
    }

    private MarketPlan plan() {
        List<ExchangeId> chosen = venues.isEmpty()
                ? MarketPlan.ALL_VENUES
                : venues.stream().map(this::venue).distinct().toList();
        Map<Symbol, CandleFile> files = new LinkedHashMap<>();
        candles.forEach((file, symbol) -> {
            if (files.put(
                            of("--candles", () -> Symbol.parse(symbol)),
                            CandleFile.of(file).gaps(gaps))
                    != null) {
                throw unusable("--candles names " + symbol + " twice");
            }
        });
        Set<String> upper =
                coins.stream().map(coin -> coin.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return new MarketPlan(chosen, upper, synthetic, files);
    }

    private ExchangeId venue(String name) {
        return MarketPlan.ALL_VENUES.stream()
                .filter(id -> id.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unusable("--venues " + name + " is not among " + MarketPlan.ALL_VENUES));
    }

    private List<SimulatedAccount> openAccounts() {
        Map<String, BigDecimal> amounts =
                deposits.isEmpty() ? DemoAccount.terms().deposits() : deposits;
        if (!accounts.isEmpty()) {
            return of(
                    "--account",
                    () -> accounts.stream()
                            .map(file -> AccountReader.ofFile(file, amounts))
                            .toList());
        }
        return List.of(AccountReader.ofEnvironment(environment, amounts).orElseGet(() -> DemoAccount.with(amounts)));
    }

    private void check() {
        inRange("--port", port, 0, 65_535);
        inRange("--control-port", controlPort, 0, 65_535);
        inRange("--synthetic", synthetic, 0, MOST_SYNTHETIC);
        inRange("--duration", duration, 0, Integer.MAX_VALUE);
        if (!(speed > 0 && speed <= MOST_SPEED)) {
            throw unusable("--speed " + speed + " is not above 0 and at most 10000");
        }
        deposits.forEach((asset, amount) -> {
            if (amount.signum() <= 0) {
                throw unusable("--deposit " + asset + "=" + amount.toPlainString() + " is not above 0");
            }
        });
        if (!candles.isEmpty() && !(coins.isEmpty() && synthetic == 0)) {
            throw unusable("--coins and --synthetic do not go with --candles");
        }
    }

    private void inRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw unusable(option + " " + value + " is not from " + least + " to " + most);
        }
    }

    private <T> T of(String option, Supplier<T> work) {
        try {
            return work.get();
        } catch (NotSentException | IllegalArgumentException e) {
            throw unusable(option + ": " + e.getMessage());
        }
    }

    private ParameterException unusable(String problem) {
        return new ParameterException(spec().commandLine(), problem);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("the command was not made by a command line");
        }
        return spec;
    }
}
