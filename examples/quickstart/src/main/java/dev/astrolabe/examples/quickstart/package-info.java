/** A first look at an exchange, one step after the other. */
@NullMarked
package dev.astrolabe.examples.quickstart;

import org.jspecify.annotations.NullMarked;
