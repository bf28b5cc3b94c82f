package dev.astrolabe.benchmarks.depth;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.LocalBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Astrolabe's own way: the text that the socket gives, the protocol, the feed, the local book. */
final class Astrolabe implements Keeper {

    /** Where a message goes. */
    private interface Way {
        void take(String text) throws IOException;
    }

    private static final int ALL = 10_000;

    private final Instrument instrument;
    private final LocalBook book;
    private final Way way;

    private Astrolabe(Instrument instrument, LocalBook book, Way way) {
        this.instrument = instrument;
        this.book = book;
        this.way = way;
    }

    static Astrolabe aster(String snapshot) throws IOException {
        Instrument instrument = instrument("aster", "BTCUSDT", BigDecimal.ONE);
        dev.astrolabe.aster.internal.DepthDoor door = new dev.astrolabe.aster.internal.DepthDoor(instrument);
        door.seed(snapshot);
        return new Astrolabe(instrument, door.book(), door::take);
    }

    static Astrolabe okx(String snapshot) throws IOException {
        Instrument instrument = instrument("okx", "BTC-USDT-SWAP", new BigDecimal("0.01"));
        dev.astrolabe.okx.internal.DepthDoor door = new dev.astrolabe.okx.internal.DepthDoor(instrument);
        door.take(snapshot);
        return new Astrolabe(instrument, door.book(), door::take);
    }

    private static Instrument instrument(String exchange, String venueSymbol, BigDecimal contractValue) {
        return Instrument.builder()
                .symbol(Symbol.parse("BTC/USDT:USDT"))
                .exchange(exchange)
                .venueSymbol(venueSymbol)
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("live")
                .contractValue(contractValue)
                .build();
    }

    @Override
    public void take(byte[] frame) throws IOException {
        way.take(new String(frame, StandardCharsets.UTF_8));
    }

    /** The best levels, as a strategy reads them. */
    OrderBook best(int depth) {
        return book.book(depth).orElseThrow();
    }

    @Override
    public List<Level> levels() {
        OrderBook shown = best(ALL);
        return Stream.concat(shown.bids().stream(), shown.asks().stream())
                .map(this::level)
                .toList();
    }

    private Level level(PriceLevel level) {
        return new Level(level.price(), instrument.toContracts(level.quantity()));
    }
}
