package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.internal.AsterSigner;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Signs every request with the key of a wallet, and with a nonce that is never used again (docs: futures v3). */
final class Web3RequestSigner implements AsterSigner {

    // The documentation named 5, 10 and 60 seconds one after the other; the widest is safe to wait for.
    private static final Duration NONCE_WINDOW = Duration.ofSeconds(60);

    private final RequestScheme scheme;
    private final KeyUse use;
    private final Runnable wipe;

    /**
     * Signs with a key.
     *
     * @param scheme signs
     * @param use what all clients of the key share; closed with this
     * @param wipe done when this is closed; does nothing where the key is its caller's
     */
    Web3RequestSigner(RequestScheme scheme, KeyUse use, Runnable wipe) {
        this.scheme = scheme;
        this.use = use;
        this.wipe = wipe;
    }

    /** The key is here: without it another signer is chosen. */
    @Override
    public void requireCredentials(Endpoint<?> endpoint) {
        // Nothing can be missing.
    }

    @Override
    public Permit admit(Endpoint<?> endpoint) {
        return use.calls().admit(endpoint.id(), endpoint.priority());
    }

    @Override
    public Signed sign(Endpoint<?> endpoint, Params params, Instant venueNow) {
        long nonce = params.get(RequestScheme.NONCE)
                .map(Long::parseLong)
                .orElseGet(() -> use.nonces().next(venueNow));
        return new Signed(scheme.signed(params, nonce, venueNow), OptionalLong.of(nonce));
    }

    /** The parameters name the caller. */
    @Override
    public WireRequest identify(Endpoint<?> endpoint, WireRequest request) {
        return request;
    }

    @Override
    public Duration executionWindow() {
        return NONCE_WINDOW;
    }

    @Override
    public void close() {
        use.close();
        wipe.run();
    }

    @Override
    public String toString() {
        return "Web3RequestSigner[***]";
    }
}
