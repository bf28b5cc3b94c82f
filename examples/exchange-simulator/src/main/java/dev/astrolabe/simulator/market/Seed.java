package dev.astrolabe.simulator.market;

import java.util.Random;

/** One number from which every random source of a world comes, each by its own name. */
record Seed(long number) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    Random random(int kind, String name) {
        return new Random(mix(number ^ mix(name.hashCode() * 31L + kind)));
    }

    long salt(String name) {
        return mix(number ^ mix(name.hashCode()));
    }

    /** Spreads a number over all 64 bits, each bit on every other: the finishing step of SplitMix64. */
    static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to 1, the same for the same salt and number. */
    static double unit(long salt, long number) {
        return (mix(salt + number * GOLDEN) >>> 11) * 0x1.0p-53;
    }
}
