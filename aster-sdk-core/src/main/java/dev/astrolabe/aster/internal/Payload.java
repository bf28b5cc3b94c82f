package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads payload records. A component that is not {@code @Nullable} must be in the answer: without it the answer is not what
 * the venue documents, and reading fails instead of passing a null on.
 *
 * @since 0.1
 */
public final class Payload {

    private Payload() {}

    /**
     * Reads an object.
     *
     * @param type a record, whose component names are the venue's field names
     * @param <T> its type
     * @return the parser
     */
    public static <T extends Record> ResponseParser<T> of(Class<T> type) {
        return (json, body) -> complete(json.read(body, type));
    }

    /**
     * Reads an array.
     *
     * @param type a record, the type of each element
     * @param <T> its type
     * @return the parser of an unmodifiable list
     */
    public static <T extends Record> ResponseParser<List<T>> listOf(Class<T> type) {
        return (json, body) -> {
            List<T> rows = json.readList(body, type);
            for (T row : rows) {
                complete(row);
            }
            return rows;
        };
    }

    /** Some calls answer with one object for one symbol, and others with a list of one. */
    static <T extends Record> ResponseParser<List<T>> oneOrMore(Class<T> type) {
        return (json, body) ->
                json.tree(body).isArray() ? listOf(type).parse(json, body) : List.of(of(type).parse(json, body));
    }

    /** An answer that may be nothing at all. */
    static <T extends Record> ResponseParser<Optional<T>> optional(Class<T> type) {
        return (json, body) -> body.length == 0 || json.tree(body).isEmpty()
                ? Optional.empty()
                : Optional.of(of(type).parse(json, body));
    }

    /** The answer to a batch: orders and errors, in the order of the request. */
    static ResponseParser<List<BatchItem>> batch() {
        return (json, body) -> {
            List<BatchItem> items = new ArrayList<>();
            for (var node : json.tree(body)) {
                items.add(
                        node.has("orderId")
                                ? new BatchItem(complete(json.read(node, TradingPayloads.OrderRow.class)), null)
                                : new BatchItem(null, complete(json.read(node, TradingPayloads.ItemError.class))));
            }
            return List.copyOf(items);
        };
    }

    /** Either an order or an error. */
    record BatchItem(TradingPayloads.@Nullable OrderRow order, TradingPayloads.@Nullable ItemError error) {}

    static <T extends Record> T complete(T row) throws IOException {
        try {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                Method accessor = component.getAccessor();
                // Payload records are package-private, those of the signing modules in another package.
                accessor.setAccessible(true);
                Object value = accessor.invoke(row);
                if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new IOException("a " + row.getClass().getSimpleName() + " without " + component.getName());
                }
                if (value instanceof Record nested) {
                    complete(nested);
                }
                if (value instanceof List<?> list) {
                    for (Object element : list) {
                        if (element instanceof Record item) {
                            complete(item);
                        }
                    }
                }
            }
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IOException("a " + row.getClass().getSimpleName() + " cannot be inspected", e);
        }
    }

    /** The code and text of an error inside any object; null where the text is none. */
    static TradingPayloads.@Nullable ItemError errorIn(Json json, byte[] body) {
        if (body.length == 0 || body[0] != '{') {
            return null;
        }
        try {
            TradingPayloads.MaybeError maybe = json.read(body, TradingPayloads.MaybeError.class);
            Integer code = maybe.code();
            return code == null || code >= 0 ? null : new TradingPayloads.ItemError(code, maybe.msg());
        } catch (IOException e) {
            return null;
        }
    }
}
