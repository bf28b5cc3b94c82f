package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.PriceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a market shows, in this venue's words: for answers and for channels alike. */
final class MarketRows {

    private static final String TICKER =
            "instType instId last lastSz askPx askSz bidPx bidSz open24h high24h low24h volCcy24h vol24h sodUtc0 sodUtc8 ts";
    private static final String INDEX = "instId idxPx high24h sodUtc0 open24h low24h sodUtc8 ts";
    private static final String FUNDING = "formulaType fundingRate fundingTime impactValue instId instType interestRate"
            + " maxFundingRate method minFundingRate nextFundingRate nextFundingTime premium settFundingRate settState ts";
    private static final Duration FUNDING_INTERVAL = Duration.ofHours(8);
    private static final String FUNDING_BOUND = "0.00375";

    private MarketRows() {}

    static Row ticker(OkxInstrument instrument) {
        Market market = instrument.market();
        Ticker day = market.day();
        OrderBook book = market.book(1);
        List<Trade> trades = market.trades();
        Row row = Row.of(TICKER)
                .with("instType", instrument.type())
                .with("instId", instrument.id())
                .with("last", Text.of(day.last()))
                .with("lastSz", trades.isEmpty() ? "0" : size(instrument, trades.get(trades.size() - 1)))
                .with("open24h", Text.of(day.open()))
                .with("high24h", Text.of(day.high()))
                .with("low24h", Text.of(day.low()))
                .with("volCcy24h", Text.of(day.baseVolume()))
                .with("vol24h", volume(instrument, day.baseVolume().orElse(BigDecimal.ZERO), day.last()))
                .with("sodUtc0", instrument.startOfDay(PriceKind.LAST, Duration.ZERO, day.last()))
                .with("sodUtc8", instrument.startOfDay(PriceKind.LAST, Bar.CHINA, day.last()))
                .with("ts", Text.of(day.time()));
        if (!book.asks().isEmpty()) {
            PriceLevel best = book.asks().get(0);
            row.with("askPx", Text.of(best.price())).with("askSz", instrument.shown(best));
        }
        if (!book.bids().isEmpty()) {
            PriceLevel best = book.bids().get(0);
            row.with("bidPx", Text.of(best.price())).with("bidSz", instrument.shown(best));
        }
        return row;
    }

    static String size(OkxInstrument instrument, Trade trade) {
        return instrument.shown(trade.quantity(), trade.price());
    }

    private static String volume(OkxInstrument instrument, BigDecimal quantity, BigDecimal price) {
        BigDecimal contracts = instrument.contracts(quantity, price);
        return Text.of(
                instrument.inverse() ? instrument.instrument().quantityFilter().down(contracts) : contracts);
    }

    static List<Object> side(OkxInstrument instrument, List<PriceLevel> levels, boolean full) {
        List<Object> rows = new ArrayList<>(levels.size());
        for (PriceLevel level : levels) {
            String price = Text.of(level.price());
            String size = instrument.shown(level);
            rows.add(full ? List.of(price, size, "1") : List.of(price, size, "0", "1"));
        }
        return rows;
    }

    static Row trade(OkxInstrument instrument, Trade trade) {
        return Row.of("instId side sz source px tradeId ts")
                .with("instId", instrument.id())
                .with("side", trade.takerSide() == Side.BUY ? "buy" : "sell")
                .with("sz", size(instrument, trade))
                .with("source", "0")
                .with("px", Text.of(trade.price()))
                .with("tradeId", trade.id())
                .with("ts", Text.of(trade.time()));
    }

    static Row mark(OkxInstrument instrument) {
        MarkPrice mark = instrument.market().mark();
        return Row.of("instType instId markPx ts")
                .with("instType", instrument.type())
                .with("instId", instrument.id())
                .with("markPx", Text.of(mark.mark()))
                .with("ts", Text.of(mark.time()));
    }

