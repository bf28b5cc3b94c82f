package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;

/** An exchange that can do everything keeps the contract. */
class ReferenceContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new ReferenceVenue(ReferenceVenue.FULL);
    }
}
