package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.venue.SimulatedVenue;

/** Orders over sockets. */
final class SocketOrders {

    SocketOrders(SimulatedVenue venue, Catalogue catalogue, OrderCalls orders, Chores chores, String name) {}
}
