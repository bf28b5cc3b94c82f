package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.io.IOException;
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
        return (json, body) -> json.readComplete(body, type);
    }

    /**
     * Reads an array.
     *
     * @param type a record, the type of each element
     * @param <T> its type
     * @return the parser of an unmodifiable list
     */
    public static <T extends Record> ResponseParser<List<T>> listOf(Class<T> type) {
        return (json, body) -> json.readCompleteList(body, type);
    }

    /** Some calls answer with one object for one symbol, and others with a list of one. */
    static <T extends Record> ResponseParser<List<T>> oneOrMore(Class<T> type) {
        return (json, body) -> isArray(body) ? listOf(type).parse(json, body) : List.of(of(type).parse(json, body));
    }

    private static boolean isArray(byte[] body) {
        for (byte letter : body) {
            if (letter > ' ') {
                return letter == '[';
            }
        }
        return false;
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
                                ? new BatchItem(json.readComplete(node, TradingPayloads.OrderRow.class), null)
                                : new BatchItem(null, json.readComplete(node, TradingPayloads.ItemError.class)));
            }
            return List.copyOf(items);
        };
    }

    /** Either an order or an error. */
    record BatchItem(TradingPayloads.@Nullable OrderRow order, TradingPayloads.@Nullable ItemError error) {}

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
