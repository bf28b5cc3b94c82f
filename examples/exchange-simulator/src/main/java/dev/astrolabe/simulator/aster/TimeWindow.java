package dev.astrolabe.simulator.aster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Which part of a history is asked for. With a start the oldest entries come first, without one the newest up to the end; both
 * ascending.
 *
 * @param from earliest time, in milliseconds, inclusive
 * @param to latest time, in milliseconds, inclusive
 * @param forward whether the oldest of what is found are given
 */
record TimeWindow(long from, long to, boolean forward, int limit) {

    /** A window of any width. */
    static TimeWindow open(Parameters parameters, int usual, int most) {
        Long start = parameters.findNumber("startTime").orElse(null);
        Long end = parameters.findNumber("endTime").orElse(null);
        if (start != null && end != null && start > end) {
            throw ErrorCode.START_AFTER_END.with();
        }
        return new TimeWindow(
                start == null ? Long.MIN_VALUE : start,
                end == null ? Long.MAX_VALUE : end,
                start != null,
                parameters.limit(usual, most));
    }

    /** A window that is not wider than a span: a missing end is the start and the span, a missing start the end less it. */
    static TimeWindow within(Parameters parameters, Duration span, Instant now, int usual, int most) {
        TimeWindow open = open(parameters, usual, most);
        boolean ends = open.to() != Long.MAX_VALUE;
        if (open.forward() && ends && open.to() - open.from() > span.toMillis()) {
            throw ErrorCode.TIME_INTERVAL.with(span.toDays());
        }
        if (open.forward()) {
            return ends ? open : new TimeWindow(open.from(), open.from() + span.toMillis(), true, open.limit());
        }
        long end = ends ? open.to() : now.toEpochMilli();
        return new TimeWindow(end - span.toMillis(), open.to(), false, open.limit());
    }

    <T> List<T> cut(List<T> ascending, Function<T, Instant> time) {
        List<T> found = ascending.stream()
                .filter(entry -> {
                    long at = time.apply(entry).toEpochMilli();
                    return at >= from && at <= to;
                })
                .toList();
        return forward ? MarketCalls.first(found, limit) : MarketCalls.last(found, limit);
    }
}
