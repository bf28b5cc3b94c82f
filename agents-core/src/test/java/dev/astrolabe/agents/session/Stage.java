package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.agents.gate.Topology;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A session of one scripted agent with 10,000 USDT on a scripted feed, watched after every step. */
final class Stage {

    static final AgentId TM = new AgentId("TM");

    final ScriptedStrategy script = new ScriptedStrategy(TM);
    final List<After> steps = new ArrayList<>();
    final WatchedExecution execution;
    final Session session;
    Consumer<Progress> listener = progress -> {};

    private final MarketFeed feed;

    /** What the accounts held when a step was done. */
    record After(Progress progress, List<Position> positions, List<Order> orders) {}

    Stage(MarketFeed feed) {
        this(feed, limits().build());
    }

    Stage(MarketFeed feed, GateLimits limits) {
        this(feed, limits, spec(TM, "1", StrategyKind.TREND).build());
    }

    Stage(MarketFeed feed, GateLimits limits, AgentSpec spec) {
        this.feed = feed;
        SessionConfig config = SessionConfig.builder()
                .agents(List.of(new Agent(spec, script)))
                .capital(new BigDecimal("10000"))
                .limits(limits)
                .build();
        this.execution = new WatchedExecution(PaperExecution.open(config, feed));
        this.session = new Session(config, feed, execution, this::onStep);
    }

    static GateLimits.Builder limits() {
        return GateLimits.builder().topology(Topology.SUBACCOUNT);
    }

    static AgentSpec.Builder spec(AgentId id, String share, StrategyKind kind) {
        return AgentSpec.builder()
                .id(id)
                .name("Scripted " + id)
                .strategy(kind)
                .capitalShare(new BigDecimal(share))
                .maxLeverage(10)
                .barLength(Duration.ofMinutes(1));
    }

    static RejectedException refusal(Reason reason) {
        return new RejectedException(reason, new VenueError("PAPER", "place", "-1", "refused by the test", 400));
    }

    private void onStep(Progress progress) {
        steps.add(new After(progress, positions(), orders()));
        listener.accept(progress);
    }

    List<Position> positions() {
        return feed.listings().stream()
                .map(Listing::exchange)
                .distinct()
                .flatMap(exchange -> execution.bare(exchange, TM).account().positions().stream())
                .toList();
    }

    List<Order> orders() {
        return feed.listings().stream()
                .map(Listing::exchange)
                .distinct()
                .flatMap(exchange -> execution.bare(exchange, TM).trading().openOrders().stream())
                .toList();
    }

    /** Step numbers begin at 1. */
    After after(int step) {
        return steps.get(step - 1);
    }

    SessionReport run() throws InterruptedException {
        SessionReport report = session.run();
        assertClean();
        return report;
    }

    void assertClean() {
        assertThat(positions()).as("positions at the end").isEmpty();
        assertThat(orders()).as("open orders at the end").isEmpty();
    }

    static int count(SessionReport report, String verdict, String reason) {
        return report.decisions().get(verdict).getOrDefault(reason, 0);
    }
}
