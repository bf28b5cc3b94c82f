package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an exchange that is being built will list. */
final class Listings {

    private final Map<Symbol, Instrument> instruments = new TreeMap<>();
    private final Map<Symbol, List<RiskTier>> tiers = new HashMap<>();

    void add(Instrument instrument) {
        Symbol symbol = instrument.symbol();
        if (instrument.kind() == InstrumentKind.SPOT) {
            throw new IllegalArgumentException(symbol + " is spot; a paper exchange trades only derivatives");
        }
        if (instrument.inverse() && !symbol.settle().equals(Optional.of(symbol.base()))) {
            throw new IllegalArgumentException(symbol + " is inverse and does not settle in " + symbol.base());
        }
        instruments.put(symbol, instrument);
    }

    void tiers(Symbol symbol, List<RiskTier> table) {
        tiers.put(symbol, List.copyOf(table));
    }

    Map<Symbol, PaperMarket> markets(Rules rules) {
        for (Symbol symbol : tiers.keySet()) {
            if (!instruments.containsKey(symbol)) {
                throw new IllegalArgumentException("risk tiers of " + symbol + ", which is not listed");
            }
        }
        Map<Symbol, PaperMarket> markets = new TreeMap<>();
        instruments.forEach((symbol, instrument) -> {
            RiskTable risk = new RiskTable(instrument, tiers.getOrDefault(symbol, RiskTable.defaults()));
            markets.put(symbol, new PaperMarket(instrument, risk, rules));
        });
        return markets;
    }
}
