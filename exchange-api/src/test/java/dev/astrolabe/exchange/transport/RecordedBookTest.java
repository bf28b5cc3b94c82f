package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.LocalBook.Applied;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A recorded snapshot of BTCUSDT and a recorded change that came ten minutes later. They do not join, as a real gap; with the
 * snapshot numbered as the one that the change names, they do.
 */
class RecordedBookTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    private record Row(
            long time, long first, long last, String side, BigDecimal price, BigDecimal quantity, long previous) {}

    private static List<Row> rows(String file) {
        return Fixtures.data().lines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Row(
                        Long.parseLong(cells[1]),
                        Long.parseLong(cells[2]),
                        Long.parseLong(cells[3]),
                        cells[4],
                        new BigDecimal(cells[6]),
                        new BigDecimal(cells[7]),
                        Long.parseLong(cells[8])))
                .toList();
    }

    private static List<PriceLevel> side(List<Row> rows, String side) {
        return rows.stream()
                .filter(row -> row.side().equals(side))
                .map(row -> new PriceLevel(row.price(), row.quantity()))
                .toList();
    }

    private static OrderBook snapshot(long sequence) {
        List<Row> rows = rows("btcusdt-depth-snap.csv");
        return new OrderBook(
                BTC,
                side(rows, "b"),
                side(rows, "a"),
                sequence,
                Instant.ofEpochMilli(rows.get(0).time()));
    }

    private static List<BookChange> changes() {
        Map<Long, List<Row>> events = new LinkedHashMap<>();
        rows("btcusdt-depth-update.csv")
                .forEach(row -> events.computeIfAbsent(row.last(), last -> new ArrayList<>())
                        .add(row));
        return events.values().stream()
                .map(rows -> new BookChange(
                        rows.get(0).first(),
                        rows.get(0).last(),
                        rows.get(0).previous(),
                        side(rows, "b"),
                        side(rows, "a"),
                        Instant.ofEpochMilli(rows.get(0).time())))
                .toList();
    }

    @Test
    void detects_that_the_recorded_change_does_not_follow_the_recorded_snapshot() {
        LocalBook book = new LocalBook(BTC);
        book.seed(snapshot(2098021528332L));
        assertThat(book.book(1000)).contains(snapshot(2098021528332L));

        List<Applied> applied = changes().stream().map(book::apply).toList();

        assertThat(applied).containsExactly(Applied.BROKEN);
        assertThat(book.book(1)).isEmpty();
    }

    @Test
    void applies_the_recorded_change_as_a_naive_reckoning_does() {
        BookChange change = changes().get(0);
        LocalBook book = new LocalBook(BTC);
        book.seed(snapshot(change.previous()));

        assertThat(book.apply(change)).isEqualTo(Applied.APPLIED);

        OrderBook shown = book.book(1000).orElseThrow();
        Comparator<PriceLevel> byPrice = Comparator.comparing(PriceLevel::price);
        assertThat(shown.bids())
                .isEqualTo(naive(snapshot(0).bids(), change.bids(), byPrice.reversed()))
                .isNotEqualTo(snapshot(0).bids());
        assertThat(shown.asks())
                .isEqualTo(naive(snapshot(0).asks(), change.asks(), byPrice))
                .isNotEqualTo(snapshot(0).asks());
        assertThat(shown.sequence()).isEqualTo(change.last());
    }

    /** Looks for each price in a list. */
    private static List<PriceLevel> naive(
            List<PriceLevel> before, List<PriceLevel> changes, Comparator<PriceLevel> order) {
        List<PriceLevel> levels = new ArrayList<>(before);
        for (PriceLevel change : changes) {
            levels.removeIf(level -> level.price().compareTo(change.price()) == 0);
            if (change.quantity().signum() > 0) {
                levels.add(change);
            }
        }
        levels.sort(order);
        return levels;
    }
}
