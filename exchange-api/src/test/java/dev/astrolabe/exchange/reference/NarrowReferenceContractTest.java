package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;

/** An exchange that can do nothing special keeps the contract too, by refusing. */
class NarrowReferenceContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new ReferenceVenue(ReferenceVenue.NARROW);
    }
}
