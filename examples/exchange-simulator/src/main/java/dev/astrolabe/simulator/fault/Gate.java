package dev.astrolabe.simulator.fault;

import dev.astrolabe.simulator.journal.Journal;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.Refusal.Kind;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every request and command passes on its way to a protocol. It lets faults happen, carries a request out at most once whatever
 * they are, and notes what was accepted. Safe for any thread.
 *
 * @since 0.1
 */
public final class Gate {

    private final Faults faults;
    private final Journal journal;
    private final InstantSource clock;
    private final Delays delays;

    /**
     * A gate.
     *
     * @param faults what goes wrong
     * @param journal where acceptances are noted
     * @param clock the venue's time
     * @param delays does things later
     */
    public Gate(Faults faults, Journal journal, InstantSource clock, Delays delays) {
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
        this.delays = delays;
    }

    /**
     * Lets a request pass.
     *
     * @param subject what it is about
     * @param work carries it out
     * @param refused words an answer that a fault asks for
     * @param outlet the way back to the caller
     */
    public void pass(Subject subject, Supplier<Handled> work, Function<Refusal, WireAnswer> refused, Outlet outlet) {
        Faults.Plan plan = faults.plan(subject);
        try {
            Consumer<Outlet> back = carryOut(plan, work, refused);
            if (plan.latency().isZero()) {
                back.accept(outlet);
            } else {
                delays.onMachine(plan.latency(), () -> back.accept(outlet));
            }
        } catch (RuntimeException e) {
            outlet.broken(e);
        }
    }

    private Consumer<Outlet> carryOut(Faults.Plan plan, Supplier<Handled> work, Function<Refusal, WireAnswer> refused) {
        if (plan.fault().isEmpty()) {
            WireAnswer answer = accepted(work, plan.name());
            return outlet -> outlet.answer(answer);
        }
        FaultRule rule = plan.fault().orElseThrow();
        return switch (rule.kind()) {
            case DROP_BEFORE -> Outlet::drop;
            case DROP_AFTER -> {
                accepted(work, plan.name());
                yield Outlet::drop;
            }
            case UNAVAILABLE_AFTER -> {
                accepted(work, plan.name());
                yield refusal(Kind.OUTCOME_UNKNOWN, Duration.ZERO, refused);
            }
            case LATE -> {
                delays.atVenue(rule.duration(), () -> accepted(work, plan.name()));
                yield Outlet::drop;
            }
            case RATE_LIMITED -> refusal(Kind.RATE_LIMITED, rule.duration(), refused);
            case BANNED -> refusal(Kind.BANNED, rule.duration(), refused);
            case STOP_REJECTED -> refusal(Kind.STOP_REJECTED, Duration.ZERO, refused);
            case MAINTENANCE -> refusal(Kind.MAINTENANCE, Duration.ZERO, refused);
            default -> throw new IllegalStateException(rule.kind() + " does not meet requests");
        };
    }

    private WireAnswer accepted(Supplier<Handled> work, String fault) {
        Handled handled = work.get();
        handled.acceptance().ifPresent(acceptance -> journal.note(clock.instant(), acceptance, fault));
        return handled.answer();
    }

    private static Consumer<Outlet> refusal(Kind kind, Duration retryAfter, Function<Refusal, WireAnswer> refused) {
        WireAnswer answer = refused.apply(new Refusal(kind, retryAfter));
        return outlet -> outlet.answer(answer);
    }

    /**
     * Whether a new connection is refused.
     *
     * @param opening what its opening is about
     * @return true if a fault says so
     */
    public boolean refusesConnection(Subject opening) {
        return faults.refuses(opening);
    }

    /**
     * The way of events to one connection.
     *
     * @param protocol of the connection
     * @param send sends a text
     * @param drop ends the connection
     * @return the way; safe for any thread
     */
    public EventGate events(String protocol, Consumer<String> send, Runnable drop) {
        return new EventGate(faults, protocol, send, drop);
    }
}
