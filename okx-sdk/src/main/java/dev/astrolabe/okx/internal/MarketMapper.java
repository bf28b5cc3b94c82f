package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.BookUnits;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxBookLevel;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxFundingRecord;
import dev.astrolabe.okx.model.OkxMarkPrice;
import dev.astrolabe.okx.model.OkxOpenInterest;
import dev.astrolabe.okx.model.OkxPriceCandle;
import dev.astrolabe.okx.model.OkxTicker;
import dev.astrolabe.okx.model.OkxTrade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Public prices in neutral terms: base units, and contracts of inverse instruments at the price that they stand beside. */
final class MarketMapper {

    private MarketMapper() {}

    static int requireRange(String name, int value, int largest) {
        if (value < 1 || value > largest) {
            throw NotSentException.invalid(name + " " + value + " is not from 1 to " + largest + "; nearest is "
                    + Math.max(1, Math.min(value, largest)));
        }
        return value;
    }

    /** Empty before the first trade. The volume in quote is told of spot and inverse contracts alone. */
    static Optional<Ticker> ticker(OkxTicker row, Instrument instrument) {
        return row.last()
                .map(last -> Ticker.builder()
                        .symbol(instrument.symbol())
                        .last(last)
                        .open(row.open24h().orElse(null))
                        .high(row.high24h().orElse(null))
                        .low(row.low24h().orElse(null))
                        .baseVolume((isSpot(instrument) ? row.volume24h() : row.currencyVolume24h()).orElse(null))
                        .quoteVolume(quoteVolume(row, instrument).orElse(null))
                        .changeRatio(row.open24h()
                                .filter(open -> open.signum() > 0)
                                .map(open -> last.subtract(open).divide(open, MathContext.DECIMAL64))
                                .orElse(null))
                        .time(row.time())
                        .build());
    }

    private static Optional<BigDecimal> quoteVolume(OkxTicker row, Instrument instrument) {
        if (isSpot(instrument)) {
            return row.currencyVolume24h();
        }
        return instrument.inverse() ? row.volume24h().map(instrument.contractValue()::multiply) : Optional.empty();
    }

    private static boolean isSpot(Instrument instrument) {
        return instrument.kind() == InstrumentKind.SPOT;
    }

    /** Empty where a side has no price. */
    static Optional<BookTicker> bookTicker(OkxTicker row, Instrument instrument) {
        return row.bid()
                .flatMap(bid -> row.ask()
                        .map(ask -> new BookTicker(
                                instrument.symbol(),
                                bid,
                                instrument.fromContracts(row.bidSize().orElse(BigDecimal.ZERO), bid),
                                ask,
                                instrument.fromContracts(row.askSize().orElse(BigDecimal.ZERO), ask),
                                row.time())));
    }

    static OrderBook orderBook(OkxBook book, Instrument instrument) {
        return orderBook(book, instrument.symbol(), units(instrument));
    }

    static OrderBook orderBook(OkxBook book, Symbol symbol, BookUnits units) {
        return new OrderBook(
                symbol,
                levels(book.bids(), units),
                levels(book.asks(), units),
                book.sequence().orElse(-1),
                book.time());
    }

    static List<PriceLevel> levels(List<OkxBookLevel> levels, BookUnits units) {
        return levels.stream()
                .map(level -> units.level(level.price(), level.size()))
                .toList();
    }

    static PriceLevel level(OkxBookLevel level, Instrument instrument) {
        return units(instrument).level(level.price(), level.size());
    }

    /** Contracts of an inverse instrument at the price that they stand beside. */
    static BookUnits units(Instrument instrument) {
        return (price, size) -> new PriceLevel(price, instrument.fromContracts(size, price));
    }

    static Trade trade(OkxTrade row, Instrument instrument) {
        return new Trade(
                instrument.symbol(),
                row.tradeId(),
                row.price(),
                instrument.fromContracts(row.size(), row.price()),
                row.side().equals("sell") ? Side.SELL : Side.BUY,
                row.time());
    }

    static Candle candle(OkxCandle row, Instrument instrument) {
        return new Candle(
                row.openTime(),
                row.open(),
                row.high(),
                row.low(),
                row.close(),
                isSpot(instrument) ? row.volume() : row.currencyVolume(),
                row.confirmed());
    }

    static Candle candle(OkxPriceCandle row) {
        return new Candle(
                row.openTime(), row.open(), row.high(), row.low(), row.close(), BigDecimal.ZERO, row.confirmed());
    }

    static MarkPrice.Builder markPrice(OkxMarkPrice row, Instrument instrument) {
        return MarkPrice.builder()
                .symbol(instrument.symbol())
                .mark(row.markPrice())
                .time(row.time());
    }

    static FundingRate funding(OkxFundingRate row, Instrument instrument) {
        return FundingRate.builder()
                .symbol(instrument.symbol())
                .rate(row.rate())
                .fundingTime(row.fundingTime())
                .interval(row.nextFundingTime()
                        .map(next -> Duration.between(row.fundingTime(), next))
                        .filter(interval -> !interval.isZero() && !interval.isNegative())
                        .orElse(null))
                .build();
    }

    /** The rate that was charged; the other one was only predicted. */
    static FundingRate funding(OkxFundingRecord row, Instrument instrument) {
        return FundingRate.builder()
                .symbol(instrument.symbol())
                .rate(row.realizedRate().orElse(row.predictedRate()))
                .fundingTime(row.fundingTime())
                .build();
    }

    static OpenInterest openInterest(OkxOpenInterest row, Instrument instrument) {
        BigDecimal quantity = instrument.inverse()
                ? row.currency().orElseThrow(() -> new IllegalArgumentException("there is no oiCcy"))
                : instrument.fromContracts(row.contracts());
        return new OpenInterest(instrument.symbol(), quantity, row.contracts(), row.time());
    }
}
