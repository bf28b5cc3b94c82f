package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxPriceCandle;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Candles, oldest first. OKX gives the newest between two times, which are both exclusive: a query with a start is bounded behind as
 * many bars as are wanted, so that these come (docs: OKX v5, "Get candlesticks").
 */
final class CandleReader {

    private static final int RECENT_BARS = 1440;
    // Over longer gaps an empty answer tells no end; behind some candles it ends what is given at once.
    private static final int MAX_GAPS = 10;

    private final OkxContext context;
    private final OkxInstruments instruments;

    CandleReader(OkxContext context, OkxInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    List<Candle> read(CandleQuery query) {
        context.capabilities().check(query);
        Instrument instrument = instruments.get(query.symbol());
        int limit = query.limit().orElse(context.capabilities().maxCandles());
        Instant now = context.rest().serverClock().now();
        Job job = new Job(query, instrument, limit, now);
        return query.from()
                .map(from -> forward(job, from))
                .orElseGet(() -> backward(job, Optional.empty(), query.to(), limit));
    }

    /** What is read: which candles of what, how many, and when. */
    private record Job(CandleQuery query, Instrument instrument, int limit, Instant now) {}

    private List<Candle> forward(Job job, Instant from) {
        Instant last = job.query.to().filter(job.now::isAfter).orElse(job.now);
        List<Candle> found = new ArrayList<>();
        Instant start = from;
        int bars = job.limit;
        for (int tries = 0; tries <= MAX_GAPS && found.size() < job.limit && !start.isAfter(last); tries++) {
            // Both ends are counted in, so that a start beside the bars has as many of them.
            Instant end = later(job.query.interval(), start, bars).minusMillis(1);
            Instant bound = job.query.to().filter(end::isAfter).orElse(end);
            List<Candle> candles = backward(job, Optional.of(start), Optional.of(bound), bars);
            if (candles.isEmpty() && !found.isEmpty()) {
                break;
            }
            found.addAll(candles);
            Instant next = bound.plusMillis(1);
            start = found.isEmpty()
                    ? job.instrument.listedAt().filter(next::isBefore).orElse(next)
                    : next;
            bars = Math.max(job.limit, largestPage(job.query.kind()));
        }
        return List.copyOf(found.subList(0, Math.min(job.limit, found.size())));
    }

    private static Instant later(CandleInterval interval, Instant start, int bars) {
        return interval == CandleInterval.MO1
                ? start.atZone(ZoneOffset.UTC).plusMonths(bars).toInstant()
                : start.plus(interval.duration().multipliedBy(bars));
    }

    /** The newest between two times, both inclusive. */
    private List<Candle> backward(Job job, Optional<Instant> from, Optional<Instant> to, int limit) {
        Deque<Candle> found = new ArrayDeque<>();
        Optional<Instant> before = to.map(time -> time.plusMillis(1));
        int largest = largestPage(job.query.kind());
        boolean more = true;
        while (more && found.size() < limit) {
            int wanted = Math.min(limit - found.size(), largest);
            List<Candle> page = page(job, from, before, wanted);
            page.forEach(found::addFirst);
            more = page.size() >= wanted;
            before = Optional.ofNullable(found.peekFirst()).map(Candle::openTime);
        }
        return List.copyOf(found);
    }

    private static int largestPage(PriceKind kind) {
        return kind == PriceKind.LAST ? MarketOperations.MAX_CANDLES : MarketOperations.MAX_PRICE_CANDLES;
    }

    /** Newest first. */
    private List<Candle> page(Job job, Optional<Instant> from, Optional<Instant> before, int limit) {
        OkxQuery query = OkxQuery.of(venueName(job))
                .with("bar", bar(job.query.interval()))
                .limit(limit);
        if (before.isPresent()) {
            query = query.after(Long.toString(before.get().toEpochMilli()));
        }
        if (from.isPresent()) {
            query = query.before(Long.toString(from.get().toEpochMilli() - 1));
        }
        Instant oldest = from.orElseGet(() ->
                before.orElse(job.now).minus(job.query.interval().duration().multipliedBy(limit)));
        boolean old =
                oldest.isBefore(job.now.minus(job.query.interval().duration().multipliedBy(RECENT_BARS - 1)));
        return switch (job.query.kind()) {
            case LAST ->
                rows(
                        old ? MarketOperations.OLD_CANDLES : MarketOperations.CANDLES,
                        query,
                        (OkxCandle row) -> MarketMapper.candle(row, job.instrument));
            case MARK ->
                rows(
                        old ? MarketOperations.OLD_MARK_CANDLES : MarketOperations.MARK_CANDLES,
                        query,
                        (OkxPriceCandle row) -> MarketMapper.candle(row));
            case INDEX ->
                rows(
                        old ? MarketOperations.OLD_INDEX_CANDLES : MarketOperations.INDEX_CANDLES,
                        query,
                        (OkxPriceCandle row) -> MarketMapper.candle(row));
        };
    }

    private <R> List<Candle> rows(Operation<List<R>> operation, OkxQuery query, Function<R, Candle> mapping) {
        return context.call(operation, query).stream().map(mapping).toList();
    }

    /** The index has a name of its own; that of a spot pair is the pair. */
    private String venueName(Job job) {
        if (job.query.kind() != PriceKind.INDEX) {
            return job.instrument.venueSymbol();
        }
        OkxInstrument row = instruments.row(job.instrument);
        return row.underlying().orElse(row.instId());
    }

    /** Bars of six hours and more would open at midnight of UTC+8 without the ending. */
    static String bar(CandleInterval interval) {
        return switch (interval) {
            case M1 -> "1m";
            case M3 -> "3m";
            case M5 -> "5m";
            case M15 -> "15m";
            case M30 -> "30m";
            case H1 -> "1H";
            case H2 -> "2H";
            case H4 -> "4H";
            case H6 -> "6Hutc";
            case H12 -> "12Hutc";
            case D1 -> "1Dutc";
            case D3 -> "3Dutc";
            case W1 -> "1Wutc";
            case MO1 -> "1Mutc";
            case H8 -> throw new IllegalArgumentException("OKX has no candles of " + interval);
        };
    }
}
