package dev.astrolabe.simulator.okx;

import java.time.Instant;

/**
 * A "cancel all after" timer.
 *
 * @param tag whose orders it cancels; empty for all
 * @param due when
 */
record Countdown(String tag, Instant due) {}
