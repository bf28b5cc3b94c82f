package dev.astrolabe.aster.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The key of the account's stream: one at a time, which lives for an hour after it was last confirmed. Safe for any thread. */
public final class StandInStreamKeys {

    private static final Duration LIFE = Duration.ofMinutes(60);

    private final Clock clock;
    private final List<String> calls = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private String active = "";
    private Instant until = Instant.MIN;

    StandInStreamKeys(Clock clock) {
        this.clock = clock;
    }

    synchronized Object start() {
        calls.add("POST");
        if (!isActive(active)) {
            active = "secretListenKey" + (given.size() + 1);
            given.add(active);
        }
        until = clock.instant().plus(LIFE);
        return Map.of("listenKey", active);
    }

    synchronized Object keepAlive() {
        calls.add("PUT");
        if (!isActive(active)) {
            throw new Refusal(-1125, "This listenKey does not exist.");
        }
        until = clock.instant().plus(LIFE);
        return Map.of();
    }

    synchronized Object close() {
        calls.add("DELETE");
        active = "";
        return Map.of();
    }

    synchronized boolean isActive(String key) {
        return !key.isEmpty() && key.equals(active) && clock.instant().isBefore(until);
    }

    /** The key dies; nobody is told. */
    public synchronized void forget() {
        active = "";
    }

    /** What was asked for, by verb. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Every key that was ever given out. */
    public synchronized List<String> given() {
        return List.copyOf(given);
    }
}
