package dev.astrolabe.exchange.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads an answer that the {@link VenueProtocol} has judged a success. Whatever it throws, except a verdict of the venue
 * ({@code RejectedException}, {@code RateLimitedException}, {@code OutcomeUnknownException}), means that the answer cannot be
 * read: after a mutation the outcome is then unknown. Safe for any thread.
 *
 * @param <T> what it reads into
 * @since 0.1
 */
@FunctionalInterface
public interface ResponseParser<T> {

    /**
     * Reads an answer.
     *
     * @param json reads JSON
     * @param body the bytes of the answer, not to be changed
     * @return what they say
     * @throws IOException if they are not what the venue documents
     */
    T parse(Json json, byte[] body) throws IOException;

    /**
     * Reads an object.
     *
     * @param type a record or bean
     * @param <T> its type
     * @return the parser
     */
    static <T> ResponseParser<T> of(Class<T> type) {
        return (json, body) -> json.read(body, type);
    }

    /**
     * Reads an object and maps it.
     *
     * @param type a record or bean
     * @param mapping makes the result
     * @param <R> the type of the object
     * @param <T> the type of the result
     * @return the parser
     */
    static <R, T> ResponseParser<T> of(Class<R> type, Function<? super R, ? extends T> mapping) {
        return (json, body) -> mapping.apply(json.read(body, type));
    }

    /**
     * Reads an array.
     *
     * @param type a record or bean, the type of each element
     * @param <T> its type
     * @return the parser of an unmodifiable list
     */
    static <T> ResponseParser<List<T>> listOf(Class<T> type) {
        return (json, body) -> json.readList(body, type);
    }

    /**
     * Reads an array and maps each element.
     *
     * @param type a record or bean, the type of each element
     * @param mapping makes each element of the result
     * @param <R> the type of an element
     * @param <T> the type of an element of the result
     * @return the parser of an unmodifiable list
     */
    static <R, T> ResponseParser<List<T>> listOf(Class<R> type, Function<? super R, ? extends T> mapping) {
        return (json, body) -> {
            List<T> result = new ArrayList<>();
            for (R element : json.readList(body, type)) {
                result.add(mapping.apply(element));
            }
            return List.copyOf(result);
        };
    }

    /**
     * Reads a tree and maps it, for answers whose shape varies.
     *
     * @param mapping makes the result
     * @param <T> its type
     * @return the parser
     */
    static <T> ResponseParser<T> tree(Function<? super JsonNode, ? extends T> mapping) {
        return (json, body) -> mapping.apply(json.tree(body));
    }
}
