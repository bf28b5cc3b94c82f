package dev.astrolabe.okx.standin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks key, time, signature, passphrase and environment as OKX does. The key belongs to demo trading. */
public final class Proof {

    /** The key that is known. */
    public static final String KEY = "stand-in-key-5f2c";

    /** What it signs with. */
    public static final String SECRET = "standInSecretA7C2E91B";

    /** What was chosen with it. */
    public static final String PASSPHRASE = "standInPassphrase!9";

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final int UNAUTHORIZED = 401;

    private final Set<String> signatures = new HashSet<>();

    /** Every signature that came, for nobody else may see one. */
    synchronized Set<String> signatures() {
        return Set.copyOf(signatures);
    }

    /** Whether the call says that it is for demo trading. */
    static boolean isDemo(Call call) {
        return "1".equals(call.headers().get("x-simulated-trading"));
    }

    void require(Call call, Instant now) {
        String key = header(call, "OK-ACCESS-KEY", "50103");
        String passphrase = header(call, "OK-ACCESS-PASSPHRASE", "50104");
        String sign = header(call, "OK-ACCESS-SIGN", "50106");
        String time = header(call, "OK-ACCESS-TIMESTAMP", "50107");
        keep(sign);
        if (!time.matches(TIME)) {
            throw refused("50112", "Invalid OK-ACCESS-TIMESTAMP.");
        }
        if (Duration.between(Instant.parse(time), now).abs().compareTo(WINDOW) > 0) {
            throw refused("50102", "Timestamp request expired.");
        }
        if (!key.equals(KEY)) {
            throw refused("50119", "API key doesn't exist.");
        }
        if (!isDemo(call)) {
            throw refused("50101", "APIKey does not match current environment.");
        }
        if (!passphrase.equals(PASSPHRASE)) {
            throw refused("50105", "Request header \"OK-ACCESS-PASSPHRASE\" incorrect.");
        }
        String method = call.name().substring(0, call.name().indexOf(' '));
        if (!sign.equals(sign(time + method + call.target() + call.text()))) {
            throw refused("50113", "Invalid Sign.");
        }
    }

    private static String header(Call call, String name, String codeOfNone) {
        String value = call.headers().get(name);
        if (value == null || value.isEmpty()) {
            throw refused(codeOfNone, "Request header \"" + name + "\" can't be empty.");
        }
        return value;
    }

    private synchronized void keep(String signature) {
        signatures.add(signature);
    }

    private static Refusal refused(String code, String message) {
        return Refusal.of(UNAUTHORIZED, code, message);
    }

    /** Drops a call whose time is over: {@code expTime} is a header of REST and a field of operations. */
    static void requireUnexpired(Call call, Instant now) {
        String end = call.expires() ? call.headers().get("expTime") : null;
        if (end == null) {
            return;
        }
        if (!end.matches("\\d{13}")) {
            throw Refusal.of(400, "50036", "expTime must be a time in milliseconds.");
        }
        if (Long.parseLong(end) < now.toEpochMilli()) {
            throw Refusal.of(400, "50037", "Order expired.");
        }
    }

    /** What is wrong with a login over a socket: a code and a message; null where nothing is. */
    Map.Entry<String, String> wrong(String key, String passphrase, String time, String sign, Instant now) {
        keep(sign);
        if (!key.equals(KEY)) {
            return Map.entry("60032", "API key doesn't exist.");
        }
        if (!time.matches("\\d{10}")) {
            return Map.entry("60004", "Invalid timestamp.");
        }
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                        .abs()
                        .compareTo(WINDOW)
                > 0) {
            return Map.entry("60006", "Timestamp request expired");
        }
        if (!passphrase.equals(PASSPHRASE)) {
            return Map.entry("60024", "Wrong passphrase");
        }
        return sign.equals(sign(time + "GET/users/self/verify")) ? null : Map.entry("60007", "Invalid sign");
    }

    static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
