package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.transport.BookChange;
import dev.astrolabe.exchange.transport.BookUnits;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LevelChanges;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.okx.model.OkxBook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a local book by the venue's rule (docs: OKX v5, "Order book channel"). It begins with the snapshot that the channel sends
 * first. Where that does not come, and after a change that does not follow, it begins with one over REST, which the changes join by
 * their numbers. It tells no events; the book, which is kept in the venue's own units, shows how it stands.
 */
final class BookFeed implements Feed<OrderBook> {

    // A change that is so much newer than the snapshot cannot be in it, whatever its number.
    private static final Duration SNAPSHOT_LAG = Duration.ofSeconds(5);

    private enum Phase {
        /** Waits for the snapshot that the channel sends first. */
        AWAITING,
        /** Has one over REST, into which the changes have yet to fit. */
        SEEDED,
        /** Each change has to name the one before it. */
        JOINED
    }

    private final Instrument instrument;
    private final LocalBook book;
    private final Json json;
    private final Supplier<OkxBook> overRest;
    private final BookChecksum checksum = new BookChecksum();
    private final BookReader reader = new BookReader();
    private Phase phase = Phase.AWAITING;
    private boolean broken;
    private long sequence;
    private Instant time = Instant.MIN;

    BookFeed(Instrument instrument, LocalBook book, Json json, Supplier<OkxBook> overRest) {
        this.instrument = instrument;
        this.book = book;
        this.json = json;
        this.overRest = overRest;
    }

    /** A connection that is made anew brings a snapshot; one that stands, or has brought none in time, does not. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super OrderBook> out) throws IOException {
        boolean waitedInVain = interruption != null && phase == Phase.AWAITING;
        await();
        if (broken || waitedInVain) {
            seedOverRest();
        }
    }

    private void await() {
        book.reset();
        phase = Phase.AWAITING;
    }

    @Override
    public boolean isReady() {
        return phase != Phase.AWAITING;
    }

    private void seedOverRest() throws IOException {
        OkxBook snapshot = overRest.get();
        checksum.stop();
        seed(snapshot, Phase.SEEDED);
    }

    private void seed(OkxBook snapshot, Phase next) throws IOException {
        sequence = snapshot.sequence().orElseThrow(() -> new IOException("a book has no number"));
        time = snapshot.time();
        book.seed(MarketMapper.orderBook(snapshot, instrument.symbol(), BookUnits.AS_TOLD));
        if (!snapshot.bids().isEmpty()
                && !snapshot.asks().isEmpty()
                && book.book(1).isEmpty()) {
            throw broken("the snapshot of " + instrument.symbol() + " is crossed");
        }
        phase = next;
        broken = false;
    }

    private IOException broken(String why) {
        broken = true;
        await();
        return new IOException(why);
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super OrderBook> out) throws IOException {
        if (!checksum.isKept() && reader.read(payload)) {
            LevelChanges changes = reader.changes();
            follow(
                    changes.last(),
                    changes.previous(),
                    Instant.ofEpochMilli(changes.millis()),
                    () -> book.apply(changes));
            return;
        }
        Push push = Push.read(json, payload);
        for (Row node : push.data()) {
            OkxBook row = Push.Reading.ofObject(OkxBook::new).read(node);
            if (push.isSnapshot()) {
                snapshot(row);
            } else {
                change(row);
            }
        }
    }

    /** One that is not ahead of the book comes from a connection that replaces another, and the book has what follows it. */
    private void snapshot(OkxBook row) throws IOException {
        if (phase == Phase.AWAITING || row.sequence().orElse(0) > sequence) {
            checksum.begin(row);
            seed(row, Phase.JOINED);
            verify(row);
        }
    }

    private void change(OkxBook row) throws IOException {
        long last = row.sequence().orElseThrow(() -> new IOException("a change has no number"));
        long previous = row.previousSequence().orElseThrow(() -> new IOException("a change names none before it"));
        BookChange change = new BookChange(
                last,
                last,
                previous,
                MarketMapper.levels(row.bids(), BookUnits.AS_TOLD),
                MarketMapper.levels(row.asks(), BookUnits.AS_TOLD),
                row.time());
        if (follow(last, previous, row.time(), () -> book.apply(change))) {
            checksum.apply(row);
            verify(row);
        }
    }

    /** Whether the book shows it; what is older than the book is left out. */
    private boolean follow(long last, long previous, Instant made, Supplier<LocalBook.Applied> change)
            throws IOException {
        if (phase == Phase.AWAITING) {
            seedOverRest();
        }
        if (phase == Phase.JOINED && previous != sequence) {
            throw broken("change " + last + " does not follow the book of " + instrument.symbol());
        }
        LocalBook.Applied applied = change.get();
        boolean tooNew = applied == LocalBook.Applied.STALE && made.isAfter(time.plus(SNAPSHOT_LAG));
        if (applied == LocalBook.Applied.BROKEN || tooNew) {
            throw broken("change " + last + " does not fit into the book of " + instrument.symbol());
        }
        if (applied == LocalBook.Applied.APPLIED) {
            phase = Phase.JOINED;
            sequence = last;
        }
        return applied == LocalBook.Applied.APPLIED;
    }

    private void verify(OkxBook row) throws IOException {
        if (!checksum.matches(row)) {
            throw broken("the book of " + instrument.symbol() + " has another checksum than the venue's");
        }
    }
}
