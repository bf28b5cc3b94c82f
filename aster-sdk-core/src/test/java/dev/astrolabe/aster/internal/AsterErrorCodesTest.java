package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.aster.internal.AsterErrorCodes.Verdict;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsterErrorCodesTest {

    @ParameterizedTest
    @CsvSource({
        "-1002, PERMISSION",
        "-1011, PERMISSION",
        "-1022, AUTHENTICATION",
        "-2014, AUTHENTICATION",
        "-2015, AUTHENTICATION",
        "-1021, CLOCK_SKEW",
        "-4225, CLOCK_SKEW",
        "-1121, UNKNOWN_SYMBOL",
        "-1111, FILTER",
        "-4014, FILTER",
        "-4023, FILTER",
        "-4164, FILTER",
        "-4016, FILTER",
        "-4183, FILTER",
        "-2011, ORDER_NOT_FOUND",
        "-2013, ORDER_NOT_FOUND",
        "-4115, DUPLICATE_CLIENT_ORDER_ID",
        "-4116, DUPLICATE_CLIENT_ORDER_ID",
        "-2018, INSUFFICIENT_FUNDS",
        "-2019, INSUFFICIENT_FUNDS",
        "-2021, WOULD_TRIGGER",
        "-4142, WOULD_TRIGGER",
        "-2022, REDUCE_ONLY",
        "-4118, REDUCE_ONLY",
        "-2023, ACCOUNT_STATE",
        "-4048, ACCOUNT_STATE",
        "-4067, ACCOUNT_STATE",
        "-5050, ACCOUNT_STATE",
        "-2025, TOO_MANY_ORDERS",
        "-4045, TOO_MANY_ORDERS",
        "-2027, LEVERAGE",
        "-4028, LEVERAGE",
        "-4161, LEVERAGE",
        "-4061, POSITION_MODE",
        "-4131, MARKET_STATE",
        "-4141, MARKET_STATE",
        "-1016, MAINTENANCE",
        "-4046, NO_CHANGE",
        "-4052, NO_CHANGE",
        "-4059, NO_CHANGE",
        "-1102, INVALID_REQUEST",
        "-1106, INVALID_REQUEST",
        "-4015, INVALID_REQUEST",
        "-4137, INVALID_REQUEST",
        "-2010, OTHER",
        "-4081, OTHER",
        "-9999, OTHER"
    })
    void a_refusal_has_its_reason(int code, Reason reason) {
        assertThat(AsterErrorCodes.verdict(code, "")).isEqualTo(Verdict.REJECTED);
        assertThat(AsterErrorCodes.reason(code, "")).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -1001, -1006, -1007, -4083})
    void the_venue_may_not_know_either(int code) {
        assertThat(AsterErrorCodes.verdict(code, "any text")).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1003, -1015})
    void a_limit_is_no_refusal(int code) {
        assertThat(AsterErrorCodes.verdict(code, "")).isEqualTo(Verdict.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({"Signature check failed, AUTHENTICATION", "Invalid symbol., UNKNOWN_SYMBOL"})
    void an_unspecified_failure_is_a_refusal_where_its_text_says_so(String text, Reason reason) {
        assertThat(AsterErrorCodes.verdict(-1000, text)).isEqualTo(Verdict.REJECTED);
        assertThat(AsterErrorCodes.reason(-1000, text)).isEqualTo(reason);
    }

    @Test
    void every_documented_code_is_listed_and_agrees_with_its_class() throws IOException {
        JsonNode codes = new Json()
                .tree(Fixtures.payloads().text("aster/error-codes.json"))
                .get("codes");

        assertThat(codes.size()).isGreaterThan(150);
        assertThat(codes).allSatisfy(row -> {
            int code = row.get("code").asInt();
            assertThat(AsterErrorCodes.isListed(code)).as("code " + code).isTrue();
            Verdict verdict = AsterErrorCodes.verdict(code, "");
            Reason reason = AsterErrorCodes.reason(code, "");
            switch (row.get("class").asText()) {
                case "U" -> assertThat(verdict).as("code " + code).isEqualTo(Verdict.UNKNOWN);
                case "T" -> assertThat(reason).as("code " + code).isEqualTo(Reason.CLOCK_SKEW);
                case "A" -> assertThat(reason).as("code " + code).isIn(Reason.AUTHENTICATION, Reason.PERMISSION);
                case "S" -> assertThat(reason).as("code " + code).isEqualTo(Reason.NO_CHANGE);
                case "X" -> assertThat(reason).as("code " + code).isEqualTo(Reason.OTHER);
                case "M" -> assertThat(reason).as("code " + code).isIn(Reason.MARKET_STATE, Reason.MAINTENANCE);
                case "F" ->
                    assertThat(reason)
                            .as("code " + code)
                            .isIn(Set.of(
                                    Reason.INSUFFICIENT_FUNDS,
                                    Reason.ACCOUNT_STATE,
                                    Reason.TOO_MANY_ORDERS,
                                    Reason.LEVERAGE,
                                    Reason.REDUCE_ONLY));
                default -> assertThat(reason).as("code " + code).isNotIn(Reason.NO_CHANGE, Reason.CLOCK_SKEW);
            }
        });
    }
}
