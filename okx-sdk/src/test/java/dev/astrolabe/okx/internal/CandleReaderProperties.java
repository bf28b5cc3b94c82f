package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bounds: the first candles from a start on, and without one the last ones. */
class CandleReaderProperties {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long LAST = PublicOkx.NOW.toEpochMilli() / MINUTE * MINUTE;
    private static final int RECENT = 1440;

    /** The opening times of a market that stood still for a while. */
    private static final List<Long> TIMES = LongStream.rangeClosed(-2_000, 0)
            .filter(minute -> minute < -1_500 || minute > -1_200)
            .mapToObj(minute -> LAST + minute * MINUTE)
            .toList();

    private static PublicOkx venue() {
        PublicOkx venue = new PublicOkx();
        for (String kind : List.of("candles", "mark-price-candles")) {
            venue.on("market/" + kind, query -> rows(TIMES.subList(TIMES.size() - RECENT, TIMES.size()), query));
            venue.on("market/history-" + kind, query -> rows(TIMES, query));
        }
        return venue;
    }

    private static List<List<String>> rows(List<Long> times, java.util.Map<String, String> query) {
        return PublicOkx.page(times, query, time -> time, 100).stream()
                .map(time -> List.of(Long.toString(time), "2", "4", "1", "3", "1500", "15", "750000", "1"))
                .toList();
    }

    @Property(tries = 150)
    void reads_the_candles_that_were_asked_for(
            @ForAll @IntRange(min = -100, max = 2_000) int fromMinutesAgo,
            @ForAll @IntRange(min = 0, max = 2_000) int minutes,
            @ForAll @IntRange(min = 1, max = 300) int limit,
            @ForAll boolean started,
            @ForAll boolean ended,
            @ForAll boolean mark) {
        Instant from = Instant.ofEpochMilli(LAST - fromMinutesAgo * MINUTE + 7);
        Instant to = from.plus(Duration.ofMinutes(minutes));
        CandleQuery query = CandleQuery.of(Symbol.parse("BTC/USDT:USDT"), CandleInterval.M1).toBuilder()
                .kind(mark ? PriceKind.MARK : PriceKind.LAST)
                .from(started ? from : null)
                .to(ended ? to : null)
                .limit(limit)
                .build();
        List<Long> wanted = TIMES.stream()
                .filter(time -> !started || time >= from.toEpochMilli())
                .filter(time -> !ended || time <= to.toEpochMilli())
                .toList();
        List<Long> expected = started
                ? wanted.subList(0, Math.min(limit, wanted.size()))
                : wanted.subList(Math.max(0, wanted.size() - limit), wanted.size());

        try (PublicOkx venue = venue()) {
            List<Long> read = venue.market.candles(query).stream()
                    .map(Candle::openTime)
                    .map(Instant::toEpochMilli)
                    .toList();

            assertThat(read).isEqualTo(started && endsAtTheGap(read) ? expected.subList(0, read.size()) : expected);
        }
    }

    /** A page that begins before a gap may end at it: the next one goes on behind. */
    private static boolean endsAtTheGap(List<Long> read) {
        return !read.isEmpty() && read.get(read.size() - 1) == LAST - 1_501 * MINUTE;
    }
}
