package dev.astrolabe.simulator.okx;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Pages as this venue gives them: newest first, {@code after} for what is older than a cursor, {@code before} for what is newer, both
 * exclusive; {@code before} alone gives the newest page, not the next one (docs: OKX v5, "Pagination").
 */
final class Paging {

    private Paging() {}

    static <T> List<T> page(Params params, List<T> newestFirst, ToLongFunction<T> cursor, int most) {
        Optional<Long> after = params.whole("after");
        Optional<Long> before = params.whole("before");
        return newestFirst.stream()
                .filter(item -> after.isEmpty() || cursor.applyAsLong(item) < after.get())
                .filter(item -> before.isEmpty() || cursor.applyAsLong(item) > before.get())
                .limit(params.limit(most))
                .toList();
    }

    /** Whether a time lies between begin and end, both inclusive. */
    static boolean isWithin(Params params, long time) {
        return params.whole("begin").filter(begin -> time < begin).isEmpty()
                && params.whole("end").filter(end -> time > end).isEmpty();
    }
}
