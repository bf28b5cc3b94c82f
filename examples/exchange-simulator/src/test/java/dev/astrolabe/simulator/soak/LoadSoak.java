package dev.astrolabe.simulator.soak;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients that follow live order books of a simulator in another process, and what that takes. Arguments: seconds, symbols, clients,
 * books of each client; 600 50 20 50 where they are absent. It fails if a book never comes or stops.
 *
 * <p>The lag of a book is from the venue's time of a movement until this process finds it in the book, which it looks at every five
 * milliseconds.
 */
final class LoadSoak implements AutoCloseable {

    private static final long LOOK_MILLIS = 5;
    private static final long SEED = 42;
    private static final Duration STOPPED = Duration.ofSeconds(10);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Process server;
    private final BufferedReader answers;
    private final Writer questions;
    private final List<ExchangeClient> clients = new ArrayList<>();
    private final List<Followed> books = new ArrayList<>();
    private final Lags lags = new Lags();

    private static final class Followed {
        private final LiveOrderBook book;
        private Instant newest = Instant.MIN;
        private long missing;

        private Followed(LiveOrderBook book) {
            this.book = book;
        }
    }

    private LoadSoak(int symbols) throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakServer.class.getName(),
                        Integer.toString(symbols),
                        Long.toString(SEED))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = server.inputReader(StandardCharsets.UTF_8);
        questions = server.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Runs and reports.
     *
     * @param args seconds, symbols, clients, books of each client
     */
    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        int seconds = number(args, 0, 600);
        boolean good;
        try (LoadSoak soak = new LoadSoak(number(args, 1, 50))) {
            soak.open(number(args, 2, 20), number(args, 3, 50));
            good = soak.run(seconds);
        }
        System.exit(good ? 0 : 1);
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private void open(int count, int booksOfEach) throws IOException {
        String[] urls = answers.readLine().split(" ", -1);
        for (int i = 0; i < count; i++) {
            ExchangeClient client = Exchanges.open(ExchangeConfig.builder("asterdex")
                    .option("baseUrl", urls[0])
                    .option("streamUrl", urls[1])
                    .build());
            clients.add(client);
            List<Instrument> listed = client.instruments().all();
            for (int j = 0; j < booksOfEach; j++) {
                Instrument instrument = listed.get((i * booksOfEach + j) % listed.size());
                LiveOrderBook book = client.marketStreams().orderBook(instrument.symbol(), StreamOptions.DEFAULT);
                books.add(new Followed(book));
            }
        }
        out.println(count + " clients follow " + books.size() + " live books");
    }

    /** A fifth of the time is for warming up; what is used is told of the rest. */
    private boolean run(int seconds) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        follow(begin + TimeUnit.SECONDS.toNanos(seconds) / 5, false);
        ProcessUsage serverBefore = serverUsage();
        ProcessUsage clientsBefore = ProcessUsage.now();
        long warm = System.nanoTime();
        follow(begin + TimeUnit.SECONDS.toNanos(seconds), true);
        double measured = (System.nanoTime() - warm) / 1e9;
        ProcessUsage serverAfter = serverUsage();
        ProcessUsage clientsAfter = ProcessUsage.now();

        out.printf(
                "measured for %.0f s: %d new books seen, %.0f a second%n",
                measured, lags.count(), lags.count() / measured);
        out.printf(
                "lag p50 %d ms, p90 %d ms, p99 %d ms, p99.9 %d ms%n",
                lags.percentile(50), lags.percentile(90), lags.percentile(99), lags.percentile(99.9));
        out.println("simulator: " + serverAfter.since(serverBefore, measured));
        out.println("clients: " + clientsAfter.since(clientsBefore, measured));
        long missing = books.stream().mapToLong(book -> book.missing).sum();
        out.println("looks at which a book was missing, because it was being seeded: " + missing);
        Instant stopped = Instant.now().minus(STOPPED);
        long behind =
                books.stream().filter(book -> book.newest.isBefore(stopped)).count();
        out.println("books that stand still: " + behind);
        return behind == 0;
    }

    private ProcessUsage serverUsage() throws IOException {
        questions.write("usage\n");
        questions.flush();
        return ProcessUsage.parse(answers.readLine());
    }

    private void follow(long until, boolean counts) throws InterruptedException {
        while (System.nanoTime() < until) {
            for (Followed followed : books) {
                look(followed, counts);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void look(Followed followed, boolean counts) {
        OrderBook book = followed.book.book(1).orElse(null);
        if (book == null) {
            followed.missing += counts ? 1 : 0;
            return;
        }
        if (book.time().isAfter(followed.newest)) {
            followed.newest = book.time();
            if (counts) {
                lags.add(Duration.between(book.time(), Instant.now()).toMillis());
            }
        }
    }

    /** Clients before their server, which ends with its input. */
    @Override
    public void close() throws IOException {
        clients.forEach(ExchangeClient::close);
        questions.close();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
