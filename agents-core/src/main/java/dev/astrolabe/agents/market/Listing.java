package dev.astrolabe.agents.market;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;

/**
 * One instrument at one exchange.
 *
 * @param exchange the exchange, as the session names it
 * @param symbol the instrument
 * @since 0.1
 */
public record Listing(ExchangeId exchange, Symbol symbol) implements Comparable<Listing> {

    @Override
    public int compareTo(Listing other) {
        int byExchange = exchange.name().compareTo(other.exchange.name());
        return byExchange == 0 ? symbol.compareTo(other.symbol) : byExchange;
    }

    @Override
    public String toString() {
        return exchange + " " + symbol;
    }
}
