package dev.astrolabe.agents;

import dev.astrolabe.agents.market.Listing;

/**
 * Something that an agent saw and does not trade on.
 *
 * @param listing the market
 * @param message what it saw, with its figures
 * @since 0.1
 */
public record Alert(Listing listing, String message) {}
