package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Cuts an ascending list into pages; the cursor is the number of items that came before. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(HistoryQuery query, List<T> all, Function<T, Instant> time) {
        List<T> wanted = all.stream()
                .filter(each -> query.from()
                        .map(from -> !time.apply(each).isBefore(from))
                        .orElse(true))
                .filter(each ->
                        query.to().map(to -> !time.apply(each).isAfter(to)).orElse(true))
                .toList();
        int start = query.cursor().map(Integer::parseInt).orElse(0);
        int end = Math.min(wanted.size(), start + query.limit().orElse(100));
        List<T> items = wanted.subList(start, end);
        return end < wanted.size() ? Page.of(items, String.valueOf(end)) : Page.last(items);
    }
}
