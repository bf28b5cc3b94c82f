package dev.astrolabe.benchmarks.hmac;

import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.transport.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * HMAC-SHA256 of a text of 200 characters, in hex as AsterDex wants it and in base64 as OKX does.
 *
 * @since 0.1
 */
@State(Scope.Benchmark)
public class HmacSignatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";

    private final String text = "symbol=BTCUSDT&side=BUY&type=LIMIT&price=91234.5&timestamp=1591702613943&"
            .repeat(3)
            .substring(0, 200);
    private final HmacSha256 ours = new HmacSha256(Secret.of("secretKey", KEY));
    private final Mac reused = mac();

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private String hex(Mac mac) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String base64(Mac mac) {
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return the signature as a client makes it} */
    @Benchmark
    public String hex() {
        return ours.hex(text);
    }

    /** {@return the signature by one object, which only one thread may use} */
    @Benchmark
    public String hexReused() {
        return hex(reused);
    }

    /** {@return the signature by an object of its own} */
    @Benchmark
    public String hexEachTime() {
        return hex(mac());
    }

    /** {@return the signature as a client makes it} */
    @Benchmark
    public String base64() {
        return ours.base64(text);
    }

    /** {@return the signature by one object, which only one thread may use} */
    @Benchmark
    public String base64Reused() {
        return base64(reused);
    }

    /** {@return the signature by an object of its own} */
    @Benchmark
    public String base64EachTime() {
        return base64(mac());
    }
}
