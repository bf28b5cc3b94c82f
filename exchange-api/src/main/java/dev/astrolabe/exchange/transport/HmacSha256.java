package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.error.NotSentException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 (RFC 2104) with one key, for venues whose requests are signed so. Keeps a few of the JDK's objects with the key in
 * them, because making one costs as much as a signature. Safe for any thread; none waits for another. {@link #close()} wipes what
 * has the key. It is never shown.
 *
 * @since 0.1
 */
public final class HmacSha256 implements AutoCloseable {

    private static final String ALGORITHM = "HmacSHA256";
    // More threads than this at the same moment make an object each time.
    private static final int SPARES = 8;

    private final Secret key;
    private final AtomicReferenceArray<@Nullable Mac> spares = new AtomicReferenceArray<>(SPARES);
    private volatile boolean closed;

    /**
     * Signs with a copy of a key: closing either leaves the other.
     *
     * @param key the key; its UTF-8 bytes count
     * @throws NotSentException if the secret is closed
     */
    public HmacSha256(Secret key) {
        this.key = key.copy();
    }

    /**
     * Signs a text.
     *
     * @param text the text, of which the UTF-8 bytes are signed
     * @return the signature in 64 lower-case hex digits
     * @throws NotSentException if this is closed
     */
    public String hex(String text) {
        return HexFormat.of().formatHex(signature(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Signs a text.
     *
     * @param text the text, of which the UTF-8 bytes are signed
     * @return the signature in base64, 44 characters with the padding
     * @throws NotSentException if this is closed
     */
    public String base64(String text) {
        return Base64.getEncoder().encodeToString(signature(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] signature(byte[] text) {
        Mac mac = take();
        byte[] signature = mac.doFinal(text);
        giveBack(mac);
        return signature;
    }

    /** One that no other thread has. */
    private Mac take() {
        int first = firstPlace();
        for (int i = 0; i < SPARES && !closed; i++) {
            int place = (first + i) % SPARES;
            if (spares.getPlain(place) != null) {
                Mac spare = spares.getAndSet(place, null);
                if (spare != null) {
                    return spare;
                }
            }
        }
        // Which refuses once it is closed.
        return key.use(HmacSha256::mac);
    }

    /** Threads begin at places of their own, so that they seldom meet. */
    private static int firstPlace() {
        return (int) (Thread.currentThread().getId() % SPARES);
    }

    private void giveBack(Mac mac) {
        int first = firstPlace();
        boolean kept = false;
        for (int i = 0; i < SPARES && !kept; i++) {
            kept = spares.compareAndSet((first + i) % SPARES, null, mac);
        }
        if (!kept) {
            wipe(mac);
        }
        if (closed) {
            wipeSpares();
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Another key is written over the one it has. */
    private static void wipe(Mac mac) {
        try {
            mac.init(new SecretKeySpec(new byte[1], ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of " + ALGORITHM + " was refused", e);
        }
    }

    private void wipeSpares() {
        for (int place = 0; place < SPARES; place++) {
            Mac spare = spares.getAndSet(place, null);
            if (spare != null) {
                wipe(spare);
            }
        }
    }

    /** Wipes the key. A signature that is being made ends, and its object is wiped then. A second call does nothing. */
    @Override
    public void close() {
        key.close();
        closed = true;
        wipeSpares();
    }

    /** Always the same mask. */
    @Override
    public String toString() {
        return "HmacSha256[***]";
    }
}
