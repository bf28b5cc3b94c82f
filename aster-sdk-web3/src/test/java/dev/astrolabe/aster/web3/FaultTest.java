package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.AsterFaultContract;
import java.time.Duration;
import java.util.List;

/** Orders on v3 while much goes wrong, on venues with the narrow and with the wide window. */
class FaultTest extends AsterFaultContract {

    FaultTest() {
        super(
                List.of(new Web3Version(Duration.ofSeconds(10), false), new Web3Version(Duration.ofSeconds(60), false)),
                Duration.ofSeconds(60));
    }
}
