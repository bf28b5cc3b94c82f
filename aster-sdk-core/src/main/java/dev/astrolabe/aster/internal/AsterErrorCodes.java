package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.Reason;
import java.util.HashMap;
import java.util.Map;

/**
 * What each documented error code proves. Codes are the same everywhere while their texts vary, so the code decides (docs:
 * futures, "Error Codes"). A code that is not listed is a refusal for an unknown reason.
 */
final class AsterErrorCodes {

    /** What an answer with a code means for the caller. */
    enum Verdict {
        /** The venue refused: nothing was executed. */
        REJECTED,
        /** A rate limit: nothing was executed. */
        RATE_LIMITED,
        /** The venue does not know either whether it was executed. */
        UNKNOWN
    }

    /** The code of an unspecified failure, which sometimes is a refusal: only here the text decides. */
    static final int UNSPECIFIED = -1000;

    static final int NO_SUCH_ORDER = -2013;
    static final int INVALID_LEVERAGE = -4028;

    private static final Map<Integer, Verdict> OTHER_VERDICTS = Map.of(
            UNSPECIFIED,
            Verdict.UNKNOWN,
            -1001,
            Verdict.UNKNOWN,
            -1006,
            Verdict.UNKNOWN,
            -1007,
            Verdict.UNKNOWN,
            -4083,
            Verdict.UNKNOWN,
            -1003,
            Verdict.RATE_LIMITED,
            -1015,
            Verdict.RATE_LIMITED);

    private static final Map<Integer, Reason> REASONS = reasons();

    private AsterErrorCodes() {}

    static Verdict verdict(int code, String message) {
        if (code == UNSPECIFIED && unspecifiedReason(message) != Reason.OTHER) {
            return Verdict.REJECTED;
        }
        return OTHER_VERDICTS.getOrDefault(code, Verdict.REJECTED);
    }

    static Reason reason(int code, String message) {
        return code == UNSPECIFIED ? unspecifiedReason(message) : REASONS.getOrDefault(code, Reason.OTHER);
    }

    private static Reason unspecifiedReason(String message) {
        String text = message.toLowerCase(java.util.Locale.ROOT);
        if (text.contains("signature")) {
            return Reason.AUTHENTICATION;
        }
        return text.contains("invalid symbol") ? Reason.UNKNOWN_SYMBOL : Reason.OTHER;
    }

    private static Map<Integer, Reason> reasons() {
        Map<Integer, Reason> map = new HashMap<>();
        put(map, Reason.AUTHENTICATION, -1022, -2014, -2015, -4056, -4057);
        put(map, Reason.CLOCK_SKEW, -1021, -4225);
        put(map, Reason.PERMISSION, -1002, -1011, -5049, -5053);
        put(map, Reason.INSUFFICIENT_FUNDS, -2018, -2019, -4050, -4051);
        put(map, Reason.FILTER, -1111, -4001, -4002, -4003, -4004, -4005, -4006, -4007, -4013, -4014, -4016, -4019);
        put(map, Reason.FILTER, -4023, -4024, -4164, -4183, -4184);
        put(map, Reason.UNKNOWN_SYMBOL, -1121, -4144);
        put(map, Reason.ORDER_NOT_FOUND, -2011, NO_SUCH_ORDER);
        // -4116 is in no table of AsterDex; the API from which it descends uses it for order ids as -4115 for
        // transfers.
        put(map, Reason.DUPLICATE_CLIENT_ORDER_ID, -4115, -4116);
        put(map, Reason.REDUCE_ONLY, -2022, -2024, -2026, -4062, -4118, -4138);
        put(map, Reason.WOULD_TRIGGER, -2021, -4142);
        put(map, Reason.POSITION_MODE, -4060, -4061);
        put(map, Reason.LEVERAGE, -2027, -2028, INVALID_LEVERAGE, -4161);
        put(map, Reason.ACCOUNT_STATE, -2023, -4047, -4048, -4067, -4068, -4087, -4088, -5050, -5052);
        put(map, Reason.TOO_MANY_ORDERS, -2025, -4045);
        put(map, Reason.MARKET_STATE, -1112, -2016, -2020, -4022, -4131, -4140, -4141);
        put(map, Reason.NO_CHANGE, -4046, -4052, -4059);
        put(map, Reason.MAINTENANCE, -1016);
        // Parameters that are missing, superfluous, malformed or do not go together.
        put(map, Reason.INVALID_REQUEST, -1004, -1005, -1013, -1014, -1020, -1023, -1100, -1101, -1102, -1103, -1104);
        put(map, Reason.INVALID_REQUEST, -1105, -1106, -1108, -1109, -1110, -1113, -1114, -1115, -1116, -1117, -1118);
        put(map, Reason.INVALID_REQUEST, -1119, -1120, -1125, -1127, -1128, -1130, -1136, -4000, -4015, -4020, -4021);
        put(map, Reason.INVALID_REQUEST, -4031, -4032, -4049, -4053, -4054, -4055, -4082, -4084, -4104, -4114, -4135);
        put(map, Reason.INVALID_REQUEST, -4137, -4139, -4165, -4212, -5047, -5048);
        // The engine's or the backend's refusal without a stated cause, and a privacy check that could not run.
        put(map, Reason.OTHER, -1010, -2010, -5051);
        // Symbols that the venue configured wrongly, and options, which this API does not trade.
        put(map, Reason.OTHER, -4008, -4009, -4010, -4011, -4012, -4017, -4018, -4025, -4026, -4027, -4029, -4030);
        put(map, Reason.OTHER, -4033, -4044, -4058, -4063, -4064, -4065, -4066, -4069, -4070, -4071, -4072, -4073);
        put(map, Reason.OTHER, -4074, -4075, -4076, -4077, -4078, -4079, -4080, -4081, -4085, -4086);
        return Map.copyOf(map);
    }

    private static void put(Map<Integer, Reason> map, Reason reason, int... codes) {
        for (int code : codes) {
            Reason before = map.put(code, reason);
            if (before != null) {
                throw new IllegalStateException("error code " + code + " is listed twice");
            }
        }
    }

    /** Whether the documentation lists the code. */
    static boolean isListed(int code) {
        return REASONS.containsKey(code) || OTHER_VERDICTS.containsKey(code);
    }
}
