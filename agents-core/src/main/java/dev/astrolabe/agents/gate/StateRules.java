package dev.astrolabe.agents.gate;

import java.math.BigDecimal;
import java.util.Optional;

/** G1: whether anything may be opened now. */
final class StateRules {

    private StateRules() {}

    static Optional<Verdict.Rejected> paused(Draft draft) {
        return draft.context().state() == TradingState.PAUSED
                ? draft.reject(ReasonCode.SESSION_NOT_RUNNING, "the session is PAUSED; it opens when RUNNING")
                : draft.pass();
    }

    static Optional<Verdict.Rejected> reducing(Draft draft) {
        return draft.context().state() == TradingState.REDUCING
                ? draft.reject(ReasonCode.TRADING_REDUCING, "the session is REDUCING; it opens when RUNNING")
                : draft.pass();
    }

    static Optional<Verdict.Rejected> halted(Draft draft) {
        return draft.context().state() == TradingState.HALTED
                ? draft.reject(ReasonCode.TRADING_HALTED, "the session is HALTED; only a new session opens again")
                : draft.pass();
    }

    /** The drawdown limit latches: a recovery of the equity does not lift it. */
    static Optional<Verdict.Rejected> drawdown(Draft draft) {
        GatePortfolio portfolio = draft.context().portfolio();
        BigDecimal limit = draft.limits().maxDrawdown().multiply(portfolio.highWaterMark());
        if (portfolio.drawdownTripped()) {
            return draft.reject(
                    ReasonCode.TRADING_HALTED,
                    "the drawdown limit " + draft.limits().maxDrawdown().toPlainString()
                            + " was reached in this session");
        }
        return portfolio.drawdown().compareTo(limit) >= 0
                ? draft.reject(
                        ReasonCode.TRADING_HALTED,
                        "drawdown " + Amounts.text(portfolio.drawdown()) + " from "
                                + Amounts.text(portfolio.highWaterMark()) + " reaches the limit " + Amounts.text(limit))
                : draft.pass();
    }

    static Optional<Verdict.Rejected> agentPaused(Draft draft) {
        return draft.agent().status() == AgentStatus.PAUSED
                ? draft.reject(ReasonCode.AGENT_PAUSED, "agent " + draft.agent().id() + " is PAUSED")
                : draft.pass();
    }

    static Optional<Verdict.Rejected> quarantine(Draft draft) {
        return draft.eachLeg(leg -> draft.context().quarantined().contains(leg.listing())
                ? draft.reject(ReasonCode.SYMBOL_QUARANTINED, leg.listing() + " is set apart until its ledger is clear")
                : draft.pass());
    }
}
