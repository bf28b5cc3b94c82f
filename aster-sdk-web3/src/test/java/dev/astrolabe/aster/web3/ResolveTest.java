package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.ResolveContract;
import java.time.Duration;

/** What became of an order on v3 whose nonce is not known, as after a crash. */
class ResolveTest extends ResolveContract {

    ResolveTest() {
        super(new Web3Version(), Duration.ofSeconds(60));
    }
}
