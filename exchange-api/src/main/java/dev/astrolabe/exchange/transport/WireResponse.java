package dev.astrolabe.exchange.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it came over the wire. Safe for any thread as long as nobody changes its bytes.
 *
 * @since 0.1
 */
public final class WireResponse {

    private static final int MAX_DIGITS = 9;

    private final int status;
    private final HeaderList headers;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers the headers by name, copied; of several with one name the last
     * @param body the bytes, empty where there are none; not copied, for answers can be large
     */
    public WireResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, HeaderList.of(headers), body);
    }

    WireResponse(int status, HeaderList headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * The HTTP status.
     *
     * @return from 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Whether the status is from 200 to 299. It does not say that the venue agreed.
     *
     * @return true for 2xx
     */
    public boolean is2xx() {
        return status >= 200 && status < 300;
    }

    /**
     * The headers.
     *
     * @return the headers by name, unmodifiable; case does not matter
     */
    public Map<String, String> headers() {
        return headers.map();
    }

    /**
     * A header.
     *
     * @param name its name; case does not matter
     * @return its value; empty where there is none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The header {@code Retry-After} where it is in seconds.
     *
     * @return the time to wait; empty where there is none, or it is a date
     */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .map(String::strip)
                .filter(text -> !text.isEmpty()
                        && text.length() <= MAX_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /**
     * The body.
     *
     * @return the bytes themselves and not a copy, only to be read; empty where there are none
     */
    public byte[] body() {
        return body;
    }

    /**
     * The body as text.
     *
     * @return the bytes read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Status and size. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