    static Row index(OkxInstrument instrument) {
        Market market = instrument.market();
        BigDecimal price = instrument.index();
        Instant now = market.mark().time();
        List<Candle> day =
                market.candles(PriceKind.INDEX, CandleInterval.H1, now.minus(Duration.ofHours(24)), null, 25);
        BigDecimal high = price;
        BigDecimal low = price;
        for (Candle candle : day) {
            high = high.max(candle.high());
            low = low.min(candle.low());
        }
        return Row.of(INDEX)
                .with("instId", instrument.family())
                .with("idxPx", Text.of(price))
                .with("high24h", Text.of(high))
                .with("low24h", Text.of(low))
                .with("open24h", Text.of(day.isEmpty() ? price : day.get(0).open()))
                .with("sodUtc0", instrument.startOfDay(PriceKind.INDEX, Duration.ZERO, price))
                .with("sodUtc8", instrument.startOfDay(PriceKind.INDEX, Bar.CHINA, price))
                .with("ts", Text.of(now));
    }

    /** The forecast for the next funding time; nextFundingRate is dead (docs: OKX v5, "Get funding rate"). */
    static Row funding(OkxInstrument instrument) {
        MarkPrice mark = instrument.market().mark();
        List<FundingRate> paid = instrument.market().fundings();
        Optional<FundingRate> last = paid.isEmpty() ? Optional.empty() : Optional.of(paid.get(paid.size() - 1));
        Instant due = mark.nextFundingTime().orElse(mark.time());
        Duration interval = last.flatMap(FundingRate::interval).orElse(FUNDING_INTERVAL);
        return Row.of(FUNDING)
                .with("formulaType", "noRate")
                .with("fundingRate", Text.of(mark.fundingRate().orElse(BigDecimal.ZERO)))
                .with("fundingTime", Text.of(due))
                .with("instId", instrument.id())
                .with("instType", instrument.type())
                .with("maxFundingRate", FUNDING_BOUND)
                .with("method", "current_period")
                .with("minFundingRate", "-" + FUNDING_BOUND)
                .with("nextFundingTime", Text.of(due.plus(interval)))
                .with("premium", Text.of(Text.ratio(mark.mark().subtract(instrument.index()), instrument.index())))
                .with("settFundingRate", Text.of(last.map(FundingRate::rate)))
                .with("settState", "settled")
                .with("ts", Text.of(mark.time()));
    }

    static Row openInterest(OkxInstrument instrument) {
        BigDecimal quantity = instrument.market().openInterest();
        BigDecimal mark = instrument.mark();
        return Row.of("instType instId oi oiCcy oiUsd ts")
                .with("instType", instrument.type())
                .with("instId", instrument.id())
                .with("oi", volume(instrument, quantity, mark))
                .with("oiCcy", Text.of(quantity))
                .with("oiUsd", Text.of(quantity.multiply(mark)))
                .with("ts", Text.of(instrument.market().mark().time()));
    }

    static Row priceLimit(OkxInstrument instrument) {
        return Row.of("instType instId buyLmt sellLmt ts enabled")
                .with("instType", instrument.type())
                .with("instId", instrument.id())
                .with("buyLmt", Text.of(instrument.highestBuy()))
                .with("sellLmt", Text.of(instrument.lowestSell()))
                .with("ts", Text.of(instrument.market().mark().time()))
                .with("enabled", instrument.highestBuy().isPresent());
    }

    /** A candle: with volumes in contracts, coins and quote units for trades, without for mark and index prices. */
    static List<String> candle(OkxInstrument instrument, Candle candle, PriceKind kind) {
        List<String> row = new ArrayList<>(List.of(
                Text.of(candle.openTime()),
                Text.of(candle.open()),
                Text.of(candle.high()),
                Text.of(candle.low()),
                Text.of(candle.close())));
        if (kind == PriceKind.LAST) {
            row.add(volume(instrument, candle.volume(), candle.close()));
            row.add(Text.of(candle.volume()));
            row.add(Text.of(instrument.quoteVolume(candle.volume(), candle.close())));
        }
        row.add(candle.closed() ? "1" : "0");
        return row;
    }
}
