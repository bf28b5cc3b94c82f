/**
 * The smallest exchange that keeps the contract, in memory: it proves that the contract can be kept, and, broken on purpose,
 * that the contract notices.
 */
@NullMarked
package dev.astrolabe.exchange.reference;

import org.jspecify.annotations.NullMarked;
