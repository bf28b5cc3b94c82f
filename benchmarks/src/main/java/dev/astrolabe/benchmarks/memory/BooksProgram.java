package dev.astrolabe.benchmarks.memory;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/**
 * Follows all books of a server and prints a line of numbers: messages a second and their characters, threads with one book and with
 * all of them, bytes allocated while it was measured, for how many seconds, and the bytes that a collection left at the end of each
 * tenth of that time.
 *
 * @since 0.1
 */
public final class BooksProgram {

    private static final int PARTS = 10;
    private static final int MOST_COUNTING_SECONDS = 10;
    private static final Duration BECOMES_LIVE = Duration.ofSeconds(60);

    private BooksProgram() {}

    /**
     * Runs the program.
     *
     * @param args the server's address, that of its streams, and how many seconds; a sixth of them is for warming up
     * @throws IOException if a book does not come, or stands still at the end
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        long seconds = Long.parseLong(args[2]);
        try (ExchangeClient client = Exchanges.open(ExchangeConfig.builder("asterdex")
                .option("baseUrl", args[0])
                .option("streamUrl", args[1])
                .build())) {
            System.out.println(follow(client, args[1], seconds));
        }
    }

    private static String follow(ExchangeClient client, String streamUrl, long seconds)
            throws IOException, InterruptedException {
        List<LiveOrderBook> books = new ArrayList<>();
        StringJoiner line = new StringJoiner(" ");
        List<String> symbols =
                client.instruments().all().stream().map(Instrument::venueSymbol).toList();
        Frames.Rate rate = Frames.rate(streamUrl, symbols, (int) Math.min(seconds, MOST_COUNTING_SECONDS));
        line.add(Double.toString(rate.messages())).add(Double.toString(rate.characters()));
        for (Instrument instrument : client.instruments().all()) {
            books.add(client.marketStreams().orderBook(instrument.symbol(), StreamOptions.DEFAULT));
            if (books.size() == 1) {
                requireLive(books.get(0));
                line.add(Integer.toString(threads()));
            }
        }
        for (LiveOrderBook book : books) {
            requireLive(book);
        }
        rest(seconds * 1_000 / 6);
        line.add(Integer.toString(threads()));
        Allocations allocations = Allocations.begin();
        heapAfterCollection();
        long begin = System.nanoTime();
        StringJoiner heaps = new StringJoiner(" ");
        long part = (seconds - seconds / 6) * 1_000 / PARTS;
        List<Long> before = books.stream().map(BooksProgram::sequence).toList();
        for (int i = 0; i < PARTS; i++) {
            rest(part);
            heaps.add(Long.toString(heapAfterCollection()));
        }
        // The collector tells of itself on a thread of its own.
        rest(500);
        double measured = (System.nanoTime() - begin) / 1e9;
        for (int i = 0; i < books.size(); i++) {
            if (sequence(books.get(i)) <= before.get(i)) {
                throw new IOException("book " + i + " stands still");
            }
        }
        return line.add(Long.toString(allocations.bytes()))
                .add(Double.toString(measured))
                .add(heaps.toString())
                .toString();
    }

    private static void requireLive(LiveOrderBook book) throws IOException, InterruptedException {
        if (!book.awaitLive(BECOMES_LIVE)) {
            throw new IOException(book + " did not come");
        }
    }

    private static long sequence(LiveOrderBook book) {
        return book.book(1).map(top -> top.sequence()).orElse(Long.MIN_VALUE);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void rest(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
