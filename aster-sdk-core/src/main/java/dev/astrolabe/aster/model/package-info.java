/**
 * What AsterDex says beyond the neutral model. Prices are in quote per single coin and quantities in base units, whatever the
 * venue counts in, unless a type says that it holds the venue's own.
 */
@NullMarked
package dev.astrolabe.aster.model;

import org.jspecify.annotations.NullMarked;
