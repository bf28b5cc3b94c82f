/**
 * OKX v5 on the wire.
 */
@NullMarked
package dev.astrolabe.simulator.okx;

import org.jspecify.annotations.NullMarked;
