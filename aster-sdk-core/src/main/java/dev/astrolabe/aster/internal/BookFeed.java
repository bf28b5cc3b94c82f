package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.StreamPayloads.DepthEvent;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.transport.BookChange;
import dev.astrolabe.exchange.transport.BookUnits;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LevelChanges;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.exchange.transport.Params;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a local book by the venue's rule: a snapshot is read while changes queue up, and what does not follow begins it anew
 * (docs: futures, "How to manage a local order book correctly"). It tells no events; the book, which is kept in the venue's own units,
 * shows how it stands.
 */
final class BookFeed implements Feed<OrderBook> {

    private static final int SNAPSHOT_DEPTH = 1000;

    private final AsterContext context;
    private final Instrument instrument;
    private final LocalBook book;
    private final Json json;
    private final DepthReader reader = new DepthReader();

    BookFeed(AsterContext context, Instrument instrument, LocalBook book, Json json) {
        this.context = context;
        this.instrument = instrument;
        this.book = book;
        this.json = json;
    }

    /** A snapshot may be older than the changes that wait; then the first of them does not follow, and a newer one is read. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super OrderBook> out) throws IOException {
        book.reset();
        Params params = Params.create().add("symbol", instrument.venueSymbol()).add("limit", SNAPSHOT_DEPTH);
        book.seed(MarketMapper.orderBook(
                context.call(context.endpoints().market.depth, params),
                instrument.symbol(),
                BookUnits.AS_TOLD,
                context.clock().instant()));
        if (book.book(1).isEmpty()) {
            throw new IOException("the snapshot of " + instrument.symbol() + " is crossed");
        }
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super OrderBook> out) throws IOException {
        if (reader.read(payload)) {
            LevelChanges changes = reader.changes();
            require(book.apply(changes), changes.last());
        } else {
            BookChange change = StreamMapper.change(json.readComplete(payload, DepthEvent.class));
            require(book.apply(change), change.last());
        }
    }

    private void require(LocalBook.Applied applied, long number) throws IOException {
        if (applied == LocalBook.Applied.BROKEN) {
            throw new IOException("change " + number + " does not follow the book of " + instrument.symbol());
        }
    }
}
