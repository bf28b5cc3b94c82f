package dev.astrolabe.okx;

import dev.astrolabe.exchange.testkit.faults.FaultContract;
import dev.astrolabe.okx.standin.OkxFaultSetup;
import java.time.Duration;
import java.util.List;

/** Orders that wait for a price, while much goes wrong: they have no {@code expTime}, but a signature that is good for 30 s. */
class OkxAlgoFaultTest extends FaultContract {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    OkxAlgoFaultTest() {
        super(List.of(new OkxFaultSetup(Okx::client, WINDOW, true)), WINDOW);
    }
}
