/**
 * Sessions: market data in, decisions through the gate, orders out, books and performance, on a virtual or a real clock.
 */
@NullMarked
package dev.astrolabe.agents.session;

import org.jspecify.annotations.NullMarked;
