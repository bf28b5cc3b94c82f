package dev.astrolabe.simulator.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One exchange object of ccxt's. Arguments are JSON values; null leaves one out. */
final class Ccxt {

    private static final int ATTEMPTS = 30;

    private final PeerBench bench;
    private final String name;

    Ccxt(PeerBench bench, String name) {
        this.bench = bench;
        this.name = name;
    }

    /** Arguments that are left out and the object of further ones. */
    static final Map<String, String> SWAP = Map.of("type", "swap");

    /** Calls a method, at the machine's time. */
    Told call(String method, Object... arguments) {
        bench.pace();
        return new Told(method, bench.await(start(method, arguments)));
    }

    /** Calls a method that changes nothing, until no clock is turned while it runs: the markets are then as it saw them. */
    Told see(String method, Object... arguments) {
        for (int attempt = 1; ; attempt++) {
            bench.pace();
            Instant before = bench.simulator().clock().instant();
            JsonNode answer = bench.await(start(method, arguments));
            if (before.equals(bench.simulator().clock().instant()) || attempt == ATTEMPTS) {
                return new Told(method, answer);
            }
        }
    }

    /** Calls a method and does not wait. */
    CompletableFuture<JsonNode> start(String method, Object... arguments) {
        return bench.process().call(name, method, Arrays.asList(arguments));
    }

    /** Waits for what was started. */
    Told await(String method, CompletableFuture<JsonNode> answer) {
        return new Told(method, bench.await(answer));
    }

    /** What streams have stored, such as {@code tickers} by symbol. */
    Told stored(String... path) {
        return new Told(String.join("/", path), bench.await(bench.process().read(name, List.of(path))));
    }
}
