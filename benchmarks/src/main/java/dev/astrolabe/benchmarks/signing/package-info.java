/** Signatures of AsterDex v3. */
@NullMarked
package dev.astrolabe.benchmarks.signing;

import org.jspecify.annotations.NullMarked;
