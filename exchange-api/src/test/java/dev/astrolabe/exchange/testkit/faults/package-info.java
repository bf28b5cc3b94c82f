/**
 * What goes wrong between a client and a venue, and the proof that no order is placed twice or lost for it.
 */
@NullMarked
package dev.astrolabe.exchange.testkit.faults;

import org.jspecify.annotations.NullMarked;
