/** Signatures of AsterDex v1 and OKX. */
@NullMarked
package dev.astrolabe.benchmarks.hmac;

import org.jspecify.annotations.NullMarked;
