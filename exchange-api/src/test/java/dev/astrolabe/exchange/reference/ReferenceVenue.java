package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.EngineRules;
import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh reference exchange. Its hooks let a test put a broken group in the place of a sound one. */
class ReferenceVenue implements ContractVenue {

    static final Capabilities FULL = Capabilities.builder()
            .exchange(new ExchangeId(Wire.EXCHANGE))
            .features(EnumSet.allOf(Feature.class))
            .orderTypes(EnumSet.range(OrderType.MARKET, OrderType.TRAILING_STOP_MARKET))
            .timesInForce(EnumSet.range(TimeInForce.GTC, TimeInForce.RPI))
            .triggers(EnumSet.range(TriggerBy.LAST, TriggerBy.INDEX))
            .positionModes(EnumSet.allOf(PositionMode.class))
            .marginModes(EnumSet.of(MarginMode.CROSS, MarginMode.ISOLATED))
            .candleIntervals(EnumSet.allOf(CandleInterval.class))
            .clientOrderIds(new ClientOrderIdRule("[A-Za-z0-9]", 32))
            .maxBatchPlace(5)
            .maxBatchCancel(10)
            .build();

    static final Capabilities NARROW = FULL.toBuilder()
            .features(Set.of())
            .orderTypes(Set.of(OrderType.MARKET, OrderType.LIMIT))
            .timesInForce(Set.of(TimeInForce.GTC))
            .triggers(Set.of(TriggerBy.MARK))
            .positionModes(Set.of(PositionMode.ONE_WAY))
            .marginModes(Set.of(MarginMode.CROSS))
            .candleIntervals(Set.of(CandleInterval.H1))
            .build();

    final Wire wire = new Wire();
    final PriceBoard board = Catalogue.board();
    final Catalogue catalogue = new Catalogue(wire);
    final Capabilities can;
    final LocalStreams streams;
    final Engine engine;
    final Quotes quotes;
    private final ExchangeClient client;

    ReferenceVenue(Capabilities can) {
        this.can = can;
        this.quotes = new Quotes(wire, can, catalogue, board);
        this.streams = localStreams();
        this.engine = new Engine(board, wire.clock, rules(), streams::tell);
        this.client = new ReferenceClient(wire, can, catalogue, quotes, trading(), account(), streams);
    }

    private static EngineRules rules() {
        AtomicInteger last = new AtomicInteger(1000);
        return new EngineRules(
                new BigDecimal("0.0002"), new BigDecimal("0.0004"), true, () -> String.valueOf(last.incrementAndGet()));
    }

    LocalStreams localStreams() {
        return new LocalStreams(wire, can, quotes);
    }

    Trading trading() {
        return new OrderDesk(wire, can, catalogue, engine);
    }

    Account account() {
        return new Books(wire, can, catalogue, engine, board);
    }

    @Override
    public ExchangeClient client() {
        return client;
    }

    @Override
    public ExchangeId exchange() {
        return new ExchangeId(Wire.EXCHANGE);
    }

    @Override
    public Environment environment() {
        return Environment.PAPER;
    }

    @Override
    public void movePrice(Symbol symbol, BigDecimal price) {
        board.set(symbol, price);
        engine.priceMoved(symbol);
        streams.moved(symbol);
    }

    @Override
    public Instant now() {
        return wire.clock.instant();
    }

    @Override
    public void advance(Duration time) {
        wire.clock.advance(time);
    }

    @Override
    public long requestsSeen() {
        return wire.requests.get();
    }

    @Override
    public long mutationsSeen() {
        return wire.mutations.get();
    }

    @Override
    public Set<FailureMode> failureModes() {
        return EnumSet.allOf(FailureMode.class);
    }

    @Override
    public void failNextMutation(FailureMode mode) {
        wire.nextFailure.set(mode);
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public boolean dropStreams(Runnable meanwhile) {
        streams.cutWhile(meanwhile, () -> engine.orders(true, null));
        return true;
    }

    @Override
    public void close() {
        client.close();
    }
}
