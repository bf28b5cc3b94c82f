package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static dev.astrolabe.agents.session.ScriptedFeed.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.session.ScriptedFeed.Quote;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random markets and random agents: the books are exact, positions are protected, and the end is clean. */
class SessionProperties {

    private static final List<AgentId> AGENTS = List.of(new AgentId("TM"), new AgentId("MR"));
    private static final String DEEP = "100";

    private static int trades;
    private static int rests;
    private static int heldUp;

    /** One run over random steps. */
    private static final class Run {
        private final Random random;
        private final int steps;
        private final ScriptedFeed feed = new ScriptedFeed(BTC, ETH);
        private final Set<String> thin = new HashSet<>();
        private final WatchedExecution execution;
        private final Session session;
        private long exits;

        Run(long seed, int steps) {
            this.random = new Random(seed);
            this.steps = steps;
            int btc = 500_000;
            int eth = 30_000;
            for (int step = 1; step <= steps; step++) {
                feed.step(quote(BTC, btc, step), quote(ETH, eth, step));
                btc = walk(btc);
                eth = walk(eth);
            }
            SessionConfig config = SessionConfig.builder()
                    .agents(AGENTS.stream().map(this::agent).toList())
                    .capital(new BigDecimal("20000"))
                    .limits(Stage.limits()
                            .maxDrawdown(new BigDecimal("0.9"))
                            .cooldownAfterStop(Duration.ZERO)
                            .maxOpensPerHour(1000)
                            .maxFeeDrag(BigDecimal.ONE)
                            .build())
                    .build();
            execution = new WatchedExecution(PaperExecution.open(config, feed));
            session = new Session(config, feed, execution, this::check);
        }

        private int walk(int price) {
            int step = random.nextInt(10) == 0 ? price / 25 : price / 200;
            return price + random.nextInt(2 * step + 1) - step;
        }

        private Quote quote(Listing listing, int tenths, int step) {
            // The last steps are deep, so that everything can be closed.
            boolean scarce = step < steps - 1 && random.nextInt(3) == 0;
            if (scarce) {
                thin.add(step + " " + listing);
            }
            String depth = scarce ? (listing.equals(BTC) ? "0.004" : "0.05") : DEEP;
            String funding = random.nextInt(4) == 0
                    ? BigDecimal.valueOf(random.nextInt(21) - 10L, 4).toPlainString()
                    : null;
            return new Quote(listing, BigDecimal.valueOf(tenths, 1).toPlainString(), depth, funding);
        }

        private Agent agent(AgentId id) {
            ScriptedStrategy script = new ScriptedStrategy(id);
            for (int step = 1; step <= steps; step++) {
                script.leverage = 1 + random.nextInt(10);
                for (Listing listing : List.of(BTC, ETH)) {
                    if (random.nextInt(3) > 0) {
                        script.at(step, snapshot -> proposal(script, snapshot, listing));
                    }
                }
            }
            return new Agent(Stage.spec(id, "0.5", StrategyKind.TREND).build(), script);
        }

        private Proposal proposal(ScriptedStrategy script, Snapshot snapshot, Listing listing) {
            Optional<OwnPosition> held = snapshot.self().position(listing);
            if (held.isEmpty() || random.nextInt(4) == 0) {
                PositionSide side = held.map(OwnPosition::side)
                        .orElse(random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT);
                return entry(script, snapshot, listing, side);
            }
            OwnPosition position = held.get();
            if (random.nextInt(3) == 0) {
                String stop = away(snapshot, listing, position.side(), -1 - random.nextInt(20));
                return script.moveStop(listing, position.side(), stop).apply(snapshot);
            }
            BigDecimal part = BigDecimal.valueOf(1 + random.nextInt(20), 1);
            String quantity = position.quantity().multiply(part).toPlainString();
            return script.close(listing, position.side(), quantity).apply(snapshot);
        }

