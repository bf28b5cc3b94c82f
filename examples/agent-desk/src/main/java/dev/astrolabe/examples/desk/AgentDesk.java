package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.feed.CandleFileException;
import dev.astrolabe.exchange.error.NotSentException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;

/**
 * The program. Its exit codes: 0 done, 1 the run failed, 2 an option or the candle file cannot be used.
 */
public final class AgentDesk {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private AgentDesk() {}

    /**
     * Runs the program and ends the JVM if it fails; a good run returns, so that it can be part of a build.
     *
     * @param args options, see {@code --help}
     */
    public static void main(String[] args) {
        // The simulator's server tells of its start and stop otherwise.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int code = run(
                new PrintWriter(new OutputStreamWriter(System.out, Charset.defaultCharset()), true),
                new PrintWriter(new OutputStreamWriter(System.err, Charset.defaultCharset()), true),
                args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs the program within another.
     *
     * @param out takes progress and result
     * @param err takes errors, one line each
     * @param args options
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        DeskCommand command = new DeskCommand();
        return new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> {
                    err.println("agent-desk: " + firstLine(e) + " (--help shows the options)");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, line, result) -> {
                    err.println("agent-desk: " + explained(e));
                    if (command.debug()) {
                        e.printStackTrace(err);
                    }
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

    private static String explained(Exception e) {
        if (e instanceof CandleFileException file && file.isGap()) {
            return firstLine(e) + " (--gaps skip)";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : firstLine(e);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown error");
    }
}
