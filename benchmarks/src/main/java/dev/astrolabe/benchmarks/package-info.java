/**
 * Measures kinds of work beside what else does them. A {@link dev.astrolabe.benchmarks.Suite} is one kind of work; {@link
 * dev.astrolabe.benchmarks.Benchmarks} is the program, and {@link dev.astrolabe.benchmarks.Report} the page that it writes.
 */
@NullMarked
package dev.astrolabe.benchmarks;

import org.jspecify.annotations.NullMarked;
