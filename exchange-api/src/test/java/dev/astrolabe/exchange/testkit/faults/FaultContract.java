package dev.astrolabe.exchange.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.faults.CarefulTrader.Verdict;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.exchange.transport.Sleeper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A thousand small programs of orders on a venue where much goes wrong. What the trader was told in the end must be what stands
 * in the venue's book, then and an hour later. A violation names its seed; {@code -Dfaults.seed} runs that one alone.
 */
public abstract class FaultContract {

    private static final int SCHEDULES = 1_000;
    // Few enough for the limits of every venue, since no time passes meanwhile.
    private static final int ORDERS_A_THREAD = 10;
    private static final long FIRST_SEED = 20_260_101_000L;
    private static final Duration JITTER_STEP = Duration.ofMillis(500);

    private final List<FaultSetup> setups;
    private final Duration clientWindow;
    private final Map<String, Integer> injected = FaultPlan.counts();
    private volatile Function<Received, Reply> venue = call -> FaultServer.Fault.DROP;
    private final FaultServer server = new FaultServer(call -> venue.apply(call));
    private long requests;
    private int duplicates;
    private int lost;

    /**
     * Programs on one venue.
     *
     * @param setups the venue, once for each window that it may have; taken in turn
     * @param clientWindow for how long the client believes that the venue executes a request
     */
    protected FaultContract(List<? extends FaultSetup> setups, Duration clientWindow) {
        this.setups = List.copyOf(setups);
        this.clientWindow = clientWindow;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void no_order_is_placed_twice_or_lost_whatever_goes_wrong() {
        Long only = Long.getLong("faults.seed");
        long first = only == null ? FIRST_SEED : only;
        int count = only == null ? SCHEDULES : 1;
        long started = System.nanoTime();
        List<String> violations = new ArrayList<>();

        for (long seed = first; seed < first + count; seed++) {
            violations.addAll(violations(seed));
        }

        System.out.println(getClass().getName() + ": " + count + " schedules, " + requests + " requests, " + duplicates
                + " duplicates, " + lost + " lost, " + (System.nanoTime() - started) / 1_000_000 + " ms; " + injected);
        assertThat(violations).as("violations in " + count + " schedules").isEmpty();
        if (only == null) {
            assertThat(injected)
                    .as("kinds of faults")
                    .hasSizeGreaterThan(setups.get(0).conditional() ? 15 : 20);
        }
    }

    @Test
    void orders_go_on_while_another_one_is_resolved() throws Exception {
        FaultSetup setup = setups.get(0);
        FakeClock clock = new FakeClock();
        FaultyVenue standIn = setup.venue(clock);
        standIn.decide(call -> switch (call.kind()) {
            case PROOF -> Fault.of(Handling.IGNORED, Common.DROP);
            case PLACE ->
                call.clientId().equals("late")
                        ? Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(4))
                        : Fault.NONE;
            default -> Fault.NONE;
        });
        venue = standIn::answer;
        CountDownLatch others = new CountDownLatch(4);
        Sleeper untilTheOthersAreDone = time -> {
            others.await();
            clock.advance(time);
        };
        ExecutorService threads = Executors.newFixedThreadPool(5);

        try (ExchangeClient client = setup.client(server.url(), clock, untilTheOthersAreDone)) {
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> client.trading().place(resting("late")));
            Future<OrderResolution> resolution = threads.submit(
                    () -> client.trading().resolve(unknown.order().orElseThrow(), unknown.sentAt()));
            List<Future<?>> placing = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String prefix = "thread" + thread + "x";
                placing.add(threads.submit(() -> {
                    for (int i = 0; i < ORDERS_A_THREAD; i++) {
                        client.trading().place(resting(prefix + i));
                    }
                    others.countDown();
                }));
            }
            for (Future<?> one : placing) {
                one.get(60, TimeUnit.SECONDS);
            }

            assertThat(resolution.get(60, TimeUnit.SECONDS)).isInstanceOf(OrderResolution.Placed.class);
            assertThat(standIn.book())
                    .extracting(order -> order.clientId())
                    .hasSize(4 * ORDERS_A_THREAD + 1)
                    .doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    private static OrderRequest resting(String id) {
        return OrderRequest.limit(ContractVenue.BTC, Side.BUY, new BigDecimal("0.001"), new BigDecimal("40000"))
                .toBuilder()
                .clientOrderId(id)
                .build();
    }

    private List<String> violations(long seed) {
        FaultSetup setup = setups.get((int) (seed % setups.size()));
        FakeClock clock = new FakeClock();
        FaultyVenue standIn = setup.venue(clock);
        FaultPlan plan = new FaultPlan(seed, setup, clientWindow, injected);
        standIn.decide(plan::decide);
        venue = call -> {
            Reply reply = standIn.answer(call);
            clock.advance(plan.pause());
            return reply;
        };
        List<String> found = new ArrayList<>();
        try (ExchangeClient client = setup.client(server.url(), clock, evenly(clock))) {
            CarefulTrader trader = new CarefulTrader(client, standIn, clock, seed, setup.conditional());
            try {
                trader.trade();
            } catch (RuntimeException e) {
                StringWriter text = new StringWriter();
                e.printStackTrace(new PrintWriter(text, true));
                found.add(text.toString());
            }
            found.addAll(trader.wrong());
            found.addAll(contradictions(trader, standIn.book()));
            clock.advance(Duration.ofHours(1));
            contradictions(trader, standIn.book()).forEach(text -> found.add("an hour later " + text));
        }
        server.forget();
        requests += standIn.requests();
        return found.stream().map(text -> "seed " + seed + ": " + text).toList();
    }

    /** Pauses of reads are random; in even steps, a seed gives the same run again. */
    private static Sleeper evenly(FakeClock clock) {
        return time -> {
            boolean jittered = time.compareTo(JITTER_STEP) < 0;
            clock.advance(jittered ? JITTER_STEP : time);
        };
    }

    /** Where the book is not what the trader was told. */
    private List<String> contradictions(CarefulTrader trader, List<FaultyVenue.Entry> book) {
        List<String> found = new ArrayList<>();
        trader.verdicts().forEach((id, verdict) -> {
            long there =
                    book.stream().filter(order -> order.clientId().equals(id)).count();
            if (there != (verdict == Verdict.PLACED ? 1 : 0)) {
                duplicates += there > 0 ? 1 : 0;
                lost += there == 0 ? 1 : 0;
                found.add("order " + id + " was told to be " + verdict + " and is in the book " + there + " times");
            }
        });
        for (FaultyVenue.Entry order : book) {
            if (!trader.verdicts().containsKey(order.clientId())) {
                found.add("order " + order.clientId() + " is in the book and was not told of");
            }
            if (trader.cancelled().contains(order.clientId()) && order.open()) {
                found.add("order " + order.clientId() + " was told to be cancelled and is open");
            }
            if (trader.amended().containsKey(order.clientId())
                    && order.price().compareTo(trader.amended().get(order.clientId())) != 0) {
                found.add("order " + order.clientId() + " was told to be amended and has the price " + order.price());
            }
        }
        return found;
    }
}
