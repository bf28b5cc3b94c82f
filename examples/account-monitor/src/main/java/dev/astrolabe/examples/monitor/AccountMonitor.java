package dev.astrolabe.examples.monitor;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import picocli.CommandLine;

/** The program. Its exit codes: 0 done, 1 an exchange failed, 2 an option or key cannot be used. */
public final class AccountMonitor {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private AccountMonitor() {}

    /**
     * Runs the program and ends the JVM if it fails; a good run returns, so that it can be part of a build.
     *
     * @param args options, see {@code --help}
     */
    public static void main(String[] args) {
        int code = run(
                System.getenv(),
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
     * @param environment where keys and hosts are looked up
     * @param out takes the tables
     * @param err takes errors, one line each
     * @param args options
     * @return the exit code
     */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new MonitorCommand(environment))
                .setOut(out)
                .setErr(err)
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler((e, given) -> {
                    err.println("account-monitor: " + e.getMessage() + " (--help shows the options)");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, line, result) -> {
                    if (!(e instanceof ExchangeException)) {
                        throw e;
                    }
                    err.println("account-monitor: " + e.getMessage());
                    return e instanceof NotSentException refusal && refusal.why() == NotSentException.Cause.INVALID
                            ? UNUSABLE
                            : FAILED;
                })
                .execute(args);
    }
}
