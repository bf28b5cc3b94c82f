/**
 * OKX v5 behind the neutral interface, and its own one for what only OKX has.
 *
 * @since 0.1
 */
@NullMarked
package dev.astrolabe.okx;

import org.jspecify.annotations.NullMarked;
