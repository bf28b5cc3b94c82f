/**
 * Load: a simulator in a process of its own, and clients in another. Run by the profile {@code soak}.
 */
@NullMarked
package dev.astrolabe.simulator.soak;

import org.jspecify.annotations.NullMarked;
