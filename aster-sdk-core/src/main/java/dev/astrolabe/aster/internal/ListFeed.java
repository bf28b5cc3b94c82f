package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events that come many together, and are told so.
 *
 * @param <R> the payload of one
 * @param <E> the event
 */
final class ListFeed<R extends Record, E> implements Feed<List<E>> {

    private final Json json;
    private final Class<R> type;
    private final Function<? super R, Optional<E>> mapping;

    ListFeed(Json json, Class<R> type, Function<? super R, Optional<E>> mapping) {
        this.json = json;
        this.type = type;
        this.mapping = mapping;
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super List<E>> out) throws IOException {
        List<E> events = new ArrayList<>();
        for (R row : json.readCompleteList(payload.getBytes(StandardCharsets.UTF_8), type)) {
            mapping.apply(row).ifPresent(events::add);
        }
        if (!events.isEmpty()) {
            out.accept(List.copyOf(events));
        }
    }

    /** What was missed meanwhile is gone. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super List<E>> out) {}
}
