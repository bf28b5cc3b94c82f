package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonZero;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.MarketPayloads.BestPrices;
import dev.astrolabe.aster.internal.MarketPayloads.Depth;
import dev.astrolabe.aster.internal.MarketPayloads.Funding;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.Ticker24;
import dev.astrolabe.aster.internal.MarketPayloads.TradeRow;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.BookUnits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Public prices in neutral terms: base units, prices per single coin. */
final class MarketMapper {

    private static final int OPEN_TIME = 0;
    private static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int VOLUME = 5;
    private static final int CLOSE_TIME = 6;

    private MarketMapper() {}

    static Ticker ticker(Ticker24 row, Instrument instrument) {
        BigDecimal percent = row.priceChangePercent();
        return Ticker.builder()
                .symbol(instrument.symbol())
                .last(instrument.fromVenuePrice(row.lastPrice()))
                .open(price(row.openPrice(), instrument))
                .high(price(row.highPrice(), instrument))
                .low(price(row.lowPrice(), instrument))
                .baseVolume(row.volume() == null ? null : instrument.fromContracts(row.volume()))
                .quoteVolume(row.quoteVolume())
                .changeRatio(percent == null ? null : percent.movePointLeft(2))
                .time(Instant.ofEpochMilli(row.closeTime()))
                .build();
    }

    /** Empty where a side has no price. */
    static Optional<BookTicker> bookTicker(BestPrices row, Instrument instrument) {
        BigDecimal bid = price(row.bidPrice(), instrument);
        BigDecimal ask = price(row.askPrice(), instrument);
        if (bid == null || ask == null) {
            return Optional.empty();
        }
        return Optional.of(new BookTicker(
                instrument.symbol(),
                bid,
                instrument.fromContracts(Readings.orZero(row.bidQty())),
                ask,
                instrument.fromContracts(Readings.orZero(row.askQty())),
                Instant.ofEpochMilli(row.time())));
    }

    static OrderBook orderBook(Depth row, Instrument instrument, Instant received) {
        return orderBook(row, instrument.symbol(), units(instrument), received);
    }

    static OrderBook orderBook(Depth row, Symbol symbol, BookUnits units, Instant received) {
        Instant matched = time(row.T());
        Instant sent = time(row.E());
        return new OrderBook(
                symbol,
                levels(row.bids(), units),
                levels(row.asks(), units),
                row.lastUpdateId(),
                matched != null ? matched : sent != null ? sent : received);
    }

    static List<PriceLevel> levels(List<List<BigDecimal>> rows, BookUnits units) {
        return rows.stream().map(row -> units.level(row.get(0), row.get(1))).toList();
    }

    /** A price is divided by a power of ten, which keeps the order of prices and never fails. */
    static BookUnits units(Instrument instrument) {
        return (price, quantity) ->
                new PriceLevel(instrument.fromVenuePrice(price), instrument.fromContracts(quantity));
    }

    static Trade trade(TradeRow row, Instrument instrument) {
        return new Trade(
                instrument.symbol(),
                Long.toString(row.id()),
                instrument.fromVenuePrice(row.price()),
                instrument.fromContracts(row.qty()),
                row.isBuyerMaker() ? Side.SELL : Side.BUY,
                Instant.ofEpochMilli(row.time()));
    }

    /** The volume of mark and index candles means nothing. */
    static Candle candle(BigDecimal[] row, PriceKind kind, Instrument instrument, Instant now) {
        return new Candle(
                Instant.ofEpochMilli(row[OPEN_TIME].longValueExact()),
                instrument.fromVenuePrice(row[OPEN]),
                instrument.fromVenuePrice(row[HIGH]),
                instrument.fromVenuePrice(row[LOW]),
                instrument.fromVenuePrice(row[CLOSE]),
                kind == PriceKind.LAST ? instrument.fromContracts(row[VOLUME]) : BigDecimal.ZERO,
                Instant.ofEpochMilli(row[CLOSE_TIME].longValueExact()).isBefore(now));
    }

    static MarkPrice markPrice(Premium row, Instrument instrument) {
        return MarkPrice.builder()
                .symbol(instrument.symbol())
                .mark(instrument.fromVenuePrice(row.markPrice()))
                .index(price(row.indexPrice(), instrument))
                .fundingRate(row.lastFundingRate())
                .nextFundingTime(time(row.nextFundingTime()))
                .time(Instant.ofEpochMilli(row.time()))
                .build();
    }

    static FundingRate funding(Funding row, Instrument instrument) {
        return FundingRate.builder()
                .symbol(instrument.symbol())
                .rate(row.fundingRate())
                .fundingTime(Instant.ofEpochMilli(row.fundingTime()))
                .build();
    }

    static @Nullable BigDecimal price(@Nullable BigDecimal venuePrice, Instrument instrument) {
        BigDecimal price = nonZero(venuePrice);
        return price == null ? null : instrument.fromVenuePrice(price);
    }
}
