package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.feed.ClientFeed;
import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.feed.Pace;
import dev.astrolabe.agents.strategy.StandardAgents;
import dev.astrolabe.examples.desk.market.EmbeddedMarket;
import dev.astrolabe.examples.desk.market.SimulatedWorld;
import dev.astrolabe.examples.desk.market.VenueProfile;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.model.Instrument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Two AsterDex-shaped servers in this process, over one simulated world, seen through real clients. */
final class SimulatedMarket implements DeskMarket {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final Duration STEP = Duration.ofSeconds(15);
    static final ExchangeId SECOND = new ExchangeId("asterdex-b");

    private static final int WARM_UP_BARS = 1000;

    private final long seed;
    private final long steps;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<String> servers = new ArrayList<>();
    private final ClientFeed feed;

    private SimulatedMarket(long seed, Duration time) {
        this.seed = seed;
        this.steps = time.dividedBy(STEP);
        SimulatedWorld world = SimulatedWorld.create(seed, START, List.of(VenueProfile.STEADY, VenueProfile.STRAYING));
        ClientFeed.Builder builder = ClientFeed.builder(Pace.virtual(steps, () -> world.advance(STEP)));
        try {
            add(builder, ExchangeId.ASTERDEX, EmbeddedMarket.start(world, VenueProfile.STEADY));
            add(builder, SECOND, EmbeddedMarket.start(world, VenueProfile.STRAYING));
            this.feed = builder.open();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void add(ClientFeed.Builder builder, ExchangeId name, EmbeddedMarket server) {
        opened.push(server);
        servers.add(server.baseUrl() + " (" + name + ")");
        ExchangeClient client = client(server.baseUrl());
        opened.push(client);
        builder.exchange(
                name,
                client,
                client.instruments().all().stream().map(Instrument::symbol).toList());
    }

    static SimulatedMarket open(long seed, Duration time) {
        return new SimulatedMarket(seed, time);
    }

    private static ExchangeClient client(URI server) {
        return Exchanges.open(ExchangeConfig.builder("asterdex")
                .option("baseUrl", server.toString())
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
