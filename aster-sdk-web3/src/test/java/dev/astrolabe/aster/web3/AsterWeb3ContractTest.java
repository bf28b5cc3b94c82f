package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.StandInVenue;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;

/** The contract of every exchange client, run on this one. */
class AsterWeb3ContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new StandInVenue(new Web3Version());
    }
}
