package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.internal.AsterSigner;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.HmacSha256;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * HMAC-SHA256 over the encoded text that is sent, in hex, as the last parameter; the key goes into a header (docs: futures v1,
 * "Endpoint Security Type").
 */
final class HmacSigner implements AsterSigner {

    private static final String HEADER = "X-MBX-APIKEY";

    private final Secret apiKey;
    private final HmacSha256 hmac;
    private final Duration recvWindow;

    /** Keeps copies of the secrets, so that the configuration can open another client after this one is closed. */
    HmacSigner(Secret apiKey, Secret secretKey, Duration recvWindow) {
        this.apiKey = apiKey.copy();
        this.hmac = new HmacSha256(secretKey);
        this.recvWindow = recvWindow;
    }

    /** Both are here: without them another signer is chosen. */
    @Override
    public void requireCredentials(Endpoint<?> endpoint) {
        // Nothing can be missing.
    }

    /** The venue bounds no number of calls by their times. */
    @Override
    public Permit admit(Endpoint<?> endpoint) {
        return Permit.UNBOUNDED;
    }

    @Override
    public Signed sign(Endpoint<?> endpoint, Params params, Instant venueNow) {
        String encoded = params.encoded();
        String text = (encoded.isEmpty() ? "" : encoded + "&") + "recvWindow=" + recvWindow.toMillis() + "&timestamp="
                + venueNow.toEpochMilli();
        return new Signed(text + "&signature=" + signature(text), OptionalLong.empty());
    }

    /** The signature of a text: of the query and the body, one after the other without anything between. */
    String signature(String text) {
        return hmac.hex(text);
    }

    @Override
    public WireRequest identify(Endpoint<?> endpoint, WireRequest request) {
        return apiKey.use(key -> request.header(HEADER, new String(key, StandardCharsets.UTF_8)));
    }

    @Override
    public Duration executionWindow() {
        return recvWindow;
    }

    @Override
    public void close() {
        apiKey.close();
        hmac.close();
    }

    @Override
    public String toString() {
        return "HmacSigner[***]";
    }
}
