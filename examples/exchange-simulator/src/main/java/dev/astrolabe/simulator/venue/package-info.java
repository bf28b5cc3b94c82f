/**
 * A venue: its markets, the paper exchange that matches its orders, and its accounts. Neutral model, no protocol.
 */
@NullMarked
package dev.astrolabe.simulator.venue;

import org.jspecify.annotations.NullMarked;
