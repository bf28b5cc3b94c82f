package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.ClientOrderIds;
import dev.astrolabe.exchange.transport.RestClient;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;

/** What the groups of one client share. */
record AsterContext(
        ExchangeConfig config,
        Capabilities capabilities,
        AsterEndpoints endpoints,
        RestClient rest,
        ClientOrderIds clientOrderIds,
        Duration executionWindow,
        Clock clock,
        Sleeper sleeper) {}
