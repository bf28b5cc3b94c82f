package dev.astrolabe.agents.gate;

import java.util.List;

/** The rules for entries, in their fixed order. */
final class Rules {

    private Rules() {}

    static List<Rule> standard() {
        return List.of(
                new Rule("G0 pair", AdmissionRules::pair),
                new Rule("G0 whitelist", AdmissionRules::whitelist),
                new Rule("G0 instrument", AdmissionRules::instrument),
                new Rule("G0 duplicate", AdmissionRules::duplicate),
                new Rule("G0 expired", AdmissionRules::expired),
                new Rule("G0 data", AdmissionRules::data),
                new Rule("G1 paused", StateRules::paused),
                new Rule("G1 reducing", StateRules::reducing),
                new Rule("G1 halted", StateRules::halted),
                new Rule("G1 drawdown", StateRules::drawdown),
                new Rule("G1 agent paused", StateRules::agentPaused),
                new Rule("G1 quarantine", StateRules::quarantine),
                new Rule("G2 stale mark", MarketRules::staleMark),
                new Rule("G2 spread", MarketRules::spread),
                new Rule("G2 divergence", MarketRules::divergence),
                new Rule("G2 price moved", MarketRules::priceMoved),
                new Rule("G3 agent leverage", LeverageRules::agentCap),
                new Rule("G3 tier leverage", LeverageRules::tierCap),
                new Rule("G3 liquidation", LeverageRules::liquidation),
                new Rule("G4 positions", SizeRules::positions),
                new Rule("G5 margin", SizeRules::margin),
                new Rule("G6 agent capital", SizeRules::agentCapital),
                new Rule("G6 account margin", SizeRules::accountMargin),
                new Rule("G7 stop missing", StopRules::missing),
                new Rule("G7 stop would trigger", StopRules::wouldTrigger),
                new Rule("G7 stop too far", StopRules::tooFar),
                new Rule("G7 stop on tick", StopRules::onTick),
                new Rule("G7 stop too tight", StopRules::tooTight),
                new Rule("G7 account liquidation", StopRules::accountLiquidation),
                new Rule("G7 take-profit", StopRules::takeProfit),
                new Rule("G8 heat", RiskRules::heat),
                new Rule("G9 gross", RiskRules::gross),
                new Rule("G9 symbol", RiskRules::symbol),
                new Rule("G10 claimed", VenueRules::claimed),
                new Rule("G10 position mode", VenueRules::positionMode),
                new Rule("G11 prices", VenueRules::prices),
                new Rule("G11 price range", VenueRules::priceRange),
                new Rule("G11 lot", VenueRules::lot),
                new Rule("G11 notional", VenueRules::minNotional),
                new Rule("G12 entries an hour", FrequencyRules::opensPerHour),
                new Rule("G12 cooldown", FrequencyRules::cooldown),
                new Rule("G12 fee drag", FrequencyRules::feeDrag));
    }
}
