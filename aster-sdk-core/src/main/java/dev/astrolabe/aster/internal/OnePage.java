package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;

/**
 * What one request of a history takes: how many rows, and how far its times may lie apart. The venue's own defaults hold where
 * a query says nothing.
 *
 * @param largest the largest limit
 * @param longest the longest time from start to end, where both are given
 */
record OnePage(int largest, Duration longest) {

    /** Times as far apart as one likes. */
    static OnePage of(int largest) {
        return new OnePage(largest, Duration.ofMillis(Long.MAX_VALUE));
    }

    /** Adds times and limit. */
    Params add(Params params, HistoryQuery query) {
        check(query);
        return params.addIfPresent("startTime", query.from().map(Instant::toEpochMilli))
                .addIfPresent("endTime", query.to().map(Instant::toEpochMilli))
                .addIfPresent("limit", query.limit());
    }

    void check(HistoryQuery query) {
        query.cursor().ifPresent(cursor -> {
            throw NotSentException.invalid("cursor '" + cursor
                    + "' was given to a call that reads one page; the neutral group reads page after page");
        });
        query.limit().ifPresent(limit -> requireRange("limit", limit, largest));
        query.from().ifPresent(from -> query.to().ifPresent(to -> checkSpan(from, to)));
    }

    private void checkSpan(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(longest) > 0) {
            throw NotSentException.invalid("the time from " + from + " to " + to + " is longer than " + longest
                    + "; the latest end is " + from.plus(longest));
        }
    }

    static void requireRange(String name, int value, int largest) {
        if (value < 1 || value > largest) {
            throw NotSentException.invalid(name + " " + value + " is not from 1 to " + largest + "; nearest is "
                    + Math.max(1, Math.min(value, largest)));
        }
    }
}
