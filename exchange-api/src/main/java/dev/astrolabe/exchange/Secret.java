package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * A key, secret or passphrase. It never shows itself: not in {@link #toString()}, not by serialization. Safe for any thread.
 *
 * @since 0.1
 */
public final class Secret implements AutoCloseable {

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Keeps a text. Surrounding blanks, which come from copying, are refused and not trimmed.
     *
     * @param name what the secret is, for the message
     * @param value the text
     * @return the secret
     * @throws NotSentException if the text is empty or has blanks around it
     */
    public static Secret of(String name, CharSequence value) {
        // A variable that is not set arrives as null, whatever the annotations say.
        if (Objects.isNull(value)) {
            throw NotSentException.invalid(name + " is missing");
        }
        if (value.isEmpty()) {
            throw NotSentException.invalid(name + " is empty");
        }
        if (Character.isWhitespace(value.charAt(0)) || Character.isWhitespace(value.charAt(value.length() - 1))) {
            throw NotSentException.invalid(name + " begins or ends with a blank; it was probably copied with it");
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(value));
        byte[] copy = new byte[encoded.remaining()];
        encoded.get(copy);
        for (int i = 0; i < encoded.limit(); i++) {
            encoded.put(i, (byte) 0);
        }
        return new Secret(copy);
    }

    /**
     * Lends the bytes for one use; the lent copy is wiped afterwards.
     *
     * @param use what to do with the UTF-8 bytes; must not keep them
     * @param <T> what it gives
     * @return what the use gave
     * @throws NotSentException if the secret is closed
     */
    public <T> T use(Function<byte[], T> use) {
        byte[] copy;
        synchronized (bytes) {
            if (closed) {
                throw new NotSentException(NotSentException.Cause.CLOSED, "the secret was wiped: its client is closed");
            }
            copy = bytes.clone();
        }
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /**
     * The same secret with a life of its own: closing either leaves the other.
     *
     * @return a copy, which its owner closes
     * @throws NotSentException if the secret is closed
     */
    public Secret copy() {
        return use(lent -> new Secret(lent.clone()));
    }

    /** Wipes the bytes. A second call does nothing. */
    @Override
    public void close() {
        synchronized (bytes) {
            closed = true;
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Always the same mask. */
    @Override
    public String toString() {
        return "***";
    }
}
