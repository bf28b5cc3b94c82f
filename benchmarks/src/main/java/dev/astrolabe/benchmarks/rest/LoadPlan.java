package dev.astrolabe.benchmarks.rest;

import dev.astrolabe.benchmarks.Effort;
import java.util.List;

/**
 * How long a process measures itself.
 *
 * @param rounds how many processes each contestant has, one after the other
 * @param warmMillis how long to call before anything counts, and again side by side
 * @param calls how many calls, one after another, count
 * @param sideBySide how many calls are under way at once
 * @param busyMillis how long calls side by side count
 */
record LoadPlan(int rounds, int warmMillis, int calls, int sideBySide, int busyMillis) {

    static LoadPlan of(Effort effort) {
        return switch (effort) {
            case SMOKE -> new LoadPlan(1, 200, 200, 64, 300);
            case QUICK -> new LoadPlan(3, 3_000, 5_000, 64, 2_000);
            case FULL -> new LoadPlan(5, 5_000, 10_000, 64, 4_000);
        };
    }

    List<String> arguments() {
        return List.of(
                Integer.toString(warmMillis),
                Integer.toString(calls),
                Integer.toString(sideBySide),
                Integer.toString(busyMillis));
    }

    static LoadPlan parse(List<String> arguments) {
        return new LoadPlan(
                1,
                Integer.parseInt(arguments.get(0)),
                Integer.parseInt(arguments.get(1)),
                Integer.parseInt(arguments.get(2)),
                Integer.parseInt(arguments.get(3)));
    }
}
