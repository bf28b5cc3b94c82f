package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.aster.TickerCalls.Day;
import dev.astrolabe.simulator.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes the feed of a stream (docs: futures v3, "Websocket Market Streams"). */
final class Feeds {

    private Feeds() {}

    /** @param markets the one of the stream, or all */
    static Feed of(StreamName name, List<Market> markets) {
        boolean all = name.symbol().isEmpty();
        return switch (name.kind()) {
            case TRADES -> new TradeFeed(markets.get(0));
            case MARK -> new MarkFeed(markets, all);
            case CANDLES -> new CandleFeed(markets.get(0), name.interval());
            case MINI_TICKER -> new ChangeFeed(all, Feeds::miniTicker);
            case TICKER -> new ChangeFeed(all, Feeds::ticker);
            case BOOK_TICKER -> new BestFeed();
            case FORCED -> new ForcedFeed();
            case PARTIAL_BOOK -> new PartialBookFeed(markets.get(0), name.levels());
            case BOOK -> new BookFeed(markets.get(0));
        };
    }

    static Map<String, Object> event(String type, Instant now) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("e", type);
        event.put("E", now.toEpochMilli());
        return event;
    }

    /** Each new trade is one message. */
    private static final class TradeFeed implements Feed {

        private final Market market;
        private long last;

        TradeFeed(Market market) {
            this.market = market;
            List<Trade> trades = market.trades();
            this.last = trades.isEmpty() ? -1 : MarketCalls.id(trades.get(trades.size() - 1));
        }

        @Override
        public void moved(Market any) {}

        @Override
        public List<Object> take(Instant now) {
            List<Trade> trades = market.trades();
            int from = trades.size();
            while (from > 0 && MarketCalls.id(trades.get(from - 1)) > last) {
                from--;
            }
            List<Object> events = new ArrayList<>();
            for (Trade trade : trades.subList(from, trades.size())) {
                last = MarketCalls.id(trade);
                Map<String, Object> event = event("aggTrade", now);
                event.put("s", market.instrument().venueSymbol());
                events.add(MarketCalls.aggregate(market.instrument(), trade, event));
            }
            return events;
        }
    }

    /** Told at its pace, changed or not. */
    private record MarkFeed(List<Market> markets, boolean all) implements Feed {

        @Override
        public void moved(Market market) {}

        @Override
        public List<Object> take(Instant now) {
            List<Object> rows = new ArrayList<>();
            for (Market market : markets) {
                rows.add(mark(market, now));
            }
            return all ? List.of(rows) : rows;
        }
    }

    private static Map<String, Object> mark(Market market, Instant now) {
        Instrument instrument = market.instrument();
        MarkPrice mark = market.mark();
        String index = Figures.fine(instrument, mark.index().orElse(mark.mark()));
        Map<String, Object> event = event("markPriceUpdate", now);
        event.put("s", instrument.venueSymbol());
        event.put("p", Figures.fine(instrument, mark.mark()));
        event.put("i", index);
        event.put("P", index);
        event.put("r", Figures.money(mark.fundingRate().orElse(BigDecimal.ZERO)));
        event.put("T", mark.nextFundingTime().map(Instant::toEpochMilli).orElse(0L));
        return event;
    }

    /** Tells the markets that changed: one a message, or all in one list. */
    private static final class ChangeFeed implements Feed {

        private final boolean asList;
        private final BiFunction<Market, Instant, Object> row;
        private final Set<Market> changed = new LinkedHashSet<>();

        ChangeFeed(boolean asList, BiFunction<Market, Instant, Object> row) {
            this.asList = asList;
            this.row = row;
        }

        @Override
        public void moved(Market market) {
            changed.add(market);
        }

        @Override
        public List<Object> take(Instant now) {
            if (changed.isEmpty()) {
                return List.of();
            }
            List<Object> rows = new ArrayList<>();
            for (Market market : changed) {
                rows.add(row.apply(market, now));
            }
            changed.clear();
            return asList ? List.of(rows) : rows;
        }
    }

    private static Object miniTicker(Market market, Instant now) {
        Day day = Day.of(market);
        Map<String, Object> event = event("24hrMiniTicker", now);
        event.put("s", market.instrument().venueSymbol());
        event.put("c", day.last());
        event.put("o", day.open());
        event.put("h", day.high());
        event.put("l", day.low());
        event.put("v", day.volume());
        event.put("q", day.quoteVolume());
        return event;
    }

    private static Object ticker(Market market, Instant now) {
        Day day = Day.of(market);
        Map<String, Object> event = event("24hrTicker", now);
        event.put("s", market.instrument().venueSymbol());
        event.put("p", day.change());
        event.put("P", day.changePercent());
        event.put("w", day.average());
        event.put("c", day.last());
        event.put("Q", day.lastQuantity());
        event.put("o", day.open());
        event.put("h", day.high());
        event.put("l", day.low());
        event.put("v", day.volume());
        event.put("q", day.quoteVolume());
        event.put("O", day.openTime());
        event.put("C", day.closeTime());
        event.put("F", day.firstId());
        event.put("L", day.lastId());
        event.put("n", day.count());
        return event;
    }

    /** The best bid and ask, whenever one of them changed. */
    private static final class BestFeed implements Feed {

        private record Best(PriceLevel bid, PriceLevel ask) {}

        private final Map<String, Best> told = new HashMap<>();
        private final Set<Market> moved = new LinkedHashSet<>();

        @Override
        public void moved(Market market) {
            moved.add(market);
        }

        @Override
        public List<Object> take(Instant now) {
            List<Object> events = new ArrayList<>();
            for (Market market : moved) {
                OrderBook book = market.book(1);
                Best best = new Best(TickerCalls.best(book.bids()), TickerCalls.best(book.asks()));
                String symbol = market.instrument().venueSymbol();
                if (!best.equals(told.put(symbol, best))) {
                    events.add(row(market.instrument(), book, best, now));
                }
            }
            moved.clear();
            return events;
        }

        private static Map<String, Object> row(Instrument instrument, OrderBook book, Best best, Instant now) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("e", "bookTicker");
            event.put("u", book.sequence());
            event.put("s", instrument.venueSymbol());
            event.put("b", Figures.price(instrument, best.bid().price()));
            event.put("B", Figures.quantity(instrument, best.bid().quantity()));
            event.put("a", Figures.price(instrument, best.ask().price()));
            event.put("A", Figures.quantity(instrument, best.ask().quantity()));
            event.put("T", book.time().toEpochMilli());
            event.put("E", now.toEpochMilli());
            return event;
        }
    }
}
