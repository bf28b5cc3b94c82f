package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private final List<String> read = new ArrayList<>();

    /** Three pages of three numbers. */
    private Page<Integer> page(HistoryQuery query) {
        String cursor = query.cursor().orElse("0");
        read.add(cursor);
        int start = Integer.parseInt(cursor);
        List<Integer> items = IntStream.range(start, start + 3).boxed().toList();
        return start < 6 ? Page.of(items, String.valueOf(start + 3)) : Page.last(items);
    }

    @Test
    void streams_every_page_in_order() {
        List<Integer> all = Page.stream(HistoryQuery.all(), this::page).toList();

        assertThat(all).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(read).containsExactly("0", "3", "6");
    }

    @Test
    void hands_over_every_page_in_order() {
        List<Integer> all = new ArrayList<>();

        Page.forEach(HistoryQuery.all(), this::page, all::add);

        assertThat(all).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(read).containsExactly("0", "3", "6");
    }

    @Test
    void reads_no_page_before_it_is_needed() {
        assertThat(Page.stream(HistoryQuery.all(), this::page)).isNotNull();

        assertThat(read).isEmpty();
    }

    @Test
    void reads_no_page_after_the_last_that_is_needed() {
        List<Integer> some =
                Page.stream(HistoryQuery.all(), this::page).limit(4).toList();

        assertThat(some).containsExactly(0, 1, 2, 3);
        assertThat(read).containsExactly("0", "3");
    }

    @Test
    void keeps_the_rest_of_the_query_on_every_page() {
        HistoryQuery query =
                HistoryQuery.of(Symbol.parse("BTC/USDT")).toBuilder().limit(3).build();
        List<HistoryQuery> queries = new ArrayList<>();

        long count = Page.stream(query, each -> {
                    queries.add(each);
                    return page(each);
                })
                .count();

        assertThat(count).isEqualTo(9);
        assertThat(queries).allSatisfy(each -> {
            assertThat(each.symbol()).isEqualTo(query.symbol());
            assertThat(each.limit()).contains(3);
        });
    }

    @Test
    void copies_its_items() {
        List<Integer> items = new ArrayList<>(List.of(1, 2));
        Page<Integer> page = Page.last(items);

        items.add(3);

        assertThat(page.items()).containsExactly(1, 2).isUnmodifiable();
        assertThat(page.next()).isEmpty();
        assertThat(page).hasToString("Page[2 items, last]");
        assertThat(Page.of(items, "7")).hasToString("Page[3 items, next=7]");
    }

    @Test
    void queries_refuse_limits_and_times_that_make_no_sense() {
        Instant time = Instant.parse("2026-01-02T03:04:05Z");

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> HistoryQuery.builder().limit(0).build())
                .withMessage("limit 0 of a history query is below 1");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> HistoryQuery.builder()
                        .from(time)
                        .to(time.minusMillis(1))
                        .build())
                .withMessage("history query from 2026-01-02T03:04:05Z lies after its end 2026-01-02T03:04:04.999Z");
        CandleQuery.Builder candles = CandleQuery.of(Symbol.parse("BTC/USDT"), CandleInterval.M1).toBuilder();
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> candles.limit(-1).build())
                .withMessage("limit -1 of a candle query is below 1");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() ->
                        candles.limit(1).from(time).to(time.minusSeconds(1)).build())
                .withMessageContaining("lies after its end");
    }
}
