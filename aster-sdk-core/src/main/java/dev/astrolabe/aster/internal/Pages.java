package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.Page;
import java.util.List;
import java.util.function.Function;

/** Maps the rows of a page and keeps where the next one starts. */
final class Pages {

    private Pages() {}

    static <R, T> Page<T> map(Page<R> page, Function<? super R, ? extends T> mapping) {
        List<T> items = page.items().stream().<T>map(mapping).toList();
        return page.next().map(next -> Page.of(items, next)).orElseGet(() -> Page.last(items));
    }
}
