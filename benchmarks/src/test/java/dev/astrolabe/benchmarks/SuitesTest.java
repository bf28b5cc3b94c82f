package dev.astrolabe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.benchmarks.JmhSuite.Work;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class SuitesTest {

    @Test
    void have_names_of_their_own_in_lower_case() {
        List<String> names = Suites.all().stream().map(Suite::name).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9-]*"));
    }

    @Test
    void name_methods_and_contestants_that_are_there() {
        for (Suite suite : Suites.all()) {
            if (suite instanceof JmhSuite jmh) {
                jmh.works().forEach(SuitesTest::check);
            }
        }
    }

    private static void check(Work work) {
        List<String> benchmarks = Arrays.stream(work.type().getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .toList();
        assertThat(benchmarks).as(work.title()).containsAll(work.contestants().keySet());
        work.goals()
                .forEach(goal -> assertThat(work.contestants().values())
                        .as(work.title())
                        .contains(goal.dividend(), goal.divisor()));
    }
}
