package dev.astrolabe.exchange.testkit.faults;

import dev.astrolabe.exchange.testkit.faults.Asked.Kind;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Decides from a seed what goes wrong with each call. Whatever is decided, the venue keeps its word: nothing is executed after
 * its window, and a query finds what was executed by the time at which a client asks for the last time.
 */
final class FaultPlan {

    private static final int OUTAGE = 9;
    private static final Duration AFTER_THE_WINDOW = Duration.ofSeconds(2);

    private final Random random;
    private final FaultSetup setup;
    private final List<Fault.Answer> unknown = new ArrayList<>(List.of(Common.DROP, Common.DROP));
    private final Duration venueWindow;
    private final Duration clientWindow;
    private final Map<String, Integer> injected;
    private Duration pause = Duration.ZERO;
    private int outage;

    /**
     * A plan.
     *
     * @param setup what the venue can answer, and for how long it executes a request
     * @param clientWindow for how long the client believes that
     * @param injected counts what went wrong, by kind
     */
    FaultPlan(long seed, FaultSetup setup, Duration clientWindow, Map<String, Integer> injected) {
        this.random = new Random(seed);
        this.setup = setup;
        this.unknown.addAll(setup.unknown());
        this.venueWindow = setup.window();
        this.clientWindow = clientWindow;
        this.injected = injected;
    }

    static Map<String, Integer> counts() {
        return new TreeMap<>();
    }

    Fault decide(Asked call) {
        if (call.mutation()) {
            return counted(call.kind() == Kind.PROOF ? "proof " : "", mutation(call));
        }
        return call.kind() == Kind.QUERY ? counted("query ", query()) : Fault.NONE;
    }

    /** How long the caller waits for the answer to the call that was just decided. */
    Duration pause() {
        Duration result = pause;
        pause = Duration.ZERO;
        return result;
    }

    private Fault mutation(Asked call) {
        if (call.kind() == Kind.PLACE_BATCH && chance(25)) {
            return unknown(handling()).onElement(random.nextInt(2));
        }
        int dice = random.nextInt(100);
        if (dice < 30) {
            return chance(30) ? unseen(Fault.NONE, clientWindow) : Fault.NONE;
        }
        if (dice < 38) {
            return limited();
        }
        Fault fault = unknown(handling());
        if (chance(20)) {
            pause = seconds(Duration.ofSeconds(12));
        }
        return fault;
    }

    private Fault limited() {
        List<Fault.Answer> answers = setup.limited();
        int which = answers.size() == 1 ? 0 : random.nextInt(answers.size());
        return Fault.of(Handling.IGNORED, answers.get(which));
    }

    private Handling handling() {
        int dice = random.nextInt(10);
        return dice < 4 ? Handling.EXECUTED : dice < 6 ? Handling.IGNORED : Handling.QUEUED;
    }

    private Fault unknown(Handling handling) {
        Fault fault = Fault.of(handling, unknown.get(random.nextInt(unknown.size())));
        return switch (handling) {
            case EXECUTED -> chance(40) ? unseen(fault, clientWindow) : fault;
            case IGNORED -> fault;
            case QUEUED -> {
                Fault late = fault.late(seconds(venueWindow.multipliedBy(13).dividedBy(10)));
                yield chance(40) ? unseen(late, clientWindow.minus(venueWindow)) : late;
            }
        };
    }

    /** Unseen for no longer than until the last query. */
    private Fault unseen(Fault fault, Duration least) {
        return fault.unseen(seconds(least.plus(AFTER_THE_WINDOW)));
    }

    /** Now and then queries fail for so long that a client gives up asking. */
    private Fault query() {
        int dice = random.nextInt(100);
        if (dice < 3) {
            outage = OUTAGE;
        }
        if (outage > 0 || dice < 6) {
            outage = Math.max(0, outage - 1);
            return Fault.of(Handling.IGNORED, random.nextBoolean() ? setup.unavailable() : Common.DROP);
        }
        return dice < 8 ? limited() : Fault.NONE;
    }

    private Fault counted(String what, Fault fault) {
        String kind = what
                + (fault.element() < 0 ? "" : "element ")
                + fault.handling()
                + " "
                + fault.answer()
                + (fault.unseen().isZero() ? "" : " unseen");
        injected.merge(kind, 1, Integer::sum);
        return fault;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From one millisecond to less than a time. */
    private Duration seconds(Duration below) {
        return Duration.ofMillis(1 + random.nextLong(below.toMillis() - 1));
    }
}
