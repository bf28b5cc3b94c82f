package dev.astrolabe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Machine MACHINE = new Machine("Processor X", 2, "VM 17", "Linux amd64", "2026-03-01");
    private static final Comparison COMPARISON = new Comparison(
            "signing",
            "µs",
            List.of(new Figure("ours", 20, 19.5, 21, 3_000), new Figure("peer", 200, 150, 1_234.4, 272_000)),
            List.of(Goal.timesAsFast("ours", "peer", 8), Goal.within("ours", "peer", 0.05)),
            List.of("A note."));

    @Test
    void tells_medians_ratios_and_whether_goals_are_reached() {
        String page = Report.of(List.of(new SuiteResult("sign", MACHINE, List.of(COMPARISON))));

        assertThat(page)
                .contains("| signing | peer / ours ≥ 8 | 10 | reached |")
                .contains("| signing | ours / peer ≤ 0.0500 | 0.10 | **not reached** |")
                .contains("2026-03-01, Processor X, 2 cores, VM 17, Linux amd64")
                .contains("| ours | 20 | 19.5–21 | 1 | 3 kB |")
                .contains("| peer | 200 | 150–1,234 | 10 | 272 kB |")
                .contains("\nA note.\n");
    }

    @Test
    void a_goal_about_nobody_is_told() {
        assertThatThrownBy(() -> COMPARISON.ratio(Goal.within("ours", "nobody", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nobody'")
                .hasMessageContaining("[ours, peer]");
    }

    @Test
    void keeps_the_figures_of_suites_that_are_not_measured_again(@TempDir Path folder) throws Exception {
        Results results = new Results(folder.resolve("results"));
        SuiteResult result = new SuiteResult("sign", MACHINE, List.of(COMPARISON));

        results.keep(result);

        assertThat(new Results(folder.resolve("results")).of("sign")).contains(result);
        assertThat(results.of("other")).isEmpty();
    }
}
