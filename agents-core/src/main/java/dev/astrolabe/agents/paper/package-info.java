/**
 * An exchange in memory: it is told market data, fills orders against it, and keeps accounts exact to the last digit.
 */
@NullMarked
package dev.astrolabe.agents.paper;

import org.jspecify.annotations.NullMarked;
