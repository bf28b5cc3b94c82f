/** What it costs to read the positions of an account. */
@NullMarked
package dev.astrolabe.benchmarks.positions;

import org.jspecify.annotations.NullMarked;
