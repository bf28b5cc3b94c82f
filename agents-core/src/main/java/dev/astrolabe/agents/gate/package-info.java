/**
 * The CEO gate: the one place that turns what an agent proposes into what may be done, by fixed rules over a snapshot of
 * everything that matters to them.
 */
@NullMarked
package dev.astrolabe.agents.gate;

import org.jspecify.annotations.NullMarked;
