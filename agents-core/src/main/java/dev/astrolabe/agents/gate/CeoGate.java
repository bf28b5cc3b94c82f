package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Proposal;
import java.util.List;
import java.util.Optional;

/**
 * The CEO's gate: nothing that an agent proposes is done unless it passes here. A pure function of the proposal and its
 * context, without clock, chance, I/O or memory; the same input always has the same verdict. Safe for any thread.
 *
 * <p>Entries go through the rules in their fixed order, each of which refuses, or lowers what is too high. It only ever takes
 * risk away: quantity and leverage never grow, a stop never moves away from the entry. A changed proposal goes through all
 * rules again until none of them changes it, so a review of what comes out approves it as it stands.
 *
 * <p>No bound is divided and rounded: each is checked by multiplication, and the largest quantity on the lot that keeps it is
 * searched for. Where the price of a fill is uncertain, the price that is worse for the trader counts.
 *
 * <p>An entry may add to a position that is held. Each part is reckoned with its own stop, so whoever carries it out protects
 * the whole with the nearer of both stops, or each part with its own.
 *
 * <p>Exits pass in every state of the session. What is asked beyond what the agent owns is cut to that.
 *
 * @since 0.1
 */
public final class CeoGate {

    private final GateLimits limits;
    private final List<Rule> rules;

    /**
     * A gate with all rules.
     *
     * @param limits what it allows
     */
    public CeoGate(GateLimits limits) {
        this(limits, Rules.standard());
    }

    /** A gate with some rules only, to show what each of them is for. */
    CeoGate(GateLimits limits, List<Rule> rules) {
        this.limits = limits;
        this.rules = List.copyOf(rules);
    }

    /**
     * What it allows.
     *
     * @return the limits
     */
    public GateLimits limits() {
        return limits;
    }

    /**
     * Judges a proposal. Whatever is unknown or malformed in it is refused, not thrown.
     *
     * @param proposal what an agent wants
     * @param context everything it is judged by
     * @return the verdict
     */
    public Verdict review(Proposal proposal, GateContext context) {
        GateAgent agent = context.agents().get(proposal.agent());
        if (agent == null) {
            return Schema.unknownAgent(proposal);
        }
        if (proposal instanceof Proposal.Close close) {
            return new ExitReview(context).close(close, agent);
        }
        if (proposal instanceof Proposal.MoveStop move) {
            return new ExitReview(context).moveStop(move, agent);
        }
        return open((Proposal.Open) proposal, agent, context);
    }

    private Verdict open(Proposal.Open open, GateAgent agent, GateContext context) {
        Optional<Verdict.Rejected> malformed = Schema.check(open);
        if (malformed.isPresent()) {
            return malformed.get();
        }
        Optional<List<LegQuote>> legs = Schema.quotes(open, context);
        if (legs.isEmpty()) {
            return Schema.unknownMarket(open, context);
        }
        return judge(new Draft(limits, context, agent, open, legs.get()));
    }

    private Verdict judge(Draft draft) {
        // Ends: every change lowers quantity, leverage or stop distance by a whole step, or rounds a price for good.
        int before;
        do {
            before = draft.clamps().size();
            for (Rule rule : rules) {
                Optional<Verdict.Rejected> refusal = rule.check().apply(draft);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
            }
        } while (draft.clamps().size() > before);
        return draft.clamps().isEmpty()
                ? new Verdict.Approved(draft.open())
                : new Verdict.Modified(draft.open(), draft.clamps());
    }
}
