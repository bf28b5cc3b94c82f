package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A book. {@code books} begins with a snapshot and goes on with what changed, each message naming the one before it by prevSeqId; the
 * others tell their few levels whole. The checksum is 0 (docs: OKX v5, "Order book channel", 2026-06).
 */
final class BookTopic extends Topic {

    private static final int DEEP = 400;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    private final String arg;
    private final OkxInstrument instrument;
    private final boolean deltas;
    private final boolean named;
    private final int levels;
    private @Nullable OrderBook told;
    private Instant toldAt = Instant.EPOCH;

    private BookTopic(
            String channel,
            String arg,
            OkxInstrument instrument,
            int levels,
            boolean deltas,
            boolean named,
            Duration every) {
        super(channel, every);
        this.arg = arg;
        this.instrument = instrument;
        this.levels = levels;
        this.deltas = deltas;
        this.named = named;
    }

    static BookTopic books(String channel, String arg, OkxInstrument instrument) {
        return new BookTopic(channel, arg, instrument, DEEP, true, false, Duration.ofMillis(100));
    }

    static BookTopic books5(String channel, String arg, OkxInstrument instrument) {
        return new BookTopic(channel, arg, instrument, 5, false, true, Duration.ofMillis(100));
    }

    static BookTopic best(String channel, String arg, OkxInstrument instrument) {
        return new BookTopic(channel, arg, instrument, 1, false, false, Duration.ofMillis(10));
    }

    @Override
    List<String> greeting() {
        OrderBook book = told;
        // Whoever joins others goes on with their deltas: it begins where they are.
        if (book == null || !deltas || isEmptyBeforeGreeting()) {
            book = instrument.market().book(levels);
            told = book;
            toldAt = book.time();
        }
        return List.of(deltas ? text("snapshot", book, book.bids(), book.asks(), -1) : whole(book));
    }

    private boolean isEmptyBeforeGreeting() {
        return count() == 1;
    }

    @Override
    List<String> news(Instant now) {
        OrderBook before = told;
        OrderBook book = instrument.market().book(levels);
        if (before == null) {
            told = book;
            toldAt = now;
            return List.of(deltas ? text("snapshot", book, book.bids(), book.asks(), -1) : whole(book));
        }
        if (deltas ? book.sequence() == before.sequence() : isSame(before, book)) {
            return keepAlive(book, now);
        }
        told = book;
        toldAt = now;
        return List.of(deltas ? delta(before, book) : whole(book));
    }

    private List<String> keepAlive(OrderBook book, Instant now) {
        if (!deltas || toldAt.plus(KEEP_ALIVE).isAfter(now)) {
            return List.of();
        }
        toldAt = now;
        return List.of(text("update", book, List.of(), List.of(), book.sequence()));
    }

    private static boolean isSame(OrderBook one, OrderBook other) {
        return one.bids().equals(other.bids()) && one.asks().equals(other.asks());
    }

    private String whole(OrderBook book) {
        StringBuilder text =
                new StringBuilder(256).append("{\"arg\":").append(arg).append(",\"data\":[{");
        side(text.append("\"asks\":"), book.asks());
        side(text.append(",\"bids\":"), book.bids());
        if (named) {
            text.append(",\"instId\":\"").append(instrument.id()).append('"');
        }
        return text.append(",\"ts\":\"")
                .append(book.time().toEpochMilli())
                .append("\",\"seqId\":")
                .append(book.sequence())
                .append("}]}")
                .toString();
    }

    private String text(String action, OrderBook book, List<PriceLevel> bids, List<PriceLevel> asks, long before) {
        StringBuilder text = open(action);
        side(text.append("\"asks\":"), asks);
        side(text.append(",\"bids\":"), bids);
        return close(text, book, before);
    }

    private String delta(OrderBook before, OrderBook book) {
        StringBuilder text = open("update");
        changes(text.append("\"asks\":"), before.asks(), book.asks(), 1);
        changes(text.append(",\"bids\":"), before.bids(), book.bids(), -1);
        return close(text, book, before.sequence());
    }

    private StringBuilder open(String action) {
        return new StringBuilder(512)
                .append("{\"arg\":")
                .append(arg)
                .append(",\"action\":\"")
                .append(action)
                .append("\",\"data\":[{");
    }

    private static String close(StringBuilder text, OrderBook book, long before) {
        return text.append(",\"ts\":\"")
                .append(book.time().toEpochMilli())
                .append("\",\"checksum\":0,\"prevSeqId\":")
                .append(before)
                .append(",\"seqId\":")
                .append(book.sequence())
                .append("}]}")
                .toString();
    }

    private void side(StringBuilder text, List<PriceLevel> rows) {
        text.append('[');
        for (int i = 0; i < rows.size(); i++) {
            level(text, rows.get(i), i > 0, false);
        }
        text.append(']');
    }

    /** What differs between two sides, which are both in the order of their prices: a size of 0 takes a level away. */
    private void changes(StringBuilder text, List<PriceLevel> before, List<PriceLevel> after, int direction) {
        text.append('[');
        int start = text.length();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int order = order(before, old, after, now, direction);
            if (order < 0) {
                level(text, before.get(old++), text.length() > start, true);
            } else if (order > 0) {
                level(text, after.get(now++), text.length() > start, false);
            } else {
                PriceLevel level = after.get(now++);
                if (before.get(old++).quantity().compareTo(level.quantity()) != 0) {
                    level(text, level, text.length() > start, false);
                }
            }
        }
        text.append(']');
    }

    private static int order(List<PriceLevel> before, int old, List<PriceLevel> after, int now, int direction) {
        if (old == before.size()) {
            return 1;
        }
        return now == after.size()
                ? -1
                : before.get(old).price().compareTo(after.get(now).price()) * direction;
    }

    private void level(StringBuilder text, PriceLevel level, boolean further, boolean gone) {
        text.append(further ? ",[\"" : "[\"")
                .append(Text.of(level.price()))
                .append("\",\"")
                .append(gone ? "0" : instrument.shown(level))
                .append(gone ? "\",\"0\",\"0\"]" : "\",\"0\",\"1\"]");
    }
}
