/** What a client holds and allocates that follows many books for long. */
@NullMarked
package dev.astrolabe.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
