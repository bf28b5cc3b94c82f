package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.transport.BookUnits;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import java.io.IOException;
import java.time.Instant;

/**
 * The way of a depth message from the socket to the local book, for measuring.
 *
 * @since 0.1
 */
public final class DepthDoor {

    private static final Instant RECEIVED = Instant.EPOCH;

    private final MarketSocket socket = new MarketSocket("ws://127.0.0.1");
    private final Json json = new Json();
    private final Instrument instrument;
    private final LocalBook book;
    private final BookFeed feed;

    /**
     * A book that shows nothing yet.
     *
     * @param instrument what is traded
     */
    public DepthDoor(Instrument instrument) {
        this.instrument = instrument;
        this.book = new LocalBook(instrument.symbol(), MarketMapper.units(instrument));
        this.feed = new BookFeed(null, instrument, book, json);
    }

    /**
     * Begins with a book.
     *
     * @param text a message of the depth stream that tells all levels
     * @throws IOException if it cannot be read
     */
    public void seed(String text) throws IOException {
        Inbound.Data data = (Inbound.Data) socket.read(text);
        StreamPayloads.DepthEvent event = json.read(data.payload(), StreamPayloads.DepthEvent.class);
        book.seed(new OrderBook(
                instrument.symbol(),
                MarketMapper.levels(event.b(), BookUnits.AS_TOLD),
                MarketMapper.levels(event.a(), BookUnits.AS_TOLD),
                event.u(),
                RECEIVED));
    }

    /**
     * Takes a message.
     *
     * @param text as the socket gives it
     * @throws IOException if it does not follow
     */
    public void take(String text) throws IOException {
        Inbound.Data data = (Inbound.Data) socket.read(text);
        feed.data(data.payload(), RECEIVED, any -> {});
    }

    /** {@return the book} */
    public LocalBook book() {
        return book;
    }
}
