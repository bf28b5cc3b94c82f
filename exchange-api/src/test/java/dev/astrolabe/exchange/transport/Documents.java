package dev.astrolabe.exchange.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Random JSON: what venues send, and what they should not. The same seed makes the same documents. */
final class Documents {

    private static final List<String> NAMES = List.of(
            "e",
            "E",
            "s",
            "orderId",
            "symbol",
            "positionInitialMargin",
            "openOrderInitialMargin",
            "openOrderInitialMargim",
            "maintMargin",
            "a name",
            "",
            "12345678",
            "123456789");
    private static final List<String> ODD_NAMES = List.of("\\u0065", "caf\u00e9", "tab\\t", "x".repeat(40));
    private static final List<String> ODD_VALUES = List.of(
            "1e3",
            "\"1E-7\"",
            "01",
            "\"01\"",
            "-",
            "1.",
            ".5",
            "+1",
            "\"+1\"",
            "\"\\\"\"",
            "\"\u20ac\"",
            "nul",
            "True",
            "NaN",
            "--1",
            "1.2.3",
            "\"1 \"",
            "\"\\u0031\"",
            "\"a\tb\"",
            "0x1",
            "\"",
            "'a'",
            "1_0",
            "\u0661");
    private static final byte[] LETTERS = "{}[]\",:0123456789.-+eE\\u ntf\n\u00e9".getBytes(StandardCharsets.UTF_8);

    private final Random random;

    Documents(long seed) {
        random = new Random(seed);
    }

    /** A document; about one in three has something unusual in it. */
    byte[] next() {
        StringBuilder text = new StringBuilder();
        blanks(text);
        boolean odd = random.nextInt(3) == 0;
        value(text, random.nextInt(4) == 0 ? 0 : 3, odd);
        blanks(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An object, with values that often fit what records have under these names. */
    byte[] nextObject() {
        StringBuilder text = new StringBuilder("{");
        int from = random.nextInt(NAMES.size());
        boolean odd = random.nextInt(6) == 0;
        for (int i = 0; i < 9; i++) {
            if (random.nextInt(5) > 0) {
                String name = NAMES.get(odd && random.nextInt(20) == 0 ? from : (from + i) % NAMES.size());
                text.append(text.length() > 1 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":");
                fitting(text, name, odd);
                blanks(text);
            }
        }
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void fitting(StringBuilder text, String name, boolean odd) {
        if (random.nextInt(40) == 0) {
            value(text, 2, odd);
            return;
        }
        boolean quoted = random.nextBoolean();
        switch (name) {
            case "e", "orderId" ->
                text.append(quoted ? "\"" : "").append(random.nextInt(100_000)).append(quoted ? "\"" : "");
            case "E" -> text.append(quoted ? "\"" : "").append(decimal()).append(quoted ? "\"" : "");
            case "s" -> text.append('"').append(word()).append('"');
            case "symbol" -> text.append(random.nextInt(10) - 5);
            case "maintMargin" -> text.append(quoted);
            case "positionInitialMargin" -> inner(text);
            case "openOrderInitialMargin" -> {
                text.append('[');
                inner(text);
                text.append(',');
                inner(text);
                text.append(']');
            }
            default -> value(text, 2, odd);
        }
    }

    private void inner(StringBuilder text) {
        text.append("{\"e\":").append(decimal()).append(",\"E\":[\"").append(decimal());
        text.append("\",")
                .append(decimal())
                .append("],\"s\":[[\"")
                .append(decimal())
                .append("\",\"1\"],[]],");
        text.append("\"orderId\":[\"")
                .append(word())
                .append("\"],\"more\":")
                .append(random.nextInt(3))
                .append('}');
    }

    /** A document of which a few bytes were changed, lost, doubled, or cut off. */
    byte[] mutated(byte[] document) {
        byte[] bytes = document.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = LETTERS[random.nextInt(LETTERS.length)];
                case 1 -> bytes = joined(bytes, at, at + 1);
                case 2 -> bytes = joined(bytes, at + 1, at);
                default -> bytes = random.nextInt(4) == 0 ? joined(bytes, at, bytes.length) : bytes;
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int headEnd, int tailStart) {
        byte[] result = new byte[headEnd + bytes.length - tailStart];
        System.arraycopy(bytes, 0, result, 0, headEnd);
        System.arraycopy(bytes, tailStart, result, headEnd, bytes.length - tailStart);
        return result;
    }

    private void value(StringBuilder text, int depth, boolean odd) {
        if (odd && random.nextInt(8) == 0) {
            text.append(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
            return;
        }
        switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> text.append(random.nextBoolean());
            case 1 -> text.append("null");
            case 2 -> text.append(decimal());
            case 3 -> text.append(random.nextLong() >> random.nextInt(64));
            case 4 -> text.append('"').append(decimal()).append('"');
            case 5 -> text.append('"').append(word()).append('"');
            case 6 -> text.append("\"\"");
            case 7 -> array(text, depth, odd);
            default -> object(text, depth, odd);
        }
    }

    private void array(StringBuilder text, int depth, boolean odd) {
        text.append('[');
        for (int i = random.nextInt(4); i > 0; i--) {
            blanks(text);
            value(text, depth - 1, odd);
            blanks(text);
            text.append(i > 1 ? "," : "");
        }
        blanks(text);
        text.append(']');
    }

    private void object(StringBuilder text, int depth, boolean odd) {
        text.append('{');
        int from = random.nextInt(NAMES.size());
        for (int i = random.nextInt(6); i > 0; i--) {
            blanks(text);
            int index = odd && random.nextInt(8) == 0 ? from : (from + i) % NAMES.size();
            List<String> names = odd && random.nextInt(12) == 0 ? ODD_NAMES : NAMES;
            text.append('"').append(names.get(index % names.size())).append('"');
            blanks(text);
            text.append(':');
            blanks(text);
            value(text, depth - 1, odd);
            blanks(text);
            text.append(i > 1 ? "," : "");
        }
        blanks(text);
        text.append('}');
    }

    private void blanks(StringBuilder text) {
        if (random.nextInt(8) == 0) {
            text.append(" \n\r\t".charAt(random.nextInt(4)));
        }
    }

    /** From 1 to about 30 digits. */
    String decimal() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "-");
        text.append(random.nextInt(3) == 0 ? "0" : String.valueOf(random.nextLong() >>> (1 + random.nextInt(62))));
        int places = random.nextInt(12);
        if (places > 0) {
            text.append('.');
        }
        for (int i = 0; i < places; i++) {
            text.append(random.nextInt(3) == 0 ? '0' : (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private String word() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            char letter = (char) (' ' + random.nextInt('\u007f' - ' '));
            text.append(letter == '"' || letter == '\\' ? '_' : letter);
        }
        return text.toString();
    }

    /** The names that documents use. */
    static List<String> names() {
        return NAMES;
    }
}
