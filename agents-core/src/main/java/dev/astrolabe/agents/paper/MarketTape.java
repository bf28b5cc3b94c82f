package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** What is remembered of one market: the newest closed candles, the prints of paper trades, the funding that was paid. */
final class MarketTape {

    private static final int PRINTS_KEPT = 1000;
    private static final Duration DAY = Duration.ofDays(1);

    private final Symbol symbol;
    private final int candlesKept;
    private final Deque<Candle> candles = new ArrayDeque<>();
    private final Deque<Trade> prints = new ArrayDeque<>();
    private final History<FundingRate> fundings;

    MarketTape(Symbol symbol, Rules rules) {
        this.symbol = symbol;
        this.candlesKept = rules.candlesKept();
        this.fundings = new History<>(rules.historyLimit(), FundingRate::fundingTime, FundingRate::symbol);
    }

    /** @throws IllegalArgumentException if the candle opens before the newest one that is known */
    void add(Candle candle) {
        Candle newest = candles.peekLast();
        if (newest != null && candle.openTime().isBefore(newest.openTime())) {
            throw new IllegalArgumentException("candle of " + symbol + " opens at " + candle.openTime()
                    + ", before the newest known one at " + newest.openTime());
        }
        if (newest != null && candle.openTime().equals(newest.openTime())) {
            candles.removeLast();
        }
        candles.addLast(candle);
        if (candles.size() > candlesKept) {
            candles.removeFirst();
        }
    }

    void add(Trade print) {
        prints.addLast(print);
        if (prints.size() > PRINTS_KEPT) {
            prints.removeFirst();
        }
    }

    History<FundingRate> fundings() {
        return fundings;
    }

    List<Trade> prints(int limit) {
        List<Trade> all = new ArrayList<>(prints);
        return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
    }

    /** With a start the first ones from it, without one the newest. */
    List<Candle> candles(CandleQuery query, int limit) {
        Deque<Candle> found = new ArrayDeque<>();
        for (Candle candle : candles) {
            if (candle.openTime().isBefore(query.from().orElse(Instant.MIN))) {
                continue;
            }
            if (candle.openTime().isAfter(query.to().orElse(Instant.MAX))) {
                break;
            }
            if (found.size() == limit && query.from().isPresent()) {
                break;
            }
            found.addLast(candle);
            if (found.size() > limit) {
                found.removeFirst();
            }
        }
        return List.copyOf(found);
    }

    /** The last price with what the candles of the last 24 hours say; those parts are absent where there are none. */
    Ticker ticker(BigDecimal last, Instant now) {
        Ticker.Builder ticker = Ticker.builder().symbol(symbol).last(last).time(now);
        BigDecimal high = null;
        BigDecimal low = null;
        BigDecimal volume = BigDecimal.ZERO;
        BigDecimal open = null;
        Iterator<Candle> newestFirst = candles.descendingIterator();
        while (newestFirst.hasNext()) {
            Candle candle = newestFirst.next();
            if (candle.openTime().isBefore(now.minus(DAY))) {
                break;
            }
            high = high == null ? candle.high() : high.max(candle.high());
            low = low == null ? candle.low() : low.min(candle.low());
            volume = volume.add(candle.volume());
            open = candle.open();
        }
        if (open == null) {
            return ticker.build();
        }
        BigDecimal change = open.signum() == 0 ? null : Money.ratio(last.subtract(open), open);
        return ticker.open(open)
                .high(high)
                .low(low)
                .baseVolume(volume)
                .changeRatio(change)
                .build();
    }
}
