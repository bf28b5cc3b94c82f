package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepFilterTest {

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static StepFilter filter(String min, String max, String step) {
        return new StepFilter(num(min), num(max), num(step));
    }

    @ParameterizedTest
    @CsvSource({"0.0015, 0.002", "0.0025, 0.002", "0.0016, 0.002", "0.0014, 0.001", "0.0004, 0.001", "-5, 0.001"})
    void nearest_valid_goes_to_the_even_step_on_a_tie_and_never_to_zero(String wanted, String nearest) {
        assertThat(filter("0", "0", "0.001").nearestValid(num(wanted))).isEqualByComparingTo(nearest);
    }

    @Test
    void steps_are_counted_from_the_least_value() {
        StepFilter filter = filter("0.7", "10", "0.5");

        assertThat(filter.onStep(num("1.2"))).isTrue();
        assertThat(filter.onStep(num("1.0"))).isFalse();
        assertThat(filter.floor(num("1.6")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1.2"));
        assertThat(filter.nearestValid(num("99"))).isEqualByComparingTo("9.7");
    }

    @Test
    void floor_is_empty_below_the_least_value() {
        assertThat(filter("0.001", "10", "0.001").floor(num("0.0009"))).isEmpty();
        assertThat(filter("0", "0", "0.001").floor(num("0.0009"))).isEmpty();
    }

    @Test
    void floor_is_capped_by_the_largest_value() {
        assertThat(filter("0.001", "9.999", "0.003").floor(num("50")).orElseThrow())
                .isEqualByComparingTo("9.997");
    }

    @Test
    void no_filter_lets_everything_pass() {
        assertThat(StepFilter.NONE.onStep(num("0.123456789"))).isTrue();
        assertThat(StepFilter.NONE.floor(num("0.123456789")).orElseThrow()).isEqualByComparingTo("0.123456789");
        assertThat(StepFilter.NONE.nearestValid(num("7"))).isEqualByComparingTo("7");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "0, -1, 0", "0, 0, -1"})
    void refuses_negative_parts(String min, String max, String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter(min, max, step))
                .withMessage("a step filter has no negative part: min " + min + ", max " + max + ", step " + step);
    }

    @Test
    void shows_small_steps_in_full() {
        assertThat(filter("0", "0", "0.0000000001")).hasToString("StepFilter[min=0, max=0, step=0.0000000001]");
    }
}
