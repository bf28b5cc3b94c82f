/**
 * The exception tree: each type says what the caller may do next.
 */
@NullMarked
package dev.astrolabe.exchange.error;

import org.jspecify.annotations.NullMarked;
