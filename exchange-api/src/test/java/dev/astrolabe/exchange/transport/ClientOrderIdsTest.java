package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {

    private final ManualTime time = new ManualTime();

    @Test
    void serve_every_exchange() {
        RandomGenerator highest = () -> -1L;

        assertThat(new ClientOrderIds("prefix7", time, highest).next()).matches("prefix7[a-z0-9]{25}");
        assertThat(ClientOrderIds.system().next()).matches("[a-z0-9]{25}");
    }

    @Test
    void are_unique_among_threads() {
        RandomGenerator constant = () -> 0L;
        ClientOrderIds ids = new ClientOrderIds("", time, constant);
        Set<String> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());

        long fresh = IntStream.range(0, 50_000)
                .parallel()
                .filter(i -> seen.add(ids.next()))
                .count();

        assertThat(fresh).isEqualTo(50_000);
    }

    @Test
    void are_unique_among_processes_that_start_together() {
        Stream<String> ids = Stream.generate(() -> new ClientOrderIds("", time, new SecureRandom()))
                .limit(1_000)
                .map(ClientOrderIds::next);

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void sort_by_time() {
        ClientOrderIds ids = new ClientOrderIds("", time, () -> 5L);
        String first = ids.next();
        String second = ids.next();
        time.advance(Duration.ofMillis(1));

        assertThat(Stream.of(first, second, ids.next())).isSorted();
    }

    @Test
    void refuse_a_prefix_that_does_not_fit() {
        assertThatThrownBy(() -> new ClientOrderIds("prefix-x", time, () -> 0L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefix-x");
    }
}
