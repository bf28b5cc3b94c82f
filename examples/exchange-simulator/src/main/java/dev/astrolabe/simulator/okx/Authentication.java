package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.SimulatedAccount.OkxKey;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies who sent a request (docs: OKX v5, "REST Authentication"). */
final class Authentication {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final SimulatedVenue venue;
    private final Users users;

    Authentication(SimulatedVenue venue, Users users) {
        this.venue = venue;
        this.users = users;
    }

    /** Whose request it is, and that it is. */
    OkxUser verify(WireRequest request, Endpoint endpoint) {
        String key = header(request, "ok-access-key", Code.NO_KEY);
        String passphrase = header(request, "ok-access-passphrase", Code.NO_PASSPHRASE);
        String sign = header(request, "ok-access-sign", Code.NO_SIGN);
        String timestamp = header(request, "ok-access-timestamp", Code.NO_TIMESTAMP);
        Instant sent = time(timestamp);
        if (!venue.accepts(sent, WINDOW, WINDOW)) {
            throw Code.TIMESTAMP_EXPIRED.refused();
        }
        // A key of another site is not known here, a text that is no key is not valid.
        OkxUser user = users.ofKey(key)
                .orElseThrow(KEY.matcher(key).matches() ? Code.UNKNOWN_KEY::refused : Code.INVALID_KEY::refused);
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String body = request.method().equals("GET") ? "" : request.body();
        if (!signs(user.key(), sign, timestamp + request.method() + request.path() + query + body)) {
            throw Code.INVALID_SIGN.refused();
        }
        if (!isPassphrase(user.key(), passphrase)) {
            throw Code.WRONG_PASSPHRASE.refused();
        }
        permit(user.key().permissions(), endpoint.access());
        return user;
    }

    private static String header(WireRequest request, String name, Code missing) {
        return request.header(name).filter(value -> !value.isBlank()).orElseThrow(missing::refused);
    }

    private static Instant time(String timestamp) {
        if (!MILLISECONDS.matcher(timestamp).matches()) {
            throw Code.INVALID_TIMESTAMP.refused();
        }
        try {
            return Instant.parse(timestamp);
        } catch (DateTimeParseException e) {
            throw new Refused(Code.INVALID_TIMESTAMP, Code.INVALID_TIMESTAMP.words());
        }
    }

    /** Any key may read; only one with the trade permission may change something. */
    private static void permit(Set<String> permissions, Endpoint.Access access) {
        if (access == Endpoint.Access.TRADE && !permissions.contains("trade")) {
            throw Code.PERMISSION.refused();
        }
    }

    /** The login of a socket: epoch seconds, signed as if it were a GET of /users/self/verify. */
    OkxUser login(Params args) {
        String timestamp = args.textOr("timestamp", "");
        String key = args.text("apiKey").orElseThrow(Code.WS_KEY::refused);
        if (!SECONDS.matcher(timestamp).matches()) {
            throw Code.WS_TIMESTAMP.refused();
        }
        int dot = timestamp.indexOf('.');
        long seconds = Long.parseLong(dot < 0 ? timestamp : timestamp.substring(0, dot));
        if (!venue.accepts(Instant.ofEpochSecond(seconds), WINDOW, WINDOW)) {
            throw Code.WS_EXPIRED.refused();
        }
        OkxUser user = users.ofKey(key)
                .orElseThrow(KEY.matcher(key).matches() ? Code.WS_UNKNOWN_KEY::refused : Code.WS_KEY::refused);
        if (!signs(user.key(), args.textOr("sign", ""), timestamp + "GET/users/self/verify")) {
            throw Code.WS_SIGN.refused();
        }
        if (!isPassphrase(user.key(), args.textOr("passphrase", ""))) {
            throw Code.WS_PASSPHRASE.refused();
        }
        return user;
    }

    /** Whose key a request names, without a look at its signature. */
    Optional<OkxUser> named(WireRequest request) {
        return request.header("ok-access-key").flatMap(users::ofKey);
    }

    static boolean signs(OkxKey key, String sign, String prehash) {
        String expected = key.secret().use(secret -> sign(secret, prehash));
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sign.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPassphrase(OkxKey key, String passphrase) {
        return key.passphrase().use(bytes -> MessageDigest.isEqual(bytes, passphrase.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sign(byte[] secret, String prehash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(prehash.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }
}
