/**
 * Markets whose prices move: seeded, replayed from candles, or turned by hand. Neutral model, no protocol.
 */
@NullMarked
package dev.astrolabe.simulator.market;

import org.jspecify.annotations.NullMarked;
