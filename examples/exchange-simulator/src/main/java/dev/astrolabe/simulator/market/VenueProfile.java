package dev.astrolabe.simulator.market;

/**
 * In what a venue differs from others on which the same coins trade.
 *
 * @param name tells its noise from that of other venues
 * @param basisBps how far its prices stray from the index in the ordinary case, in basis points; they come back
 * @param fundingBase the funding rate of a coin whose price lies at its index, as a ratio of the notional
 * @param fundingStep what that rate differs by from one coin to the next
 * @since 0.1
 */
public record VenueProfile(String name, double basisBps, double fundingBase, double fundingStep) {

    /** A venue that stays close to the index. */
    public static final VenueProfile STEADY = new VenueProfile("steady", 2.5, 0.0001, 0);

    /** A venue that strays: its prices leave the index by more than it costs to trade both. */
    public static final VenueProfile STRAYING = new VenueProfile("straying", 15, -0.0002, 0.00015);
}
