package dev.astrolabe.exchange.error;

import java.util.OptionalInt;

/**
 * What is known about a call that went wrong: never a header, a signature, a key or a request body.
 *
 * @param exchange name of the exchange, such as {@code asterdex}
 * @param endpoint the call, such as {@code POST /fapi/v1/order}
 * @param code the venue's own error code as text; empty where the venue gave none
 * @param message the venue's own words; empty where it gave none
 * @param httpStatus the HTTP status; 0 where no answer came
 * @since 0.1
 */
public record VenueError(String exchange, String endpoint, String code, String message, int httpStatus) {

    /**
     * A failure without any answer from the venue.
     *
     * @param exchange name of the exchange
     * @param endpoint the call
     * @return the error without code, message and status
     */
    public static VenueError unanswered(String exchange, String endpoint) {
        return new VenueError(exchange, endpoint, "", "", 0);
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status; empty where no answer came
     */
    public OptionalInt status() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /** One line for people: exchange, endpoint, and status, code and message where they exist. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(exchange).append(' ').append(endpoint);
        if (httpStatus != 0) {
            text.append(", HTTP ").append(httpStatus);
        }
        if (!code.isEmpty()) {
            text.append(", code ").append(code);
        }
        if (!message.isEmpty()) {
            text.append(": ").append(message);
        }
        return text.toString();
    }
}
