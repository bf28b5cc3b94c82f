package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.LocalBook.Applied;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * A market whose books are all known, streamed with losses, repetitions and changes of order, and snapshots from anywhere in
 * between: what the local book shows is always the market's book of that number.
 */
class LocalBookProperties {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final int DEEP = 1000;

    @Property(tries = 500)
    void shows_the_markets_book_or_none(@ForAll Random random, @ForAll @IntRange(min = 0, max = 30) int trouble) {
        Market market = new Market(random, 60);
        LocalBook book = new LocalBook(BTC);

        for (BookChange change : disturbed(market.changes, random, trouble)) {
            if (book.apply(change) == Applied.BROKEN) {
                assertThat(book.book(1)).isEmpty();
                book.seed(market.snapshotAround(change, random));
            }
            market.check(book);
        }
    }

    /** As a client does: it collects changes, asks for a snapshot that is newer than the first, and applies all in order. */
    @Property(tries = 500)
    void joins_a_snapshot_from_anywhere_among_the_changes_and_ends_with_the_markets_book(@ForAll Random random) {
        Market market = new Market(random, 40);
        BookChange oldest = market.changes.get(0);
        long sequence = oldest.first() + (long) (random.nextDouble() * (market.last() - oldest.first() + 1));
        LocalBook book = new LocalBook(BTC);

        book.seed(market.at(sequence));
        List<Applied> applied = market.changes.stream().map(book::apply).toList();

        assertThat(applied).doesNotContain(Applied.BROKEN);
        assertThat(book.book(DEEP).map(OrderBook::sequence)).contains(Math.max(sequence, market.last()));
        market.check(book);
    }

    @Property(tries = 200)
    void shows_nothing_once_a_change_is_lost(@ForAll Random random) {
        Market market = new Market(random, 40);
        LocalBook book = new LocalBook(BTC);
        book.seed(market.at(market.changes.get(0).last()));
        int lost = 1 + random.nextInt(38);

        for (int i = 1; i < market.changes.size(); i++) {
            if (i != lost) {
                Applied expected = i < lost ? Applied.APPLIED : Applied.BROKEN;
                assertThat(book.apply(market.changes.get(i))).isEqualTo(expected);
            }
        }

        assertThat(book.book(1)).isEmpty();
    }

    private static List<BookChange> disturbed(List<BookChange> changes, Random random, int percent) {
        List<BookChange> result = new ArrayList<>();
        for (BookChange change : changes) {
            if (random.nextInt(100) >= percent) {
                result.add(change);
            }
            if (random.nextInt(100) < percent) {
                result.add(changes.get(random.nextInt(changes.indexOf(change) + 1)));
            }
            if (random.nextInt(100) < percent && result.size() > 1) {
                BookChange moved = result.remove(result.size() - 2);
                result.add(moved);
            }
        }
        return result;
    }

    /** Single updates, numbered, some numbers left out between changes; never crossed. */
    private static final class Market {

        private final Random random;
        private final TreeMap<Integer, Integer> bids = new TreeMap<>();
        private final TreeMap<Integer, Integer> asks = new TreeMap<>();
        private final TreeMap<Long, OrderBook> history = new TreeMap<>();
        private final List<BookChange> changes = new ArrayList<>();
        private long number = 1_000;

        Market(Random random, int size) {
            this.random = random;
            remember();
            for (int i = 0; i < size; i++) {
                change();
            }
        }

        private void change() {
            long previous = number;
            number += random.nextInt(4);
            long first = number + 1;
            List<PriceLevel> changedBids = new ArrayList<>();
            List<PriceLevel> changedAsks = new ArrayList<>();
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                int price = 1 + random.nextInt(40);
                int quantity = random.nextInt(4);
                if (random.nextBoolean()) {
                    asks.headMap(price, true).keySet().stream().toList().forEach(ask -> set(asks, ask, 0, changedAsks));
                    set(bids, price, quantity, changedBids);
                } else {
                    bids.tailMap(price, true).keySet().stream().toList().forEach(bid -> set(bids, bid, 0, changedBids));
                    set(asks, price, quantity, changedAsks);
                }
            }
            changes.add(new BookChange(first, number, previous, changedBids, changedAsks, time(number)));
        }

        private void set(Map<Integer, Integer> side, int price, int quantity, List<PriceLevel> told) {
            number++;
            if (quantity == 0) {
                side.remove(price);
            } else {
                side.put(price, quantity);
            }
            told.add(level(price, quantity));
            remember();
        }

        private void remember() {
            history.put(
                    number,
                    new OrderBook(
                            BTC,
                            bids.descendingMap().entrySet().stream()
                                    .map(Market::level)
                                    .toList(),
                            asks.entrySet().stream().map(Market::level).toList(),
                            number,
                            time(number)));
        }

        private static PriceLevel level(Map.Entry<Integer, Integer> entry) {
            return level(entry.getKey(), entry.getValue());
        }

        private static PriceLevel level(int price, int quantity) {
            return new PriceLevel(new BigDecimal(price), new BigDecimal(quantity));
        }

        private static Instant time(long number) {
            return Instant.ofEpochMilli(number);
        }

        long last() {
            return number;
        }

        /** The book of a number, which may fall between two changes. */
        OrderBook at(long sequence) {
            OrderBook known = history.floorEntry(sequence).getValue();
            return new OrderBook(BTC, known.bids(), known.asks(), sequence, time(sequence));
        }

        OrderBook snapshotAround(BookChange change, Random random) {
            return at(Math.max(1_000, Math.min(number, change.last() - 20 + random.nextInt(40))));
        }

        void check(LocalBook book) {
            @Nullable OrderBook shown = book.book(DEEP).orElse(null);
            if (shown != null) {
                assertThat(shown).isEqualTo(at(shown.sequence()));
            }
        }
    }
}
