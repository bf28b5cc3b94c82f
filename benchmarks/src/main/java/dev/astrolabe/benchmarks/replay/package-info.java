/** Candles through agents, gate and paper exchange, for one symbol and for many. */
@NullMarked
package dev.astrolabe.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
