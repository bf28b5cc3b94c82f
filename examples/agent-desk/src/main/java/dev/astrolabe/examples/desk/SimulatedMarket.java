package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.feed.ClientFeed;
import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.feed.Pace;
import dev.astrolabe.agents.strategy.StandardAgents;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.aster.AsterOptions;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.SeededMarkets;
import dev.astrolabe.simulator.market.VenueProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Two simulated AsterDex exchanges in this process, over the same coins, seen through real clients. Both clocks are turned by the
 * desk.
 */
final class SimulatedMarket implements DeskMarket {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final Duration STEP = Duration.ofSeconds(15);
    static final ExchangeId SECOND = new ExchangeId("asterdex-b");

    private static final int WARM_UP_BARS = 1000;
    private static final List<String> COINS = List.of("BTC", "ETH", "SOL", "BNB", "PEPE");
    // Far above the venue's 2400: the clock here runs hundreds of times as fast, and clients count in real minutes.
    private static final int WEIGHT_A_MINUTE = 1_000_000;

    private static final BigDecimal FINE_TICK = new BigDecimal("0.01");

    private final long seed;
    private final long steps;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<ExchangeSimulator> simulators = new ArrayList<>();
    private final List<String> servers = new ArrayList<>();
    private final ClientFeed feed;

    private SimulatedMarket(long seed, Duration time) {
        this.seed = seed;
        this.steps = time.dividedBy(STEP);
        ClientFeed.Builder builder =
                ClientFeed.builder(Pace.virtual(steps, () -> simulators.forEach(each -> each.advance(STEP))));
        try {
            add(builder, ExchangeId.ASTERDEX, VenueProfile.STEADY);
            add(builder, SECOND, VenueProfile.STRAYING);
            this.feed = builder.open();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void add(ClientFeed.Builder builder, ExchangeId name, VenueProfile profile) {
        ExchangeSimulator simulator = simulator(profile);
        opened.push(simulator);
        simulators.add(simulator);
        servers.add(simulator.baseUrl() + " (" + name + ")");
        ExchangeClient client = client(simulator);
        opened.push(client);
        builder.exchange(
                name,
                client,
                client.instruments().all().stream().map(Instrument::symbol).toList());
    }

    static SimulatedMarket open(long seed, Duration time) {
        return new SimulatedMarket(seed, time);
    }

    private ExchangeSimulator simulator(VenueProfile profile) {
        SeededMarkets markets = SeededMarkets.builder(seed, START)
                .profile(profile)
                .step(SeededMarkets.BEAT)
                .instruments(listed())
                .build();
        return ExchangeSimulator.builder()
                .seed(seed)
                .clock(SimulatorClock.turned(START))
                .markets(ExchangeId.ASTERDEX, markets)
                .aster(AsterOptions.standard().withWeightPerMinute(WEIGHT_A_MINUTE))
                .start();
    }

    /** ETH and BNB on a finer tick than the venue's, which is coarse beside their simulated spread. */
    private static List<Instrument> listed() {
        return Listings.aster().stream()
                .filter(instrument -> COINS.contains(instrument.symbol().base()))
                .map(instrument -> instrument.tickSize().compareTo(FINE_TICK) <= 0
                                || instrument.symbol().base().equals("BTC")
                        ? instrument
                        : instrument.toBuilder()
                                .priceFilter(new StepFilter(
                                        FINE_TICK, instrument.priceFilter().max(), FINE_TICK))
                                .build())
                .toList();
    }

    private static ExchangeClient client(ExchangeSimulator simulator) {
        return Exchanges.open(ExchangeConfig.builder("asterdex")
                .option("baseUrl", simulator.baseUrl())
                .build());
    }

    @Override
    public String title() {
        return "Simulated AsterDex at " + String.join(" and ", servers) + ", seed " + seed + ", "
                + feed.listings().size() + " markets, " + steps + " steps of " + STEP.toSeconds() + " s from " + START;
    }

    @Override
    public MarketFeed feed() {
        return feed;
    }

    @Override
    public long steps() {
        return steps;
    }

    /** On bars of a minute: half a simulated day is short for longer ones. */
    @Override
    public List<Agent> agents() {
        return StandardAgents.onBarsOf(Duration.ofMinutes(1));
    }

    @Override
    public int warmUpBars() {
        return WARM_UP_BARS;
    }

    /** Clients before their servers. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception e) {
                throw new IllegalStateException(next + " could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
