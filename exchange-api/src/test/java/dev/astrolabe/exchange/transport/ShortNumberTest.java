package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Numbers whose letters are read all at once, beside {@code BigDecimal}: it reads the same, and nothing that is no number of JSON. */
class ShortNumberTest {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final int CASES = 200_000;

    private final Random random = new Random(8);

    @Test
    void has_the_digits_and_the_scale_that_were_sent() throws Unusual {
        for (int i = 0; i < CASES; i++) {
            String text = text(random.nextInt(3) > 0 ? "0123456789" : "0019.-+eE:/;, \\é");
            // What follows must not matter, nor that little or nothing does.
            String json = "[\"" + text + "\"" + "]" + "\n".repeat(random.nextInt(12));
            JsonScanner scanner = new JsonScanner(json.getBytes(StandardCharsets.UTF_8));
            scanner.beginArray();
            assertThat(scanner.nextElement()).isTrue();
            if (NUMBER.matcher(text).matches()) {
                scanner.number();
                assertThat(BigDecimal.valueOf(scanner.unscaled(), scanner.scale()))
                        .isEqualTo(new BigDecimal(text));
                assertThat(scanner.nextElement()).isFalse();
                scanner.end();
            } else {
                assertThat(isUnusual(scanner)).as(text).isTrue();
            }
        }
    }

    private static boolean isUnusual(JsonScanner scanner) {
        try {
            scanner.number();
            return false;
        } catch (Unusual e) {
            return true;
        }
    }

    private String text(String letters) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(11);
        int point = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append(i == point ? '.' : letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
