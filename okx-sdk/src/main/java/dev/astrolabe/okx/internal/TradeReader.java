package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.HistoryPlace;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxTrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Public trades, oldest first. OKX gives them newest first, and goes on to older ones only; ids rise by one a trade, so a page forward
 * is the page before the id that is as far ahead as the page is long (docs: OKX v5, "Get trades history").
 */
final class TradeReader {

    /** What market data promises for one call. */
    static final int LARGEST = 1000;

    private static final String BY_TIME = "2";

    private final OkxContext context;

    TradeReader(OkxContext context) {
        this.context = context;
    }

    List<Trade> newest(Instrument instrument, int limit) {
        MarketMapper.requireRange("limit", limit, LARGEST);
        Map<Long, OkxTrade> byId = new TreeMap<>();
        List<OkxTrade> rows = newestRows(instrument, Math.min(limit, MarketOperations.MAX_TRADES));
        add(rows, byId);
        while (byId.size() < limit && !rows.isEmpty()) {
            int more = Math.min(limit - byId.size(), MarketOperations.MAX_OLD_TRADES);
            rows = before(instrument, byId.keySet().iterator().next(), more);
            add(rows, byId);
        }
        return trades(byId, instrument);
    }

    private static void add(List<OkxTrade> rows, Map<Long, OkxTrade> byId) {
        rows.forEach(row -> byId.put(id(row), row));
    }

    private static List<Trade> trades(Map<Long, OkxTrade> byId, Instrument instrument) {
        return byId.values().stream()
                .map(row -> MarketMapper.trade(row, instrument))
                .toList();
    }

    /** Pages forward from the first trade at {@code from}; without it, from the oldest that one request of the newest ones tells. */
    Page<Trade> history(HistoryQuery query, Instrument instrument) {
        Optional<HistoryPlace> place = query.cursor().map(HistoryPlace::parse).or(() -> first(query, instrument));
        if (place.isEmpty() || place.get().start() > place.get().end()) {
            return Page.last(List.of());
        }
        int limit = Math.min(query.limit().orElse(MarketOperations.MAX_OLD_TRADES), MarketOperations.MAX_OLD_TRADES);
        long start = place.get().start();
        long end = place.get().end();
        long behind = Math.min(start + limit, end + 1);
        Map<Long, OkxTrade> byId = new TreeMap<>();
        before(instrument, behind, limit).stream()
                .filter(row -> id(row) >= start && id(row) < behind)
                .forEach(row -> byId.put(id(row), row));
        List<Trade> items = trades(byId, instrument);
        return behind > end ? Page.last(items) : Page.of(items, new HistoryPlace(behind, end, Set.of()).text());
    }

    /** From which id to which; empty where nothing was traded. */
    private Optional<HistoryPlace> first(HistoryQuery query, Instrument instrument) {
        List<OkxTrade> newest = new ArrayList<>(query.to()
                .map(to -> until(instrument, to))
                .orElseGet(() -> newestRows(instrument, MarketOperations.MAX_TRADES)));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        newest.sort(Comparator.comparingLong(TradeReader::id));
        long end = id(newest.get(newest.size() - 1));
        long start = query.from().map(from -> firstAt(instrument, from, end)).orElseGet(() -> id(newest.get(0)));
        return Optional.of(new HistoryPlace(start, end, Set.of()));
    }

    private long firstAt(Instrument instrument, Instant from, long end) {
        List<OkxTrade> earlier = until(instrument, from.minusMillis(1));
        return earlier.isEmpty()
                ? oldest(instrument, end)
                : earlier.stream().mapToLong(TradeReader::id).max().orElseThrow() + 1;
    }

    /** The first trade that OKX still has, which it tells no other way. */
    private long oldest(Instrument instrument, long newest) {
        long low = 0;
        long high = newest;
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<OkxTrade> rows = before(instrument, middle + 1, 1);
            if (rows.isEmpty()) {
                low = middle + 1;
            } else {
                high = id(rows.get(0));
            }
        }
        return low;
    }

    private List<OkxTrade> newestRows(Instrument instrument, int limit) {
        return rows(
                MarketOperations.TRADES, OkxQuery.of(instrument.venueSymbol()).limit(limit));
    }

    /** The newest trades below an id. */
    private List<OkxTrade> before(Instrument instrument, long id, int limit) {
        return rows(
                MarketOperations.OLD_TRADES,
                OkxQuery.of(instrument.venueSymbol()).after(Long.toString(id)).limit(limit));
    }

    /** The newest trades up to a time. */
    private List<OkxTrade> until(Instrument instrument, Instant time) {
        return rows(
                MarketOperations.OLD_TRADES,
                OkxQuery.of(instrument.venueSymbol())
                        .with("type", BY_TIME)
                        .after(Long.toString(time.toEpochMilli() + 1)));
    }

    private List<OkxTrade> rows(Operation<List<OkxTrade>> operation, OkxQuery query) {
        return context.call(operation, query, rows -> {
            rows.forEach(TradeReader::id);
            return rows;
        });
    }

    /** @throws NumberFormatException if it is no number, on which the order of trades stands */
    private static long id(OkxTrade row) {
        return Long.parseLong(row.tradeId());
    }
}
