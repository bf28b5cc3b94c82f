package dev.astrolabe.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.session.Performance;
import dev.astrolabe.agents.session.SessionReport;
import dev.astrolabe.agents.session.SessionState;
import dev.astrolabe.benchmarks.Comparison;
import dev.astrolabe.benchmarks.Effort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    @TempDir
    Path folder;

    @Test
    void agents_trade_on_the_candles_that_are_measured() throws Exception {
        CandleFiles.write(folder, 0, 10_080);

        SessionReport report = Replay.run(List.of(CandleFiles.file(folder, 0)));

        assertThat(report.state()).isEqualTo(SessionState.STOPPED);
        assertThat(report.steps()).isEqualTo(10_080);
        assertThat(report.agents().stream().mapToInt(Performance::trades).sum()).isPositive();
    }

    @Test
    void each_number_of_symbols_has_a_figure() throws Exception {
        List<Comparison> comparisons = new ReplaySuite().measure(Effort.SMOKE);

        assertThat(comparisons.get(0).figures())
                .extracting(Comparison.Figure::contestant)
                .containsExactly("1 symbol", "10 symbols");
        assertThat(comparisons)
                .allSatisfy(comparison -> assertThat(comparison.figures()).allMatch(figure -> figure.median() > 0));
    }
}
