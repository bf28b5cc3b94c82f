package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.Secret;
import dev.astrolabe.simulator.SimulatedAccount.HmacKey;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key in a header, and an HMAC over query and body as sent, without anything between them (docs: futures v1, "SIGNED Endpoint
 * security"). The signature is the last parameter of the part that carries it.
 */
final class KeyAuthentication {

    private static final String HEADER = "X-MBX-APIKEY";
    private static final long USUAL_WINDOW = 5_000;
    private static final long LARGEST_WINDOW = 60_000;
    private static final long AHEAD = 1_000;
    private static final Pattern LAST = Pattern.compile("(?:^|&)signature=([^&]*)$");

    private final SimulatedVenue venue;

    KeyAuthentication(SimulatedVenue venue) {
        this.venue = venue;
    }

    /** Whose key a request names; nothing is proved by it. */
    Optional<VenueAccount> named(WireRequest request) {
        return request.header(HEADER)
                .flatMap(key -> venue.accounts().stream()
                        .filter(account -> account.terms()
                                .hmac()
                                .filter(own -> own.key().equals(key))
                                .isPresent())
                        .findFirst());
    }

    VenueAccount byKey(WireRequest request) {
        String key = request.header(HEADER).orElse("");
        if (!key.matches("[A-Za-z0-9_-]{1,128}")) {
            throw ErrorCode.BAD_KEY_FORMAT.with();
        }
        return named(request).orElseThrow(ErrorCode.REJECTED_KEY::with);
    }

    VenueAccount bySignature(WireRequest request, Parameters parameters) {
        VenueAccount account = byKey(request);
        long timestamp = parameters.number("timestamp");
        String signature = parameters.text("signature");
        long window = parameters.findNumber("recvWindow").orElse(USUAL_WINDOW);
        if (window < 0 || window > LARGEST_WINDOW) {
            throw ErrorCode.INVALID_PARAMETER.with("recvWindow");
        }
        long now = venue.now().toEpochMilli();
        if (timestamp >= now + AHEAD) {
            throw ErrorCode.TIMESTAMP_AHEAD.with();
        }
        if (now - timestamp > window) {
            throw ErrorCode.TIMESTAMP_OUTSIDE.with();
        }
        HmacKey key = account.terms().hmac().orElseThrow(ErrorCode.REJECTED_KEY::with);
        String text = unsigned(request.query()) + unsigned(request.body());
        if (!matches(signature, sign(text, key.secret()))) {
            throw ErrorCode.INVALID_SIGNATURE.with();
        }
        return account;
    }

    private static String unsigned(String part) {
        Matcher last = LAST.matcher(part);
        return last.find() ? part.substring(0, last.start()) : part;
    }

    /** The case of the hex digits does not matter. */
    private static boolean matches(String given, String expected) {
        return MessageDigest.isEqual(
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                expected.getBytes(StandardCharsets.UTF_8));
    }

    static String sign(String text, Secret secret) {
        return secret.use(key -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JVM has no HmacSHA256", e);
            }
        });
    }
}
