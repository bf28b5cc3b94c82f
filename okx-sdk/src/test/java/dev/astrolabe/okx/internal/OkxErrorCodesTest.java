package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.okx.internal.OkxErrorCodes.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OkxErrorCodesTest {

    /** The venue's codes by what may be done after them, as documented; then those that sockets alone tell. */
    private static final String DOCUMENTED = """
            V: 50000 50002 50006 50014 50015 50016 50024 50025 51000
            U: 50001 50004 51054 51149 50026
            V: 50005
            R: 50011 50013
            A: 50007 50008 50012 50027 50028 50029 50030 50032 50033 50041 50051 50052 50059 50060 51024
            S: 50009 50017-50023
            A: 50035 50110
            V: 50036 50037 50038 50053
            R: 50040 50042 50046 50057 50062 50064 50061
            A: 50067
            S: 50071
            V: 50072
            A: 50100 50101 50103-50109 50111 50113 50114 50119 50120 50121
            C: 50102 50112
            V: 50115
            X: 51001 51002 51012 51014 51015 51021 51026
            X: 51022 51027-51030 51087 51155
            V: 51003 51407
            F: 51004 51101 51104-51107 51187 54030 54031
            V: 51005 51007 51020 51120 51121 51122 51150 51201-51203
            V: 51006 51031 51116 51135-51138
            F: 51008 51127 51131 51502 54024 54025 54035
            V: 51010 51039 51041 51128
            S: 51011 51016 51065 51068
            S: 51023 51058 51112 51169 51170 51148 51205 51206
            S: 51025 51102 51103 51174 51260-51263 51299
            F: 51037 51038 51209-51214 54012
            S: 51063 51503 51600 51603
            S: 51400 51401 51402 51410 51416
            U: 51412
            V: 51500 51506 51511 51512 51527
            R: 51513
            V: 51111 51406 51501
            S: 51108 51115 51117 51342
            R: 51113
            S: 54004
            V: 54070 54071
            A: 54092 54094 54109
            S: 59000 59001
            V: 59101 59102 59103 59104-59109 59111 59112 59668 59669 59670
            S: 59300 59301 59302
            S: 51277-51280 51300-51308 51298 51088 51327-51332
            V: 51046-51053 51076-51094 54036 51071
            C: 60004 60006
            A: 60005 60007 60009 60011 60024 60026 60032
            V: 60012 60013 60019 60027 60033
            R: 60014 60023
            V: 60008 60018 60028 64000 64001 64002 60031 64004
            U: 63999 64007
            A: 64003
            S: 64008
            """;

    private static final Set<Reason> ACCESS =
            EnumSet.of(Reason.AUTHENTICATION, Reason.PERMISSION, Reason.ACCOUNT_STATE);

    private record Documented(char kind, String code) {}

    private static List<Documented> documented() {
        List<Documented> all = new ArrayList<>();
        for (String line : DOCUMENTED.lines().toList()) {
            for (String each : line.substring(3).split(" ", -1)) {
                String[] range = each.split("-", -1);
                for (int code = Integer.parseInt(range[0]); code <= Integer.parseInt(range[range.length - 1]); code++) {
                    all.add(new Documented(line.charAt(0), Integer.toString(code)));
                }
            }
        }
        return all;
    }

    @TestFactory
    List<DynamicTest> knows_every_documented_code() {
        return documented().stream()
                .map(each -> DynamicTest.dynamicTest(each.kind() + " " + each.code(), () -> {
                    assertThat(OkxErrorCodes.isKnown(each.code())).isTrue();
                    check(each);
                }))
                .toList();
    }

    private static void check(Documented each) {
        Verdict verdict = OkxErrorCodes.verdict(each.code());
        Reason reason = OkxErrorCodes.reason(each.code());
        switch (each.kind()) {
            case 'U' -> assertThat(verdict).isEqualTo(Verdict.UNKNOWN);
            case 'R' -> assertThat(verdict).isEqualTo(Verdict.RATE_LIMITED);
            case 'C' -> assertThat(reason).isEqualTo(Reason.CLOCK_SKEW);
            case 'A' -> assertThat(reason).isIn(ACCESS);
            case 'X' -> assertThat(reason).isIn(Reason.UNKNOWN_SYMBOL, Reason.MARKET_STATE, Reason.PERMISSION);
            case 'F' -> assertThat(reason).isIn(Reason.INSUFFICIENT_FUNDS, Reason.LEVERAGE, Reason.ACCOUNT_STATE);
            default -> {
                assertThat(verdict).isEqualTo(Verdict.REJECTED);
                assertThat(reason == Reason.OTHER).isEqualTo(each.code().equals("54004"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "51008, INSUFFICIENT_FUNDS",
        "51016, DUPLICATE_CLIENT_ORDER_ID",
        "51121, FILTER",
        "51603, ORDER_NOT_FOUND",
        "51400, ORDER_NOT_FOUND",
        "51503, ORDER_NOT_FOUND",
        "51416, ORDER_NOT_FOUND",
        "51169, REDUCE_ONLY",
        "51023, REDUCE_ONLY",
        "51278, WOULD_TRIGGER",
        "50113, AUTHENTICATION",
        "50110, PERMISSION",
        "50102, CLOCK_SKEW",
        "50112, CLOCK_SKEW",
        "51001, UNKNOWN_SYMBOL",
        "51174, TOO_MANY_ORDERS"
    })
    void tells_why(String code, Reason reason) {
        assertThat(OkxErrorCodes.verdict(code)).isEqualTo(Verdict.REJECTED);
        assertThat(OkxErrorCodes.reason(code)).isEqualTo(reason);
    }

    @Test
    void tells_a_bad_slot_from_other_bad_parameters() {
        assertThat(OkxErrorCodes.reason("51000", "Parameter posSide error")).isEqualTo(Reason.POSITION_MODE);
        assertThat(OkxErrorCodes.reason("51000", "Parameter sz error")).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(OkxErrorCodes.reason("51008", "posSide")).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void reads_a_code_with_a_sub_code() {
        assertThat(OkxErrorCodes.reason("51008_1001")).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "", "words"})
    void takes_a_code_that_is_not_known_for_a_refusal_of_no_known_reason(String code) {
        assertThat(OkxErrorCodes.verdict(code)).isEqualTo(Verdict.REJECTED);
        assertThat(OkxErrorCodes.reason(code)).isEqualTo(Reason.OTHER);
    }
}
