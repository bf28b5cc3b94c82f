/**
 * How the OKX client works. Nothing here is promised.
 *
 * @since 0.1
 */
@NullMarked
package dev.astrolabe.okx.internal;

import org.jspecify.annotations.NullMarked;
