/** What it costs to read events of a venue's streams. */
@NullMarked
package dev.astrolabe.benchmarks.events;

import org.jspecify.annotations.NullMarked;
