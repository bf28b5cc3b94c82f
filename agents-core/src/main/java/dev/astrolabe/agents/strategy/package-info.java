/**
 * The rules of the five agents: pure functions of a snapshot.
 */
@NullMarked
package dev.astrolabe.agents.strategy;

import org.jspecify.annotations.NullMarked;
