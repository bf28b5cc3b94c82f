package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A venue that believes every signature, for tests of programs, which open clients of their own. */
public record AcceptingVersion(Family family) implements ApiVersion {

    @Override
    public Proof proof() {
        return new Proof() {
            @Override
            public void requireKey(Call call) {}

            @Override
            public void requireSignature(Call call) {}

            @Override
            public void requireFresh(Call call, Instant now) {}

            @Override
            public void useUp(Call call) {}
        };
    }

    @Override
    public Duration window() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of();
    }

    @Override
    public Map<String, String> strangersCredentials() {
        return Map.of();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public String proofPattern() {
        return ".*";
    }

    @Override
    public ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        throw new UnsupportedOperationException("the program opens its own client");
    }
}
