package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Instruments, books and ticks for tests. */
final class Sample {

    static final ExchangeId ID = ExchangeId.PAPER;
    static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    static final Symbol ETH = Symbol.parse("ETH/USDT:USDT");
    static final Symbol PEPE = Symbol.parse("PEPE/USDT:USDT");
    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    static final BigDecimal TICK = new BigDecimal("0.1");

    private Sample() {}

    static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    static Instrument btc() {
        return perpetual(BTC, "BTCUSDT", "0.1", "0.001").build();
    }

    static Instrument eth() {
        return perpetual(ETH, "ETHUSDT", "0.01", "0.01").build();
    }

    static Instrument pepe() {
        return perpetual(PEPE, "1000PEPEUSDT", "0.0000000001", "1000")
                .priceFilter(new StepFilter(num("0.0000000001"), num("1"), num("0.0000000001")))
                .quantityFilter(new StepFilter(num("1000"), num("1000000000000"), num("1000")))
                .marketQuantityFilter(new StepFilter(num("1000"), num("1000000000000"), num("1000")))
                .priceMultiplier(num("1000"))
                .contractValue(num("1000"))
                .build();
    }

    static Instrument.Builder perpetual(Symbol symbol, String name, String tick, String lot) {
        return Instrument.builder()
                .symbol(symbol)
                .exchange(ID.name())
                .venueSymbol(name)
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceFilter(new StepFilter(num(tick), num("1000000"), num(tick)))
                .quantityFilter(new StepFilter(num(lot), num("100"), num(lot)))
                .marketQuantityFilter(new StepFilter(num(lot), num("100"), num(lot)))
                .minNotional(num("5"));
    }

    static PriceLevel level(String price, String quantity) {
        return new PriceLevel(num(price), num(quantity));
    }

    /** A book around a price: the best levels one tick beside it, each next one a tick further out. */
    static OrderBook book(
            Symbol symbol, BigDecimal price, BigDecimal tick, int depth, BigDecimal quantity, Instant time) {
        List<PriceLevel> bids = new ArrayList<>();
        List<PriceLevel> asks = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            BigDecimal distance = tick.multiply(BigDecimal.valueOf(i));
            bids.add(new PriceLevel(price.subtract(distance), quantity));
            asks.add(new PriceLevel(price.add(distance), quantity));
        }
        return new OrderBook(symbol, bids, asks, -1, time);
    }

    static MarketTick tick(OrderBook book, BigDecimal mark) {
        MarkPrice price = MarkPrice.builder()
                .symbol(book.symbol())
                .mark(mark)
                .time(book.time())
                .build();
        return MarketTick.of(new Listing(ID, book.symbol()), book, price);
    }

    /** A tick that announces funding. */
    static MarketTick tick(OrderBook book, BigDecimal mark, String rate, Instant nextFunding) {
        MarkPrice price = MarkPrice.builder()
                .symbol(book.symbol())
                .mark(mark)
                .fundingRate(num(rate))
                .nextFundingTime(nextFunding)
                .time(book.time())
                .build();
        return MarketTick.of(new Listing(ID, book.symbol()), book, price);
    }

    /** A deep one-tick market of BTC around a price, which is also the mark. */
    static MarketTick btcAt(String price, Instant time) {
        return tick(book(BTC, num(price), TICK, 10, num("20"), time), num(price));
    }
}
