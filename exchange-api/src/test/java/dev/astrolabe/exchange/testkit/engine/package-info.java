/**
 * The orders, positions and money of a small exchange, in neutral terms: what a stand-in of a venue matches with.
 */
@NullMarked
package dev.astrolabe.exchange.testkit.engine;

import org.jspecify.annotations.NullMarked;
