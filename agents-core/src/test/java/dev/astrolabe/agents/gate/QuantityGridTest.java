package dev.astrolabe.agents.gate;

import static dev.astrolabe.agents.gate.GateFixture.bd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityGridTest {

    private static StepFilter filter(String min, String max, String step) {
        return new StepFilter(bd(min), bd(max), bd(step));
    }

    private static QuantityGrid grid(StepFilter... filters) {
        return QuantityGrid.of(List.of(filters)).orElseThrow();
    }

    @Test
    void rounds_down_to_a_step_that_all_filters_have() {
        QuantityGrid grid = grid(filter("0.004", "0", "0.004"), filter("0.006", "0", "0.006"));

        assertThat(grid.floor(bd("0.035")).orElseThrow()).isEqualByComparingTo("0.024");
        assertThat(grid.least().orElseThrow()).isEqualByComparingTo("0.012");
        assertThat(grid.floor(bd("0.011"))).isEmpty();
    }

    @Test
    void counts_steps_from_the_least_value_of_each() {
        // 1, 4, 7, 10, 13, ... and 2, 7, 12, ... meet at 7, 22, 37.
        QuantityGrid grid = grid(filter("1", "0", "3"), filter("2", "0", "5"));

        assertThat(grid.floor(bd("21")).orElseThrow()).isEqualByComparingTo("7");
        assertThat(grid.floor(bd("22")).orElseThrow()).isEqualByComparingTo("22");
        assertThat(grid.floor(bd("6"))).isEmpty();
    }

    @Test
    void is_absent_where_steps_never_meet() {
        assertThat(QuantityGrid.of(List.of(filter("1", "0", "2"), filter("2", "0", "2"))))
                .isEmpty();
    }

    @Test
    void keeps_the_largest_value_of_all() {
        QuantityGrid grid = grid(filter("0.1", "5.05", "0.1"), filter("0.1", "90", "0.1"));

        assertThat(grid.floor(bd("7")).orElseThrow()).isEqualByComparingTo("5.0");
    }

    @Test
    void has_nothing_where_the_least_is_above_the_largest() {
        QuantityGrid grid = grid(filter("6", "0", "1"), filter("1", "5", "1"));

        assertThat(grid.least()).isEmpty();
        assertThat(grid.floor(bd("10"))).isEmpty();
        assertThat(grid.largest(bd("10"), any -> true)).isEmpty();
    }

    @Test
    void finds_the_largest_that_fits_exactly() {
        QuantityGrid grid = grid(filter("0.001", "0", "0.001"));
        BigDecimal bound = bd("1");

        assertThat(grid.largest(
                                bd("1000000"),
                                quantity -> quantity.multiply(bd("3")).compareTo(bound) <= 0)
                        .orElseThrow())
                .isEqualByComparingTo("0.333");
        assertThat(grid.largest(bd("0.2"), quantity -> true).orElseThrow()).isEqualByComparingTo("0.2");
        assertThat(grid.largest(bd("5"), quantity -> false)).isEmpty();
    }

    @Test
    void without_a_step_it_leaves_a_quantity_as_it_is() {
        QuantityGrid grid = grid(StepFilter.NONE);

        assertThat(grid.floor(bd("0.123456789012345678")).orElseThrow()).isEqualByComparingTo("0.123456789012345678");
        assertThat(grid.largest(bd("5"), quantity -> quantity.compareTo(bd("1.5")) <= 0)
                        .orElseThrow())
                .isEqualByComparingTo("1.5");
    }
}
