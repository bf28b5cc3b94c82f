package dev.astrolabe.okx.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private static final int CASES = 50_000;
    private static final String LETTERS = "0123456789012345678901234567890123456789..-+e ";

    /** What is read at all is read as {@link BigDecimal} and {@link Long} read it. */
    @Test
    void reads_numbers_digit_for_digit() {
        Random random = new Random(1);
        int decimals = 0;
        for (int i = 0; i < CASES; i++) {
            String text = text(random);
            byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.US_ASCII);

            BigDecimal decimal = Digits.decimal(bytes, 1, 1 + text.length());
            OptionalLong whole = Digits.whole(bytes, 1, 1 + text.length());

            if (decimal != null) {
                assertThat(decimal).as(text).isEqualTo(new BigDecimal(text));
                decimals++;
            }
            if (whole.isPresent()) {
                assertThat(whole.getAsLong()).as(text).isEqualTo(Long.parseLong(text));
            }
        }
        assertThat(decimals).isGreaterThan(CASES / 4);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        boolean plain = random.nextBoolean();
        for (int i = random.nextInt(random.nextInt(3) == 0 ? 26 : 9); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(plain ? LETTERS.length() - 4 : LETTERS.length())));
        }
        return text.toString();
    }

    @Test
    void leaves_what_is_no_number_or_too_long() {
        for (String text :
                new String[] {"", "-", ".", "-.", "5.", ".5", "+5", "1e5", "9223372036854775807000", "1.2.3"}) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

            assertThat(Digits.decimal(bytes, 0, bytes.length)).as(text).isNull();
            assertThat(Digits.whole(bytes, 0, bytes.length)).as(text).isEmpty();
        }
    }
}
