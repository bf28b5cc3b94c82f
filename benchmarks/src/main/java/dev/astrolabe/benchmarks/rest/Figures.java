package dev.astrolabe.benchmarks.rest;

/**
 * What one process measured of itself.
 *
 * @param p50 of one call after another, in µs
 * @param p99 of one call after another, in µs
 * @param bytes allocated for each of them; negative where that is not counted
 * @param cpu of this process that each of them took, in µs
 * @param busyP50 of calls side by side, in µs
 * @param busyP99 of calls side by side, in µs
 * @param rate of calls side by side, each second
 * @param busyCpu of this process that each of them took, in µs
 */
record Figures(
        double p50,
        double p99,
        double bytes,
        double cpu,
        double busyP50,
        double busyP99,
        double rate,
        double busyCpu) {}
