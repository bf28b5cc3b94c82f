package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.HmacSha256;
import dev.astrolabe.exchange.transport.WireRequest;
import dev.astrolabe.okx.Okx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 in base64 over time, verb, path and body, without anything between (docs: OKX v5, "REST Authentication"). Keeps
 * copies of the credentials, so that the configuration can open another client after this one is closed.
 */
final class OkxSigner implements AutoCloseable {

    // Instant writes no milliseconds where there are none; OKX wants three digits.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Secret apiKey;
    private final HmacSha256 hmac;
    private final Secret passphrase;

    private OkxSigner(ExchangeConfig config) {
        this.apiKey = secret(config, Okx.API_KEY).copy();
        this.hmac = new HmacSha256(secret(config, Okx.SECRET_KEY));
        this.passphrase = secret(config, Okx.PASSPHRASE).copy();
    }

    /**
     * The signer of a configuration.
     *
     * @return the signer; null without credentials
     * @throws NotSentException if some are missing, or others are there
     */
    static @Nullable OkxSigner of(ExchangeConfig config) {
        Set<String> given = new TreeSet<>(config.credentials().keySet());
        if (given.isEmpty()) {
            return null;
        }
        if (!given.equals(Okx.CREDENTIALS)) {
            throw NotSentException.invalid("credentials " + given + " do not open " + ExchangeId.OKX + "; it takes "
                    + new TreeSet<>(Okx.CREDENTIALS) + ", or none for public data");
        }
        return new OkxSigner(config);
    }

    private static Secret secret(ExchangeConfig config, String name) {
        return config.credential(name).orElseThrow();
    }

    static String timestamp(Instant time) {
        return TIME.format(time);
    }

    /** The signature of a text. */
    String signature(String text) {
        return hmac.base64(text);
    }

    /**
     * Adds what proves who calls.
     *
     * @param request the request as it is sent
     * @param path its path with its query
     * @param body its body; empty where it has none
     */
    WireRequest sign(WireRequest request, String path, String body, Instant venueNow) {
        String time = timestamp(venueNow);
        return request.header("OK-ACCESS-KEY", text(apiKey))
                .header("OK-ACCESS-TIMESTAMP", time)
                .header("OK-ACCESS-SIGN", signature(time + request.method() + path + body))
                .header("OK-ACCESS-PASSPHRASE", text(passphrase));
    }

    /** What a socket logs in with; the time is in seconds (docs: OKX v5, WebSocket "Login"). */
    Login login(Instant venueNow) {
        String seconds = Long.toString(venueNow.getEpochSecond());
        return new Login(text(apiKey), text(passphrase), seconds, signature(seconds + "GET" + "/users/self/verify"));
    }

    /** The arguments of a login; never to be logged. */
    record Login(String apiKey, String passphrase, String timestamp, String sign) {
        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    private static String text(Secret secret) {
        return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        apiKey.close();
        hmac.close();
        passphrase.close();
    }

    @Override
    public String toString() {
        return "OkxSigner[***]";
    }
}
