package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.feed.GapPolicy;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.agents.gate.Topology;
import dev.astrolabe.agents.session.PaperExecution;
import dev.astrolabe.agents.session.Session;
import dev.astrolabe.agents.session.SessionConfig;
import dev.astrolabe.agents.session.SessionListener;
import dev.astrolabe.agents.session.SessionReport;
import dev.astrolabe.exchange.model.Symbol;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the desk. */
@Command(
        name = "agent-desk",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "Five agents trade on paper under a CEO gate: over a simulated AsterDex server, or over recorded candles.",
            "The same options give the same run to the last digit."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the run failed",
            "2:an option or the candle file cannot be used; nothing was started"
        })
final class DeskCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulated market. Default: ${DEFAULT-VALUE}")
    private long seed = 42;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Simulated minutes to trade, 1 to 43200. Default: ${DEFAULT-VALUE}")
    private int minutes = 240;

    @Option(names = "--capital", paramLabel = "USDT", description = "What the agents share. Default: ${DEFAULT-VALUE}")
    private BigDecimal capital = new BigDecimal("100000");

    @Option(
            names = "--candles",
            paramLabel = "FILE",
            description = "Replay this CSV or CSV.gz with the header open_time_ms,open,high,low,close,volume instead.")
    private @Nullable Path candles;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "What the candles are of, such as BTC/USDT:USDT. Default: the first word of the file's name.")
    private @Nullable String symbol;

    @Option(
            names = "--gaps",
            paramLabel = "RULE",
            description = {
                "What to do where candles are missing: fail; skip, and say so; or rare, which fails too unless candles last an",
                "hour or more and at most one in " + GapPolicy.RARE_ONE_IN + " is missing. Default: ${DEFAULT-VALUE}"
            })
    private GapPolicy gaps = GapPolicy.RARE;

    @Option(names = "--quiet", description = "Print no progress, only the result.")
    private boolean quiet;

    @Option(names = "--debug", description = "Print the stack trace of an error.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // read by the command line
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        PrintWriter out = spec().commandLine().getOut();
        try (DeskMarket market = openMarket()) {
            out.println(market.title());
            out.flush();
            SessionReport report = run(market, quiet ? SessionListener.NONE : new ProgressLines(out, market.steps()));
            ReportText.of(report).forEach(out::println);
            out.flush();
        }
        return 0;
    }

    private SessionReport run(DeskMarket market, SessionListener listener) throws InterruptedException {
        SessionConfig config = SessionConfig.builder()
                .agents(market.agents())
                .capital(capital)
                .limits(GateLimits.standard().toBuilder()
                        .topology(Topology.SUBACCOUNT)
                        .build())
                .warmUpBars(market.warmUpBars())
                .build();
        try (PaperExecution execution = PaperExecution.open(config, market.feed())) {
            return new Session(config, market.feed(), execution, listener).run();
        }
    }

    private DeskMarket openMarket() {
        return candles != null
                ? ReplayMarket.open(candles, gaps, symbol == null ? null : Symbol.parse(symbol))
                : SimulatedMarket.open(seed, Duration.ofMinutes(minutes));
    }

    private void check() {
        if (minutes < 1 || minutes > 43_200) {
            throw new ParameterException(
                    spec().commandLine(), "--minutes " + minutes + " is not from 1 to 43200, which are 30 days");
        }
        if (capital.signum() <= 0) {
            throw new ParameterException(
                    spec().commandLine(), "--capital " + capital.toPlainString() + " is not above 0");
        }
        if (candles == null && symbol != null) {
            throw new ParameterException(spec().commandLine(), "--symbol goes with --candles only");
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("the command was not made by a command line");
        }
        return spec;
    }
}
