package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {

    private static final int CASES = 200_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

    /** The plain twin: what the pattern takes, as the platform reads it. */
    private static void assertAgrees(String text) {
        BigDecimal read = PlainDecimal.read(text);
        if (read != null) {
            assertThat(text).matches(NUMBER);
            assertThat(read).as(text).isEqualTo(new BigDecimal(text));
        }
    }

    @Test
    void what_is_read_is_the_number_with_its_decimals_as_written() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            int digits = random.nextInt(22);
            int point = random.nextInt(40);
            for (int d = 0; d < digits; d++) {
                text.append(d == point ? "." : "").append((char) ('0' + random.nextInt(random.nextBoolean() ? 10 : 2)));
            }
            assertAgrees(text.toString());
        }
    }

    @Test
    void what_is_no_number_is_never_read() {
        Random random = new Random(2);
        String letters = "0123456789019019.. -+eE,x\u0661";
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int c = 0; c < length; c++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertAgrees(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "007.50", "0.0", "40000.10", "123456789012345678", "999999999.999999999"})
    void reads_what_candle_files_usually_have(String text) {
        assertThat(PlainDecimal.read(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "1.2.3", "-1", "1e5", "1234567890123456789", "12345678901234567.89"})
    void leaves_everything_else_alone(String text) {
        assertThat(PlainDecimal.read(text)).isNull();
    }
}
