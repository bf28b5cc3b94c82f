package dev.astrolabe.exchange.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON exactly: decimals become {@code BigDecimal} with the digits that were sent, whether they came as number
 * or as string; {@code ""} where a number is expected is null; a missing or empty value of a primitive type is an error and
 * never 0; names are case-sensitive; unknown properties are ignored; a name that comes twice and text behind the end are
 * errors. It owns its mapper, which no user shares. Safe for any thread.
 *
 * @since 0.1
 */
public final class Json {

    private static final int MAX_NESTING = 64;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_STRING_LENGTH = 4 << 20;

    private final boolean fast;
    /** Made when the fast reader first leaves something: a client that has just started should not wait for it. */
    private volatile @Nullable ObjectMapper mapper;

    private final ClassValue<RecordShape> shapes = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final ClassValue<Optional<RecordReader>> readers = new ClassValue<>() {
        @Override
        protected Optional<RecordReader> computeValue(Class<?> type) {
            return RecordReader.of(type);
        }
    };

    /** A reader and writer of its own. */
    public Json() {
        this(true);
    }

    /** The mapper reads all of it, unless {@code fast}: then only what the fast reader leaves. */
    Json(boolean fast) {
        this.fast = fast;
    }

    private ObjectMapper mapper() {
        ObjectMapper made = mapper;
        if (made == null) {
            synchronized (this) {
                made = mapper;
                if (made == null) {
                    made = newMapper();
                    mapper = made;
                }
            }
        }
        return made;
    }

