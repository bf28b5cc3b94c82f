package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever lies where, every row comes once and in order. */
class NewestFirstProperties {

    private static final int LARGEST = 5;

    private record Row(long time, int id) {}

    private int requests;

    /** The venue's list: newest first, a page at a time. */
    private NewestFirst<Row> history(List<Row> rows) {
        List<Row> newestFirst = rows.stream()
                .sorted(Comparator.comparingLong(Row::time)
                        .thenComparing(Row::id)
                        .reversed())
                .toList();
        NewestFirst.Source<Row> source = (begin, end, older) -> {
            requests++;
            return newestFirst.stream()
                    .filter(row -> row.time() >= begin && row.time() <= end)
                    .filter(row -> isOlder(row, older, newestFirst))
                    .limit(LARGEST)
                    .toList();
        };
        return new NewestFirst<>(source, Row::time, row -> Integer.toString(row.id()), LARGEST);
    }

    private static boolean isOlder(Row row, Optional<Row> cursor, List<Row> all) {
        return cursor.isEmpty() || all.indexOf(row) > all.indexOf(cursor.get());
    }

    @Property(tries = 300)
    void every_row_comes_once_and_in_order(
            @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> times,
            @ForAll @IntRange(min = 1, max = 8) int limit) {
        List<Row> rows = new ArrayList<>();
        times.forEach(time -> rows.add(new Row(1_000 + time, rows.size())));
        NewestFirst<Row> history = history(rows);
        HistoryQuery query = HistoryQuery.all().toBuilder()
                .from(Instant.ofEpochMilli(1_100))
                .to(Instant.ofEpochMilli(1_350))
                .limit(limit)
                .build();

        List<Row> read = Page.stream(query, each -> history.read(each, Instant.EPOCH, Instant.ofEpochMilli(9_999)))
                .toList();

        assertThat(read)
                .isEqualTo(rows.stream()
                        .filter(row -> row.time() >= 1_100 && row.time() <= 1_350)
                        .sorted(Comparator.comparingLong(Row::time).thenComparing(Row::id))
                        .toList());
    }

    @Property(tries = 50)
    void a_list_that_fits_into_a_page_takes_one_request(
            @ForAll @Size(max = 4) List<@IntRange(max = 400) Integer> times) {
        List<Row> rows = new ArrayList<>();
        times.forEach(time -> rows.add(new Row(1_000 + time, rows.size())));
        requests = 0;

        Page<Row> page = history(rows).read(HistoryQuery.all(), Instant.EPOCH, Instant.ofEpochMilli(9_999));

        assertThat(page.items()).hasSameSizeAs(rows);
        assertThat(page.next()).isEmpty();
        assertThat(requests).isEqualTo(1);
    }
}
