package dev.astrolabe.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.benchmarks.Comparison;
import dev.astrolabe.benchmarks.Effort;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemorySuiteTest {

    @Test
    void books_of_a_server_are_followed_and_weighed() throws Exception {
        List<Comparison> comparisons = new MemorySuite().measure(Effort.SMOKE);

        assertThat(comparisons)
                .hasSize(2)
                .allSatisfy(comparison -> assertThat(comparison.figures()).allMatch(figure -> figure.median() > 0));
        assertThat(comparisons.get(0).notes()).singleElement().asString().doesNotContain(": 0 bytes");
    }
}
