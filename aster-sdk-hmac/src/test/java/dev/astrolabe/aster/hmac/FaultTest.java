package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.FaultContract;
import java.time.Duration;
import java.util.List;

/** Orders on v1 while much goes wrong. */
class FaultTest extends FaultContract {

    FaultTest() {
        super(List.of(new HmacVersion()), Duration.ofSeconds(5));
    }
}
