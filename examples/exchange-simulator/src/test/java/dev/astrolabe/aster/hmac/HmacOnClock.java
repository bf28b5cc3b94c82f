package dev.astrolabe.aster.hmac;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;

/** Opens clients on a clock of a test; it stands in this package because the module keeps that to itself. */
public final class HmacOnClock {

    private HmacOnClock() {}

    /** A client that takes its time from a clock, and waits as it is told to. */
    public static ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        return AsterHmac.client(config, clock, sleeper);
    }
}
