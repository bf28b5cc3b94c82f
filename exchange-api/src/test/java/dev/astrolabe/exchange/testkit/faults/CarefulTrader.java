package dev.astrolabe.exchange.testkit.faults;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.FakeClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Trades as the documentation tells: resolves what is unknown, places again under a new id what is proved not to be placed, once,
 * and waits when it is told to. Remembers what it was told about each order.
 */
final class CarefulTrader {

    private static final BigDecimal LOT = new BigDecimal("0.001");
    private static final int PATIENCE = 100;

    /** What the trader was told about an order in the end. */
    enum Verdict {
        PLACED,
        NOT_PLACED
    }

    private final ExchangeClient client;
    private final FaultyVenue venue;
    private final FakeClock clock;
    private final Random random;
    private final boolean conditional;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<String, BigDecimal> resting = new LinkedHashMap<>();
    private final Map<String, BigDecimal> amended = new LinkedHashMap<>();
    private final List<String> cancelled = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int lastId;

    CarefulTrader(ExchangeClient client, FaultyVenue venue, FakeClock clock, long seed, boolean conditional) {
        this.client = client;
        this.venue = venue;
        this.clock = clock;
        this.random = new Random(seed);
        this.conditional = conditional;
    }

    /** A small program. */
    void trade() {
        client.instruments().all();
        int steps = 2 + random.nextInt(4);
        for (int i = 0; i < steps; i++) {
            step(random.nextInt(10));
            clock.advance(Duration.ofMillis(random.nextInt(3_000)));
        }
    }

    private void step(int dice) {
        if (conditional) {
            if (dice < 7) {
                place(stop());
            } else {
                cancel();
            }
            return;
        }
        switch (dice) {
            case 0, 1 -> place(limit());
            case 2 -> place(market());
            case 3 -> placeTwo();
            case 4, 5, 6 -> placeBatch();
            case 7 -> cancel();
            case 8 -> amend();
            default -> close();
        }
    }

    /** What each order id was told to have become. */
    Map<String, Verdict> verdicts() {
        return verdicts;
    }

    List<String> cancelled() {
        return cancelled;
    }

    /** The price that each amended order was told to have. */
    Map<String, BigDecimal> amended() {
        return amended;
    }

    /** What went against the rules while trading. */
    List<String> wrong() {
        return wrong;
    }

    private OrderRequest limit() {
        return OrderRequest.limit(BTC, Side.BUY, size(), price());
    }

