package dev.astrolabe.okx;

import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;
import dev.astrolabe.okx.standin.OkxContractVenue;

/** The contract of every exchange client, run on this one. */
class OkxContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new OkxContractVenue(Okx::client);
    }
}
