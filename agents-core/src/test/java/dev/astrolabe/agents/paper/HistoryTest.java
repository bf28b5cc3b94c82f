package dev.astrolabe.agents.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static History<Integer> history(int bound, int entries) {
        History<Integer> history = new History<>(bound, Instant::ofEpochSecond, HistoryTest::symbol);
        for (int i = 0; i < entries; i++) {
            history.add(i);
        }
        return history;
    }

    private static Symbol symbol(int entry) {
        return entry % 2 == 0 ? Sample.BTC : Sample.ETH;
    }

    private static HistoryQuery.Builder query() {
        return HistoryQuery.builder();
    }

    @Test
    void pages_cover_everything_once_in_order() {
        History<Integer> history = history(100, 25);

        List<Integer> read =
                Page.stream(query().limit(4).build(), history::page).toList();

        assertThat(read).isEqualTo(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void last_page_has_no_next_even_where_it_is_full() {
        Page<Integer> page = history(100, 4).page(query().limit(4).build());

        assertThat(page.items()).hasSize(4);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void bounds_are_inclusive_and_the_symbol_filters() {
        Page<Integer> page = history(100, 25)
                .page(query().symbol(Sample.BTC)
                        .from(Instant.ofEpochSecond(4))
                        .to(Instant.ofEpochSecond(10))
                        .build());

        assertThat(page.items()).containsExactly(4, 6, 8, 10);
    }

    @Test
    void oldest_entries_are_forgotten_beyond_the_bound() {
        History<Integer> history = history(10, 1000);

        assertThat(history.page(HistoryQuery.all()).items())
                .isEqualTo(IntStream.range(990, 1000).boxed().toList());
    }

    @Test
    void cursor_stays_valid_while_entries_come_and_go() {
        History<Integer> history = history(10, 10);
        Page<Integer> first = history.page(query().limit(5).build());
        history.add(10);
        history.add(11);

        Page<Integer> second =
                history.page(query().limit(5).cursor(first.next().orElseThrow()).build());

        assertThat(first.items()).containsExactly(0, 1, 2, 3, 4);
        assertThat(second.items()).containsExactly(5, 6, 7, 8, 9);
    }

    @Test
    void cursor_that_is_none_is_refused() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> history(10, 10).page(query().cursor("abc").build()))
                .withMessageContaining("abc");
    }
}
