package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.transport.Feed.Interruption;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxFields;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is lost, late or sent anew: the book is the venue's of the number that it tells, or it is not shown. */
class BookFeedProperties {

    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);
    private static final Interruption GAP = new Interruption(NOW, NOW, "lost");
    private static final Json JSON = new Json();

    /** A venue with a book of bids below 100 and asks above it, which remembers how it looked at each number. */
    private static final class Venue {
        private final Random random;
        private final TreeMap<Integer, Integer> levels = new TreeMap<>();
        private final Map<Long, TreeMap<Integer, Integer>> past = new HashMap<>();
        private long sequence = 1_000_000;
        private long lowest = sequence;
        // Messages lie so far apart that numbers which fell unseen are found out by the times.
        private Instant now = NOW;

        Venue(long seed) {
            this.random = new Random(seed);
            levels.put(90, 5);
            levels.put(110, 5);
            remember();
        }

        private void remember() {
            past.put(sequence, new TreeMap<>(levels));
        }

        /** The next message: mostly a change, at times a keep-alive or a reset of the numbers. */
        String next() {
            now = now.plusSeconds(6);
            long previous = sequence;
            int kind = random.nextInt(20);
            List<Integer> changed = new ArrayList<>();
            if (kind > 0) {
                sequence = kind == 1 ? begunAnew() : sequence + 1 + random.nextInt(3);
                for (int i = random.nextInt(3); i >= 0; i--) {
                    changed.add(price());
                }
                for (int price : changed) {
                    int size = random.nextInt(4);
                    if (size == 0) {
                        levels.remove(price);
                    } else {
                        levels.put(price, size);
                    }
                }
                remember();
            }
            return frame("update", previous, rows(changed, true), rows(changed, false));
        }

        /** So far below all numbers before it that no book is told by the same one. */
        private long begunAnew() {
            lowest -= 1_000;
            return lowest;
        }

        private int price() {
            int price = 80 + random.nextInt(40);
            return price == 100 ? 101 : price;
        }

        private String rows(Iterable<Integer> prices, boolean bids) {
            List<String> rows = new ArrayList<>();
            for (int price : prices) {
                if (price < 100 == bids) {
                    rows.add("[\"" + price + "\",\"" + levels.getOrDefault(price, 0) + "\",\"0\",\"1\"]");
                }
            }
            return String.join(",", rows);
        }

        String snapshot() {
            return frame("snapshot", -1, rows(levels.keySet(), true), rows(levels.keySet(), false));
        }

        private String frame(String action, long previous, String bids, String asks) {
            return "{\"arg\":{\"channel\":\"books\"},\"action\":\"" + action + "\",\"data\":[{\"asks\":[" + asks
                    + "],\"bids\":[" + bids + "],\"ts\":\"" + now.toEpochMilli() + "\",\"prevSeqId\":" + previous
                    + ",\"seqId\":" + sequence + "}]}";
        }

        OkxBook overRest() {
            List<List<String>> bids = new ArrayList<>();
            List<List<String>> asks = new ArrayList<>();
            levels.forEach((price, size) ->
                    (price < 100 ? bids : asks).add(List.of(price.toString(), size.toString(), "0", "1")));
            return new OkxBook(OkxFields.of(Map.of(
                    "asks",
                    asks,
                    "bids",
                    bids,
                    "ts",
                    Long.toString(now.toEpochMilli()),
                    "seqId",
                    Long.toString(sequence))));
        }
    }

    private static Map<Integer, Integer> shown(OrderBook book, Instrument instrument) {
        TreeMap<Integer, Integer> levels = new TreeMap<>();
        List<PriceLevel> all = new ArrayList<>(book.bids());
        all.addAll(book.asks());
        for (PriceLevel level : all) {
            BigDecimal size = instrument.toContracts(level.quantity(), level.price());
            levels.put(level.price().intValueExact(), size.intValueExact());
        }
        return levels;
    }

    @Property(tries = 400)
    void shows_the_venues_book_or_none(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int steps)
            throws IOException {
        Random chance = new Random(seed);
        Venue venue = new Venue(seed);
        Instrument instrument = Samples.linearSwap();
        LocalBook book = new LocalBook(instrument.symbol(), MarketMapper.units(instrument));
        BookFeed feed = new BookFeed(instrument, book, JSON, venue::overRest);
        feed.live(null, any -> {});
        if (chance.nextBoolean()) {
            feed.data(venue.snapshot(), NOW, any -> {});
        }
        for (int i = 0; i < steps; i++) {
            String message = venue.next();
            int fate = chance.nextInt(20);
            if (fate == 0) {
                continue; // lost on the way
            }
            if (fate == 1) {
                feed.live(GAP, any -> {});
                message = venue.snapshot();
            }
            take(feed, message);
            if (fate == 2) {
                take(feed, venue.snapshot());
            }
            Optional<OrderBook> current = book.book(400);
            current.ifPresent(shownBook -> assertThat(shown(shownBook, instrument))
                    .as("number " + shownBook.sequence())
                    .isEqualTo(venue.past.get(shownBook.sequence())));
        }
        take(feed, venue.next());
        take(feed, venue.next());
        assertThat(book.book(400).map(OrderBook::sequence)).contains(venue.sequence);
    }

    /** As the mailbox does: what cannot be read is an interruption, of which the feed is told next. */
    private static void take(BookFeed feed, String message) throws IOException {
        try {
            feed.data(message, NOW, any -> {});
        } catch (IOException e) {
            feed.live(GAP, any -> {});
        }
    }
}
