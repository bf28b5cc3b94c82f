package dev.astrolabe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.benchmarks.Comparison.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void the_median_of_an_odd_number_of_values_is_their_middle() {
        assertThat(Figure.of("one", List.of(7.0, 1.0, 4.0))).isEqualTo(new Figure("one", 4, 1, 7, -1));
    }

    @Test
    void the_median_of_an_even_number_of_values_is_the_mean_of_the_two_middles() {
        assertThat(Figure.of("one", List.of(8.0, 1.0, 5.0, 2.0))).isEqualTo(new Figure("one", 3.5, 1, 8, -1));
    }

    @Test
    void one_value_is_its_own_median() {
        assertThat(Figure.of("one", List.of(3.0))).isEqualTo(new Figure("one", 3, 3, 3, -1));
    }
}
