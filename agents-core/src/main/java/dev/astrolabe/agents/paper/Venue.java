package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all parts of one paper exchange share: its clock, its markets, its accounts, and the numbers it gives out. Guarded by
 * {@link #lock}, which every entry from outside takes.
 */
final class Venue {

    final Object lock = new Object();
    private final ExchangeId id;
    private final Rules rules;
    private final SortedMap<Symbol, PaperMarket> markets;
    private final Notices notices;
    private final Map<String, Portfolio> portfolios = new LinkedHashMap<>();
    private Instant now;
    private long lastId;
    private long reads;
    private long changes;

    Venue(ExchangeId id, Rules rules, Map<Symbol, PaperMarket> markets, Instant start, Notices notices) {
        this.id = id;
        this.rules = rules;
        this.markets = Collections.unmodifiableSortedMap(new TreeMap<>(markets));
        this.now = start;
        this.notices = notices;
    }

    ExchangeId id() {
        return id;
    }

    Rules rules() {
        return rules;
    }

    SortedMap<Symbol, PaperMarket> markets() {
        return markets;
    }

    Map<String, Portfolio> portfolios() {
        return portfolios;
    }

    /** What the listener is to be told. */
    Notices notices() {
        return notices;
    }

    /** @throws IllegalArgumentException if there is no such account */
    Portfolio portfolio(String accountId) {
        Portfolio portfolio = portfolios.get(accountId);
        if (portfolio == null) {
            throw new IllegalArgumentException("no account " + accountId + ", only " + portfolios.keySet());
        }
        return portfolio;
    }

    /** @throws IllegalArgumentException if the tick cannot be one of this venue, or is older than its market's last one */
    PaperMarket market(MarketTick tick) {
        PaperMarket market = markets.get(tick.listing().symbol());
        if (market == null || !tick.listing().exchange().equals(id)) {
            throw new IllegalArgumentException(
                    "tick of " + tick.listing() + " is not for " + id + " with " + markets.keySet());
        }
        if (tick.mark().mark().signum() <= 0) {
            throw new IllegalArgumentException("mark price of " + tick + " is not above 0");
        }
        MarketTick previous = market.tick();
        if (previous != null && tick.time().isBefore(previous.time())) {
            throw new IllegalArgumentException("tick of " + tick.listing() + " at " + tick.time()
                    + " is older than its last one at " + previous.time());
        }
        return market;
    }

    Instant now() {
        return now;
    }

    /** Moves the clock on; a time that lies behind it leaves it where it is. */
    void advance(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    /** The next number, for orders, trades and income alike: ids never repeat, and ascend in time. */
    String nextId() {
        lastId++;
        return Long.toString(lastId);
    }

    /** Notes a call that passed the checks of the client's side. */
    void countCall(boolean changes) {
        if (changes) {
            this.changes++;
        } else {
            reads++;
        }
    }

    /** How many calls came in, and how many of them were meant to change something. */
    long reads() {
        return reads;
    }

    long changes() {
        return changes;
    }

    /** A refusal by the venue, to be thrown. */
    RejectedException rejection(Reason reason, String call, String message) {
        return new RejectedException(reason, new VenueError(id.name(), call, reason.name(), message, 0));
    }
}
