package dev.astrolabe.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.journal.Journal;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class FaultGateProperties {

    private static final List<FaultKind> REFUSALS =
            List.of(FaultKind.RATE_LIMITED, FaultKind.BANNED, FaultKind.STOP_REJECTED, FaultKind.MAINTENANCE);

    /** Puts everything off until it is told. */
    private static final class Later implements Delays {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void onMachine(Duration delay, Runnable task) {
            tasks.add(task);
        }

        @Override
        public void atVenue(Duration delay, Runnable task) {
            tasks.add(task);
        }

        private void run() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    private static final class Caller implements Outlet {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void answer(WireAnswer answer) {
            heard.add(answer.body());
        }

        @Override
        public void drop() {
            heard.add("dropped");
        }

        @Override
        public void broken(RuntimeException cause) {
            heard.add("broken");
        }
    }

    private record Sent(Subject subject, boolean fails) {}

    @Property(tries = 500)
    void a_request_is_carried_out_at_most_once_and_its_caller_hears_once(
            @ForAll("rules") List<FaultRule> rules, @ForAll("requests") List<Sent> requests, @ForAll long seed) {
        SimulatorClock clock = SimulatorClock.turned(Instant.EPOCH);
        Journal journal = new Journal();
        Faults faults = new Faults(seed, clock);
        rules.forEach(faults::add);
        Later later = new Later();
        Gate gate = new Gate(faults, journal, clock, later);
        int[] executed = new int[requests.size()];
        List<Caller> callers = new ArrayList<>();

        for (int i = 0; i < requests.size(); i++) {
            int number = i;
            Caller caller = new Caller();
            callers.add(caller);
            Sent sent = requests.get(i);
            gate.pass(
                    sent.subject(),
                    () -> {
                        executed[number]++;
                        if (sent.fails()) {
                            throw new IllegalStateException("broken on purpose");
                        }
                        return handled(number);
                    },
                    refusal -> WireAnswer.of(400, refusal.kind().name()),
                    caller);
            clock.turnTo(clock.instant().plusSeconds(1));
        }
        runAll(later);

        assertThat(Arrays.stream(executed).max().orElse(0)).isLessThanOrEqualTo(1);
        assertThat(callers).allSatisfy(caller -> assertThat(caller.heard).hasSize(1));
        for (int i = 0; i < executed.length; i++) {
            assertThat(noted(journal, i)).isEqualTo(requests.get(i).fails() ? 0 : executed[i]);
            if (REFUSALS.stream()
                    .map(Enum::name)
                    .toList()
                    .contains(callers.get(i).heard.get(0))) {
                assertThat(executed[i]).as("a refused request").isZero();
            }
        }
    }

    private static void runAll(Later later) {
        try {
            later.run();
        } catch (IllegalStateException e) {
            runAll(later);
        }
    }

    private static Handled handled(int number) {
        Acceptance acceptance = new Acceptance("aster-v3", "a", "n" + number, List.of());
        return new Handled(WireAnswer.of(200, "done"), Optional.of(acceptance));
    }

    private static long noted(Journal journal, int number) {
        return journal.after(0).stream()
                .filter(entry -> entry.acceptance().operation().equals("n" + number))
                .count();
    }

    @Property(tries = 200)
    void the_same_seed_and_rules_decide_alike(
            @ForAll("rules") List<FaultRule> rules, @ForAll("requests") List<Sent> requests, @ForAll long seed) {
        assertThat(decisions(rules, requests, seed)).isEqualTo(decisions(rules, requests, seed));
    }

    private static List<String> decisions(List<FaultRule> rules, List<Sent> requests, long seed) {
        SimulatorClock clock = SimulatorClock.turned(Instant.EPOCH);
        Faults faults = new Faults(seed, clock);
        rules.forEach(faults::add);
        List<String> decided = new ArrayList<>();
        for (Sent sent : requests) {
            decided.add(faults.plan(sent.subject()).toString());
            clock.turnTo(clock.instant().plusSeconds(1));
        }
        return decided;
    }

    @Property(tries = 200)
    void a_rule_meets_no_more_than_it_is_told_and_none_of_the_first(
            @ForAll("rule") FaultRule rule, @ForAll("requests") List<Sent> requests, @ForAll long seed) {
        SimulatorClock clock = SimulatorClock.turned(Instant.EPOCH);
        FaultRule drops = new FaultRule(
                FaultKind.DROP_BEFORE,
                rule.protocol(),
                rule.account(),
                rule.operation(),
                rule.onlyChanges(),
                rule.onlyStops(),
                rule.probability(),
                rule.skip(),
                rule.times(),
                rule.duration());
        Faults faults = new Faults(seed, clock);
        faults.add(drops);

        for (Sent sent : requests) {
            boolean met = faults.plan(sent.subject()).fault().isPresent();
            if (met) {
                assertThat(faults.rules().get(0).matched()).isGreaterThan(rule.skip());
                assertThat(!rule.onlyChanges() || sent.subject().change()).isTrue();
                assertThat(!rule.onlyStops() || sent.subject().stop()).isTrue();
            }
        }

        assertThat(faults.rules().get(0).met()).isLessThanOrEqualTo(rule.times());
    }

    @Provide
    Arbitrary<List<FaultRule>> rules() {
        return rule().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<FaultRule> rule() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.of(FaultKind.class),
                        Arbitraries.of("*", "aster-*", "okx-v5"),
                        Arbitraries.of("*", "POST *", "*order*", "WS order"),
                        flag,
                        flag,
                        Arbitraries.of(0.05, 0.3, 1.0),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(1, 2, Integer.MAX_VALUE))
                .as((kind, protocol, operation, changes, stops, share, skip, times) -> new FaultRule(
                        kind, protocol, "*", operation, changes, stops, share, skip, times, Duration.ofSeconds(2)));
    }

    @Provide
    Arbitrary<List<Sent>> requests() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.of("aster-v1", "aster-v3", "okx-v5"),
                        Arbitraries.of("POST /fapi/v3/order", "GET /fapi/v3/order", "WS order"),
                        flag,
                        flag,
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as((protocol, operation, change, stop, fails) ->
                        new Sent(new Subject(protocol, "a", operation, change, stop), fails))
                .list()
                .ofMaxSize(25);
    }
}
