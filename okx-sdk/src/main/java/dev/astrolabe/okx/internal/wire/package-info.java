/**
 * The objects of OKX's messages as they stand in the bytes, read without a tree: what {@link dev.astrolabe.okx.model.OkxFields} looks
 * at. Public for the packages beside it, and of no promise to others.
 */
@NullMarked
package dev.astrolabe.okx.internal.wire;

import org.jspecify.annotations.NullMarked;
