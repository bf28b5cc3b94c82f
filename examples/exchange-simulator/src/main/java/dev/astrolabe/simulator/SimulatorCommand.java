package dev.astrolabe.simulator;

import dev.astrolabe.agents.feed.CandleFileException;
import dev.astrolabe.exchange.error.NotSentException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import picocli.CommandLine;

/**
 * The simulator as a program. Its exit codes: 0 done, 1 it failed, 2 an option cannot be used.
 *
 * @since 0.1
 */
public final class SimulatorCommand {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private SimulatorCommand() {}

    /**
     * Runs the program until it is told to end, and ends the JVM if it fails.
     *
     * @param args options, see {@code --help}
     */
    public static void main(String[] args) {
        // The server of the protocols tells of its start and stop otherwise.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int code = run(
                new PrintWriter(new OutputStreamWriter(System.out, Charset.defaultCharset()), true),
                new PrintWriter(new OutputStreamWriter(System.err, Charset.defaultCharset()), true),
                System.getenv(),
                new StopSignal().onTermination(),
                args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs the program within another.
     *
     * @param out takes what it says
     * @param err takes errors, one line each
     * @param environment holds credentials where no file does
     * @param stop ends it
     * @param args options
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, StopSignal stop, String... args) {
        return new CommandLine(new SimulatorOptions(environment, stop))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> {
                    err.println("exchange-simulator: " + firstLine(e) + " (--help shows the options)");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, line, result) -> {
                    err.println("exchange-simulator: " + firstLine(e));
                    err.flush();
                    return isUnusableInput(e) ? UNUSABLE : FAILED;
                })
                .execute(args);
    }

    private static boolean isUnusableInput(Exception e) {
        return e instanceof CandleFileException
                || e instanceof NotSentException
                || e instanceof IllegalArgumentException;
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("unknown error");
    }
}
