package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a peer told, to be held against what our own client read. Numbers are compared exactly. A JavaScript number keeps 15 digits for
 * certain, so longer ones are compared through {@code info}, where ccxt keeps the venue's own text.
 */
record Told(String call, JsonNode answer) {

    private static final int SAFE_DIGITS = 15;

    Told at(String pointer) {
        JsonNode part = answer.at(pointer);
        assertThat(part.isMissingNode())
                .as("%s tells %s: %s", call, pointer, answer)
                .isFalse();
        return new Told(call + pointer, part);
    }

    Told at(int index) {
        return at("/" + index);
    }

    int size() {
        return answer.size();
    }

    Told number(String pointer, BigDecimal expected) {
        JsonNode part = answer.at(pointer);
        assertThat(part.isValueNode() && !part.isNull())
                .as("%s tells %s: %s", call, pointer, answer)
                .isTrue();
        boolean exact = part.isTextual() || expected.stripTrailingZeros().precision() <= SAFE_DIGITS;
        assertThat(exact)
                .as("%s %s: %s has too many digits for a JavaScript number", call, pointer, expected)
                .isTrue();
        assertThat(new BigDecimal(part.asText()))
                .as("%s %s in %s", call, pointer, answer)
                .isEqualByComparingTo(expected);
        return this;
    }

    Told number(String pointer, Optional<BigDecimal> expected) {
        return number(pointer, expected.orElseThrow());
    }

    Told number(String pointer, String expected) {
        return number(pointer, new BigDecimal(expected));
    }

    Told text(String pointer, String expected) {
        assertThat(answer.at(pointer).asText())
                .as("%s %s in %s", call, pointer, answer)
                .isEqualTo(expected);
        return this;
    }

    Told flag(String pointer, boolean expected) {
        return text(pointer, String.valueOf(expected));
    }

    Told time(String pointer, Instant expected) {
        return number(pointer, BigDecimal.valueOf(expected.toEpochMilli()));
    }

    /** That it tells nothing there, or null. */
    Told nothing(String pointer) {
        JsonNode part = answer.at(pointer);
        assertThat(part.isMissingNode() || part.isNull())
                .as("%s %s in %s", call, pointer, answer)
                .isTrue();
        return this;
    }
}
