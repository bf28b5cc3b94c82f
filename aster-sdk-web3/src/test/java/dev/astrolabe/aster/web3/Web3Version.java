package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.ApiVersion;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.Proof;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * v3 as its tests need it.
 *
 * @param window how far the venue lets a nonce be from its time
 * @param recovering whether it recovers who signed, or believes the parameter, for tests with very many calls
 */
record Web3Version(Duration window, boolean recovering) implements ApiVersion {

    /** As documented in 2026-06. */
    Web3Version() {
        this(Duration.ofSeconds(10), true);
    }

    @Override
    public Family family() {
        return Family.V3;
    }

    @Override
    public Proof proof() {
        return new Web3Proof(window, recovering);
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of(AsterWeb3.PRIVATE_KEY, Vectors.KEY);
    }

    @Override
    public Map<String, String> strangersCredentials() {
        return Map.of(AsterWeb3.PRIVATE_KEY, Vectors.OWNER_KEY);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public String proofPattern() {
        return "nonce=1767323045\\d{6}&signer=" + Vectors.SIGNER + "&signature=0x[0-9a-f]{130}";
    }

    @Override
    public ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        return AsterWeb3.client(config, clock, sleeper);
    }
}
