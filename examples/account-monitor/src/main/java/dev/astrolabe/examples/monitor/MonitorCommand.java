package dev.astrolabe.examples.monitor;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.Symbol;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
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

/** The command line of the monitor. */
@Command(
        name = "account-monitor",
        sortOptions = false,
        description = {
            "The accounts of several exchanges in one table, in the same units. With --order",
            "one and the same limit order is placed on each, 5 %% below the market, shown and",
            "cancelled. Test and demo environments unless --live."
        },
        footerHeading = "%nKeys and options come from the environment, for account NAME:%n",
        footer = {
            "  NAME_PRIVATE_KEY                              asterdex, v3",
            "  NAME_API_KEY, NAME_SECRET_KEY                 asterdex, v1",
            "  NAME_API_KEY, NAME_SECRET_KEY, NAME_PASSPHRASE, NAME_REGION   okx; region is global, eea, us or tr",
            "  NAME_BASE_URL, NAME_STREAM_URL                another host"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:an exchange failed", "2:an option or a key cannot be used; nothing was asked"})
final class MonitorCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Option(
            names = "--account",
            paramLabel = "NAME=EXCHANGE",
            description = "An account and where it is; may be given several times. Default: aster=asterdex, okx=okx")
    private Map<String, String> accounts = new LinkedHashMap<>();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "The instrument. Default: ${DEFAULT-VALUE}")
    private String symbol = "BTC/USDT:USDT";

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "How often the table is shown, 1 to 100000. Default: ${DEFAULT-VALUE}")
    private int times = 1;

    @Option(
            names = "--every",
            paramLabel = "S",
            description = "Seconds from one to the next, 1 to 3600. Default: ${DEFAULT-VALUE}")
    private int every = 10;

    @Option(names = "--order", description = "Place the same order on each exchange, show it and cancel it.")
    private boolean order;

    @Option(names = "--live", description = "Live accounts. Refused together with --order.")
    private boolean live;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    MonitorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        require(command, "--times", times, 1, 100_000);
        require(command, "--every", every, 1, 3600);
        if (order && live) {
            throw new ParameterException(command.commandLine(), "--order is not for live accounts; leave --live out");
        }
        Symbol wanted = Symbol.parse(symbol);
        PrintWriter out = command.commandLine().getOut();
        Map<String, String> named = accounts.isEmpty() ? defaults() : accounts;
        try (Accounts open =
                Accounts.open(named, live ? Environment.LIVE : Environment.DEMO, new Variables(environment))) {
            for (int time = 1; time <= times; time++) {
                List<AccountSnapshot> snapshots = open.clients().stream()
                        .map(client -> client.account().snapshot(wanted))
                        .toList();
                AccountTable.print(snapshots, out);
                if (time < times) {
                    Thread.sleep(Duration.ofSeconds(every).toMillis());
                }
            }
            if (order) {
                new SameOrder(open.clients(), wanted, out).placeShowAndCancel();
            }
        }
        return 0;
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("aster", "asterdex");
        defaults.put("okx", "okx");
        return defaults;
    }

    private static void require(CommandSpec command, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    command.commandLine(), option + " " + value + " is not from " + least + " to " + most);
        }
    }
}
