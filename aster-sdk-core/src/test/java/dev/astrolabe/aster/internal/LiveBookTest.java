package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.StreamBench.BTC;
import static dev.astrolabe.aster.internal.StreamBench.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.standin.AsterAnswer;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.testkit.faults.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The local book by the venue's rule, end to end: it is the venue's book, or it is not shown. */
class LiveBookTest {

    private static final String STREAM = "btcusdt@depth@100ms";
    private static final Fault UNANSWERED = Fault.of(Fault.Handling.IGNORED, AsterAnswer.STATUS_503);

    private final StreamBench bench = new StreamBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private LiveOrderBook open(Symbol symbol) {
        LiveOrderBook book = bench.client.marketStreams().orderBook(symbol, StreamOptions.DEFAULT);
        bench.awaitLive(book);
        return book;
    }

    private long snapshots() {
        return bench.venue.received("GET", "/depth");
    }

    private void move(String price) {
        bench.venue.movePrice(BTC, new BigDecimal(price));
    }

    /** Waits until the book is the one that REST tells: every level, and the number of its last change. */
    private void assertBecomesTheVenues(LiveOrderBook book, Symbol symbol) {
        OrderBook venue = bench.client.marketData().orderBook(symbol, 1000);
        bench.await(
                "the venue's book",
                Duration.ofMillis(25),
                () -> book.book(1000)
                        .filter(local -> local.sequence() == venue.sequence())
                        .isPresent());
        OrderBook local = book.book(1000).orElseThrow();
        assertThat(text(local.bids())).isEqualTo(text(venue.bids()));
        assertThat(text(local.asks())).isEqualTo(text(venue.asks()));
    }

    private static List<String> text(List<PriceLevel> levels) {
        return levels.stream()
                .map(level -> level.price().stripTrailingZeros() + " "
                        + level.quantity().stripTrailingZeros())
                .toList();
    }

    @Test
    void follows_the_venue_from_one_snapshot_on() {
        LiveOrderBook book = open(BTC);

        for (String price : new String[] {"50000.1", "49950", "51000", "50000"}) {
            move(price);
            assertBecomesTheVenues(book, BTC);
        }

        assertThat(snapshots()).isEqualTo(1 + 4);
        assertThat(book.state()).isEqualTo(ConnectionState.LIVE);
        assertThat(book.book(3).orElseThrow().bids()).hasSize(3);
    }

    @Test
    void is_in_single_coins() {
        LiveOrderBook book = open(PEPE);
        bench.venue.movePrice(PEPE, new BigDecimal("0.000011"));

        assertBecomesTheVenues(book, PEPE);
        assertThat(book.book(1).orElseThrow().bids().get(0).price()).isEqualByComparingTo("0.000010999");
        assertThat(book.book(1).orElseThrow().bids().get(0).quantity()).isEqualByComparingTo("1000000000000");
    }

    @Test
    void a_change_that_is_missing_begins_it_anew() {
        LiveOrderBook book = open(BTC);
        bench.sockets.skip(STREAM, 1);
        move("50001");
        assertThat(book.book(1).orElseThrow().bids().get(0).price())
                .as("nothing tells that a change is missing yet")
                .isEqualByComparingTo("49999.9");

        long before = snapshots();
        move("50002");
        StreamBench.await("another snapshot", () -> snapshots() > before);

        assertBecomesTheVenues(book, BTC);
        assertThat(book.book(1).orElseThrow().bids().get(0).price()).isEqualByComparingTo("50001.9");
    }

    @Test
    void a_snapshot_that_is_older_than_the_changes_is_read_again() {
        move("50001");
        move("50002");
        LiveOrderBook book = bench.client.marketStreams().orderBook(BTC, StreamOptions.DEFAULT);
        bench.venue.standIn().answerOldSnapshots(3);
        bench.awaitLive(book);
        move("50003");

        bench.await("newer snapshots", Duration.ofMillis(100), () -> {
            if (snapshots() < 3) {
                move("50003");
            }
            return snapshots() >= 4;
        });

        assertBecomesTheVenues(book, BTC);
    }

    @Test
    void while_no_snapshot_can_be_had_it_is_neither_live_nor_shown() {
        LiveOrderBook book = open(BTC);
        bench.venue.standIn().faults(call -> call.name().equals("GET depth") ? UNANSWERED : Fault.NONE);
        bench.sockets.skip(STREAM, 1);
        move("50001");
        move("50002");
        StreamBench.await("the broken book", () -> book.state() == ConnectionState.RECONNECTING);
        assertThat(book.book(1)).isEmpty();
        long before = snapshots();
        bench.await("more attempts", Duration.ofMillis(100), () -> snapshots() >= before + 6);
        assertThat(book.book(1)).isEmpty();
        assertThat(book.state()).isEqualTo(ConnectionState.RECONNECTING);

        bench.venue.standIn().faults(call -> Fault.NONE);
        bench.awaitLive(book);

        assertBecomesTheVenues(book, BTC);
    }

    @Test
    void is_not_shown_while_the_connection_is_lost_and_is_seeded_anew_after_it() {
        LiveOrderBook book = open(BTC);
        bench.sockets.dropWhile(() -> {
            StreamBench.await("the loss", () -> book.state() == ConnectionState.RECONNECTING);
            assertThat(book.book(1)).isEmpty();
            move("51000");
        });
        bench.awaitLive(book);

        assertThat(book.book(1).orElseThrow().bids().get(0).price()).isEqualByComparingTo("50999.9");
        assertBecomesTheVenues(book, BTC);
        move("51001");
        assertBecomesTheVenues(book, BTC);
    }

    @Test
    void goes_on_without_a_snapshot_when_the_connection_is_replaced() {
        StreamOptions patient = new StreamOptions(1024, StreamOptions.DEFAULT.overflow(), Duration.ofDays(2));
        LiveOrderBook book = bench.client.marketStreams().orderBook(BTC, patient);
        bench.awaitLive(book);
        bench.venue.advance(Duration.ofHours(23));
        StreamBench.await("a second connection", () -> bench.sockets.opened() == 2);
        int price = 50_000;
        boolean replaced;
        do {
            replaced = bench.sockets.open() == 1;
            BigDecimal ask = new BigDecimal(++price).add(new BigDecimal("0.1"));
            move(Integer.toString(price));
            StreamBench.await(
                    "the change",
                    () -> book.book(1)
                            .filter(top -> top.asks().get(0).price().compareTo(ask) == 0)
                            .isPresent());
            bench.venue.advance(Duration.ofMillis(500));
        } while (!replaced);
        long before = snapshots();

        assertBecomesTheVenues(book, BTC);
        assertThat(before).as("the first snapshot alone").isEqualTo(1);
        assertThat(book.state()).isEqualTo(ConnectionState.LIVE);
    }

    @Test
    void refuses_a_depth_below_one_and_shows_nothing_once_it_is_closed() {
        LiveOrderBook book = open(BTC);

        assertThatThrownBy(() -> book.book(0))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("depth 0");
        book.close();
        assertThat(book.book(1)).isEmpty();
        assertThat(book.toString()).contains("CLOSED");
    }
}
