/**
 * What a market looks like to agents: ticks as they come in, and the view of a market that agents decide on.
 */
@NullMarked
package dev.astrolabe.agents.market;

import org.jspecify.annotations.NullMarked;
