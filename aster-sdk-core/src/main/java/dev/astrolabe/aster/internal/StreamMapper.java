package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.MarketPayloads.BestPrices;
import dev.astrolabe.aster.internal.MarketPayloads.Depth;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.StreamPayloads.BestPricesEvent;
import dev.astrolabe.aster.internal.StreamPayloads.CandleEvent;
import dev.astrolabe.aster.internal.StreamPayloads.CandleRow;
import dev.astrolabe.aster.internal.StreamPayloads.DepthEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MarkPriceEvent;
import dev.astrolabe.aster.internal.UserPayloads.OrderEvent;
import dev.astrolabe.aster.internal.UserPayloads.OrderUpdate;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.BookChange;
import dev.astrolabe.exchange.transport.BookUnits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Events in neutral terms, by the way of the rows that the same things have over REST. */
final class StreamMapper {

    private StreamMapper() {}

    /** The fills of one taker order at one price within 100 ms are one trade here, under the id of the aggregate. */
    static Trade trade(AggregateTradeRow row, Instrument instrument) {
        AggregateTrade trade = AsterMarketMapper.aggregateTrade(row, instrument);
        return new Trade(
                trade.symbol(),
                Long.toString(trade.id()),
                trade.price(),
                trade.quantity(),
                trade.takerSide(),
                trade.time());
    }

    /** Empty where a side has no price. */
    static Optional<BookTicker> bookTicker(BestPricesEvent event, Instrument instrument) {
        long time = Objects.requireNonNullElse(event.T(), event.E());
        return MarketMapper.bookTicker(
                new BestPrices(event.s(), event.b(), event.B(), event.a(), event.A(), time), instrument);
    }

    static Candle candle(CandleEvent event, Instrument instrument) {
        CandleRow row = event.k();
        return new Candle(
                Instant.ofEpochMilli(row.t()),
                instrument.fromVenuePrice(row.o()),
                instrument.fromVenuePrice(row.h()),
                instrument.fromVenuePrice(row.l()),
                instrument.fromVenuePrice(row.c()),
                instrument.fromContracts(row.v()),
                row.x());
    }

    static MarkPrice markPrice(MarkPriceEvent event, Instrument instrument) {
        return MarketMapper.markPrice(premium(event), instrument);
    }

    /** The event does not tell the part of the rate that is interest. */
    static Premium premium(MarkPriceEvent event) {
        return new Premium(event.s(), event.p(), event.i(), event.P(), event.r(), event.T(), null, event.E());
    }

    /** The top of the book, which an event of a partial depth stream tells whole. */
    static OrderBook topOfBook(DepthEvent event, Instrument instrument) {
        return MarketMapper.orderBook(
                new Depth(event.u(), event.E(), event.T(), event.b(), event.a()),
                instrument,
                Instant.ofEpochMilli(event.E()));
    }

    /** In the venue's own units, in which a local book is kept. */
    static BookChange change(DepthEvent event) {
        return new BookChange(
                event.U(),
                event.u(),
                event.pu(),
                MarketMapper.levels(event.b(), BookUnits.AS_TOLD),
                MarketMapper.levels(event.a(), BookUnits.AS_TOLD),
                Instant.ofEpochMilli(Objects.requireNonNullElse(event.T(), event.E())));
    }

    /** The execution that an event tells, be it a trade or a liquidation; empty where it tells another change. */
    static Optional<Fill> fill(OrderEvent event, Instrument instrument) {
        OrderUpdate update = event.o();
        BigDecimal quantity = update.lastQty();
        BigDecimal price = update.lastPrice();
        Long id = update.tradeId();
        if (id == null || id == 0 || quantity == null || quantity.signum() == 0 || price == null) {
            return Optional.empty();
        }
        // Over REST a fee that was paid is negative; an event tells it as what was paid.
        BigDecimal fee = Readings.orZero(update.commission());
        String feeAsset = Readings.nonEmpty(update.commissionAsset());
        Symbol symbol = instrument.symbol();
        TradingPayloads.UserTrade row = new TradingPayloads.UserTrade(
                id,
                update.orderId(),
                update.symbol(),
                update.side(),
                update.positionSide(),
                price,
                quantity,
                fee.negate(),
                feeAsset == null ? symbol.settle().orElse(symbol.quote()) : feeAsset,
                update.realizedPnl(),
                update.maker(),
                update.updateTime() > 0 ? update.updateTime() : event.T());
        return Optional.of(OrderMapper.fill(row, Readings.nonEmpty(update.clientOrderId()), instrument));
    }
}
