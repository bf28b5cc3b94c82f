package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events that stand for themselves.
 *
 * @param <R> the payload
 * @param <E> the event
 */
final class EventFeed<R extends Record, E> implements Feed<E> {

    private final Class<R> type;
    private final Function<? super R, Optional<E>> mapping;
    private final Json json;

    EventFeed(Json json, Class<R> type, Function<? super R, Optional<E>> mapping) {
        this.json = json;
        this.type = type;
        this.mapping = mapping;
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super E> out) throws IOException {
        mapping.apply(json.readComplete(payload, type)).ifPresent(out);
    }

    /** What was missed meanwhile is gone, and the next event says how things stand. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super E> out) {}
}
