package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.PriceKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The running candle, and once more each that has closed (docs: futures v3, "Kline/Candlestick Streams"). */
final class CandleFeed implements Feed {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Market market;
    private final CandleInterval interval;
    private Instant running = Instant.MIN;
    private boolean moved = true;

    CandleFeed(Market market, CandleInterval interval) {
        this.market = market;
        this.interval = interval;
    }

    @Override
    public void moved(Market any) {
        moved = true;
    }

    @Override
    public List<Object> take(Instant now) {
        if (!moved) {
            return List.of();
        }
        moved = false;
        List<Object> events = new ArrayList<>();
        for (Candle candle : market.candles(PriceKind.LAST, interval, null, null, 2)) {
            if (!candle.openTime().isBefore(running)) {
                boolean closed = closeTime(candle) < now.toEpochMilli();
                events.add(event(candle, closed, now));
            }
        }
        List<Candle> newest = market.candles(PriceKind.LAST, interval, null, null, 1);
        Instant before = running;
        running = newest.isEmpty() ? running : newest.get(newest.size() - 1).openTime();
        return before.equals(Instant.MIN) && events.size() > 1 ? events.subList(1, events.size()) : events;
    }

    private long closeTime(Candle candle) {
        return KlineCalls.closeTime(interval, candle.openTime());
    }

    private Map<String, Object> event(Candle candle, boolean closed, Instant now) {
        Instrument instrument = market.instrument();
        BigDecimal quote = KlineCalls.quoteVolume(candle);
        List<Trade> trades = market.trades();
        long count = KlineCalls.trades(market, interval, candle);
        long last = trades.isEmpty() ? 0 : MarketCalls.id(trades.get(trades.size() - 1));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("t", candle.openTime().toEpochMilli());
        row.put("T", closeTime(candle));
        row.put("s", instrument.venueSymbol());
        row.put("i", interval.code());
        row.put("f", Math.max(last - count + 1, 0));
        row.put("L", last);
        row.put("o", Figures.price(instrument, candle.open()));
        row.put("c", Figures.price(instrument, candle.close()));
        row.put("h", Figures.price(instrument, candle.high()));
        row.put("l", Figures.price(instrument, candle.low()));
        row.put("v", Figures.quantity(instrument, candle.volume()));
        row.put("n", count);
        row.put("x", closed);
        row.put("q", Figures.money(quote));
        row.put("V", Figures.quantity(instrument, candle.volume().multiply(HALF)));
        row.put("Q", Figures.money(quote.multiply(HALF)));
        row.put("B", "0");
        Map<String, Object> event = Feeds.event("kline", now);
        event.put("s", instrument.venueSymbol());
        event.put("k", row);
        return event;
    }
}
