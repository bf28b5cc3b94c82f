package dev.astrolabe.simulator.contract;

import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;

/** The contract of every exchange client, run over this wire of the simulator. */
class AsterV3ContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new WireVenue(Wire.ASTER_V3);
    }
}
