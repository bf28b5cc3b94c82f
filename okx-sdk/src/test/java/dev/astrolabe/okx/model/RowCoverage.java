package dev.astrolabe.okx.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a row names every field of a payload, inside its lists and objects too, and that neither an unknown field or word
 * nor an empty field breaks it. A field is named if an accessor asks for it; what a constructor asks for does not count.
 */
public final class RowCoverage {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Function<OkxFields, ? extends OkxRow> row;
    private final Set<String> ignored;

    private RowCoverage(Function<OkxFields, ? extends OkxRow> row, Set<String> ignored) {
        this.row = row;
        this.ignored = ignored;
    }

    /** Checks rows that this makes. */
    public static RowCoverage of(Function<OkxFields, ? extends OkxRow> row) {
        return new RowCoverage(row, Set.of());
    }

    /** Fields that need no accessor, such as {@code alias} or {@code details[].stgyEq}: those the venue calls deprecated. */
    public RowCoverage ignoring(String... names) {
        return new RowCoverage(row, Set.of(names));
    }

    /** The payload of a file, such as {@code okx/docs/rest_market_ticker.json}; skips the test where there are no files. */
    public static JsonNode json(String file) {
        try {
            return JSON.readTree(Fixtures.payloads().text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks every row of {@code data} of these files. */
    public void checkFiles(String... files) {
        for (String file : files) {
            JsonNode data = json(file).path("data");
            assertThat(data).as("data of " + file).isNotEmpty();
            data.forEach(each -> check(file, each));
        }
    }

    /** Checks one row. */
    public void check(String name, JsonNode payload) {
        Set<String> wanted = new TreeSet<>();
        names("", payload, wanted);
        wanted.removeAll(ignored);
        Set<String> missing = new TreeSet<>(wanted);

        missing.removeAll(touched(payload));

        assertThat(missing).as("fields of " + name + " without an accessor").isEmpty();
        survivesWhatIsNew(name, payload);
        survivesEmptyFields(name, payload);
    }

    private void survivesWhatIsNew(String name, JsonNode payload) {
        for (String field : fieldNames(payload)) {
            ObjectNode changed = payload.deepCopy();
            changed.put("fieldOfTheFuture", "of no known kind");
            String text = payload.path(field).isTextual() ? payload.path(field).textValue() : "";
            if (text.matches(".*[A-Za-z].*")) {
                changed.put(field, "word_of_the_future");
            }
            try {
                assertThat(touched(changed)).as("accessors of " + name).isNotEmpty();
            } catch (IllegalArgumentException e) {
                throw new AssertionError(name + " is not read with another word in " + field, e);
            }
        }
    }

    /** A row may refuse to be made without a field that it needs; an accessor may refuse nothing. */
    private void survivesEmptyFields(String name, JsonNode payload) {
        for (String field : fieldNames(payload)) {
            ObjectNode changed = payload.deepCopy();
            changed.put(field, "");
            Set<String> touched = new TreeSet<>();
            OkxRow made;
            try {
                made = row.apply(new OkxFields(recorded("", changed, touched)));
            } catch (IllegalArgumentException e) {
                assertThat(e).as("what " + name + " says without " + field).hasMessageContaining(field);
                continue;
            }
            try {
                walk(made);
            } catch (IllegalArgumentException e) {
                throw new AssertionError(name + " is not read where " + field + " is empty", e);
            }
        }
    }

    private Set<String> touched(JsonNode payload) {
        Set<String> touched = new TreeSet<>();
        OkxRow made = row.apply(new OkxFields(recorded("", payload, touched)));
        touched.clear();
        walk(made);
        return touched;
    }

    private static void walk(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(RowCoverage::walk);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(RowCoverage::walk);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(RowCoverage::walk);
        } else if (value instanceof OkxRow made) {
            for (Method accessor : made.getClass().getDeclaredMethods()) {
                if (Modifier.isPublic(accessor.getModifiers())
                        && !Modifier.isStatic(accessor.getModifiers())
                        && accessor.getParameterCount() == 0) {
                    walk(called(accessor, made));
                }
            }
        }
    }

    private static @Nullable Object called(Method accessor, OkxRow made) {
        try {
            return accessor.invoke(made);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new AssertionError(accessor + " fails", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void names(String path, JsonNode value, Set<String> names) {
        if (value.isArray()) {
            value.forEach(each -> names(path + "[]", each, names));
        } else if (value.isObject()) {
            value.properties().forEach(field -> {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                names.add(name);
                names(name, field.getValue(), names);
            });
        }
    }

    private static Map<String, Object> recorded(String path, JsonNode object, Set<String> touched) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            Object value = value(name, field.getValue(), touched);
            if (value != null) {
                values.put(field.getKey(), value);
            }
        });
        return new Recording(path, values, touched);
    }

    private static @Nullable Object value(String path, JsonNode value, Set<String> touched) {
        if (value.isNull()) {
            return null;
        }
        if (value.isObject()) {
            return recorded(path, value, touched);
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .flatMap(each -> Optional.ofNullable(value(path + "[]", each, touched)).stream())
                    .toList();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
    }

    /** Notes what is asked for. */
    private static final class Recording extends AbstractMap<String, Object> {
        private final String path;
        private final Map<String, Object> values;
        private final Set<String> touched;

        Recording(String path, Map<String, Object> values, Set<String> touched) {
            this.path = path;
            this.values = values;
            this.touched = touched;
        }

        @Override
        public @Nullable Object get(Object key) {
            touched.add(path.isEmpty() ? key.toString() : path + "." + key);
            return values.get(key);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return values.entrySet();
        }
    }
}
