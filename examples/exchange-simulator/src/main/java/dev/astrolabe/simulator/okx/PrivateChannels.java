package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.simulator.venue.SimulatedVenue;

/** The private channels. */
final class PrivateChannels implements News {

    PrivateChannels(
            SimulatedVenue venue,
            Catalogue catalogue,
            OrderRows orders,
            BalanceRows balances,
            PositionRows positions) {}

    @Override
    public void orderChanged(OkxUser user, OrderNote note) {}

    @Override
    public void filled(OkxUser user, OrderNote note, Fill fill) {}

    @Override
    public void algoChanged(OkxUser user, Algo algo) {}

    @Override
    public void holdingsChanged(OkxUser user, String cause) {}
}
