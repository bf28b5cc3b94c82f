/** Decodes what OKX sends, beside what else reads it. */
@NullMarked
package dev.astrolabe.benchmarks.okx;

import org.jspecify.annotations.NullMarked;
