package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.standin.ApiVersion;
import dev.astrolabe.aster.standin.Call;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.Proof;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.exchange.transport.WireRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** A version of the API whose proof proves nothing: only that there is one. */
record FakeVersion(Family family) implements ApiVersion {

    static final String PROOF = "proof=none";
    static final String KEY_HEADER = "X-Fake-Key";

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
        return Duration.ofSeconds(5);
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("fakeKey", "none");
    }

    @Override
    public Map<String, String> strangersCredentials() {
        return Map.of("fakeKey", "other");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(KEY_HEADER, "none");
    }

    @Override
    public String proofPattern() {
        return PROOF;
    }

    @Override
    public ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        PathFamily paths = PathFamily.valueOf(family.name());
        return AsterExchangeClient.open(config, new Signer(), paths, (client, calls) -> client, clock, sleeper);
    }

    private static final class Signer implements AsterSigner {

        @Override
        public void requireCredentials(Endpoint<?> endpoint) {}

        @Override
        public Permit admit(Endpoint<?> endpoint) {
            return Permit.UNBOUNDED;
        }

        @Override
        public Signed sign(Endpoint<?> endpoint, Params params, Instant venueNow) {
            String text = params.isEmpty() ? PROOF : params.encoded() + "&" + PROOF;
            return new Signed(text, OptionalLong.empty());
        }

        @Override
        public WireRequest identify(Endpoint<?> endpoint, WireRequest request) {
            return request.header(KEY_HEADER, "none");
        }

        @Override
        public Duration executionWindow() {
            return Duration.ofSeconds(5);
        }

        @Override
        public void close() {}
    }
}
