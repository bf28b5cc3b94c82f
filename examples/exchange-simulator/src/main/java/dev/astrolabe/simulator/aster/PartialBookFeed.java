package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.simulator.market.Market;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The first levels of a book, whenever it has changed (docs: futures v3, "Partial Book Depth Streams"). */
final class PartialBookFeed implements Feed {

    private final Market market;
    private final int levels;
    private long told = -1;

    PartialBookFeed(Market market, int levels) {
        this.market = market;
        this.levels = levels;
    }

    @Override
    public void moved(Market any) {}

    @Override
    public List<Object> take(Instant now) {
        OrderBook book = market.book(levels);
        if (book.sequence() == told) {
            return List.of();
        }
        long before = told < 0 ? book.sequence() - 1 : told;
        told = book.sequence();
        Instrument instrument = market.instrument();
        Map<String, Object> event = update(instrument, book, before, now);
        event.put("b", MarketCalls.levels(instrument, book.bids()));
        event.put("a", MarketCalls.levels(instrument, book.asks()));
        return List.of(event);
    }

    static Map<String, Object> update(Instrument instrument, OrderBook book, long before, Instant now) {
        Map<String, Object> event = Feeds.event("depthUpdate", now);
        event.put("T", book.time().toEpochMilli());
        event.put("s", instrument.venueSymbol());
        event.put("U", before + 1);
        event.put("u", book.sequence());
        event.put("pu", before);
        return event;
    }
}
