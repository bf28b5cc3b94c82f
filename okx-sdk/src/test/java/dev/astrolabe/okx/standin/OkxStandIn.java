package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.exchange.transport.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A small OKX v5 for a demo account: checks key, time, signature and environment as the venue does, and answers in its words. A call
 * can go wrong in every way in which the venue's can. Its orders are the witness of what was executed.
 */
public final class OkxStandIn {

    /** A call, or an item of a batch, in the queue. */
    private record Waiting(Instant due, long number, Consumer<Instant> execution) {}

    private static final Json JSON = new Json();

    private final Clock clock;
    private final Desks desks;
    private final Proof proof = new Proof();
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparing(Waiting::due).thenComparing(Waiting::number));
    private final Map<String, Long> callsByName = new HashMap<>();
    private Function<Call, Fault> faults = call -> Fault.NONE;
    private Runnable watcher = () -> {};
    private long requests;
    private long mutations;
    private long queued;

    public OkxStandIn(Clock clock) {
        this.clock = clock;
        this.desks = new Desks(clock);
    }

    Desks desks() {
        return desks;
    }

    Proof proof() {
        return proof;
    }

    /** Has someone look after each change, while nothing else changes. */
    synchronized void watch(Runnable afterEachChange) {
        watcher = afterEachChange;
    }

    /** Every signature that came. */
    public Set<String> signatures() {
        return proof.signatures();
    }

    public synchronized long requests() {
        return requests;
    }

    public synchronized long mutations() {
        return mutations;
    }

    /** How many calls of a verb and path came, such as {@code POST trade/order}. */
    public synchronized long calls(String name) {
        return callsByName.getOrDefault(name, 0L);
    }

    /** Lets the next mutation fail, once. */
    public synchronized void failNext(FailureMode mode) {
        Function<Call, Fault> before = faults;
        faults = call -> {
            if (!call.mutation()) {
                return before.apply(call);
            }
            faults = before;
            return switch (mode) {
                case ACCEPT_THEN_DROP -> Fault.of(Handling.EXECUTED, Common.DROP);
                case LOSE -> Fault.of(Handling.IGNORED, Common.DROP);
                case REFUSE -> Fault.of(Handling.IGNORED, OkxAnswer.REFUSAL);
            };
        };
    }

    /** Decides from now on what goes wrong with each call. */
    public synchronized void faults(Function<Call, Fault> decision) {
        faults = decision;
    }

    /** Moves a price, and what it reaches. */
    public synchronized void move(String instId, BigDecimal price) {
        desks.move(Listing.find(instId).orElseThrow(), price);
        watcher.run();
    }

    /** Every order that was ever taken, after what is due in the queue. */
    synchronized List<Placed> orders() {
        executeDue();
        return desks.orders.orders();
    }

    /** Every order that ever waited for a price, after what is due in the queue. */
    synchronized List<Algo> algos() {
        executeDue();
        return desks.algos.algos();
    }

    /** What a client gets. */
    public synchronized Reply answer(Received request) {
        try {
            return answer(Call.of(request));
        } catch (Refusal refusal) {
            return error(refusal);
        } catch (RuntimeException broken) {
            return FaultServer.status(500, "the stand-in is broken: " + broken);
        }
    }

    private Reply answer(Call call) {
        Fault fault = admit(call);
        Supplier<Desks.Answer> atOnce = () -> {
            prove(call);
            return execute(call, fault, clock.instant());
        };
        if (fault.element() >= 0) {
            return reply(call, atOnce);
        }
        Reply truth = switch (fault.handling()) {
            case EXECUTED -> reply(call, atOnce);
            case IGNORED -> FaultServer.json("{}");
            case QUEUED -> {
                prove(call);
                enqueue(fault, due -> {
                    requireInTime(call, due);
                    Desks.Answer unused = execute(call, fault, due);
                });
                yield FaultServer.json("{}");
            }
        };
        return fault.answer().instead(truth);
    }

    /** Counts a call, and decides what goes wrong with it. */
    private Fault admit(Call call) {
        executeDue();
        requests++;
        callsByName.merge(call.name(), 1L, Long::sum);
        if (call.mutation()) {
            mutations++;
        }
        return faults.apply(call);
    }

    /** An operation over a socket, whose key was proved by its login; null where the connection is lost over it. */
    synchronized Desks.Answer operate(Call call) {
        Fault fault = admit(call);
        switch (fault.handling()) {
            case EXECUTED -> {
                Desks.Answer answer = operated(call, fault);
                return fault.answer() == Common.TRUE ? answer : lost(fault);
            }
            case QUEUED ->
                enqueue(fault, due -> {
                    Proof.requireUnexpired(call, due);
                    Desks.Answer unused = desks.call(call, (index, work) -> work.get());
                });
            case IGNORED -> {}
        }
        return lost(fault);
    }

    /** What a socket tells where REST would answer otherwise. */
    private static Desks.Answer lost(Fault fault) {
        if (fault.answer() == Common.DROP) {
            return null;
        }
        return fault.answer() == OkxAnswer.CODE_50011 || fault.answer() == OkxAnswer.STATUS_429
                ? new Desks.Answer("50011", "Rate limit reached.", List.of())
                : new Desks.Answer("64007", "Operation failed because of an internal error.", List.of());
    }

    private Desks.Answer operated(Call call, Fault fault) {
        try {
            Proof.requireUnexpired(call, clock.instant());
            int before = desks.orders.orders().size();
            Desks.Answer answer = desks.call(call, around(call, fault));
            desks.orders.hide(before, clock.instant().plus(fault.unseen()));
            watcher.run();
            return answer;
        } catch (Refusal refusal) {
            return new Desks.Answer(refusal.code, refusal.getMessage(), List.of());
        }
    }

    private Reply reply(Call call, Supplier<Desks.Answer> work) {
        long in = clock.millis();
        try {
            Desks.Answer answer = work.get();
            Map<String, Object> envelope = new LinkedHashMap<>();
            envelope.put("code", answer.code());
            envelope.put("msg", answer.message());
            envelope.put("data", answer.data());
            if (call.name().startsWith("POST trade/")) {
                envelope.put("inTime", in + "412");
                envelope.put("outTime", clock.millis() + "999");
            }
            return FaultServer.json(JSON.writeText(envelope));
        } catch (Refusal refusal) {
            return error(refusal);
        }
    }

    private static Reply error(Refusal refusal) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", refusal.code);
        envelope.put("msg", refusal.getMessage());
        envelope.put("data", List.of());
        return FaultServer.status(refusal.status, JSON.writeText(envelope));
    }

    private void enqueue(Fault fault, Consumer<Instant> execution) {
        queue.add(new Waiting(clock.instant().plus(fault.late()), queued++, execution));
    }

    private void executeDue() {
        while (!queue.isEmpty() && !queue.peek().due().isAfter(clock.instant())) {
            Waiting next = queue.remove();
            try {
                next.execution().accept(next.due());
                watcher.run();
            } catch (Refusal refusal) {
                // Nobody is there any more to hear of it.
            }
        }
    }

    /** What waits was let in when it came; later it is bound by its time: its own end, or the age of its signature. */
    private void requireInTime(Call call, Instant due) {
        Proof.requireUnexpired(call, due);
        if (!call.expires()) {
            proof.require(call, due);
        }
    }

    private void prove(Call call) {
        if (!call.isPublic()) {
            proof.require(call, clock.instant());
            Proof.requireUnexpired(call, clock.instant());
        }
    }

    private Desks.Answer execute(Call call, Fault fault, Instant now) {
        if (call.isPublic()) {
            return Desks.Answer.of((List<?>) desks.market.call(call));
        }
        int orders = desks.orders.orders().size();
        int algos = desks.algos.algos().size();
        Desks.Answer answer = desks.call(call, around(call, fault));
        desks.orders.hide(orders, now.plus(fault.unseen()));
        desks.algos.hide(algos, now.plus(fault.unseen()));
        watcher.run();
        return answer;
    }

    /** An item of a batch was let in with all of it; what then waits is bound by time alone. */
    private Desks.Around around(Call call, Fault fault) {
        return (index, work) -> {
            if (index != fault.element()) {
                return work.get();
            }
            switch (fault.handling()) {
                case EXECUTED -> {
                    Map<String, Object> unused = work.get();
                }
                case IGNORED -> {}
                case QUEUED ->
                    enqueue(fault, due -> {
                        Proof.requireUnexpired(call, due);
                        Map<String, Object> unused = work.get();
                    });
            }
            throw Refusal.item("51149", "Order timed out. Please try again.");
        };
    }
}
