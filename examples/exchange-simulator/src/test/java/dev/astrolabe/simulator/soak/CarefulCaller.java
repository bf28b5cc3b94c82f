package dev.astrolabe.simulator.soak;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trades as the documentation tells: resolves what is unknown, waits where it is told to, and gives each attempt an id of its own.
 * Keeps what it was told about each order.
 */
final class CarefulCaller {

    static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    private static final BigDecimal SIZE = new BigDecimal("0.01");
    private static final int MOST_RESTING = 30;
    private static final int PATIENCE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What the caller was told about an order in the end. */
    enum Verdict {
        PLACED,
        NOT_PLACED
    }

    private final ExchangeClient client;
    private final Clock clock;
    private final Consumer<Duration> turn;
    private final Random random;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<String, OrderRef> resting = new LinkedHashMap<>();
    private int unknown;
    private final Map<String, Integer> refused = new TreeMap<>();

    CarefulCaller(ExchangeClient client, Clock clock, Consumer<Duration> turn, long seed) {
        this.client = client;
        this.clock = clock;
        this.turn = turn;
        this.random = new Random(seed);
    }

    /** Sends orders until so many have left. */
    void trade(int orders) {
        client.instruments().all();
        while (verdicts.size() < orders) {
            int dice = random.nextInt(20);
            if (resting.size() > MOST_RESTING || dice == 0) {
                cancel();
            } else if (dice < 3) {
                placeBatch();
            } else {
                place(order(dice));
            }
            turn.accept(Duration.ofMillis(random.nextInt(400)));
        }
    }

    /** What it was told about each id. */
    Map<String, Verdict> verdicts() {
        return verdicts;
    }

    /** How many outcomes were unknown at first. */
    int unknown() {
        return unknown;
    }

    /** How many orders were refused on the venue's evidence, by reason. */
    Map<String, Integer> refused() {
        return refused;
    }

    private OrderRequest order(int dice) {
        Side side = dice % 2 == 0 ? Side.BUY : Side.SELL;
        BigDecimal price =
                BigDecimal.valueOf(side == Side.BUY ? 49_000 : 51_000).setScale(1);
        OrderRequest order = switch (dice) {
            case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 -> OrderRequest.market(BTC, side, SIZE);
            case 13, 14 ->
                OrderRequest.builder(BTC, side, OrderType.STOP_MARKET)
                        .quantity(SIZE)
                        .triggerPrice(price.add(BigDecimal.valueOf(side == Side.BUY ? 3_000 : -3_000)))
                        .build();
            default -> OrderRequest.limit(BTC, side, SIZE, price);
        };
        return named(order);
    }

    private OrderRequest named(OrderRequest order) {
        return order.toBuilder()
                .clientOrderId("s" + verdicts.size() + "x" + random.nextInt(1_000_000))
                .build();
    }

    private void place(OrderRequest order) {
        settle(order, () -> untilNotLimited(() -> client.trading().place(order)));
    }

    private void placeBatch() {
        List<OrderRequest> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OrderRequest order = order(15 + i);
            orders.add(order.toBuilder()
                    .clientOrderId(order.clientOrderId().orElseThrow() + "b" + i)
                    .build());
        }
        List<Outcome<OrderAck>> outcomes;
        try {
            outcomes = untilNotLimited(() -> client.trading().placeBatch(orders));
        } catch (RejectedException refusal) {
            outcomes = orders.stream()
                    .<Outcome<OrderAck>>map(any -> new Outcome.Failed<>(refusal))
                    .toList();
        }
        for (int i = 0; i < orders.size(); i++) {
            settle(orders.get(i), outcomes.get(i)::orElseThrow);
        }
    }

    private void settle(OrderRequest order, Supplier<OrderAck> call) {
        String id = order.clientOrderId().orElseThrow();
        OrderRef ref = OrderRef.ofClientOrderId(BTC, id).withConditional(order.type() == OrderType.STOP_MARKET);
        Verdict verdict;
        try {
            OrderAck unused = call.get();
            verdict = Verdict.PLACED;
        } catch (OutcomeUnknownException e) {
            unknown++;
            verdict = resolved(e.order().orElse(ref), e.sentAt());
        } catch (RejectedException e) {
            refused.merge(e.reason().name(), 1, Integer::sum);
            verdict = Verdict.NOT_PLACED;
        } catch (RateLimitedException e) {
            refused.merge("RATE_LIMITED", 1, Integer::sum);
            verdict = Verdict.NOT_PLACED;
        }
        verdicts.put(id, verdict);
        if (verdict == Verdict.PLACED && order.type() != OrderType.MARKET) {
            resting.put(id, ref);
        }
    }

    private Verdict resolved(OrderRef ref, Instant sentAt) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return client.trading().resolve(ref, sentAt) instanceof OrderResolution.Placed
                        ? Verdict.PLACED
                        : Verdict.NOT_PLACED;
            } catch (RateLimitedException limited) {
                waitUntil(limited.retryAt());
            } catch (ExchangeException stillUnknown) {
                turn.accept(PAUSE);
            }
        }
        throw new IllegalStateException(ref + " was not resolved in " + PATIENCE + " attempts");
    }

    /** Cancelling twice does no harm, so that what is unknown is repeated. */
    private void cancel() {
        if (resting.isEmpty()) {
            return;
        }
        String id = resting.keySet().iterator().next();
        OrderRef ref = resting.get(id);
        resting.remove(id);
        for (int i = 0; i < PATIENCE; i++) {
            try {
                untilNotLimited(() -> client.trading().cancel(ref));
                return;
            } catch (OutcomeUnknownException again) {
                turn.accept(PAUSE);
            } catch (RejectedException refusal) {
                if (refusal.reason() == Reason.ORDER_NOT_FOUND) {
                    return;
                }
                turn.accept(PAUSE);
            }
        }
        throw new IllegalStateException(ref + " was not cancelled in " + PATIENCE + " attempts");
    }

    /** A rate limit is evidence that nothing was executed: the same call may leave again. */
    private <T> T untilNotLimited(Supplier<T> call) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return call.get();
            } catch (RateLimitedException limited) {
                waitUntil(limited.retryAt());
            } catch (NotSentException limiter) {
                turn.accept(PAUSE);
            }
        }
        throw new IllegalStateException("limited " + PATIENCE + " times in a row");
    }

    private void waitUntil(Instant time) {
        Duration wait = Duration.between(clock.instant(), time);
        turn.accept(wait.isNegative() ? Duration.ofMillis(100) : wait.plusMillis(1));
    }
}
