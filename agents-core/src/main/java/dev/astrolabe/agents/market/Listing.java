package dev.astrolabe.agents.market;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;
import java.util.Comparator;

/**
 * One instrument at one exchange.
 *
 * @param exchange the exchange, as the session names it
 * @param symbol the instrument
 * @since 0.1
 */
public record Listing(ExchangeId exchange, Symbol symbol) implements Comparable<Listing> {

    private static final Comparator<Listing> ORDER =
            Comparator.comparing((Listing listing) -> listing.exchange().name()).thenComparing(Listing::symbol);

    @Override
    public int compareTo(Listing other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return exchange + " " + symbol;
    }
}
