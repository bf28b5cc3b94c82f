package dev.astrolabe.aster.hmac;

import com.github.tomakehurst.wiremock.http.Request;
import dev.astrolabe.aster.standin.Refusal;
import dev.astrolabe.aster.standin.StandIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks key, time and HMAC as the venue does. */
record HmacProof(Clock clock) implements StandIn.Proof {

    static final String KEY = "standInKey";
    static final String SECRET = "standInSecret";

    @Override
    public void requireKey(Request request) {
        if (!KEY.equals(request.getHeader("X-MBX-APIKEY"))) {
            throw new Refusal(-2015, "Invalid API-key, IP, or permissions for action.");
        }
    }

    @Override
    public void requireSignature(Request request, String text, Map<String, String> params) {
        requireKey(request);
        int last = text.lastIndexOf("&signature=");
        if (last < 0 || !sign(text.substring(0, last)).equals(text.substring(last + "&signature=".length()))) {
            throw new Refusal(-1022, "Signature for this request is not valid.");
        }
        long age = clock.millis() - Long.parseLong(params.get("timestamp"));
        if (age <= -1000 || age > Long.parseLong(params.getOrDefault("recvWindow", "5000"))) {
            throw new Refusal(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
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
