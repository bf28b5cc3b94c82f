package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** The venue says no, in its own words. */
final class AsterError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;
    private final int status;
    private final String words;
    private long retryAfterSeconds = -1;

    AsterError(int code, int status, String words) {
        super(code + " " + words, null, false, false);
        this.code = code;
        this.status = status;
        this.words = words;
    }

    /** Says when to come back, in the header Retry-After. */
    AsterError retryAfter(long seconds) {
        retryAfterSeconds = Math.max(seconds, 1);
        return this;
    }

    int code() {
        return code;
    }

    /** As it stands in an answer, or in the list that answers a batch. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("msg", words);
        return body;
    }

    WireAnswer answer(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (retryAfterSeconds > 0) {
            all.put("Retry-After", Long.toString(retryAfterSeconds));
        }
        return new WireAnswer(status, all, Json.text(body()));
    }
}
