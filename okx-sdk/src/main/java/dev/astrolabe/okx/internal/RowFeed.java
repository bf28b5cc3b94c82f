package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows that stand for themselves, one event each.
 *
 * @param <R> the row
 * @param <E> the event
 */
final class RowFeed<R, E> implements Feed<E> {

    private final PushReader pushes;
    private final Push.Reading<R> reading;
    private final Function<? super R, Optional<? extends E>> mapping;

    RowFeed(Json json, Push.Reading<R> reading, Function<? super R, Optional<? extends E>> mapping) {
        this.pushes = new PushReader(json);
        this.reading = reading;
        this.mapping = mapping;
    }

    /** Rows as they are. */
    static <R> RowFeed<R, R> of(Json json, Push.Reading<R> reading) {
        return new RowFeed<>(json, reading, Optional::of);
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super E> out) throws IOException {
        for (R row : pushes.read(payload).rows(reading)) {
            mapping.apply(row).ifPresent(out);
        }
    }

    /** What was missed meanwhile is gone, and the next row says how things stand. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super E> out) {}
}
