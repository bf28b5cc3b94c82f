package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an example payload is read and mapped, and which of its fields go no further, each with the reason. */
final class PayloadClaim {

    private interface Reading {
        Object read(AsterEndpoints endpoints, Json json, byte[] body) throws IOException;
    }

    private static final Json JSON = new Json();
    private static final AsterEndpoints V1 = new AsterEndpoints(PathFamily.V1);
    private static final AsterEndpoints V3 = new AsterEndpoints(PathFamily.V3);

    private final String name;
    private final Reading reading;
    private final Map<String, String> ignored;
    private final Set<String> closed;

    private PayloadClaim(String name, Reading reading, Map<String, String> ignored, Set<String> closed) {
        this.name = name;
        this.reading = reading;
        this.ignored = ignored;
        this.closed = closed;
    }

    /** A file that is read by an endpoint and mapped; a name without a folder stands for the files of v1 and v3. */
    static <T> PayloadClaim answer(
            String name, Function<AsterEndpoints, Endpoint<T>> endpoint, Function<T, ?> mapping) {
        return new PayloadClaim(
                name,
                (endpoints, json, body) ->
                        mapping.apply(endpoint.apply(endpoints).parser().parse(json, body)),
                Map.of(),
                Set.of());
    }

    /** A list that is read by an endpoint, each row mapped. */
    static <T> PayloadClaim rows(
            String name, Function<AsterEndpoints, Endpoint<List<T>>> endpoint, Function<T, ?> mapping) {
        return answer(name, endpoint, rows -> rows.stream().map(mapping).toList());
    }

    /** A file whose reading alone is checked. */
    static <T> PayloadClaim answer(String name, Function<AsterEndpoints, Endpoint<T>> endpoint) {
        return answer(name, endpoint, Function.identity());
    }

    /** A file that says only that the call was done. */
    static <T> PayloadClaim acknowledged(String name, Function<AsterEndpoints, Endpoint<T>> endpoint) {
        return answer(name, endpoint, done -> "done").ignoring("says that it was done", "code", "msg");
    }

    /** A file that shows a part of an answer. */
    static <T extends Record> PayloadClaim part(String name, Class<T> type, Function<T, ?> mapping) {
        return new PayloadClaim(
                name, (endpoints, json, body) -> mapping.apply(Payload.of(type).parse(json, body)), Map.of(), Set.of());
    }

    /** A file that shows an error. */
    static PayloadClaim error(String name) {
        return new PayloadClaim(
                name,
                (endpoints, json, body) -> Objects.requireNonNull(Payload.errorIn(json, body), "no error"),
                Map.of(),
                Set.of());
    }

    /** Names fields that go no further, such as {@code symbols[].pair}, or by their place in an array {@code [].11}. */
    PayloadClaim ignoring(String reason, String... paths) {
        Map<String, String> more = new LinkedHashMap<>(ignored);
        Stream.of(paths).forEach(path -> more.put(path, reason));
        return new PayloadClaim(name, reading, more, closed);
    }

    /** Names words of which there can be no further ones: a new word makes the answer unreadable. */
    PayloadClaim closed(String... paths) {
        Set<String> more = Stream.concat(closed.stream(), Stream.of(paths)).collect(Collectors.toUnmodifiableSet());
        return new PayloadClaim(name, reading, ignored, more);
    }

    List<String> files(Set<String> existing) {
        return Stream.of(name, "v1/" + name + ".json", "v3/" + name + ".json", name + ".json")
                .filter(existing::contains)
                .toList();
    }

    /** What a caller gets for a body. */
    Object read(String file, byte[] body) throws IOException {
        return reading.read(file.startsWith("v1/") ? V1 : V3, JSON, body);
    }

    String name() {
        return name;
    }

    Map<String, String> ignored() {
        return ignored;
    }

    boolean isClosed(String path) {
        return closed.contains(path);
    }
}
