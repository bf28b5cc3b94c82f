package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.transport.BookChange;
import dev.astrolabe.exchange.transport.BookUnits;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.okx.model.OkxBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A feed beside one to which the same messages come with an escaped letter, which only the plain reader takes: both keep the same book and
 * find the same faults. A third book is kept in neutral terms.
 */
class BookReaderTest {

    private static final Json JSON = new Json();
    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);
    private static final int ALL = 10_000;
    private static final int MESSAGES = 12_000;
    private static final int MUTANTS = 10_000;

    private final Random random = new Random(8447);

    static Stream<Instrument> instruments() {
        return Stream.of(Samples.linearSwap(), Samples.inverseSwap());
    }

    private String side(boolean bids, boolean bare) {
        List<String> levels = new ArrayList<>();
        for (int i = random.nextInt(15); i > 0; i--) {
            int away = 1 + (int) Math.abs(random.nextGaussian() * 30);
            boolean crosses = random.nextInt(400) == 0;
            BigDecimal price = BigDecimal.valueOf(84_460 + (bids == crosses ? away : -away), 1);
            String text = random.nextInt(3) > 0
                    ? price.stripTrailingZeros().toPlainString()
                    : price + "0".repeat(random.nextInt(2));
            String size = random.nextInt(5) == 0 ? "0" : decimal(1 + random.nextInt(10_000), random.nextInt(3));
            levels.add(
                    bare
                            ? "[" + text + "," + size + ",0,3]"
                            : "[\"" + text + "\",\"" + size + "\",\"0\",\"" + random.nextInt(20) + "\"]");
        }
        return "[" + String.join(",", levels) + "]";
    }

    private static String decimal(int digits, int scale) {
        return BigDecimal.valueOf(digits, scale).toPlainString();
    }

    private String frame(String action, long previous, long last, String bids, String asks) {
        String checksum = switch (random.nextInt(20)) {
            case 0 -> "";
            case 1 -> "\"checksum\":\"\",";
            default -> "\"checksum\":0,";
        };
        return "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},\"action\":\"" + action
                + "\",\"data\":[{\"asks\":" + asks + ",\"bids\":" + bids + ",\"ts\":\"" + (1_790_000_000_000L + last)
                + "\"," + checksum + "\"prevSeqId\":" + previous + ",\"seqId\":" + last + "}]}";
    }

    private String update(long previous, long last) {
        boolean bare = random.nextInt(20) == 0;
        String text = frame("update", previous, last, side(true, bare), side(false, bare));
        // At times as no reader of numbers takes it.
        return random.nextInt(12) == 0
                ? text.replaceFirst("\\[\\[", "[[\"12345678901234567890.5\",\"1\",\"0\",\"1\"],[")
                : text;
    }

    private String snapshot(long last) {
        return frame("snapshot", -1, last, "[[\"8000\",\"10\",\"0\",\"1\"]]", "[[\"9000.5\",\"3\",\"0\",\"1\"]]");
    }

    private static String escaped(String text) {
        return text.replace("\"books\"", "\"b\\u006foks\"");
    }

    private static OkxBook row(String text) throws IOException {
        JsonNode data = JSON.tree(text).path("data").path(0);
        return Push.Reading.ofObject(OkxBook::new).read(Row.of(data));
    }

    /** What the feed throws, or nothing. */
    private static String fault(BookFeed feed, String text) {
        try {
            feed.data(text, NOW, any -> {});
            return "";
        } catch (IOException | RuntimeException e) {
            return e.getClass() + " "
                    + String.valueOf(e.getMessage()).replaceAll("(?s)\\n.*|\\\\u006f|column: \\d+|byte.*", "");
        }
    }

    private static BookFeed feed(Instrument instrument, LocalBook book) {
        return new BookFeed(instrument, book, JSON, () -> {
            throw new IllegalStateException("no snapshot over REST");
        });
    }

    private static LocalBook book(Instrument instrument) {
        return new LocalBook(instrument.symbol(), MarketMapper.units(instrument));
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void keeps_the_book_that_rows_keep(Instrument instrument) throws IOException {
        BookUnits units = MarketMapper.units(instrument);
        LocalBook kept = book(instrument);
        LocalBook plain = book(instrument);
        LocalBook neutral = new LocalBook(instrument.symbol());
        BookFeed feed = feed(instrument, kept);
        BookFeed plainFeed = feed(instrument, plain);
        BookReader reader = new BookReader();
        long number = -1;
        int fast = 0;
        for (int i = 0; i < MESSAGES; i++) {
            if (number < 0) {
                number = random.nextInt(1_000);
                feed = feed(instrument, kept);
                plainFeed = feed(instrument, plain);
                String first = snapshot(number);
                feed.data(first, NOW, any -> {});
                plainFeed.data(escaped(first), NOW, any -> {});
                neutral.seed(MarketMapper.orderBook(row(first), instrument));
            }
            long previous = number + (random.nextInt(100) == 0 ? random.nextInt(3) - 1 : 0);
            number = previous + random.nextInt(4);
            String text = update(previous, number);
            fast += reader.read(text) ? 1 : 0;
            assertThat(reader.read(escaped(text))).isFalse();

            String fault = fault(feed, text);

            assertThat(fault).isEqualTo(fault(plainFeed, escaped(text)));
            int depth = random.nextInt(10) == 0 ? ALL : 5;
            Optional<OrderBook> shown = kept.book(depth);
            assertThat(shown).isEqualTo(plain.book(depth));
            if (fault.isEmpty()) {
                OkxBook row = row(text);
                neutral.apply(new BookChange(
                        number,
                        number,
                        previous,
                        MarketMapper.levels(row.bids(), units),
                        MarketMapper.levels(row.asks(), units),
                        row.time()));
                assertThat(shown).isEqualTo(neutral.book(depth));
            } else {
                number = -1;
            }
        }
        assertThat(fast).isGreaterThan(MESSAGES / 2);
    }

    /** A message with a few other letters is left to the plain reader, or means the same to both. */
    @Test
    void finds_the_faults_of_a_mutated_message_that_rows_have() throws IOException {
        Instrument instrument = Samples.inverseSwap();
        BookReader reader = new BookReader();
        int fast = 0;
        for (int i = 0; i < MUTANTS; i++) {
            LocalBook kept = book(instrument);
            LocalBook plain = book(instrument);
            BookFeed feed = feed(instrument, kept);
            BookFeed plainFeed = feed(instrument, plain);
            feed.data(snapshot(10), NOW, any -> {});
            plainFeed.data(snapshot(10), NOW, any -> {});
            String text = mutated(update(10, 12));
            fast += reader.read(text) ? 1 : 0;

            assertThat(fault(feed, text)).as(text).isEqualTo(fault(plainFeed, escaped(text)));

            assertThat(kept.book(ALL)).as(text).isEqualTo(plain.book(ALL));
        }
        assertThat(fast).isBetween(MUTANTS / 20, MUTANTS * 3 / 4);
    }

    private String mutated(String text) {
        String letters = "\"0123456789.,-+eE[]{}:n upst\\";
        // Behind the name of the channel, where the escape is.
        int head = text.indexOf("\"action\"");
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = head + random.nextInt(mutant.length() - head);
            char letter = letters.charAt(random.nextInt(letters.length()));
            switch (random.nextInt(4)) {
                case 0 -> mutant.deleteCharAt(at);
                case 1 -> mutant.insert(at, letter);
                case 2 -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + random.nextInt(40))));
                default -> mutant.setCharAt(at, letter);
            }
        }
        return mutant.toString();
    }

    @Test
    void a_book_with_checksums_is_kept_as_the_venue_wrote_it() throws IOException {
        Instrument instrument = Samples.linearSwap();
        LocalBook kept = book(instrument);
        BookFeed feed = feed(instrument, kept);
        feed.data(
                snapshot(10)
                        .replaceAll("\"checksum\":[^,]*,", "")
                        .replace("\"ts\"", "\"checksum\":" + crc("8000:10:9000.5:3") + ",\"ts\""),
                NOW,
                any -> {});

        // One that tells none comes between, and counts.
        feed.data(frame("update", 10, 11, "[[\"8000.10\",\"1\",\"0\",\"1\"]]", "[]"), NOW, any -> {});
        String told = frame("update", 11, 12, "[]", "[[\"9000.5\",\"4.0\",\"0\",\"1\"]]")
                .replaceAll("\"checksum\":[^,]*,", "")
                .replace("\"ts\"", "\"checksum\":" + crc("8000.10:1:9000.5:4.0:8000:10") + ",\"ts\"");
        feed.data(told, NOW, any -> {});

        assertThat(kept.book(1).orElseThrow().sequence()).isEqualTo(12);
    }

    private static int crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }
}
