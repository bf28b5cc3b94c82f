/** The accounts of several exchanges in one table. */
@NullMarked
package dev.astrolabe.examples.monitor;

import org.jspecify.annotations.NullMarked;
