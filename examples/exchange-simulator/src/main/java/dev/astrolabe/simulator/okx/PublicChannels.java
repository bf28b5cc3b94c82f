package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.venue.SimulatedVenue;

/** The public channels. */
final class PublicChannels {

    PublicChannels(SimulatedVenue venue, Catalogue catalogue) {}
}
