package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StepFilterProperties {

    /** Any step, a least value that need not be a multiple of it, and room for at least one step, or no bound at all. */
    @Provide
    Arbitrary<StepFilter> filters() {
        Arbitrary<BigDecimal> step = positive(10, 5_000);
        Arbitrary<BigDecimal> min = Arbitraries.oneOf(Arbitraries.just(BigDecimal.ZERO), positive(10, 1_000_000));
        Arbitrary<Integer> room = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(step, min, room)
                .as((s, m, steps) -> new StepFilter(
                        m, steps == 0 ? BigDecimal.ZERO : m.add(s.multiply(new BigDecimal(steps + ".3"))), s));
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return positive(12, 1_000_000_000);
    }

    private static Arbitrary<BigDecimal> positive(int maxScale, int maxUnscaled) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, maxUnscaled),
                        Arbitraries.integers().between(0, maxScale))
                .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale));
    }

    private static boolean passes(StepFilter filter, BigDecimal value) {
        return value.signum() > 0
                && value.compareTo(filter.min()) >= 0
                && (filter.max().signum() == 0 || value.compareTo(filter.max()) <= 0)
                && filter.onStep(value);
    }

    @Property
    void floor_is_valid_and_never_above_the_wanted(
            @ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        Optional<BigDecimal> floor = filter.floor(wanted);

        floor.ifPresent(value -> {
            assertThat(value).isLessThanOrEqualTo(wanted);
            assertThat(passes(filter, value)).as(value + " passes " + filter).isTrue();
        });
    }

    @Property
    void floor_is_empty_only_where_nothing_valid_lies_below(
            @ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        BigDecimal least = filter.min().signum() > 0 ? filter.min() : filter.step();

        assertThat(filter.floor(wanted).isPresent()).isEqualTo(wanted.compareTo(least) >= 0);
    }

    @Property
    void nothing_valid_lies_between_floor_and_wanted(
            @ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        filter.floor(wanted).ifPresent(value -> {
            BigDecimal next = value.add(filter.step());
            assertThat(next.compareTo(wanted) <= 0 && passes(filter, next)).isFalse();
        });
    }

    @Property
    void nearest_valid_is_valid(@ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        BigDecimal value = filter.nearestValid(wanted);

        assertThat(passes(filter, value)).as(value + " passes " + filter).isTrue();
    }

    @Property
    void nearest_valid_has_no_nearer_neighbour(
            @ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        BigDecimal value = filter.nearestValid(wanted);
        BigDecimal distance = value.subtract(wanted).abs();

        for (BigDecimal other : new BigDecimal[] {value.add(filter.step()), value.subtract(filter.step())}) {
            assertThat(passes(filter, other) && other.subtract(wanted).abs().compareTo(distance) < 0)
                    .as(other + " is nearer to " + wanted + " than " + value)
                    .isFalse();
        }
    }

    @Property
    void what_is_valid_stays_as_it_is(@ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        BigDecimal valid = filter.nearestValid(wanted);

        assertThat(filter.nearestValid(valid)).isEqualByComparingTo(valid);
        assertThat(filter.floor(valid).orElseThrow()).isEqualByComparingTo(valid);
        assertThat(filter.up(valid)).isEqualByComparingTo(valid);
        assertThat(filter.down(valid)).isEqualByComparingTo(valid);
    }

    @Property
    void up_and_down_embrace_the_wanted_within_one_step(
            @ForAll("filters") StepFilter filter, @ForAll("amounts") BigDecimal wanted) {
        BigDecimal down = filter.down(wanted);
        BigDecimal up = filter.up(wanted);

        assertThat(down).isLessThanOrEqualTo(wanted);
        assertThat(up).isGreaterThanOrEqualTo(wanted);
        assertThat(up.subtract(down)).isLessThanOrEqualTo(filter.step());
        assertThat(filter.nearest(wanted))
                .satisfiesAnyOf(
                        value -> assertThat(value).isEqualByComparingTo(down),
                        value -> assertThat(value).isEqualByComparingTo(up));
    }
}
