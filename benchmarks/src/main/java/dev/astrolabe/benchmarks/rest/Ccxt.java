package dev.astrolabe.benchmarks.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** ccxt in Node, exactly in the version that the simulator's peers name. */
final class Ccxt {

    private static final Path PACKAGE = Path.of("../examples/exchange-simulator-peers/src/test/node");
    private static final Path FOLDER = Path.of("target/node");
    private static final String PROGRAM = "ccxt-load.mjs";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Ccxt() {}

    static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/ccxt"));
    }

    /** Installs what the lock file names, unless it is there; no package may run anything meanwhile. */
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        if (!isInstalled()) {
            for (String name : List.of("package.json", "package-lock.json")) {
                Files.copy(PACKAGE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            run(List.of(
                    "npm", "ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"));
        }
    }

    /** Runs the program; the last line that it writes. */
    static String load(String baseUrl, LoadPlan plan) throws IOException, InterruptedException {
        try (InputStream program = Objects.requireNonNull(Ccxt.class.getResourceAsStream(PROGRAM))) {
            Files.copy(program, FOLDER.resolve(PROGRAM), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of("node", PROGRAM, baseUrl));
        command.addAll(List.of(Keys.API_KEY, Keys.SECRET_KEY, Keys.PASSPHRASE, CannedAnswers.EQUITY));
        command.addAll(plan.arguments());
        String out = run(command).strip();
        return out.substring(out.lastIndexOf('\n') + 1);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command.get(0) + " " + command.get(1) + " failed: " + out);
            }
            return out;
        } finally {
            process.destroyForcibly();
        }
    }
}
