package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryPagingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();

    private record Row(long id, long time) {}

    /** A venue that, like the real one, refuses windows of seven days and more. */
    private static final class Rows implements IdHistory.Source<Row> {
        private final List<Row> rows = new ArrayList<>();
        private int requests;

        @Override
        public List<Row> window(long start, long end, int limit) {
            requests++;
            assertThat(end - start).isLessThan(7 * DAY);
            return rows.stream()
                    .filter(row -> row.time >= start && row.time <= end)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Row> fromId(long id, int limit) {
            requests++;
            return rows.stream().filter(row -> row.id >= id).limit(limit).toList();
        }
    }

    private static List<Row> readAll(Rows rows, HistoryQuery query) {
        IdHistory<Row> history = new IdHistory<>(rows, Row::id, Row::time);
        return Page.stream(query, each -> history.read(each, NOW)).toList();
    }

    @Property(tries = 200)
    void reads_every_row_once_and_in_order(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40 * 24) Integer> hoursBack,
            @ForAll @IntRange(min = 1, max = 9) int limit) {
        Rows rows = new Rows();
        List<Integer> sorted = hoursBack.stream().sorted((a, b) -> b - a).toList();
        for (int i = 0; i < sorted.size(); i++) {
            rows.rows.add(
                    new Row(100 + i, NOW.minus(Duration.ofHours(sorted.get(i))).toEpochMilli()));
        }
        HistoryQuery query = HistoryQuery.builder()
                .from(NOW.minus(Duration.ofDays(41)))
                .limit(limit)
                .build();

        assertThat(readAll(rows, query)).isEqualTo(rows.rows);
    }

    @Property(tries = 200)
    void reads_by_time_every_row_once_and_in_order(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 6) Integer> hoursBack,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        List<Row> rows = new ArrayList<>();
        List<Integer> sorted = hoursBack.stream().sorted((a, b) -> b - a).toList();
        for (int i = 0; i < sorted.size(); i++) {
            rows.add(new Row(i, NOW.minus(Duration.ofHours(sorted.get(i))).toEpochMilli()));
        }
        TimeHistory<Row> history = new TimeHistory<>(
                (start, end, most) -> rows.stream()
                        .filter(row -> row.time >= start && row.time <= end)
                        .limit(most)
                        .toList(),
                Row::time,
                row -> Long.toString(row.id),
                1000);
        HistoryQuery query = HistoryQuery.builder().limit(limit).build();

        List<Row> read = Page.stream(query, each -> history.read(each, NOW.minus(Duration.ofDays(1)), NOW))
                .toList();

        assertThat(read).isEqualTo(rows);
    }

    @Test
    void without_a_start_it_reads_the_last_seven_days_in_one_request() {
        Rows rows = new Rows();
        rows.rows.add(new Row(1, NOW.toEpochMilli() - 8 * DAY));
        rows.rows.add(new Row(2, NOW.toEpochMilli() - 6 * DAY));

        List<Row> read = readAll(rows, HistoryQuery.all());

        assertThat(read).containsExactly(rows.rows.get(1));
        assertThat(rows.requests).isEqualTo(1);
    }

    @Test
    void ends_where_it_was_told() {
        Rows rows = new Rows();
        for (int i = 0; i < 10; i++) {
            rows.rows.add(new Row(i, NOW.toEpochMilli() - 10_000 + i));
        }
        HistoryQuery query = HistoryQuery.builder()
                .from(NOW.minusSeconds(20))
                .to(Instant.ofEpochMilli(NOW.toEpochMilli() - 10_000 + 4))
                .limit(2)
                .build();

        assertThat(readAll(rows, query)).isEqualTo(rows.rows.subList(0, 5));
    }

    @Test
    void refuses_a_foreign_cursor() {
        HistoryQuery query = HistoryQuery.builder().cursor("page-7").build();

        assertThatThrownBy(() -> readAll(new Rows(), query))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("page-7");
    }
}
