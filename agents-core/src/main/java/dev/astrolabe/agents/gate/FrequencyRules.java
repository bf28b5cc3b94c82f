package dev.astrolabe.agents.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** G12: whether the agent trades too often. */
final class FrequencyRules {

    private FrequencyRules() {}

    static Optional<Verdict.Rejected> opensPerHour(Draft draft) {
        int opens = draft.agent().opensLastHour();
        int most = draft.limits().maxOpensPerHour();
        return opens >= most
                ? draft.reject(
                        ReasonCode.OPENS_PER_HOUR,
                        draft.agent().id() + " made " + opens + " entries within the hour; at most " + most)
                : draft.pass();
    }

    static Optional<Verdict.Rejected> cooldown(Draft draft) {
        return draft.agent().lastStopOut().flatMap(stopped -> {
            Instant until = stopped.plus(draft.limits().cooldownAfterStop());
            return draft.context().now().isBefore(until)
                    ? draft.reject(
                            ReasonCode.COOLDOWN_AFTER_STOP,
                            draft.agent().id() + " was stopped out at " + stopped + " and opens again from " + until)
                    : draft.pass();
        });
    }

    static Optional<Verdict.Rejected> feeDrag(Draft draft) {
        BigDecimal fees = draft.agent().feesLast24Hours();
        BigDecimal most = draft.limits().maxFeeDrag().multiply(draft.agent().equity());
        return fees.compareTo(most) > 0
                ? draft.reject(
                        ReasonCode.FEE_DRAG,
                        draft.agent().id() + " paid " + Amounts.text(fees) + " in fees within 24 hours; at most "
                                + Amounts.text(most))
                : draft.pass();
    }
}
