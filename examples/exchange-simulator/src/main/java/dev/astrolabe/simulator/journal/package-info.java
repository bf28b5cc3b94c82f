/**
 * The witness: every request that was accepted.
 */
@NullMarked
package dev.astrolabe.simulator.journal;

import org.jspecify.annotations.NullMarked;
