package dev.astrolabe.agents.session;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.Fill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The books of one agent. Cash is reckoned by flows alone, as if every fill were paid in full: a buy takes quantity x price
 * out of it, a sell brings it in, fees and funding change it too. No division takes part, so that cash plus the positions at
 * their mark prices is the equity to the last digit, and can be held against what the exchange says. Each fill counts once.
 * Changed by the session's thread alone.
 */
final class AgentBook {

    /** Digits behind the point in which shares of a cost are kept. */
    static final int MONEY_SCALE = 18;

    private final BigDecimal capital;
    private final Map<Listing, BookPosition> positions = new TreeMap<>();
    private final Map<Listing, Set<String>> fills = new HashMap<>();
    private final Map<Listing, Set<String>> payments = new HashMap<>();
    private final List<RoundTrip> finished = new ArrayList<>();
    private BigDecimal cash;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal funding = BigDecimal.ZERO;

    AgentBook(BigDecimal capital) {
        this.capital = capital;
        this.cash = capital;
    }

    /**
     * Books a fill, unless it was booked before.
     *
     * @param leverage the leverage of a position that the fill opens
     * @param joins the trade that a position opened by the fill belongs to; null for one of its own
     * @return whether it was new
     */
    boolean apply(Listing listing, Fill fill, int leverage, @Nullable RoundTrip joins) {
        if (!isNew(fills, listing, fill.tradeId())) {
            return false;
        }
        BigDecimal signed =
                fill.side().sign() > 0 ? fill.quantity() : fill.quantity().negate();
        BookPosition held = positions.get(listing);
        if (held != null
                && held.signedQuantity().signum() * signed.signum() < 0
                && signed.abs().compareTo(held.quantity()) > 0) {
            throw new IllegalStateException("fill " + fill.tradeId() + " of " + listing + " turns a position of "
                    + held.signedQuantity().toPlainString() + " over: exits are reduce-only, so this cannot be ours");
        }
        BookPosition position = held == null ? open(listing, fill, leverage, joins) : held;
        position.apply(signed, fill.price());
        flow(position.roundTrip(), signed.multiply(fill.price()).negate());
        flow(position.roundTrip(), fill.fee().negate());
        fees = fees.add(fill.fee());
        if (position.isFlat()) {
            close(position, fill.time());
        }
        return true;
    }

    /** Takes a fill as booked that is none of this agent's. */
    void skipFill(Listing listing, String tradeId) {
        isNew(fills, listing, tradeId);
    }

    /** Takes a payment as booked that is none of this agent's. */
    void skipFunding(Listing listing, String id) {
        isNew(payments, listing, id);
    }

    private static boolean isNew(Map<Listing, Set<String>> known, Listing listing, String id) {
        return known.computeIfAbsent(listing, any -> new HashSet<>()).add(id);
    }

    private BookPosition open(Listing listing, Fill fill, int leverage, @Nullable RoundTrip joins) {
        RoundTrip roundTrip = joins == null || joins.isFinished() ? new RoundTrip() : joins;
        roundTrip.opened(fill.time());
        BookPosition position = new BookPosition(listing, fill.time(), fill.price(), leverage, roundTrip);
        positions.put(listing, position);
        return position;
    }

    private void close(BookPosition position, Instant time) {
        positions.remove(position.listing());
        RoundTrip roundTrip = position.roundTrip();
        roundTrip.closed(time);
        if (roundTrip.isOver()) {
            finished.add(roundTrip);
        }
    }

    /**
     * Books a funding payment, unless it was booked before.
     *
     * @param id the venue's id of it
     * @param amount positive received, negative paid
     * @return whether it was new
     */
    boolean applyFunding(Listing listing, String id, BigDecimal amount) {
        if (!isNew(payments, listing, id)) {
            return false;
        }
        BookPosition position = positions.get(listing);
        cash = cash.add(amount);
        funding = funding.add(amount);
        if (position != null) {
            position.roundTrip().flow(amount);
        }
        return true;
    }

    private void flow(RoundTrip roundTrip, BigDecimal amount) {
        cash = cash.add(amount);
        roundTrip.flow(amount);
    }

    BigDecimal capital() {
        return capital;
    }

    BigDecimal cash() {
        return cash;
    }

    BigDecimal fees() {
        return fees;
    }

    BigDecimal funding() {
        return funding;
    }

    List<RoundTrip> finished() {
        return finished;
    }

    Collection<BookPosition> positions() {
        return positions.values();
    }

    Optional<BookPosition> position(Listing listing) {
        return Optional.ofNullable(positions.get(listing));
    }

    BigDecimal positionsValue(Function<Listing, BigDecimal> marks) {
        if (positions.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal value = BigDecimal.ZERO;
        for (BookPosition position : positions.values()) {
            value = value.add(position.value(marks.apply(position.listing())));
        }
        return value;
    }

    BigDecimal equity(Function<Listing, BigDecimal> marks) {
        return cash.add(positionsValue(marks));
    }

    BigDecimal marginInUse() {
        BigDecimal margin = BigDecimal.ZERO;
        for (BookPosition position : positions.values()) {
            margin = margin.add(position.margin());
        }
        return margin;
    }
}
