package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.ResolveContract;
import java.time.Duration;

/** What became of an order on v1, whose window is 5 s unless set. */
class ResolveTest extends ResolveContract {

    ResolveTest() {
        super(new HmacVersion(), Duration.ofSeconds(5));
    }
}
