package dev.astrolabe.simulator.contract;

import dev.astrolabe.agents.paper.FillPolicy;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PriceBand;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.fault.FaultKind;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A client over the wire of a simulator whose clock and prices are turned by hand. */
final class WireVenue implements ContractVenue {

    private static final String ACCOUNT = "main";
    private static final int FIRST_LEVERAGE = 10;

    private final Wire wire;
    /** The first deposit is no part of the history that the contract reads: it lies behind what venues tell. */
    private final SimulatorClock clock = SimulatorClock.turned(FakeClock.START.minus(Duration.ofDays(200)));

    private final ScriptedMarkets markets;
    private final ExchangeSimulator simulator;
    private final ExchangeClient client;
    private final long requests;
    private final long mutations;

    WireVenue(Wire wire) {
        this.wire = wire;
        this.markets = ScriptedMarkets.of(
                clock,
                instruments(wire.exchange()),
                Map.of(BTC, new BigDecimal("50000"), PEPE, new BigDecimal("0.00001")));
        this.simulator = ExchangeSimulator.builder()
                .clock(clock)
                .markets(wire.exchange(), markets)
                .account(wire.account(ACCOUNT, "USDT", new BigDecimal("10000")))
                .terms(terms -> terms.fees(new BigDecimal("0.0002"), new BigDecimal("0.0004"))
                        .fillPolicy(FillPolicy.optimistic()))
                .start();
        clock.turnTo(FakeClock.START);
        simulator.catchUp();
        this.requests = simulator.faults().add(FaultRule.of(FaultKind.LATENCY));
        this.mutations = simulator.faults().add(FaultRule.of(FaultKind.LATENCY).onChanges());
        List.of(BTC, PEPE).forEach(symbol -> account().client(symbol).account().setLeverage(symbol, FIRST_LEVERAGE));
        this.client = wire.open(simulator, ACCOUNT, clock, simulator::advance);
    }

    /** As the contract asks for; the listing has narrower bands and its own lots. */
    private static List<Instrument> instruments(ExchangeId exchange) {
        boolean okx = exchange.equals(ExchangeId.OKX);
        PriceBand wide = new PriceBand(new BigDecimal("5"), new BigDecimal("0.2"));
        StepFilter lots = new StepFilter(new BigDecimal("0.001"), new BigDecimal("100"), new BigDecimal("0.001"));
        StepFilter prices = new StepFilter(new BigDecimal("0.1"), new BigDecimal("1000000"), new BigDecimal("0.1"));
        return (okx ? Listings.okx() : Listings.aster())
                .stream()
                        .filter(listed -> List.of(BTC, PEPE).contains(listed.symbol()))
                        .map(listed -> listed.toBuilder().priceBand(wide).build())
                        .map(listed -> listed.symbol().equals(BTC)
                                ? listed.toBuilder()
                                        .priceFilter(prices)
                                        .quantityFilter(lots)
                                        .marketQuantityFilter(lots)
                                        .build()
                                : listed)
                        .toList();
    }

    @Override
    public ExchangeClient client() {
        return client;
    }

    @Override
    public ExchangeId exchange() {
        return wire.exchange();
    }

    @Override
    public Environment environment() {
        return Environment.LIVE;
    }

    /** Streams tell a book at most every 100 ms, and a mark price every second, so that time passes first. */
    @Override
    public void movePrice(Symbol symbol, BigDecimal price) {
        simulator.advance(Duration.ofSeconds(1));
        markets.move(symbol, price);
        simulator.catchUp();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        simulator.advance(time);
    }

    /** A rule of no latency meets every request, and counts. */
    @Override
    public long requestsSeen() {
        return met(requests);
    }

    @Override
    public long mutationsSeen() {
        return met(mutations);
    }

    private long met(long rule) {
        return simulator.faults().rules().stream()
                .filter(state -> state.id() == rule)
                .findFirst()
                .orElseThrow()
                .matched();
    }

    @Override
    public Set<FailureMode> failureModes() {
        return EnumSet.allOf(FailureMode.class);
    }

    @Override
    public void failNextMutation(FailureMode mode) {
        if (mode == FailureMode.REFUSE) {
            takeTheMoney();
            return;
        }
        FaultKind kind = mode == FailureMode.LOSE ? FaultKind.DROP_BEFORE : FaultKind.DROP_AFTER;
        simulator.faults().add(FaultRule.of(kind).onChanges().atMost(1));
    }

    /** No venue takes what cannot be paid for; that is its own word, which nothing on the way could have said. */
    private void takeTheMoney() {
        SimulatedVenue venue = simulator.venue(wire.exchange());
        BigDecimal all = account().balances().stream()
                .filter(balance -> balance.asset().equals("USDT"))
                .map(Balance::wallet)
                .findFirst()
                .orElseThrow();
        venue.call(() -> {
            venue.engine().transfer(ACCOUNT + ":USDT", all.negate());
            return all;
        });
    }

    private VenueAccount account() {
        return simulator.venue(wire.exchange()).accounts().iterator().next();
    }

    @Override
    public boolean streams() {
        return true;
    }

    /** A connection is cut in place of its next event, which is the first thing that happens meanwhile. */
    @Override
    public boolean dropStreams(Runnable meanwhile) {
        long refuse = simulator.faults().add(FaultRule.of(FaultKind.REFUSE_CONNECT));
        long cut = simulator.faults().add(FaultRule.of(FaultKind.DISCONNECT));
        meanwhile.run();
        simulator.faults().remove(cut);
        simulator.faults().remove(refuse);
        return true;
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
