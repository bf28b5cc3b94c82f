/**
 * The agent desk: a program in which five agents trade on paper, over a simulated AsterDex server or over recorded candles.
 */
@NullMarked
package dev.astrolabe.examples.desk;

import org.jspecify.annotations.NullMarked;
