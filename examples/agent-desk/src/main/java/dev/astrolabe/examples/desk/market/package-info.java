/**
 * A practice market: prices made from a seed, on a clock that is advanced by hand, behind an HTTP server that answers as AsterDex
 * futures do.
 */
@NullMarked
package dev.astrolabe.examples.desk.market;

import org.jspecify.annotations.NullMarked;
