package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Two connections bring the same numbers, each in order and each with a delay of its own; the new one begins somewhere behind
 * what the old one had brought when it was asked for.
 */
class HandoverProperties {

    private static final StreamOptions OPTIONS =
            new StreamOptions(1000, OverflowPolicy.DROP_OLDEST, Duration.ofDays(1));
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Property(tries = 300)
    void each_number_comes_once_and_in_order(
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 20) int before,
            @ForAll @IntRange(min = 1, max = 20) int late,
            @ForAll @IntRange(min = 0, max = 60) int steps)
            throws InterruptedException {
        try (Bench bench = new Bench()) {
            int begin = before + late;
            int old = 0;
            int next = begin - 1;
            while (old < before) {
                bench.handover.fromOld(bench.channel, Integer.toString(++old), NOW);
            }
            bench.handover.asked(bench.channel);
            bench.handover.confirmed(bench.channel, NOW);
            for (int step = 0; step < steps || old < begin - 1; step++) {
                if (random.nextBoolean()) {
                    bench.handover.fromOld(bench.channel, Integer.toString(++old), NOW);
                } else {
                    bench.handover.fromNext(bench.channel, Integer.toString(++next), NOW);
                }
                bench.handover.tick(NOW.plus(OVERLAP).minusMillis(1));
            }
            bench.handover.tick(NOW.plus(OVERLAP));
            if (random.nextBoolean()) {
                bench.handover.finish(NOW.plus(OVERLAP));
            } else {
                bench.handover.fromOld(bench.channel, Integer.toString(old + 1), NOW);
            }
            int last = Math.max(old, next) + 5;
            while (next < last) {
                bench.handover.fromNext(bench.channel, Integer.toString(++next), NOW);
            }

            bench.events.await(StreamFixture.PATIENCE, Integer.toString(last)::equals);
            List<String> expected = new ArrayList<>(List.of("live"));
            IntStream.rangeClosed(1, last).mapToObj(Integer::toString).forEach(expected::add);
            assertThat(bench.events.all()).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void whatever_is_missing_when_the_old_connection_dies_is_told(
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 20) int before,
            @ForAll @IntRange(min = 1, max = 20) int late,
            @ForAll @IntRange(min = 0, max = 60) int steps)
            throws InterruptedException {
        try (Bench bench = new Bench()) {
            int begin = before + late;
            int old = before;
            int next = begin - 1;
            IntStream.rangeClosed(1, before)
                    .forEach(number -> bench.handover.fromOld(bench.channel, Integer.toString(number), NOW));
            bench.handover.asked(bench.channel);
            bench.handover.confirmed(bench.channel, NOW);
            for (int step = 0; step < steps; step++) {
                if (random.nextBoolean()) {
                    bench.handover.fromOld(bench.channel, Integer.toString(++old), NOW);
                } else {
                    bench.handover.fromNext(bench.channel, Integer.toString(++next), NOW);
                }
            }
            bench.handover.oldEnded(List.of(bench.channel), "it died", NOW.plusMillis(1));
            int last = Math.max(old, next) + 5;
            while (next < last) {
                bench.handover.fromNext(bench.channel, Integer.toString(++next), NOW);
            }

            bench.events.await(StreamFixture.PATIENCE, Integer.toString(last)::equals);
            List<String> heard = bench.events.all();
            List<Integer> numbers = heard.stream()
                    .filter(event -> !event.equals("live") && !event.startsWith("gap"))
                    .map(Integer::valueOf)
                    .toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            if (numbers.size() < last) {
                assertThat(heard).contains("gap: it died");
            }
        }
    }

    /** A live channel with a listener, and no connection behind it. */
    private static final class Bench implements AutoCloseable {
        private final Workers workers = new Workers("handover");
        private final Recorder<String> events = new Recorder<>();
        private final Channel channel;
        private final Handover handover;

        Bench() {
            SocketOptions options = SocketOptions.builder().build();
            PlainStreams protocol = new PlainStreams(() -> "", options.clock());
            StreamLog log = new StreamLog("Plain");
            HubLoop loop = new HubLoop("never-started", () -> {}, () -> {}, log);
            HubContext hub = new HubContext(protocol, options, loop, workers, new Sockets(options, loop, workers), log);
            channel = new Channel("a", options);
            channel.add(
                    new StreamSubscription<>(
                            StreamSubscription.Wanted.of("a"), new Echo(), OPTIONS, false, events, hub, closed -> {}),
                    NOW);
            channel.goLive(NOW);
            handover = new Handover(new Connection(hub, new Line(hub, ""), "", NOW), OVERLAP, "it is old");
        }

        @Override
        public void close() {
            workers.close();
        }
    }
}
