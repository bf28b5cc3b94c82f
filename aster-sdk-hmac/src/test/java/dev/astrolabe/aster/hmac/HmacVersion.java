package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.ApiVersion;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.Proof;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** v1 as its tests need it. */
final class HmacVersion implements ApiVersion {

    @Override
    public Family family() {
        return Family.V1;
    }

    @Override
    public Proof proof() {
        return new HmacProof();
    }

    @Override
    public Duration window() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of(AsterHmac.API_KEY, HmacProof.KEY, AsterHmac.SECRET_KEY, HmacProof.SECRET);
    }

    @Override
    public Map<String, String> strangersCredentials() {
        return Map.of(AsterHmac.API_KEY, "strangersKey", AsterHmac.SECRET_KEY, "strangersSecret");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("X-MBX-APIKEY", HmacProof.KEY);
    }

    @Override
    public String proofPattern() {
        return "recvWindow=5000&timestamp=1767323045000&signature=[0-9a-f]{64}";
    }

    @Override
    public ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        return AsterHmac.client(config, clock, sleeper);
    }
}
