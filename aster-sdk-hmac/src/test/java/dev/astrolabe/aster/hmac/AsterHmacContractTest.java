package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.StandInVenue;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;

/** The contract of every exchange client, run on this one. */
class AsterHmacContractTest extends ExchangeContract {

    @Override
    protected ContractVenue openVenue() {
        return new StandInVenue(new HmacVersion());
    }
}
