/**
 * The exchange-neutral client: one interface for every venue, found by name and described by its capabilities.
 */
@NullMarked
package dev.astrolabe.exchange;

import org.jspecify.annotations.NullMarked;
