package dev.astrolabe.okx.internal;

import static dev.astrolabe.okx.internal.OkxErrorCodes.Verdict.RATE_LIMITED;
import static dev.astrolabe.okx.internal.OkxErrorCodes.Verdict.REJECTED;
import static dev.astrolabe.okx.internal.OkxErrorCodes.Verdict.UNKNOWN;

import dev.astrolabe.exchange.error.Reason;
import java.util.HashMap;
import java.util.Map;

/**
 * What a code says about what became of a call, and why (docs: OKX v5, "Error Code"). A code that is not in the table is a refusal
 * whose reason is not known.
 */
final class OkxErrorCodes {

    enum Verdict {
        /** It was not executed. */
        REJECTED,
        /** It was not executed, since a limit is used up. */
        RATE_LIMITED,
        /** The venue does not know either. A read may be repeated. */
        UNKNOWN
    }

    static final String CANCEL_TIMED_OUT = "51412";
    static final String BAD_PARAMETER = "51000";
    static final String ACCOUNT_LIMIT = "50061";

    private static final String SLOT = "posSide";

    private record Meaning(Verdict verdict, Reason reason) {}

    private static final Meaning OTHER = new Meaning(REJECTED, Reason.OTHER);

    private static final Map<String, Meaning> MEANINGS = new Table()
            // Nobody knows: timed out, unavailable or failed inside; on a socket too.
            .add(UNKNOWN, Reason.OTHER, "50001 50004 50026 51054 51149 51412 63999 64007")
            // Too many calls or orders, in a time or at once; systems busy.
            .add(RATE_LIMITED, Reason.OTHER, "50011 50013 50040 50042 50046 50057 50061 50062 50064 51113 51513")
            .add(RATE_LIMITED, Reason.OTHER, "60014 60023")
            // Clock.
            .add(Reason.CLOCK_SKEW, "50102 50112 60004 60006")
            // Key, signature, environment, site.
            .add(Reason.AUTHENTICATION, "50008 50067 50100 50101 50103-50109 50111 50113 50114 50119")
            .add(Reason.AUTHENTICATION, "60005 60007 60009 60011 60024 60026 60032")
            // What the key, the IP or the region may not do; what must be agreed to first.
            .add(Reason.PERMISSION, "50029 50030 50032 50033 50035 50041 50051 50052 50059 50060 50110 50120 50121")
            .add(Reason.PERMISSION, "51155 54092 54094 54109 64003")
            // Account blocked, frozen by liquidation, ADL or funding, to reduce only, or of another mode.
            .add(Reason.ACCOUNT_STATE, "50007 50009 50012 50017-50023 50027 50028 50072 51010 51024 51037-51039")
            .add(Reason.ACCOUNT_STATE, "51041 51115 51128 51209-51214 51342 54012 59000 59001 59300 59302")
            // Body and parameters.
            .add(Reason.INVALID_REQUEST, "50000 50002 50005 50006 50014-50016 50024 50025 50036-50038 50053 50115")
            .add(
                    Reason.INVALID_REQUEST,
                    "51000 51003 51046-51053 51076-51086 51089-51094 51111 51327-51332 51406 51407")
            .add(Reason.INVALID_REQUEST, "51500 51501 51506 51512 51527 54036 54070 54071")
            .add(Reason.INVALID_REQUEST, "60008 60012 60013 60018 60019 60027 60028 60033 64000-64002 64004")
            // Instrument unknown, or not trading now.
            .add(Reason.UNKNOWN_SYMBOL, "51001 51002 51012 51014 51015 51021 51026")
            .add(Reason.MARKET_STATE, "51022 51027-51030 51087")
            // Size, value, precision and price band.
            .add(Reason.FILTER, "51005-51007 51020 51031 51108 51116 51120-51122 51135-51138 51150 51201-51203")
            // Limits of the position and of its tier.
            .add(Reason.LEVERAGE, "51004 51101 51104-51107 51187 54030 54031")
            .add(Reason.LEVERAGE, "59101-59109 59111 59112 59668-59670")
            .add(Reason.INSUFFICIENT_FUNDS, "51008 51127 51131 51502 54024 54025 54035 59301")
            .add(Reason.DUPLICATE_CLIENT_ORDER_ID, "50071 51011 51016 51065 51068")
            .add(Reason.REDUCE_ONLY, "51023 51058 51112 51148 51169 51170 51205 51206")
            .add(Reason.TOO_MANY_ORDERS, "51025 51071 51088 51102 51103 51117 51174 51260-51263 51299")
            // Filled, cancelled, fired or never there.
            .add(Reason.ORDER_NOT_FOUND, "51063 51400-51402 51410 51416 51503 51600 51603")
            .add(Reason.POST_ONLY, "51511")
            .add(Reason.WOULD_TRIGGER, "51277-51280 51300-51308")
            .add(Reason.POSITION_MODE, "51298")
            .add(Reason.NO_CHANGE, "60031")
            .add(Reason.MAINTENANCE, "64008")
            // Another order of the batch failed.
            .add(Reason.OTHER, "54004")
            .build();

    private OkxErrorCodes() {}

    static Verdict verdict(String code) {
        return meaning(code).verdict();
    }

    static Reason reason(String code) {
        return meaning(code).reason();
    }

    /** A bad parameter that is the slot means that the account is in the other position mode. */
    static Reason reason(String code, String message) {
        return code.equals(BAD_PARAMETER) && message.contains(SLOT) ? Reason.POSITION_MODE : reason(code);
    }

    static boolean isKnown(String code) {
        return MEANINGS.containsKey(code);
    }

    /** Some codes are told with what they are about, such as 51008_1001. */
    private static Meaning meaning(String code) {
        int end = code.indexOf('_');
        return MEANINGS.getOrDefault(end < 0 ? code : code.substring(0, end), OTHER);
    }

    /** Codes and ranges of codes, separated by blanks; none twice. */
    private static final class Table {
        private final Map<String, Meaning> meanings = new HashMap<>();

        Table add(Reason reason, String codes) {
            return add(REJECTED, reason, codes);
        }

        Table add(Verdict verdict, Reason reason, String codes) {
            Meaning meaning = new Meaning(verdict, reason);
            for (String each : codes.split(" ", -1)) {
                String[] range = each.split("-", -1);
                for (int code = Integer.parseInt(range[0]); code <= Integer.parseInt(range[range.length - 1]); code++) {
                    if (meanings.put(Integer.toString(code), meaning) != null) {
                        throw new IllegalStateException("code " + code + " is twice in the table");
                    }
                }
            }
            return this;
        }

        Map<String, Meaning> build() {
            return Map.copyOf(meanings);
        }
    }
}
