package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.internal.MarketPayloads.Depth;
import dev.astrolabe.aster.internal.StreamPayloads.DepthEvent;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.transport.BookChange;
import dev.astrolabe.exchange.transport.BookUnits;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.LocalBook;
import dev.astrolabe.exchange.transport.LocalBook.Applied;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages read as numbers into a book in the venue's units, beside the same messages read as records into a book in neutral terms: the
 * books are the same, digit for digit.
 */
class DepthReaderTest {

    private static final Json JSON = new Json();
    private static final int ALL = 10_000;
    private static final int MESSAGES = 12_000;
    private static final int MUTANTS = 12_000;

    private final Random random = new Random(8446);
    private final DepthReader reader = new DepthReader();
    private int fast;

    /** A book whose price is a whole number of ticks around 1000. */
    private record Venue(Instrument instrument, int priceScale) {
        String price(Random random, boolean bid) {
            int away = 1 + (int) Math.abs(random.nextGaussian() * 30);
            boolean crosses = random.nextInt(400) == 0;
            return BigDecimal.valueOf(10_000 + (bid == crosses ? away : -away), priceScale)
                    .toPlainString();
        }
    }

    static Stream<Venue> venues() {
        return Stream.of(new Venue(Listings.btc(), 1), new Venue(Listings.pepe(), 7));
    }

    private String side(Venue venue, boolean bids, int most, boolean mixed) {
        List<String> levels = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String quantity = random.nextInt(5) == 0
                    ? "0.000"
                    : BigDecimal.valueOf(1 + random.nextInt(100_000), 3).toPlainString();
            String zeros = mixed ? "0".repeat(random.nextInt(3)) : "";
            String price = venue.price(random, bids) + zeros;
            levels.add("[\"" + price + "\",\"" + quantity + "\"]");
        }
        return "[" + String.join(",", levels) + "]";
    }

    private String event(Venue venue, long previous, long last) {
        boolean mixed = random.nextInt(10) == 0;
        String matched = random.nextInt(10) == 0 ? "" : "\"T\":" + (last + 1_700_000_000_000L) + ",";
        String text = "{\"e\":\"depthUpdate\",\"E\":1700000000123," + matched + "\"s\":\"BTCUSDT\",\"U\":" + last
                + ",\"u\":" + last + ",\"pu\":" + previous + ",\"b\":" + side(venue, true, 15, mixed) + ",\"a\":"
                + side(venue, false, 15, mixed) + "}";
        // At times as no reader of numbers takes it.
        return switch (random.nextInt(12)) {
            case 0 -> text.replace("\"0.000\"", "\"0E-3\"");
            case 1 -> text.replaceFirst("\\[\"", "[\"12345678901234567890.5\",\"1\"],[\"");
            default -> text;
        };
    }

    private static OrderBook snapshot(Venue venue, long number, BookUnits units) {
        Depth rows = new Depth(
                number,
                1_700_000_000_000L,
                null,
                List.of(List.of(BigDecimal.valueOf(9_000, venue.priceScale), BigDecimal.TEN)),
                List.of(List.of(BigDecimal.valueOf(11_000, venue.priceScale), BigDecimal.TEN)));
        return MarketMapper.orderBook(rows, venue.instrument.symbol(), units, Instant.EPOCH);
    }

    private static BookChange plain(String text, BookUnits units) throws IOException {
        DepthEvent event = JSON.readComplete(text, DepthEvent.class);
        BookChange change = StreamMapper.change(event);
        return new BookChange(
                change.first(),
                change.last(),
                change.previous(),
                MarketMapper.levels(event.b(), units),
                MarketMapper.levels(event.a(), units),
                change.time());
    }

    /** As the feed does it. */
    private Applied take(String text, LocalBook book) throws IOException {
        if (reader.read(text)) {
            fast++;
            return book.apply(reader.changes());
        }
        return book.apply(plain(text, BookUnits.AS_TOLD));
    }

    @ParameterizedTest
    @MethodSource("venues")
    void keeps_the_book_that_records_keep(Venue venue) throws IOException {
        BookUnits units = MarketMapper.units(venue.instrument);
        LocalBook kept = new LocalBook(venue.instrument.symbol(), units);
        LocalBook expected = new LocalBook(venue.instrument.symbol());
        long number = -1;
        for (int i = 0; i < MESSAGES; i++) {
            if (number < 0 || random.nextInt(200) == 0) {
                number = random.nextInt(1_000);
                kept.seed(snapshot(venue, number, BookUnits.AS_TOLD));
                expected.seed(snapshot(venue, number, units));
            }
            long previous = number + (random.nextInt(100) == 0 ? random.nextInt(3) - 1 : 0);
            number = previous + 1;
            String text = event(venue, previous, number);

            Applied verdict = take(text, kept);

            assertThat(verdict).isEqualTo(expected.apply(plain(text, units)));
            int depth = random.nextInt(10) == 0 ? ALL : 5;
            assertThat(kept.book(depth)).isEqualTo(expected.book(depth));
            if (verdict == Applied.BROKEN) {
                number = -1;
            }
        }
        assertThat(fast).isGreaterThan(MESSAGES / 2);
    }

    /** A message with a few other letters is left to the plain reader, or means the same to both. */
    @Test
    void reads_nothing_else_out_of_a_mutated_message() throws IOException {
        Venue venue = venues().iterator().next();
        BookUnits units = MarketMapper.units(venue.instrument);
        for (int i = 0; i < MUTANTS; i++) {
            String text = mutated(event(venue, 10, 11));
            LocalBook kept = new LocalBook(venue.instrument.symbol(), units);
            kept.seed(snapshot(venue, 10, BookUnits.AS_TOLD));
            if (reader.read(text)) {
                fast++;
                LocalBook expected = new LocalBook(venue.instrument.symbol());
                expected.seed(snapshot(venue, 10, units));
                assertThat(kept.apply(reader.changes())).as(text).isEqualTo(expected.apply(plain(text, units)));
                Optional<OrderBook> shown = kept.book(ALL);
                assertThat(shown).as(text).isEqualTo(expected.book(ALL));
            }
        }
        assertThat(fast).isBetween(MUTANTS / 20, MUTANTS * 3 / 4);
    }

    private String mutated(String text) {
        String letters = "\"0123456789.,-+eE[]{}:n uUbapT\\";
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(mutant.length());
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
}
