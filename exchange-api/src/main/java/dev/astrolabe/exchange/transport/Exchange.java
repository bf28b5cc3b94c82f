package dev.astrolabe.exchange.transport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request that left, and what came back: an answer, or a failure in its place.
 *
 * @param signedAt when it was signed, on this machine's clock
 * @param trace when it left and was answered
 * @param response the answer
 * @param judgement what the answer means
 * @param failure why there is no answer
 */
record Exchange(
        Instant signedAt,
        WireTrace trace,
        @Nullable WireResponse response,
        @Nullable Judgement judgement,
        @Nullable Exception failure) {

    static Exchange answered(Instant signedAt, WireTrace trace, WireResponse response, Judgement judgement) {
        return new Exchange(signedAt, trace, response, judgement, null);
    }

    static Exchange failed(Instant signedAt, WireTrace trace, Exception failure) {
        return new Exchange(signedAt, trace, null, null, failure);
    }
}
