package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.model.OkxBook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The venue's checksum over the best levels of both sides as it wrote them. It has sent 0 since June 2026, which says nothing, and
 * then nothing is kept here (docs: OKX v5, "Checksum").
 */
final class BookChecksum {

    private static final int LEVELS = 25;
    private static final int PRICE = 0;
    private static final int SIZE = 1;

    private final NavigableMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, String> asks = new TreeMap<>();
    private boolean kept;

    /** Begins with a snapshot. */
    void begin(OkxBook snapshot) {
        stop();
        kept = isTold(snapshot);
        apply(snapshot);
    }

    /** Tells nothing until the next beginning. */
    void stop() {
        bids.clear();
        asks.clear();
        kept = false;
    }

    /** Whether changes have to be told to it as the venue wrote them. */
    boolean isKept() {
        return kept;
    }

    private static boolean isTold(OkxBook row) {
        return row.checksum().orElse(0) != 0;
    }

    void apply(OkxBook row) {
        if (kept) {
            set(bids, row.fields().lists("bids"));
            set(asks, row.fields().lists("asks"));
        }
    }

    private static void set(NavigableMap<BigDecimal, String> side, List<List<String>> levels) {
        for (List<String> level : levels) {
            BigDecimal price = new BigDecimal(level.get(PRICE));
            if (new BigDecimal(level.get(SIZE)).signum() == 0) {
                side.remove(price);
            } else {
                side.put(price, level.get(PRICE) + ":" + level.get(SIZE));
            }
        }
    }

    /** True too where the venue tells none. */
    boolean matches(OkxBook row) {
        return !kept || !isTold(row) || row.checksum().orElse(0) == value();
    }

    /** As a signed number of 32 bits. */
    int value() {
        StringJoiner text = new StringJoiner(":");
        Iterator<String> bid = bids.values().iterator();
        Iterator<String> ask = asks.values().iterator();
        for (int i = 0; i < LEVELS; i++) {
            if (bid.hasNext()) {
                text.add(bid.next());
            }
            if (ask.hasNext()) {
                text.add(ask.next());
            }
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }
}
