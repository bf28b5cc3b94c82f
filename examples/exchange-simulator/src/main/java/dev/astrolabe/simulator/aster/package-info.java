/**
 * AsterDex futures v1 and v3 on the wire.
 */
@NullMarked
package dev.astrolabe.simulator.aster;

import org.jspecify.annotations.NullMarked;
