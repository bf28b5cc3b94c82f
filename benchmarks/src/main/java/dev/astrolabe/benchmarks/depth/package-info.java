/** What it costs to take a depth message into a local book. */
@NullMarked
package dev.astrolabe.benchmarks.depth;

import org.jspecify.annotations.NullMarked;
