/**
 * What an implementer of an exchange runs: the contract that every client passes, a fake clock and a reader of fixtures.
 */
@NullMarked
package dev.astrolabe.exchange.testkit;

import org.jspecify.annotations.NullMarked;
