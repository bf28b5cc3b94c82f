package dev.astrolabe.agents.gate;

import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.RiskTier;
import java.util.List;
import java.util.Optional;

/** G0: whether the proposal may be looked at. */
final class AdmissionRules {

    private AdmissionRules() {}

    /** The legs of a pair hedge each other: two markets of one coin, in opposite directions. */
    static Optional<Verdict.Rejected> pair(Draft draft) {
        if (draft.legs().size() < 2) {
            return draft.pass();
        }
        LegQuote one = draft.legs().get(0);
        LegQuote two = draft.legs().get(1);
        if (one.listing().equals(two.listing())) {
            return draft.reject(ReasonCode.SCHEMA, "both legs of the pair are in " + one.listing());
        }
        String base = one.listing().symbol().base();
        String other = two.listing().symbol().base();
        if (!base.equals(other) || one.leg().side() == two.leg().side()) {
            return draft.reject(
                    ReasonCode.SCHEMA,
                    "the legs " + one.leg() + " and " + two.leg() + " do not hedge each other: they need one coin and"
                            + " opposite directions");
        }
        return draft.pass();
    }

    static Optional<Verdict.Rejected> whitelist(Draft draft) {
        return draft.eachLeg(leg -> draft.context().whitelist().contains(leg.listing())
                ? draft.pass()
                : draft.reject(
                        ReasonCode.SYMBOL_NOT_WHITELISTED, leg.listing() + " is none of this session's markets"));
    }

    /** Money in the gate is in the settle asset, which an inverse contract or a coin itself is not. */
    static Optional<Verdict.Rejected> instrument(Draft draft) {
        return draft.eachLeg(leg -> {
            if (leg.instrument().status() != InstrumentStatus.TRADING) {
                return draft.reject(
                        ReasonCode.INSTRUMENT_NOT_TRADING,
                        leg.listing() + " does not trade: its status is "
                                + leg.instrument().rawStatus());
            }
            InstrumentKind kind = leg.instrument().kind();
            boolean derivative = kind == InstrumentKind.PERPETUAL || kind == InstrumentKind.FUTURE;
            return derivative && !leg.instrument().inverse()
                    ? draft.pass()
                    : draft.reject(
                            ReasonCode.INSTRUMENT_NOT_TRADING,
                            leg.listing() + " is " + (leg.instrument().inverse() ? "inverse" : kind)
                                    + "; the gate reckons linear perpetuals and futures only");
        });
    }

    static Optional<Verdict.Rejected> duplicate(Draft draft) {
        DecisionKey key = DecisionKey.of(draft.open());
        return draft.context().reviewed().contains(key)
                ? draft.reject(ReasonCode.DUPLICATE_DECISION, key + " was reviewed before")
                : draft.pass();
    }

    static Optional<Verdict.Rejected> expired(Draft draft) {
        return draft.context().now().isAfter(draft.open().expiresAt())
                ? draft.reject(
                        ReasonCode.EXPIRED,
                        "the proposal was void from " + draft.open().expiresAt() + "; it is now "
                                + draft.context().now())
                : draft.pass();
    }

    /** Risk is not known without the tiers of what is wanted, the account, and the prices and tiers of what is held. */
    static Optional<Verdict.Rejected> data(Draft draft) {
        GateContext context = draft.context();
        for (Holdings.Holding holding : draft.holdings().all()) {
            if (!context.markets().containsKey(holding.listing())
                    || draft.holdings().tiers(holding.listing()).isEmpty()) {
                return draft.reject(
                        ReasonCode.DATA_MISSING,
                        holding.agent() + " holds " + holding.listing()
                                + ", whose mark price or risk tiers are not known");
            }
        }
        return draft.eachLeg(leg -> {
            List<RiskTier> tiers = draft.holdings().tiers(leg.listing());
            if (tiers.isEmpty()) {
                return draft.reject(ReasonCode.DATA_MISSING, "the risk tiers of " + leg.listing() + " are not known");
            }
            boolean account = context.account(
                            draft.agent().id(),
                            leg.listing().exchange(),
                            draft.limits().topology())
                    .isPresent();
            return account
                    ? draft.pass()
                    : draft.reject(
                            ReasonCode.DATA_MISSING,
                            "the account of " + draft.agent().id() + " at "
                                    + leg.listing().exchange() + " is not known");
        });
    }
}
