/**
 * A simulated exchange. Who needs what from whom:
 *
 * <pre>
 * server  →  fault, journal, wire          one port for all protocols, one for control
 * aster, okx  →  wire, venue, market       venue words to the neutral model and back
 * venue  →  market, agents-core            one lock, one engine, the accounts
 * market                                   prices, books, candles, funding
 * </pre>
 */
@NullMarked
package dev.astrolabe.simulator;

import org.jspecify.annotations.NullMarked;
