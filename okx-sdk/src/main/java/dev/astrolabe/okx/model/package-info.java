/**
 * What OKX sends and takes, in its own terms: instrument ids, contracts, and every field of its rows.
 *
 * @since 0.1
 */
@NullMarked
package dev.astrolabe.okx.model;

import org.jspecify.annotations.NullMarked;
