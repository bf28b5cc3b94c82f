package dev.astrolabe.benchmarks.memory;

import dev.astrolabe.benchmarks.ChildJvm;
import dev.astrolabe.benchmarks.Comparison;
import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.Effort;
import dev.astrolabe.benchmarks.Suite;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A client that follows two hundred books, each of which changes ten times a second, for half an hour.
 *
 * @since 0.1
 */
public final class MemorySuite implements Suite {

    private static final int BOOKS = 200;
    private static final int A_SECOND = 10;
    private static final double LARGEST_GROWTH = 1.1;
    private static final double MEGABYTE = 1e6;
    private static final int PARTS = 10;
    private static final int FIRST_HEAP = 6;

    /** The suite. */
    public MemorySuite() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Comparison> measure(Effort effort) throws IOException, InterruptedException {
        long seconds = switch (effort) {
            case SMOKE -> 6;
            case QUICK -> 60;
            case FULL -> 1_800;
        };
        int books = effort == Effort.SMOKE ? 20 : BOOKS;
        Process server = ChildJvm.start(BooksServer.class, List.of("-Xmx1g"), List.of(Integer.toString(books)));
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            String[] addresses = String.valueOf(out.readLine()).split(" ", -1);
            if (addresses.length != 2) {
                throw new IOException("the server of the books did not start");
            }
            String line = ChildJvm.run(
                    BooksProgram.class,
                    List.of("-Xmx512m"),
                    Duration.ofSeconds(seconds + 180),
                    List.of(addresses[0], addresses[1], Long.toString(seconds)));
            return comparisons(
                    books,
                    Arrays.stream(line.split(" ", -1)).map(Double::valueOf).toList());
        } finally {
            server.destroy();
        }
    }

    private static List<Comparison> comparisons(int books, List<Double> numbers) {
        double messages = numbers.get(0);
        double characters = numbers.get(1);
        double bytes = numbers.get(4);
        double seconds = numbers.get(5);
        List<Double> heaps = numbers.subList(FIRST_HEAP, FIRST_HEAP + PARTS).stream()
                .map(heap -> heap / MEGABYTE)
                .toList();
        String early = "in the first half";
        String late = "in the second half";
        String one = "1 book";
        String all = books + " books";
        return List.of(
                new Comparison(
                        "heap after collections, " + books + " books at " + A_SECOND + " changes a second for "
                                + Math.round(seconds / 60) + " min",
                        "MB",
                        List.of(
                                Figure.of(early, heaps.subList(0, PARTS / 2)),
                                Figure.of(late, heaps.subList(PARTS / 2, PARTS))),
                        List.of(Goal.within(late, early, LARGEST_GROWTH)),
                        List.of(String.format(
                                Locale.ROOT,
                                "%,.0f messages a second came, of %,.0f characters each; for each of them all threads together"
                                        + " allocated %,.0f bytes, with everything from the socket on.",
                                messages,
                                characters / messages,
                                bytes / seconds / messages))),
                new Comparison(
                        "threads of the JVM",
                        "threads",
                        List.of(Figure.of(one, numbers.subList(2, 3)), Figure.of(all, numbers.subList(3, 4))),
                        List.of(Goal.within(all, one, 2)),
                        List.of("The JVM's own are among them.")));
    }
}
