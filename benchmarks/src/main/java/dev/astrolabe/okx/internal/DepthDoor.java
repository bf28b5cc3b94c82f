package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The way of a depth message from the socket to the local book, for measuring.
 *
 * @since 0.1
 */
public final class DepthDoor {

    private static final Instant RECEIVED = Instant.EPOCH;

    private final OkxSocket socket = new OkxSocket("ws://127.0.0.1", null);
    private final LocalBook book;
    private final BookFeed feed;

    /**
     * A book that shows nothing before the snapshot, which is a message too.
     *
     * @param instrument what is traded
     */
    public DepthDoor(Instrument instrument) {
        this.book = new LocalBook(instrument.symbol(), MarketMapper.units(instrument));
        this.feed = new BookFeed(instrument, book, new Json(), () -> {
            throw new IllegalStateException("a message was lost");
        });
        OkxChannel channel = OkxChannel.ofInstrument("books", instrument.venueSymbol());
        String asked = socket.subscribe(1, List.of(channel.name()));
        if (asked.isEmpty()) {
            throw new IllegalStateException("nothing was asked for");
        }
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
