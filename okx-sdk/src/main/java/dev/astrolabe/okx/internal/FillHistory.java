package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Executions in ascending order: those of three days, and the slower call for what is older. */
final class FillHistory {

    // A little less than the three days that the quick call covers.
    private static final Duration RECENT = Duration.ofDays(3).minusMinutes(5);
    private static final Duration DEFAULT = Duration.ofDays(7);
    // The list is cut by the time of the record, which follows that of the execution.
    private static final Duration RECORDED_LATER = Duration.ofMinutes(1);

    private final OkxContext context;
    private final OkxInstruments instruments;

    FillHistory(OkxContext context, OkxInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    Page<Fill> read(HistoryQuery query, Instrument instrument) {
        Instant now = context.clock().instant();
        Instant recent = now.minus(RECENT);
        NewestFirst<OkxFill> history = new NewestFirst<>(
                (begin, end, older) -> rows(instrument, begin, end, older, recent),
                FillHistory::millis,
                FillHistory::key,
                TradeOperations.LARGEST_PAGE);
        Page<OkxFill> page = history.read(query, query.to().orElse(now).minus(DEFAULT), now);
        List<Fill> fills = page.items().stream()
                .map(row -> OrderMapper.fill(row, instrument))
                .toList();
        return page.next().map(next -> Page.of(fills, next)).orElseGet(() -> Page.last(fills));
    }

    /** Of a time that both calls cover in part, each gives its own; where neither page is full, nothing is missing. */
    private List<OkxFill> rows(Instrument instrument, long begin, long end, Optional<OkxFill> older, Instant recent) {
        long quick = recent.toEpochMilli();
        if (begin >= quick) {
            return rows(TradeOperations.FILLS, instrument, begin, end, older);
        }
        if (end < quick) {
            return rows(TradeOperations.FILLS_HISTORY, instrument, begin, end, older);
        }
        Map<String, OkxFill> found = new LinkedHashMap<>();
        rows(TradeOperations.FILLS, instrument, quick, end, older).forEach(row -> found.put(key(row), row));
        rows(TradeOperations.FILLS_HISTORY, instrument, begin, quick, older)
                .forEach(row -> found.putIfAbsent(key(row), row));
        return List.copyOf(found.values());
    }

    private List<OkxFill> rows(
            Operation<List<OkxFill>> operation, Instrument instrument, long begin, long end, Optional<OkxFill> older) {
        OkxQuery query = OkxQuery.of(instrument.venueSymbol())
                .instType(instruments.row(instrument).instType())
                .begin(Instant.ofEpochMilli(begin))
                .end(Instant.ofEpochMilli(end).plus(RECORDED_LATER));
        return context.call(
                operation, older.flatMap(OkxFill::billId).map(query::after).orElse(query));
    }

    private static long millis(OkxFill row) {
        return row.time().or(row::recordedAt).map(Instant::toEpochMilli).orElse(0L);
    }

    /** The bill tells executions apart; a trade is one of two where an order meets its own account's. */
    private static String key(OkxFill row) {
        return row.billId().orElseGet(row::tradeId);
    }
}
