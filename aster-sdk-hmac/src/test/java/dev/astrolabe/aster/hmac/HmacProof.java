package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.Call;
import dev.astrolabe.aster.standin.Proof;
import dev.astrolabe.aster.standin.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks key, HMAC and time as the venue does. */
final class HmacProof implements Proof {

    static final String KEY = "standInKey";
    static final String SECRET = "standInSecret";

    @Override
    public void requireKey(Call call) {
        if (!KEY.equals(call.headers().get("X-MBX-APIKEY"))) {
            throw new Refusal(-2015, "Invalid API-key, IP, or permissions for action.");
        }
    }

    @Override
    public void requireSignature(Call call) {
        requireKey(call);
        String text = call.text();
        int last = text.lastIndexOf("&signature=");
        if (last < 0 || !sign(text.substring(0, last)).equals(text.substring(last + "&signature=".length()))) {
            throw new Refusal(-1022, "Signature for this request is not valid.");
        }
    }

    @Override
    public void requireFresh(Call call, Instant now) {
        long age = now.toEpochMilli() - Long.parseLong(call.param("timestamp"));
        if (age <= -1000 || age > Long.parseLong(call.params().getOrDefault("recvWindow", "5000"))) {
            throw new Refusal(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
    }

    @Override
    public void useUp(Call call) {
        // Nothing makes a call unique: the same text is executed again.
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