    private OrderRequest stop() {
        return OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_LIMIT)
                .quantity(size())
                .triggerPrice(price())
                .price(price())
                .build();
    }

    private OrderRequest market() {
        return OrderRequest.market(BTC, Side.BUY, size());
    }

    private BigDecimal size() {
        return LOT.multiply(BigDecimal.valueOf(1 + random.nextInt(5)));
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(40_000 + random.nextInt(1_000));
    }

    private OrderRequest named(OrderRequest order) {
        return order.toBuilder().clientOrderId("o" + ++lastId).build();
    }

    private void place(OrderRequest order) {
        if (placeOnce(order) == Verdict.NOT_PLACED) {
            placeOnce(order);
        }
    }

    private Verdict placeOnce(OrderRequest order) {
        OrderRequest named = named(order);
        String id = named.clientOrderId().orElseThrow();
        Verdict verdict = placed(id, () -> patiently(1, () -> client.trading().place(named)));
        if (verdict == Verdict.PLACED) {
            named.price().ifPresent(price -> resting.put(id, price));
        }
        return verdict;
    }

    /** Two orders one after the other, of which nothing is asked before both have left. */
    private void placeTwo() {
        List<OrderRequest> orders = List.of(named(market()), named(market()));
        List<Outcome<OrderAck>> outcomes = new ArrayList<>();
        for (OrderRequest order : orders) {
            outcomes.add(outcome(() -> patiently(1, () -> client.trading().place(order))));
        }
        settle(orders, outcomes);
    }

    private static Outcome<OrderAck> outcome(Supplier<OrderAck> call) {
        try {
            return new Outcome.Accepted<>(call.get());
        } catch (OutcomeUnknownException unknown) {
            return new Outcome.Failed<>(unknown);
        }
    }

    /** Whether an order was placed; the call leaves once, or again after a rate limit, which proves that it was not executed. */
    private Verdict placed(String id, Supplier<OrderAck> call) {
        Verdict verdict;
        try {
            OrderAck ack = call.get();
            if (!ack.ref().clientOrderId().equals(Optional.of(id))) {
                wrong.add("the acknowledgement of " + id + " is that of " + ack.ref());
            }
            verdict = Verdict.PLACED;
        } catch (OutcomeUnknownException unknown) {
            verdict = resolved(unknown);
        }
        verdicts.put(id, verdict);
        return verdict;
    }

    private Verdict resolved(OutcomeUnknownException unknown) {
        OrderRef ref = unknown.order().orElseThrow();
        OrderResolution resolution = null;
        for (int i = 0; resolution == null; i++) {
            long before = venue.mutations();
            long proofs = venue.proofs();
            try {
                resolution = client.trading().resolve(ref, unknown.sentAt());
            } catch (ProtocolException | NotSentException | RateLimitedException stillUnknown) {
                if (i == PATIENCE) {
                    throw stillUnknown;
                }
                waitUntil(clock.instant().plusSeconds(5));
            }
            long sent = venue.mutations() - before;
            if (sent > 1 || sent != venue.proofs() - proofs) {
                wrong.add("resolving " + ref + " sent " + sent + " mutations");
            }
        }
        if (resolution instanceof OrderResolution.Placed placed
                && !placed.order().clientOrderId().equals(ref.clientOrderId())) {
            wrong.add("resolving " + ref + " found " + placed.order());
        }
        return resolution instanceof OrderResolution.Placed ? Verdict.PLACED : Verdict.NOT_PLACED;
    }

    private void placeBatch() {
        List<OrderRequest> orders = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            orders.add(named(random.nextBoolean() ? limit() : market()));
        }
        settle(orders, patiently(1, () -> client.trading().placeBatch(orders)));
    }

    private void settle(List<OrderRequest> orders, List<Outcome<OrderAck>> outcomes) {
        for (int i = 0; i < orders.size(); i++) {
            OrderRequest order = orders.get(i);
            if (placed(order.clientOrderId().orElseThrow(), outcomes.get(i)::orElseThrow) == Verdict.NOT_PLACED) {
                placeOnce(order);
            } else {
                order.price()
                        .ifPresent(price -> resting.put(order.clientOrderId().orElseThrow(), price));
            }
        }
    }

    /** Cancelling twice does no harm, so what is unknown is repeated until the venue says that the order is not open. */
    private void cancel() {
        anyResting().ifPresent(id -> {
            untilCertain(() -> client.trading().cancel(ref(id)));
            resting.remove(id);
            cancelled.add(id);
        });
    }

    private OrderRef ref(String id) {
        return OrderRef.ofClientOrderId(BTC, id).withConditional(conditional);
    }

    /** The same values twice are the same order; each order is amended once, so that no late change undoes a newer one. */
    private void amend() {
        if (!client.capabilities().supports(Feature.AMEND_ORDER)) {
            return;
        }
        anyResting().filter(id -> !amended.containsKey(id)).ifPresent(id -> {
            AmendRequest change = new AmendRequest(OrderRef.ofClientOrderId(BTC, id), size(), price());
            untilCertain(() -> client.trading().amend(change));
            amended.put(id, change.price());
        });
    }

    private Optional<String> anyResting() {
        List<String> ids = List.copyOf(resting.keySet());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private void untilCertain(Supplier<OrderAck> call) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                patiently(1, call);
                return;
            } catch (OutcomeUnknownException unknown) {
                waitUntil(clock.instant().plusMillis(100));
            } catch (RejectedException refusal) {
                if (refusal.reason() != Reason.ORDER_NOT_FOUND) {
                    throw refusal;
                }
                return;
            }
        }
        throw new IllegalStateException("no certain answer after " + PATIENCE + " calls");
    }

    private void close() {
        if (closeOnce() == Verdict.NOT_PLACED) {
            closeOnce();
        }
    }

    private Verdict closeOnce() {
        try {
            patiently(0, () -> client.trading().closePosition(BTC, PositionSide.LONG))
                    .flatMap(ack -> ack.ref().clientOrderId())
                    .ifPresent(id -> verdicts.put(id, Verdict.PLACED));
            return Verdict.PLACED;
        } catch (OutcomeUnknownException unknown) {
            Verdict verdict = resolved(unknown);
            verdicts.put(unknown.order().orElseThrow().clientOrderId().orElseThrow(), verdict);
            return verdict;
        }
    }

    /** Makes a call that leaves once; after a rate limit, which proves that nothing was executed, once more. */
    private <T> T patiently(int least, Supplier<T> call) {
        for (int i = 0; i < PATIENCE; i++) {
            long before = venue.mutations();
            try {
                return call.get();
            } catch (RateLimitedException limited) {
                if (random.nextBoolean()) {
                    waitUntil(limited.retryAt());
                } // else the client waits, for it is not long
            } finally {
                long sent = venue.mutations() - before;
                if (sent < least || sent > 1) {
                    wrong.add("a call left " + sent + " times");
                }
            }
        }
        throw new IllegalStateException("limited " + PATIENCE + " times in a row");
    }

    private void waitUntil(Instant time) {
        if (time.isAfter(clock.instant())) {
            clock.set(time);
        }
    }
}