        private Proposal entry(ScriptedStrategy script, Snapshot snapshot, Listing listing, PositionSide side) {
            String quantity = BigDecimal.valueOf(
                            listing.equals(BTC) ? 1 + random.nextInt(60) : 10 + random.nextInt(900), 3)
                    .toPlainString();
            String stop = away(snapshot, listing, side, -5 - random.nextInt(40));
            String takeProfit = random.nextBoolean() ? away(snapshot, listing, side, 5 + random.nextInt(30)) : null;
            String limit = random.nextInt(3) == 0 ? away(snapshot, listing, side, -1 - random.nextInt(3)) : null;
            return script.open(listing, side, quantity, stop, takeProfit, limit).apply(snapshot);
        }

        /** A price some per mille off the mark, in the direction of gain where positive. */
        private static String away(Snapshot snapshot, Listing listing, PositionSide side, int perMille) {
            BigDecimal mark = snapshot.markets().get(listing).mark();
            int sign = side == PositionSide.LONG ? 1 : -1;
            return mark.add(mark.multiply(BigDecimal.valueOf((long) perMille * sign, 3)))
                    .setScale(1, RoundingMode.HALF_UP)
                    .toPlainString();
        }

        private void check(Progress progress) {
            boolean exitSent = execution.count("place X") > exits;
            exits = execution.count("place X");
            BigDecimal told = BigDecimal.ZERO;
            for (AgentId agent : AGENTS) {
                ExchangeClient account = execution.bare(ExchangeId.PAPER, agent);
                told = told.add(account.account().balances().get(0).equity());
                for (Listing listing : List.of(BTC, ETH)) {
                    checkStops(account, listing, thin.contains(progress.step() + " " + listing), exitSent, progress);
                }
            }
            assertThat(progress.equity()).as("step %d", progress.step()).isEqualByComparingTo(told);
        }

        private static void checkStops(
                ExchangeClient account, Listing listing, boolean thin, boolean exitSent, Progress progress) {
            List<Position> positions = account.account().positions(listing.symbol());
            List<Order> open = account.trading().openOrders(listing.symbol());
            rests += (int) open.stream()
                    .filter(order -> order.type() == OrderType.LIMIT)
                    .count();
            List<Order> stops = open.stream()
                    .filter(order -> order.type() == OrderType.STOP_MARKET)
                    .toList();
            String where = "stops of " + listing + " after step " + progress.step();
            if (positions.isEmpty()) {
                assertThat(open).as(where).noneMatch(order -> order.type().isConditional());
            } else if (isProtected(positions.get(0), stops)) {
                assertThat(stops.get(0).reduceOnly()).as(where).isTrue();
            } else {
                // Passed by the price, and the book could not take all of it: the exit goes on at the next step.
                assertThat(thin && exitSent)
                        .as(where + " are " + stops + " of " + positions)
                        .isTrue();
                heldUp++;
            }
        }

        private static boolean isProtected(Position position, List<Order> stops) {
            return stops.size() == 1 && stops.get(0).quantity().orElseThrow().compareTo(position.quantity()) == 0;
        }
    }

    @Property(tries = 50)
    void books_are_exact_positions_protected_and_the_end_is_clean(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 60) int steps) throws InterruptedException {
        Run run = new Run(seed, steps);

        SessionReport report = run.session.run();

        trades += report.agents().stream().mapToInt(Performance::trades).sum();
        assertThat(report.balanceChecks()).isEqualTo(report.steps() + 1);
        assertThat(report.positions()).isZero();
        for (AgentId agent : AGENTS) {
            ExchangeClient account = run.execution.bare(ExchangeId.PAPER, agent);
            assertThat(account.account().positions()).isEmpty();
            assertThat(account.trading().openOrders()).isEmpty();
        }
    }

    /** A property over sessions that never trade would hold as well. */
    @AfterContainer
    static void the_runs_were_worth_it() {
        assertThat(trades).as("trades").isGreaterThan(200);
        assertThat(rests).as("steps with a resting entry").isGreaterThan(50);
        assertThat(heldUp).as("exits that a thin book held up").isPositive();
    }
}
