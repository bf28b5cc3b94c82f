package dev.astrolabe.examples.quickstart;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the quickstart. */
@Command(
        name = "quickstart",
        sortOptions = false,
        description = {
            "A first look at an exchange: instruments, ticker, account, positions, an order,",
            "a live book.",
            "On AsterDex's testnet or OKX's demo trading unless --live. AsterDex checks a",
            "test order and places nothing; on OKX's demo trading an order rests 5 %% below",
            "the market for a moment and is cancelled."
        },
        footerHeading = "%nKeys come from the environment:%n",
        footer = {
            "  ASTER_PRIVATE_KEY                 v3: the key of your API wallet, 0x and 64 hex digits",
            "  ASTER_SIGNER, ASTER_USER          v3, optional: its address, to be checked; your account's address, to be sent",
            "  ASTER_API_KEY, ASTER_SECRET_KEY   v1: a key of old, where there is no ASTER_PRIVATE_KEY",
            "  OKX_API_KEY, OKX_SECRET_KEY, OKX_PASSPHRASE   OKX: a key of demo trading, unless --live",
            "  OKX_REGION                        OKX, needed: where the account is registered; global, eea, us or tr",
            "Without keys the account and the order are left out."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a step failed", "2:an option or a key cannot be used; nothing was asked"})
final class QuickstartCommand implements Callable<Integer> {

    private static final List<ExchangeId> KNOWN = List.of(ExchangeId.ASTERDEX, ExchangeId.OKX);

    private final Map<String, String> environment;

    @Option(names = "--exchange", paramLabel = "NAME", description = "asterdex or okx. Default: ${DEFAULT-VALUE}")
    private String exchange = "asterdex";

    @Option(names = "--live", description = "The live exchange instead of the testnet.")
    private boolean live;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "The instrument. Default: ${DEFAULT-VALUE}")
    private String symbol = "BTC/USDT:USDT";

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "How often the live book is shown, 0 to 3600. Default: ${DEFAULT-VALUE}")
    private int frames = 10;

    @Option(
            names = "--every",
            paramLabel = "MS",
            description = "Milliseconds from one to the next, 1 to 60000. Default: ${DEFAULT-VALUE}")
    private int every = 1000;

    @Option(names = "--base-url", paramLabel = "URL", description = "Another host for calls.")
    private @Nullable String baseUrl;

    @Option(names = "--stream-url", paramLabel = "URL", description = "Another host for streams.")
    private @Nullable String streamUrl;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    QuickstartCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        require(command, "--frames", frames, 0, 3600);
        require(command, "--every", every, 1, 60_000);
        ExchangeId id = new ExchangeId(exchange);
        if (!KNOWN.contains(id)) {
            throw new ParameterException(command.commandLine(), "--exchange " + exchange + " is none of " + KNOWN);
        }
        Symbol wanted = Symbol.parse(symbol);
        PrintWriter out = command.commandLine().getOut();
        Keys keys = new Keys(environment);
        try (ExchangeClient client = keys.open(id, config(id))) {
            Tour tour = new Tour(client, wanted, out);
            tour.instruments();
            tour.ticker();
            if (keys.present(id)) {
                tour.account();
                tour.positions();
                tour.order();
            } else {
                out.println("No key in the environment: account and order are left out (see --help).");
            }
            tour.liveBook(frames, Duration.ofMillis(every));
        }
        return 0;
    }

    private ExchangeConfig.Builder config(ExchangeId id) {
        ExchangeConfig.Builder config =
                ExchangeConfig.builder(id.name()).environment(live ? Environment.LIVE : Environment.DEMO);
        if (baseUrl != null) {
            config.option("baseUrl", baseUrl);
        }
        if (streamUrl != null) {
            config.option("streamUrl", streamUrl);
        }
        return config;
    }

    private static void require(CommandSpec command, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    command.commandLine(), option + " " + value + " is not from " + least + " to " + most);
        }
    }
}
