package dev.astrolabe.okx;

import dev.astrolabe.exchange.testkit.faults.FaultContract;
import dev.astrolabe.okx.standin.OkxFaultSetup;
import java.time.Duration;
import java.util.List;

/** Orders on OKX while much goes wrong: the venue drops what comes behind {@code expTime}, which is 5 s unless set. */
class OkxFaultTest extends FaultContract {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    OkxFaultTest() {
        super(List.of(new OkxFaultSetup(Okx::client, WINDOW, false)), WINDOW);
    }
}
