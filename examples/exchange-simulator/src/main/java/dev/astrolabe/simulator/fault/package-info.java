/**
 * What goes wrong on demand.
 */
@NullMarked
package dev.astrolabe.simulator.fault;

import org.jspecify.annotations.NullMarked;
