package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;

/** The contract of an exchange client, on the paper exchange. */
class PaperContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new PaperVenue();
    }
}
