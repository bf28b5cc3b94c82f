package dev.astrolabe.aster.standin;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A small AsterDex, of either version: checks key, time and signature as the venue does, and answers with its field names. A
 * call can go wrong in every way in which the venue's can. Its orders are the witness of what was executed.
 */
public final class StandIn {

    /** A call, or an element of a batch, in the queue. */
    private record Waiting(Instant due, long number, Consumer<Instant> execution) {}

    private static final Json JSON = new Json();

    private final Clock clock;
    private final Family family;
    private final Proof proof;
    private final StandInMarket market;
    private final StandInAccount account;
    private final StandInStreamKeys streamKeys;
    private final StandInCalls calls;
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparing(Waiting::due).thenComparing(Waiting::number));
    private final Set<String> secrets = new HashSet<>();
    private Function<Call, Fault> faults = call -> Fault.NONE;
    private final Map<String, Long> callsByName = new HashMap<>();
    private Runnable watcher = () -> {};
    private long requests;
    private long mutations;
    private long queued;

    public StandIn(ApiVersion version, Clock clock) {
        this.clock = clock;
        this.family = version.family();
        this.proof = version.proof();
        this.market = new StandInMarket(clock);
        this.account = new StandInAccount(market, clock);
        this.streamKeys = new StandInStreamKeys(clock);
        this.calls = new StandInCalls(market, account, streamKeys, clock);
    }

    StandInMarket market() {
        return market;
    }

    StandInAccount account() {
        return account;
    }

    /** The ids of all executions: the witness of what streams have to tell. */
    public synchronized List<String> fillIds() {
        return account.fills().stream().map(fill -> fill.get("id").toString()).toList();
    }

    /** The keys of the account's stream. */
    public StandInStreamKeys streamKeys() {
        return streamKeys;
    }

    /** Has someone look after each change, while nothing else changes. */
    synchronized void watch(Runnable afterEachChange) {
        watcher = afterEachChange;
    }

    /** The next snapshots of order books shall be as they were at the opening. */
    public synchronized void answerOldSnapshots(int count) {
        market.answerOldSnapshots(count);
    }

    public synchronized long requests() {
        return requests;
    }

    public synchronized long mutations() {
        return mutations;
    }

    /** How many calls of a verb and name came. */
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
                case REFUSE -> Fault.of(Handling.IGNORED, AsterAnswer.REFUSAL);
            };
        };
    }

    /** Decides from now on what goes wrong with each call. */
    public synchronized void faults(Function<Call, Fault> decision) {
        faults = decision;
    }

    public synchronized void move(String symbol, BigDecimal price) {
        market.move(symbol, price);
        account.book().priceMoved(symbol);
        watcher.run();
    }

    /** Every order that was ever executed, after what is due in the queue. */
    synchronized List<StandInOrder> orders() {
        executeDue();
        return account.book().orders();
    }

    /** What nobody but client and venue may see: every signature that came, and what was given out in secret. */
    synchronized Set<String> secrets() {
        Set<String> all = new HashSet<>(secrets);
        all.addAll(streamKeys.given());
        return all;
    }

    /** What a client gets. */
    public synchronized Reply answer(Received request) {
        executeDue();
        requests++;
        Call call = Call.of(request, family);
        if (call.params().containsKey("signature")) {
            secrets.add(call.param("signature"));
        }
        callsByName.merge(call.name(), 1L, Long::sum);
        if (call.mutation()) {
            mutations++;
        }
        Fault fault = faults.apply(call);
        if (fault.element() >= 0) {
            return reply(() -> execute(call, fault, clock.instant()));
        }
        Reply truth = switch (fault.handling()) {
            case EXECUTED -> reply(() -> execute(call, fault, clock.instant()));
            case IGNORED -> FaultServer.json("{}");
            case QUEUED -> {
                enqueue(fault, due -> execute(call, fault, due));
                yield FaultServer.json("{}");
            }
        };
        return fault.answer().instead(truth);
    }

    private Reply reply(StandInCalls.Work work) {
        try {
            return FaultServer.json(JSON.writeText(work.run()));
        } catch (Refusal refusal) {
            return FaultServer.status(400, JSON.writeText(error(refusal)));
        } catch (RuntimeException broken) {
            return FaultServer.status(500, "the stand-in is broken: " + broken);
        }
    }

    private static Map<String, Object> error(Refusal refusal) {
        return Map.of("code", refusal.code, "msg", refusal.getMessage());
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

    private Object execute(Call call, Fault fault, Instant now) {
        if (calls.isPublic(call, family)) {
            return calls.publicCall(call);
        }
        if (calls.needsOnlyKey(call, family)) {
            proof.requireKey(call);
            return calls.keyCall(call);
        }
        proof.requireSignature(call);
        proof.requireFresh(call, now);
        proof.useUp(call);
        int before = account.book().orders().size();
        Object answer = fault.element() < 0 ? calls.signedCall(call) : calls.placeBatch(call, around(call, fault));
        account.book().hide(before, now.plus(fault.unseen()));
        watcher.run();
        return answer;
    }

    /** An element of a batch was let in with all of it; what then waits is bound by time alone. */
    private StandInCalls.Around around(Call call, Fault fault) {
        return (index, placing) -> {
            if (index != fault.element()) {
                return placing.run();
            }
            switch (fault.handling()) {
                case EXECUTED -> placing.run();
                case IGNORED -> {}
                case QUEUED ->
                    enqueue(fault, due -> {
                        proof.requireFresh(call, due);
                        placing.run();
                    });
            }
            throw new Refusal(-1007, "Timeout waiting for backend.");
        };
    }
}