    private static ObjectMapper newMapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxStringLength(MAX_STRING_LENGTH)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .withCoercionConfig(
                        LogicalType.Integer,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new DecimalReader()))
                .build();
    }

    /**
     * Reads an object.
     *
     * @param body UTF-8 bytes
     * @param type a record or bean
     * @param <T> its type
     * @return the object
     * @throws IOException if the bytes are not JSON, are {@code null}, or do not fit the type
     */
    public <T> T read(byte[] body, Class<T> type) throws IOException {
        T row = usual(body, type, false);
        return row != null ? row : present(mapper().readValue(body, type), type);
    }

    /**
     * Reads an object from text, as WebSocket messages are.
     *
     * @param text the text
     * @param type a record or bean
     * @param <T> its type
     * @return the object
     * @throws IOException if the text is not JSON, is {@code null}, or does not fit the type
     */
    public <T> T read(String text, Class<T> type) throws IOException {
        T row = usual(text.getBytes(StandardCharsets.UTF_8), type, false);
        return row != null ? row : present(mapper().readValue(text, type), type);
    }

    /**
     * Reads a part of a tree.
     *
     * @param node the part
     * @param type a record or bean
     * @param <T> its type
     * @return the object
     * @throws IOException if it is {@code null} or does not fit the type
     */
    public <T> T read(JsonNode node, Class<T> type) throws IOException {
        return present(mapper().treeToValue(node, type), type);
    }

    /**
     * Reads an array.
     *
     * @param body UTF-8 bytes
     * @param type a record or bean, the type of each element
     * @param <T> its type
     * @return the elements in order, unmodifiable
     * @throws IOException if the bytes are not a JSON array, or an element is {@code null} or does not fit the type
     */
    public <T> List<T> readList(byte[] body, Class<T> type) throws IOException {
        List<T> rows = usualList(body, type, false);
        return rows != null ? rows : readList(tree(body), type);
    }

    /**
     * Reads an array inside a tree.
     *
     * @param node the array
     * @param type a record or bean, the type of each element
     * @param <T> its type
     * @return the elements in order, unmodifiable
     * @throws IOException if it is not an array, or an element is {@code null} or does not fit the type
     */
    public <T> List<T> readList(JsonNode node, Class<T> type) throws IOException {
        if (!node.isArray()) {
            throw MismatchedInputException.from(
                    null, type, "an array of " + type.getSimpleName() + " is " + node.getNodeType());
        }
        List<T> result = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            result.add(read(element, type));
        }
        return List.copyOf(result);
    }

    /**
     * Reads a record that lacks nothing: each component that is not {@code @Nullable} must be there, in the records inside it
     * and in its lists too.
     *
     * @param body UTF-8 bytes
     * @param type the record
     * @param <T> its type
     * @return the record
     * @throws IOException as {@link #read(byte[], Class)}, and naming a component that is missing
     */
    public <T extends Record> T readComplete(byte[] body, Class<T> type) throws IOException {
        T row = usual(body, type, true);
        return row != null ? row : complete(present(mapper().readValue(body, type), type));
    }

    /**
     * Reads a record that lacks nothing from text, as WebSocket messages are.
     *
     * @param text the text
     * @param type the record
     * @param <T> its type
     * @return the record
     * @throws IOException as {@link #readComplete(byte[], Class)}
     */
    public <T extends Record> T readComplete(String text, Class<T> type) throws IOException {
        T row = usual(text.getBytes(StandardCharsets.UTF_8), type, true);
        return row != null ? row : complete(present(mapper().readValue(text, type), type));
    }

    /**
     * Reads a record that lacks nothing from a part of a tree.
     *
     * @param node the part
     * @param type the record
     * @param <T> its type
     * @return the record
     * @throws IOException as {@link #readComplete(byte[], Class)}
     */
    public <T extends Record> T readComplete(JsonNode node, Class<T> type) throws IOException {
        return complete(read(node, type));
    }

    /**
     * Reads an array of records that lack nothing.
     *
     * @param body UTF-8 bytes
     * @param type the record
     * @param <T> its type
     * @return the records in order, unmodifiable
     * @throws IOException as {@link #readList(byte[], Class)} and {@link #readComplete(byte[], Class)}
     */
    public <T extends Record> List<T> readCompleteList(byte[] body, Class<T> type) throws IOException {
        List<T> rows = usualList(body, type, true);
        if (rows != null) {
            return rows;
        }
        List<T> read = readList(tree(body), type);
        for (T row : read) {
            complete(row);
        }
        return read;
    }

    private <T extends Record> T complete(T row) throws IOException {
        shapes.get(row.getClass()).check(row, shapes);
        return row;
    }

    /** By the fast reader; null where that leaves it to the mapper. */
    private <T> @Nullable T usual(byte[] body, Class<T> type, boolean complete) {
        Optional<RecordReader> reader = readers.get(type);
        if (!fast || reader.isEmpty()) {
            return null;
        }
        try {
            return type.cast(reader.get().read(body, complete));
        } catch (Unusual e) {
            return null;
        }
    }

    // The elements are of the type, for its reader makes no others.
    @SuppressWarnings("unchecked")
    private <T> @Nullable List<T> usualList(byte[] body, Class<T> type, boolean complete) {
        Optional<RecordReader> reader = readers.get(type);
        if (!fast || reader.isEmpty()) {
            return null;
        }
        try {
            return (List<T>) reader.get().readList(body, complete);
        } catch (Unusual e) {
            return null;
        }
    }

    /**
     * Reads a tree.
     *
     * @param body UTF-8 bytes
     * @return the tree
     * @throws IOException if the bytes are empty or not JSON
     */
    public JsonNode tree(byte[] body) throws IOException {
        try {
            return present(mapper().readTree(body));
        } catch (NumberFormatException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads a tree from text.
     *
     * @param text the text
     * @return the tree
     * @throws IOException if the text is empty or not JSON
     */
    public JsonNode tree(String text) throws IOException {
        try {
            return present(mapper().readTree(text));
        } catch (NumberFormatException e) {
            throw unreadable(e);
        }
    }

    private static <T> T present(@Nullable T value, Class<T> type) throws IOException {
        if (value == null) {
            throw MismatchedInputException.from(null, type, "a " + type.getSimpleName() + " is null");
        }
        return value;
    }

    /** Of an exponent that no decimal can have the parser says so in its own way. */
    private static IOException unreadable(NumberFormatException e) {
        return new IOException("a number that no decimal can hold", e);
    }

    private static JsonNode present(JsonNode node) throws IOException {
        if (node.isMissingNode()) {
            throw MismatchedInputException.from(null, JsonNode.class, "there is no JSON");
        }
        return node;
    }

    /**
     * Writes a value; decimals plain, never as {@code 1E-7}.
     *
     * @param value {@link Params}, a record, a map, a list or a tree
     * @return UTF-8 bytes
     * @throws IllegalArgumentException if the value has a shape that cannot be written
     */
    public byte[] write(Object value) {
        try {
            return mapper().writeValueAsBytes(value instanceof Params params ? params.jsonValue() : value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /**
     * Writes a value as text; decimals plain, never as {@code 1E-7}.
     *
     * @param value {@link Params}, a record, a map, a list or a tree
     * @return the text
     * @throws IllegalArgumentException if the value has a shape that cannot be written
     */
    public String writeText(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }
}
