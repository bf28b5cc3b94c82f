package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.AsterFaultContract;
import java.time.Duration;
import java.util.List;

/** Orders on v1 while much goes wrong. */
class FaultTest extends AsterFaultContract {

    FaultTest() {
        super(List.of(new HmacVersion()), Duration.ofSeconds(5));
    }
}
