package dev.astrolabe.aster.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random JSON in the shape of a payload record, mostly as the venue sends it, and sometimes as it should not. */
final class RandomRows {

    private static final List<String> ODD = List.of(
            "null",
            "\"\"",
            "true",
            "\"true\"",
            "0",
            "-0",
            "1.50",
            "1e3",
            "\"1E-7\"",
            "\" 2 \"",
            "\"+3\"",
            "\"007\"",
            "{}",
            "[]",
            "[null]",
            "\"abc\"",
            "\"caf\u00e9\"",
            "\"\\u0041\"",
            "9223372036854775807",
            "12345678901234567890123",
            "\"NaN\"",
            "01",
            "99999999999999999999.999999999999",
            "2147483648",
            "\"-12\"",
            "{\"a\":[1,{\"b\":\"]}\"}]}");

    private final Random random;

    RandomRows(long seed) {
        random = new Random(seed);
    }

    /** A document for the type; of one in five a byte is changed or lost. */
    byte[] next(Class<?> type) {
        StringBuilder text = new StringBuilder();
        object(text, type);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) > 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] = (byte) "{}[]\",:0.-e \\n".charAt(random.nextInt(14));
            case 1 -> System.arraycopy(bytes, at + 1, bytes, at, bytes.length - at - 1);
            default -> bytes = Arrays.copyOf(bytes, at);
        }
        return bytes;
    }

    private void object(StringBuilder text, Class<?> type) {
        List<RecordComponent> components = new ArrayList<>(List.of(type.getRecordComponents()));
        if (random.nextInt(4) == 0) {
            Collections.shuffle(components, random);
        }
        text.append('{');
        String comma = "";
        for (RecordComponent component : components) {
            int dice = random.nextInt(150);
            if (dice == 0) {
                continue;
            }
            comma = member(text, comma, name(component), component.getGenericType());
            if (dice == 1) {
                comma = member(text, comma, name(component), component.getGenericType());
            } else if (dice < 10) {
                comma = member(text, comma, "new" + random.nextInt(3), BigDecimal.class);
            }
        }
        text.append('}');
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private String member(StringBuilder text, String comma, String name, Type type) {
        text.append(comma).append('"').append(name).append(random.nextInt(50) == 0 ? "\" : " : "\":");
        value(text, type);
        return ",";
    }

    private void value(StringBuilder text, Type type) {
        if (random.nextInt(150) == 0) {
            text.append(ODD.get(random.nextInt(ODD.size())));
        } else if (type instanceof ParameterizedType list) {
            text.append('[');
            String comma = "";
            for (int i = random.nextInt(4); i > 0; i--) {
                text.append(comma);
                value(text, list.getActualTypeArguments()[0]);
                comma = ",";
            }
            text.append(']');
        } else if (type == String.class) {
            text.append('"').append(word()).append('"');
        } else if (type == BigDecimal.class) {
            String quote = random.nextInt(8) == 0 ? "" : "\"";
            text.append(quote).append(decimal()).append(quote);
        } else if (type == boolean.class || type == Boolean.class) {
            text.append(random.nextBoolean());
        } else if (type == int.class || type == Integer.class) {
            text.append(random.nextInt() >> random.nextInt(32));
        } else if (type == long.class || type == Long.class) {
            text.append(random.nextLong() >> random.nextInt(64));
        } else {
            object(text, (Class<?>) type);
        }
    }

    private BigDecimal decimal() {
        long digits = random.nextLong() >> random.nextInt(64);
        return BigDecimal.valueOf(digits, random.nextInt(6));
    }

    private String word() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "LIMIT";
            default -> "BTCUSDT-}]{[:,".substring(0, random.nextInt(15));
        };
    }
}
