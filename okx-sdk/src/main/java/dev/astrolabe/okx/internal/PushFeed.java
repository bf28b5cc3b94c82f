package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxPush;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are more than their rows, one event each.
 *
 * @param <R> the row
 */
final class PushFeed<R> implements Feed<OkxPush<R>> {

    private final PushReader pushes;
    private final Push.Reading<R> reading;

    PushFeed(Json json, Push.Reading<R> reading) {
        this.pushes = new PushReader(json);
        this.reading = reading;
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super OkxPush<R>> out) throws IOException {
        Push push = pushes.read(payload);
        out.accept(new OkxPush<>(push.kind(), push.page(), push.isLast(), push.rows(reading)));
    }

    /** What was missed meanwhile is gone; where there is a snapshot, it comes again. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super OkxPush<R>> out) {}
}
