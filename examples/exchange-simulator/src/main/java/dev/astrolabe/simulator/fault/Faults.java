package dev.astrolabe.simulator.fault;

import dev.astrolabe.simulator.wire.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The rules by which things go wrong. Each rule draws from its own seeded source, so that the same rules meet the same requests in
 * the same order in the same way. Of several rules that would meet one request or event, the one that was added first does. Safe for
 * any thread.
 *
 * @since 0.1
 */
public final class Faults {

    private final long seed;
    private final InstantSource clock;
    private final List<Active> active = new ArrayList<>();
    private long lastId;

    /**
     * A rule at work.
     *
     * @param id by which it is removed
     * @param rule the rule
     * @param matched how many requests or events it matched
     * @param met with how many something went wrong by it
     */
    public record State(long id, FaultRule rule, long matched, long met) {}

    /**
     * What goes wrong with one request.
     *
     * @param latency how much longer the answer takes, in the machine's time
     * @param fault the rule that decides besides; empty where none does
     */
    record Plan(Duration latency, Optional<FaultRule> fault) {

        /** As the journal tells it. */
        String name() {
            String slow = latency.isZero() ? "" : FaultKind.LATENCY.name();
            String other = fault.map(rule -> rule.kind().name()).orElse("");
            return slow.isEmpty() || other.isEmpty() ? slow + other : slow + "+" + other;
        }
    }

    private static final class Active {
        private final long id;
        private final FaultRule rule;
        private final Random random;
        private Instant until = Instant.MIN;
        private long matched;
        private long met;

        private Active(long id, FaultRule rule, long seed) {
            this.id = id;
            this.rule = rule;
            this.random = new Random(seed);
        }

        /** The rule with what is left of its duration, once it has begun. */
        private FaultRule asOf(Instant now) {
            return now.isBefore(until) ? rule.lasting(Duration.between(now, until)) : rule;
        }

        private boolean meets(Instant now) {
            matched++;
            if (now.isBefore(until)) {
                met++;
                return true;
            }
            boolean drawn = random.nextDouble() < rule.probability();
            if (matched <= rule.skip() || met >= rule.times() || !drawn) {
                return false;
            }
            met++;
            if (rule.kind().lasts()) {
                until = now.plus(rule.duration());
            }
            return true;
        }
    }

    /**
     * No rules yet.
     *
     * @param seed decides what probabilities decide
     * @param clock the venue's time
     */
    public Faults(long seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Adds a rule.
     *
     * @param rule the rule
     * @return its id
     */
    public synchronized long add(FaultRule rule) {
        lastId++;
        active.add(new Active(lastId, rule, seed * 31 + lastId));
        return lastId;
    }

    /**
     * Removes a rule.
     *
     * @param id as {@link #add(FaultRule)} gave it
     * @return false where there is none
     */
    public synchronized boolean remove(long id) {
        return active.removeIf(each -> each.id == id);
    }

    /** Removes all rules. */
    public synchronized void clear() {
        active.clear();
    }

    /**
     * The rules at work.
     *
     * @return in the order in which they were added
     */
    public synchronized List<State> rules() {
        return active.stream()
                .map(each -> new State(each.id, each.rule, each.matched, each.met))
                .toList();
    }

    /** What goes wrong with a request. */
    synchronized Plan plan(Subject subject) {
        Instant now = clock.instant();
        Duration latency = Duration.ZERO;
        for (Active each : active) {
            FaultRule rule = each.rule;
            if (rule.kind().isOfStreams() || !aimsAt(rule, subject) || !each.meets(now)) {
                continue;
            }
            if (rule.kind() != FaultKind.LATENCY) {
                return new Plan(latency, Optional.of(each.asOf(now)));
            }
            latency = latency.plus(rule.duration());
        }
        return new Plan(latency, Optional.empty());
    }

    private static boolean aimsAt(FaultRule rule, Subject subject) {
        boolean stops = rule.onlyStops() || rule.kind() == FaultKind.STOP_REJECTED;
        return (!stops || subject.stop())
                && (!rule.onlyChanges() || subject.change())
                && aimsAt(rule, subject.protocol(), subject.account(), subject.operation());
    }

    private static boolean aimsAt(FaultRule rule, String protocol, String account, String operation) {
        return FaultRule.matches(rule.protocol(), protocol)
                && FaultRule.matches(rule.account(), account)
                && FaultRule.matches(rule.operation(), operation);
    }

    /** What goes wrong with an event of a stream. */
    synchronized Optional<FaultKind> ofEvent(String protocol, String account, String channel) {
        Instant now = clock.instant();
        return active.stream()
                .filter(each -> each.rule.kind().isOfStreams() && each.rule.kind() != FaultKind.REFUSE_CONNECT)
                .filter(each -> aimsAt(each.rule, protocol, account, channel) && each.meets(now))
                .map(each -> each.rule.kind())
                .findFirst();
    }

    /** Whether a new connection is refused. */
    synchronized boolean refuses(Subject opening) {
        Instant now = clock.instant();
        return active.stream()
                .filter(each -> each.rule.kind() == FaultKind.REFUSE_CONNECT)
                .filter(each -> aimsAt(each.rule, opening.protocol(), opening.account(), opening.operation()))
                .anyMatch(each -> each.meets(now));
    }
}
