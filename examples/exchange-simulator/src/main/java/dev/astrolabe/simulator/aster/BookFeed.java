package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has changed in a book since the last message; 0 takes a level away (docs: futures v3, "Diff. Book Depth Streams"). Sequences
 * are those of the snapshots: an event leads from its {@code pu} to its {@code u}.
 */
final class BookFeed implements Feed {

    /** As many levels as a snapshot may have. */
    private static final int LEVELS = 1000;

    private final Market market;
    private OrderBook told;

    BookFeed(Market market) {
        this.market = market;
        this.told = market.book(LEVELS);
    }

    @Override
    public void moved(Market any) {}

    @Override
    public List<Object> take(Instant now) {
        OrderBook book = market.book(LEVELS);
        if (book.sequence() == told.sequence()) {
            return List.of();
        }
        OrderBook before = told;
        told = book;
        Instrument instrument = market.instrument();
        Map<String, Object> event = PartialBookFeed.update(instrument, book, before.sequence(), now);
        event.put("b", MarketCalls.levels(instrument, changes(before.bids(), book.bids(), -1)));
        event.put("a", MarketCalls.levels(instrument, changes(before.asks(), book.asks(), 1)));
        return List.of(event);
    }

    /** @param order 1 where prices ascend from the best, -1 where they descend */
    private static List<PriceLevel> changes(List<PriceLevel> before, List<PriceLevel> after, int order) {
        List<PriceLevel> changes = new ArrayList<>();
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            int apart = old == before.size()
                    ? 1
                    : now == after.size()
                            ? -1
                            : order
                                    * before.get(old)
                                            .price()
                                            .compareTo(after.get(now).price());
            if (apart < 0) {
                changes.add(new PriceLevel(before.get(old).price(), BigDecimal.ZERO));
                old++;
            } else if (apart > 0) {
                changes.add(after.get(now));
                now++;
            } else {
                if (before.get(old).quantity().compareTo(after.get(now).quantity()) != 0) {
                    changes.add(after.get(now));
                }
                old++;
                now++;
            }
        }
        return changes;
    }
}
