package dev.astrolabe.simulator.wire;

import java.util.Map;

/**
 * An answer, ready to be sent. Its content type is JSON.
 *
 * @param status the HTTP status
 * @param headers further ones, such as usage counters
 * @param body the text
 * @since 0.1
 */
public record WireAnswer(int status, Map<String, String> headers, String body) {

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers further ones, such as usage counters
     * @param body the text
     */
    public WireAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * An answer without further headers.
     *
     * @param status the HTTP status
     * @param body the text
     * @return the answer
     */
    public static WireAnswer of(int status, String body) {
        return new WireAnswer(status, Map.of(), body);
    }
}
