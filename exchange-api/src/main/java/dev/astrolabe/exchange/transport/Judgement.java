package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.Reason;
import java.time.Duration;

/**
 * What an answer means. The {@link VenueProtocol} judges; the {@link RestClient} turns it into a result or an exception.
 *
 * @since 0.1
 */
public sealed interface Judgement {

    /** The venue did what was asked, and the body can be given to the parser. Counts with HTTP 2xx only. */
    record Success() implements Judgement {}

    /**
     * The venue refused, and its answer proves that nothing was executed.
     *
     * @param reason why, in neutral terms
     * @param code the venue's code; empty where it gave none
     * @param message the venue's words; empty where it gave none
     */
    record Rejected(Reason reason, String code, String message) implements Judgement {}

    /**
     * The venue refused because a limit is used up; nothing was executed.
     *
     * @param bucket which bucket is used up; empty where all calls must stop, as after a ban
     * @param retryAfter how long to wait; zero where the venue did not say, then {@link RestOptions#rateLimitPause()}
     * @param code the venue's code; empty where it gave none
     * @param message the venue's words; empty where it gave none
     */
    record RateLimited(String bucket, Duration retryAfter, String code, String message) implements Judgement {}

    /**
     * The venue says that it does not know either whether the call was executed, or failed on the way.
     *
     * @param code the venue's code; empty where it gave none
     * @param message the venue's words; empty where it gave none
     */
    record Unknown(String code, String message) implements Judgement {}

    /**
     * The answer is not what the venue documents.
     *
     * @param message what cannot be read
     */
    record Unreadable(String message) implements Judgement {}

    /**
     * The venue did what was asked.
     *
     * @return the judgement
     */
    static Judgement success() {
        return new Success();
    }

    /**
     * The venue refused.
     *
     * @param reason why, in neutral terms
     * @param code the venue's code
     * @param message the venue's words
     * @return the judgement
     */
    static Judgement rejected(Reason reason, String code, String message) {
        return new Rejected(reason, code, message);
    }

    /**
     * A limit is used up and all calls must stop.
     *
     * @param retryAfter how long to wait; zero where the venue did not say
     * @param code the venue's code
     * @param message the venue's words
     * @return the judgement
     */
    static Judgement rateLimited(Duration retryAfter, String code, String message) {
        return new RateLimited("", retryAfter, code, message);
    }

    /**
     * One bucket is used up.
     *
     * @param bucket which
     * @param retryAfter how long to wait; zero where the venue did not say
     * @param code the venue's code
     * @param message the venue's words
     * @return the judgement
     */
    static Judgement rateLimited(String bucket, Duration retryAfter, String code, String message) {
        return new RateLimited(bucket, retryAfter, code, message);
    }

    /**
     * The venue does not know either.
     *
     * @param code the venue's code
     * @param message the venue's words
     * @return the judgement
     */
    static Judgement unknown(String code, String message) {
        return new Unknown(code, message);
    }

    /**
     * The answer is not what the venue documents.
     *
     * @param message what cannot be read
     * @return the judgement
     */
    static Judgement unreadable(String message) {
        return new Unreadable(message);
    }

    /**
     * What the HTTP status alone says, for answers without a code of the venue, such as pages of a gateway: 2xx is a success;
     * 429 and 418 are rate limits; 401 and 403 are refusals; other 4xx are refusals of the request, but 408 is unknown, as
     * is 5xx; everything else is unreadable.
     *
     * @param response the answer
     * @return the judgement
     */
    static Judgement ofStatus(WireResponse response) {
        int status = response.status();
        if (response.is2xx()) {
            return success();
        }
        return switch (status) {
            case 429, 418 -> rateLimited(response.retryAfter().orElse(Duration.ZERO), "", "");
            case 401 -> rejected(Reason.AUTHENTICATION, "", "");
            case 403 -> rejected(Reason.PERMISSION, "", "");
            case 408 -> unknown("", "");
            default -> {
                if (status >= 400 && status < 500) {
                    yield rejected(Reason.INVALID_REQUEST, "", "");
                }
                yield status >= 500 ? unknown("", "") : unreadable("status " + status + " is not expected");
            }
        };
    }
}
