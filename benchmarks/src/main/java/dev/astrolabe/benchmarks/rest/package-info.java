/** Calls over REST, and how soon a client makes its first, beside what else calls the same venue. */
@NullMarked
package dev.astrolabe.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
