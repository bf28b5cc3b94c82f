package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A thousand lost connections in real time, five at once and as short after each other as they can be made. */
class StreamSoakTest {

    private static final int CONNECTIONS = 5;
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 20;
    /** Reader, writer, address and mailbox, and what is still idle of those before, here and in the server. */
    private static final int THREADS_A_CONNECTION = 8;
    /** A machine short of time may lose a connection before it is live, which is then tried again. */
    private static final int LOST_WHILE_OPENING = 10;

    /** What the process holds. */
    private record Level(int threads, long files, long heapKilobytes) {
        boolean isWithin(Level bound) {
            return threads <= bound.threads && files <= bound.files && heapKilobytes <= bound.heapKilobytes;
        }
    }

    @Test
    void a_thousand_reconnects_leave_threads_files_and_heap_as_they_were() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        AtomicInteger gaps = new AtomicInteger();
        Level start = level();
        Level warm = start;
        try (StreamServer server = new StreamServer(clock)) {
            StreamHub hub = new StreamHub(new PlainStreams(server::url, clock), options(clock));
            List<Subscription> all = List.of("a", "b", "c", "d", "e").stream()
                    .map(channel -> hub.subscribe(channel, new Counting(gaps), patient(), new Recorder<>()))
                    .toList();
            awaitLive(all, server);
            for (int i = 1; i <= ROUNDS; i++) {
                server.forget();
                server.cutAll();
                int expected = i * CONNECTIONS;
                Eventually.await("interruption " + i, () -> gaps.get() >= expected);
                awaitLive(all, server);
                if (i == WARM_UP) {
                    warm = level();
                }
            }
            Level bound = new Level(
                    start.threads() + THREADS_A_CONNECTION * CONNECTIONS,
                    warm.files() + 2,
                    warm.heapKilobytes() + 4096);
            // The last connections may be on their way out yet.
            Eventually.await("nothing left over, " + start + ", " + bound, () -> level().isWithin(bound));
            hub.close();
            Eventually.await("no connection", () -> server.openConnections() == 0);
            int needed = (ROUNDS + 1) * CONNECTIONS;
            assertThat(server.connections()).isBetween(needed, needed + LOST_WHILE_OPENING);
        }

        long files = start.files() + 3;
        Eventually.await("files closed", () -> level().files() <= files);
    }

    private static SocketOptions options(Clock clock) {
        return SocketOptions.builder()
                .clock(clock)
                .maxChannels(1)
                .backoff(Duration.ofMillis(1))
                .maxBackoff(Duration.ofMillis(1))
                .messagePause(Duration.ofMillis(1))
                .build();
    }

    private static StreamOptions patient() {
        return new StreamOptions(16, OverflowPolicy.DROP_OLDEST, Duration.ofDays(1));
    }

    private static void awaitLive(List<Subscription> all, StreamServer server) {
        Eventually.await("live", () -> all.stream().allMatch(each -> each.state() == ConnectionState.LIVE));
        Eventually.await("only those", () -> server.openConnections() == CONNECTIONS);
    }

    private static final class Counting extends Echo {
        private final AtomicInteger gaps;

        Counting(AtomicInteger gaps) {
            this.gaps = gaps;
        }

        @Override
        public void live(Interruption interruption, Consumer<? super String> out) {
            if (interruption != null) {
                gaps.incrementAndGet();
            }
        }
    }

    private static Level level() {
        Assumptions.assumeTrue(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean,
                "open files are counted on Unix alone");
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return new Level(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount(),
                (runtime.totalMemory() - runtime.freeMemory()) / 1024);
    }
}
