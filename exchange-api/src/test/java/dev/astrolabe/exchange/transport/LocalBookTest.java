package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.LocalBook.Applied;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalBookTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = TIME.plusMillis(100);

    /** {@code 100x5} is a quantity of 5 at the price 100. */
    private static List<PriceLevel> levels(String... texts) {
        return Stream.of(texts)
                .map(text -> text.split("x"))
                .map(parts -> new PriceLevel(new BigDecimal(parts[0]), new BigDecimal(parts[1])))
                .toList();
    }

    private static OrderBook snapshot(long sequence) {
        return new OrderBook(BTC, levels("99x1", "98x2", "97x3"), levels("101x1", "102x2", "103x3"), sequence, TIME);
    }

    private static BookChange change(long first, long last, long previous) {
        return new BookChange(first, last, previous, levels("99x7"), List.of(), LATER);
    }

    private static LocalBook seeded(long sequence) {
        LocalBook book = new LocalBook(BTC);
        book.seed(snapshot(sequence));
        return book;
    }

    @Test
    void shows_nothing_before_it_is_seeded() {
        LocalBook book = new LocalBook(BTC);

        assertThat(book.book(10)).isEmpty();
        assertThat(book.apply(change(1, 2, 0))).isEqualTo(Applied.BROKEN);
    }

    @Test
    void shows_its_snapshot() {
        LocalBook book = seeded(10);

        assertThat(book.book(10)).contains(snapshot(10));
        assertThat(book.book(2))
                .contains(new OrderBook(BTC, levels("99x1", "98x2"), levels("101x1", "102x2"), 10, TIME));
    }

    @Test
    void sets_absolute_quantities_and_removes_at_zero() {
        LocalBook book = seeded(10);

        Applied applied = book.apply(new BookChange(
                9, 12, 8, levels("99x0", "98x5", "97.5x1", "50x0"), levels("101.0x4", "100x9", "500x0.00"), LATER));

        assertThat(applied).isEqualTo(Applied.APPLIED);
        assertThat(book.book(10))
                .contains(new OrderBook(
                        BTC,
                        levels("98x5", "97.5x1", "97x3"),
                        levels("100x9", "101.0x4", "102x2", "103x3"),
                        12,
                        LATER));
    }

    @Test
    void lets_the_later_of_two_levels_for_one_price_win() {
        LocalBook book = seeded(10);

        assertThat(book.apply(new BookChange(10, 11, 9, levels("99x0", "99.00x4"), List.of(), LATER)))
                .isEqualTo(Applied.APPLIED);

        assertThat(book.book(1).orElseThrow().bids()).isEqualTo(levels("99.00x4"));
    }

    /** By ranges, as AsterDex numbers them. */
    @ParameterizedTest(name = "{0} to {1} after {2} on a snapshot of 100: {3}")
    @CsvSource({
        "90, 99, 89, STALE",
        "90, 100, 89, STALE",
        "90, 101, 89, APPLIED",
        "100, 110, 95, APPLIED",
        "101, 110, 100, APPLIED",
        "105, 110, 100, APPLIED",
        "101, 110, 99, APPLIED",
        "102, 110, 101, BROKEN",
    })
    void joins_its_first_change_where_the_snapshot_is_within(long first, long last, long previous, Applied expected) {
        assertThat(seeded(100).apply(change(first, last, previous))).isEqualTo(expected);
    }

    /** By sequence ids, as OKX numbers them. */
    @ParameterizedTest(name = "{0} after {1} on a snapshot of 100: {2}")
    @CsvSource({
        "110, 100, APPLIED",
        "100, 100, APPLIED",
        "3, 100, APPLIED",
        "99, 90, STALE",
        "100, 90, STALE",
        "110, 90, APPLIED",
        "110, 101, BROKEN",
    })
    void joins_its_first_change_where_it_names_the_snapshot_or_one_before(long last, long previous, Applied expected) {
        assertThat(seeded(100).apply(change(last, last, previous))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} after {1} on a book of 110: {2}")
    @CsvSource({
        "120, 110, APPLIED",
        "110, 100, STALE",
        "105, 100, STALE",
        "120, 109, BROKEN",
        "120, 111, BROKEN",
    })
    void links_each_further_change_by_the_one_before(long last, long previous, Applied expected) {
        LocalBook book = seeded(100);
        assertThat(book.apply(change(100, 110, 100))).isEqualTo(Applied.APPLIED);

        assertThat(book.apply(change(previous + 1, last, previous))).isEqualTo(expected);
    }

    @Test
    void follows_numbers_that_begin_anew() {
        LocalBook book = seeded(100);

        assertThat(book.apply(change(3, 3, 100))).isEqualTo(Applied.APPLIED);
        assertThat(book.apply(change(5, 5, 3))).isEqualTo(Applied.APPLIED);

        assertThat(book.book(1).orElseThrow().sequence()).isEqualTo(5);
    }

    @Test
    void stays_as_it_is_when_it_ignores_a_change() {
        LocalBook book = seeded(100);

        assertThat(book.apply(change(90, 99, 89))).isEqualTo(Applied.STALE);

        assertThat(book.book(10)).contains(snapshot(100));
    }

    @Test
    void shows_nothing_from_a_gap_until_it_is_seeded_again() {
        LocalBook book = seeded(100);
        assertThat(book.apply(change(105, 110, 104))).isEqualTo(Applied.BROKEN);

        assertThat(book.book(10)).isEmpty();
        assertThat(book.apply(change(111, 112, 110))).isEqualTo(Applied.BROKEN);

        book.seed(snapshot(112));
        assertThat(book.book(10)).contains(snapshot(112));
    }

    @Test
    void takes_a_crossed_book_for_broken() {
        LocalBook locked = seeded(100);
        LocalBook crossed = seeded(100);

        assertThat(locked.apply(new BookChange(100, 101, 99, levels("101x1"), List.of(), LATER)))
                .isEqualTo(Applied.BROKEN);
        assertThat(crossed.apply(new BookChange(100, 101, 99, List.of(), levels("98.5x1"), LATER)))
                .isEqualTo(Applied.BROKEN);

        assertThat(locked.book(1)).isEmpty();
        assertThat(crossed.book(1)).isEmpty();
    }

    @Test
    void does_not_show_a_crossed_snapshot() {
        LocalBook book = new LocalBook(BTC);

        book.seed(new OrderBook(BTC, levels("100x1"), levels("99x1"), 5, TIME));

        assertThat(book.book(1)).isEmpty();
    }

    @Test
    void may_have_an_empty_side() {
        LocalBook book = new LocalBook(BTC);

        book.seed(new OrderBook(BTC, List.of(), levels("99x1"), 5, TIME));

        assertThat(book.book(1).orElseThrow().bids()).isEmpty();
    }

    @Test
    void is_empty_after_a_reset() {
        LocalBook book = seeded(100);

        book.reset();

        assertThat(book.book(10)).isEmpty();
    }

    @Test
    void refuses_a_depth_below_one_and_a_snapshot_of_another_symbol() {
        LocalBook book = new LocalBook(Symbol.parse("ETH/USDT:USDT"));

        NotSentException thrown = catchThrowableOfType(NotSentException.class, () -> book.book(0));
        assertThat(thrown).hasMessage("depth 0 of the book of ETH/USDT:USDT is below 1");
        assertThatThrownBy(() -> book.seed(snapshot(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a snapshot of BTC/USDT:USDT for the book of ETH/USDT:USDT");
    }

    /** Each change sets best bid and best ask to its own number: a reader that saw half of one would see two numbers. */
    @Test
    void shows_no_half_of_a_change_to_another_thread() throws Exception {
        int changes = 50_000;
        LocalBook book = seeded(0);
        CompletableFuture<Long> seen = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        long last = 0;
                        while (last < changes) {
                            OrderBook now = book.book(1).orElseThrow();
                            BigDecimal bid = now.bids().get(0).quantity();
                            BigDecimal ask = now.asks().get(0).quantity();
                            assertThat(bid).isEqualTo(ask);
                            assertThat(now.sequence()).isGreaterThanOrEqualTo(last);
                            last = now.sequence();
                        }
                        seen.complete(last);
                    } catch (RuntimeException | AssertionError e) {
                        seen.completeExceptionally(e);
                    }
                },
                "reader");
        reader.setDaemon(true);
        reader.start();

        IntStream.rangeClosed(1, changes)
                .forEach(i -> assertThat(
                                book.apply(new BookChange(i, i, i - 1L, levels("99x" + i), levels("101x" + i), LATER)))
                        .isEqualTo(Applied.APPLIED));

        assertThat(seen.get(60, TimeUnit.SECONDS)).isEqualTo(changes);
    }
}
