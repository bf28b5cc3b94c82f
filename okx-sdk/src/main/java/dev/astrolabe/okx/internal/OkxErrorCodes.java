package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.Reason;
import java.util.Set;

/** What a code says about what became of a call (docs: OKX v5, "Error Code"). */
final class OkxErrorCodes {

    enum Verdict {
        REJECTED,
        RATE_LIMITED,
        UNKNOWN
    }

    static final String CANCEL_TIMED_OUT = "51412";

    private static final Set<String> UNKNOWN_OUTCOME =
            Set.of("50001", "50004", "50026", "51054", "51149", "51412", "64007");
    private static final Set<String> LIMITS = Set.of("50011", "50013", "50061");

    private OkxErrorCodes() {}

    static Verdict verdict(String code) {
        if (UNKNOWN_OUTCOME.contains(code)) {
            return Verdict.UNKNOWN;
        }
        return LIMITS.contains(code) ? Verdict.RATE_LIMITED : Verdict.REJECTED;
    }

    static Reason reason(String code) {
        return Reason.OTHER;
    }
}
