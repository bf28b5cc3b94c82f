package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.PositionMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the gate let through for one agent, and keeps its positions protected. What happened is learned from the
 * exchange's fills alone, never from what was intended. Used by the session's thread alone.
 */
final class Trader {

    private static final Logger LOG = LoggerFactory.getLogger(Trader.class);

    private final Agent agent;
    private final AgentBook book;
    private final OrderSender sender;
    private final FillReader fills;
    private final Protection protection;
    private final Map<Listing, Entry> entries = new TreeMap<>();
    private final Set<Listing> closing = new TreeSet<>();
    private @Nullable Instant lastStopOut;

    Trader(Agent agent, AgentBook book, OrderSender sender, EffectDigest digest) {
        this.agent = agent;
        this.book = book;
        this.sender = sender;
        this.fills = new FillReader(book, sender, digest);
        this.protection = new Protection(book, sender);
    }

    Agent agent() {
        return agent;
    }

    AgentBook book() {
        return book;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    Optional<Instant> lastStopOut() {
        return Optional.ofNullable(lastStopOut);
    }

    ExchangeClient account(ExchangeId exchange) {
        return sender.account(exchange);
    }

    /** What the account at an exchange holds of an asset; empty where it lists none. */
    Optional<Balance> balance(ExchangeId exchange, String asset) {
        for (Balance balance : account(exchange).account().balances()) {
            if (balance.asset().equals(asset)) {
                return Optional.of(balance);
            }
        }
        return Optional.empty();
    }

    PositionMode mode(ExchangeId exchange) {
        return sender.mode(exchange);
    }

    /** The markets in which something of this agent is held or under way. */
    Set<Listing> active() {
        if (entries.isEmpty() && book.positions().isEmpty()) {
            return Set.of();
        }
        Set<Listing> active = new TreeSet<>(entries.keySet());
        book.positions().forEach(position -> active.add(position.listing()));
        return active;
    }

    /** Learns what has happened since the last time, and sees to what follows from it. */
    void sync(Instant now) {
        for (Listing listing : active()) {
            absorb(listing, now);
            book.position(listing).filter(held -> closing.contains(listing)).ifPresent(held -> exitRest(held, now));
            protect(listing, now);
        }
    }

    private void sync(Listing listing, Instant now) {
        absorb(listing, now);
        protect(listing, now);
    }

    private void absorb(Listing listing, Instant now) {
        Entry entry = entries.get(listing);
        if (entry != null && entry.unknown()) {
            resolve(entry);
        }
        BookPosition before = book.position(listing).orElse(null);
        fills.read(listing, entries.get(listing), now);
        settle(listing, now);
        if (before != null
                && book.position(listing).filter(held -> held == before).isEmpty()) {
            closed(before, now);
        }
    }

    private void protect(Listing listing, Instant now) {
        boolean exposed = protection.ensure(listing).isPresent();
        if (exposed && closing.add(listing)) {
            cancelEntry(listing, now);
            book.position(listing).ifPresent(held -> exitRest(held, now));
        }
    }

    private void resolve(Entry entry) {
        OrderResolution resolution;
        try {
            resolution = sender.account(entry.listing()).trading().resolve(entry.ref(), entry.sentAt());
        } catch (ExchangeException e) {
            LOG.debug("what became of {} is still unknown", entry.ref(), e);
            return;
        }
        if (resolution instanceof OrderResolution.Placed placed) {
            entries.put(entry.listing(), entry.known(placed.order().ref()));
        } else {
            entries.remove(entry.listing());
        }
    }

    /** Drops an entry whose order is over, and cancels one whose time is over. */
    private void settle(Listing listing, Instant now) {
        Entry entry = entries.get(listing);
        if (entry == null || entry.unknown()) {
            return;
        }
        if (now.isAfter(entry.expiresAt())) {
            sender.cancel(listing, entry.ref());
            fills.read(listing, entry, now);
        }
        Optional<Order> order = sender.account(listing).trading().order(entry.ref());
        if (order.map(found -> found.status().isTerminal()).orElse(true)) {
            fills.read(listing, entry, now);
            entries.remove(listing);
        }
    }

    private void closed(BookPosition position, Instant now) {
        if (position.roundTrip().isStoppedOut()) {
            lastStopOut = now;
        }
        closing.remove(position.listing());
        protection.release(position);
        // What still rests of the entry would open the position again.
        cancelEntry(position.listing(), now);
    }

    private void exitRest(BookPosition position, Instant now) {
        exit(position, position.quantity());
        absorb(position.listing(), now);
    }

    private void exit(BookPosition position, BigDecimal quantity) {
        try {
            sender.exit(position.listing(), position.side(), quantity);
        } catch (ExchangeException e) {
            LOG.debug("exit of {} from {} failed", agent.spec().id(), position.listing(), e);
        }
    }

    /**
     * Opens what the gate approved. The second leg of a pair takes what the first one got, and the first gives back what the
     * second could not get.
     *
     * @return the failure, if the exchange or the client refused a leg, or an entry into its market is under way already
     */
    Optional<ExchangeException> open(Proposal.Open open, Instant now) {
        for (Leg leg : open.legs()) {
            if (entries.containsKey(leg.listing())) {
                return Optional.of(
                        NotSentException.invalid("an entry of " + agent.spec().id() + " into " + leg.listing()
                                + " is under way; a second one has to wait for its end"));
            }
        }
        RoundTrip roundTrip = new RoundTrip();
        BigDecimal quantity = open.quantity();
        List<Leg> done = new ArrayList<>();
        for (Leg leg : open.legs()) {
            Optional<ExchangeException> failure = enter(open, leg, quantity, roundTrip, now);
            sync(leg.listing(), now);
            BigDecimal got = held(leg.listing());
            done.forEach(earlier -> trim(earlier.listing(), got, now));
            if (failure.isPresent()) {
                return failure;
            }
            if (open.legs().size() > 1 && got.signum() == 0) {
                return Optional.empty();
            }
            quantity = open.legs().size() > 1 ? got : quantity;
            done.add(leg);
        }
        return Optional.empty();
    }

    private Optional<ExchangeException> enter(
            Proposal.Open open, Leg leg, BigDecimal quantity, RoundTrip roundTrip, Instant now) {
        Listing listing = leg.listing();
        try {
            sender.leverage(listing, open.leverage());
            if (book.position(listing).isEmpty()) {
                fills.beginAt(listing, now);
            }
            Optional<OrderAck> ack =
                    sender.enter(listing, leg.side(), quantity, leg.limitPrice().orElse(null));
            ack.ifPresent(accepted -> put(entry(open, leg, accepted.ref(), quantity, roundTrip, now, false)));
            return Optional.empty();
        } catch (OutcomeUnknownException e) {
            OrderRef ref = e.order().orElseThrow(() -> e);
            put(entry(open, leg, ref, quantity, roundTrip, e.sentAt(), true));
            return Optional.of(e);
        } catch (ExchangeException e) {
            LOG.debug("entry of {} into {} failed", agent.spec().id(), listing, e);
            return Optional.of(e);
        }
    }

    private void put(Entry entry) {
        protection.plan(entry.leg());
        entries.put(entry.listing(), entry);
    }

    private static Entry entry(
            Proposal.Open open,
            Leg leg,
            OrderRef ref,
            BigDecimal quantity,
            RoundTrip roundTrip,
            Instant sentAt,
            boolean unknown) {
        return new Entry(leg, ref, quantity, open.leverage(), roundTrip, sentAt, open.expiresAt(), unknown);
    }

    private BigDecimal held(Listing listing) {
        return book.position(listing).map(BookPosition::quantity).orElse(BigDecimal.ZERO);
    }

    private void trim(Listing listing, BigDecimal wanted, Instant now) {
        book.position(listing)
                .filter(held -> held.quantity().compareTo(wanted) > 0)
                .ifPresent(held -> {
                    if (wanted.signum() == 0) {
                        closing.add(listing);
                    }
                    exit(held, held.quantity().subtract(wanted));
                    sync(listing, now);
                });
    }

    /** Takes off what the gate approved; where the venue does not take it now, the next sync tries again. */
    void close(Proposal.Close close, Instant now) {
        book.position(close.listing()).ifPresent(position -> {
            boolean all = close.quantity().compareTo(position.quantity()) >= 0;
            if (all) {
                cancelEntry(close.listing(), now);
                closing.add(close.listing());
            }
            exit(position, all ? position.quantity() : close.quantity());
            sync(close.listing(), now);
        });
    }

    /** Moves a stop that the gate let through. */
    void moveStop(Proposal.MoveStop move) {
        protection.move(move.listing(), move.stopPrice());
    }

    /** Cancels what is under way and closes everything; what does not close now is tried again by {@link #sync}. */
    void closeAll(String reason, Instant now) {
        for (Listing listing : List.copyOf(entries.keySet())) {
            cancelEntry(listing, now);
        }
        for (BookPosition position : List.copyOf(book.positions())) {
            close(
                    new Proposal.Close(
                            agent.spec().id(), now, position.listing(), position.side(), position.quantity(), reason),
                    now);
        }
        protection.sweep();
    }

    private void cancelEntry(Listing listing, Instant now) {
        Entry known = entries.get(listing);
        if (known != null && known.unknown()) {
            sync(listing, now);
        }
        Entry entry = entries.get(listing);
        if (entry != null && !entry.unknown()) {
            sender.cancel(listing, entry.ref());
            sync(listing, now);
        }
    }
}
