package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Feed.Interruption;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxFields;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The local book by the venue's rule: it is the venue's book, or it is not shown. */
class BookFeedTest {

    private static final Json JSON = new Json();
    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);
    private static final Interruption GAP = new Interruption(NOW, NOW, "lost");

    private final Instrument instrument = Samples.linearSwap();
    private final LocalBook book = new LocalBook(instrument.symbol(), MarketMapper.units(instrument));
    private final Deque<OkxBook> overRest = new ArrayDeque<>();
    private final BookFeed feed = new BookFeed(instrument, book, JSON, () -> {
        if (overRest.isEmpty()) {
            throw new IllegalStateException("no snapshot over REST");
        }
        return overRest.remove();
    });

    private void live(@Nullable Interruption interruption) throws IOException {
        feed.live(interruption, any -> {});
    }

    private void push(String text) throws IOException {
        feed.data(text, NOW, any -> {});
    }

    private static String frame(String action, long previous, long last, String bids, String asks) {
        return "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},\"action\":\"" + action
                + "\",\"data\":[{\"asks\":[" + asks + "],\"bids\":[" + bids
                + "],\"ts\":\"1790000000000\",\"checksum\":0,"
                + "\"prevSeqId\":" + previous + ",\"seqId\":" + last + "}]}";
    }

    private static String level(String price, String size) {
        return "[\"" + price + "\",\"" + size + "\",\"0\",\"1\"]";
    }

    private void snapshot(long last) throws IOException {
        push(frame("snapshot", -1, last, level("100.4", "2"), level("100.5", "3")));
    }

    private void update(long previous, long last, String bid, String size) throws IOException {
        push(frame("update", previous, last, level(bid, size), ""));
    }

    private static OkxBook restBook(long sequence, String bid) {
        return new OkxBook(OkxFields.of(Map.of(
                "asks",
                List.of(List.of("100.5", "3", "0", "1")),
                "bids",
                List.of(List.of(bid, "2", "0", "1")),
                "ts",
                "1790000000000",
                "seqId",
                Long.toString(sequence))));
    }

    private List<String> bids() {
        return levels(book.book(400).orElseThrow().bids());
    }

    private List<String> levels(List<PriceLevel> side) {
        return side.stream()
                .map(level -> level.price().toPlainString() + ":"
                        + instrument
                                .toContracts(level.quantity(), level.price())
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private static List<String> levels(JsonNode side) {
        List<String> levels = new ArrayList<>();
        side.forEach(
                level -> levels.add(level.path(0).asText() + ":" + level.path(1).asText()));
        return levels;
    }

    private void assertShows(JsonNode expected) {
        var shown = book.book(400).orElseThrow();
        assertThat(levels(shown.asks())).isEqualTo(levels(expected.path("asks")));
        assertThat(levels(shown.bids())).isEqualTo(levels(expected.path("bids")));
        assertThat(shown.sequence()).isEqualTo(expected.path("seqId").asLong());
    }

    @Test
    void follows_a_recorded_sequence_with_a_keep_alive_a_reset_and_a_gap() throws IOException {
        JsonNode recorded = JSON.tree(Fixtures.payloads().text("okx/synthetic/ws_books_sequence.json"));
        live(null);
        int number = 0;
        for (JsonNode step : recorded.path("frames")) {
            String text = step.path("frame").toString();
            number++;
            switch (step.path("expect").asText()) {
                case "GAP_RESYNC" -> assertThatThrownBy(() -> push(text)).isInstanceOf(IOException.class);
                case "IGNORE_UNTIL_SNAPSHOT" ->
                    assertThatThrownBy(() -> push(text)).isInstanceOf(IllegalStateException.class);
                default -> push(text);
            }
            assertThat(book.book(1).isPresent())
                    .as("shown after frame " + number)
                    .isEqualTo(number != 6 && number != 7);
            if (number == 5) {
                assertShows(recorded.path("bookAfterFrame5"));
            }
        }
        assertShows(recorded.path("bookAfterFrame8"));
    }

    @Test
    void is_ready_with_the_snapshot_of_the_channel_and_asks_nothing_over_rest() throws IOException {
        live(null);
        assertThat(feed.isReady()).isFalse();

        snapshot(10);

        assertThat(feed.isReady()).isTrue();
        assertThat(bids()).containsExactly("100.4:2");
    }

    @Test
    void begins_over_rest_where_the_first_push_is_a_change_and_joins_by_number() throws IOException {
        live(null);
        overRest.add(restBook(12, "100.3"));

        update(8, 10, "100.4", "9");
        assertThat(bids()).as("older than the snapshot").containsExactly("100.3:2");
        update(10, 14, "100.4", "7");
        update(14, 15, "100.3", "0");

        assertThat(bids()).containsExactly("100.4:7");
        assertThat(feed.isReady()).isTrue();
    }

    @Test
    void begins_over_rest_where_nothing_comes_in_time() throws IOException {
        live(null);
        overRest.add(restBook(12, "100.3"));

        live(GAP);

        assertThat(feed.isReady()).isTrue();
        assertThat(bids()).containsExactly("100.3:2");
    }

    @Test
    void waits_for_the_channels_snapshot_after_a_lost_connection() throws IOException {
        live(null);
        snapshot(10);

        live(GAP);
        assertThat(book.book(1)).isEmpty();
        snapshot(3);

        assertThat(book.book(1).orElseThrow().sequence()).isEqualTo(3);
    }

    @Test
    void begins_over_rest_after_a_gap() throws IOException {
        live(null);
        snapshot(10);
        assertThatThrownBy(() -> update(11, 12, "100.4", "1")).hasMessageContaining("does not follow");
        assertThat(book.book(1)).isEmpty();
        overRest.add(restBook(13, "100.2"));

        live(GAP);
        update(12, 13, "100.4", "8");
        update(13, 14, "100.1", "8");

        assertThat(bids()).containsExactly("100.2:2", "100.1:8");
    }

    @Test
    void a_change_from_before_a_joined_book_is_a_gap_and_not_passed_over() throws IOException {
        live(null);
        snapshot(100);

        assertThatThrownBy(() -> update(3, 5, "100.4", "1")).isInstanceOf(IOException.class);
        assertThat(book.book(1)).isEmpty();
    }

    @Test
    void the_snapshot_of_a_connection_that_replaces_another_does_not_throw_the_book_back() throws IOException {
        live(null);
        snapshot(10);
        update(10, 15, "100.3", "5");

        snapshot(12);
        update(15, 16, "100.2", "6");

        assertThat(bids()).containsExactly("100.4:2", "100.3:5", "100.2:6");
        snapshot(20);
        assertThat(bids()).as("a newer one is taken").containsExactly("100.4:2");
    }

    @Test
    void a_crossed_book_is_not_shown() throws IOException {
        live(null);
        snapshot(10);

        assertThatThrownBy(() -> update(10, 11, "100.6", "1")).isInstanceOf(IOException.class);

        assertThat(book.book(1)).isEmpty();
        assertThat(feed.isReady()).isFalse();
    }

    @Test
    void a_snapshot_that_does_not_join_for_long_is_given_up() throws IOException {
        live(null);
        overRest.add(restBook(1_000, "100.3"));
        update(8, 10, "100.4", "9");
        String later = frame("update", 10, 12, "", "").replace("1790000000000", "1790000006000");

        assertThatThrownBy(() -> push(later)).hasMessageContaining("does not fit");
    }

    @Test
    void verifies_a_checksum_that_is_told() throws IOException {
        BookChecksum checksum = new BookChecksum();
        OkxBook told = book("100.40", "2", "100.5", "3", crc("100.40:2:100.5:3"));
        checksum.begin(told);
        assertThat(checksum.matches(told)).isTrue();
        OkxBook change = book("100.40", "0", "100.6", "1.0", crc("100.5:3:100.6:1.0"));
        checksum.apply(change);
        assertThat(checksum.matches(change)).isTrue();

        OkxBook wrong = book("100.3", "1", "100.6", "1.0", 17);
        checksum.apply(wrong);
        assertThat(checksum.matches(wrong)).isFalse();
        assertThat(checksum.matches(book("100.3", "1", "100.6", "1.0", 0)))
                .as("0 says nothing")
                .isTrue();
    }

    @Test
    void a_book_with_another_checksum_is_broken() throws IOException {
        live(null);
        int right = crc("100.4:2:100.5:3");
        push(frame("snapshot", -1, 10, level("100.4", "2"), level("100.5", "3"))
                .replace("\"checksum\":0", "\"checksum\":" + right));

        String wrong = frame("update", 10, 11, level("100.3", "1"), "").replace("\"checksum\":0", "\"checksum\":5");

        assertThatThrownBy(() -> push(wrong)).hasMessageContaining("checksum");
        assertThat(book.book(1)).isEmpty();
    }

    private static int crc(String text) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private static OkxBook book(String bid, String bidSize, String ask, String askSize, int checksum) {
        return new OkxBook(OkxFields.of(Map.of(
                "asks",
                List.of(List.of(ask, askSize, "0", "1")),
                "bids",
                List.of(List.of(bid, bidSize, "0", "1")),
                "ts",
                "1790000000000",
                "checksum",
                Integer.toString(checksum),
                "seqId",
                "1")));
    }
}
