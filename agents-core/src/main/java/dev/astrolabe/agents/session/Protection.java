package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.session.BookPosition.RestingExit;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps exactly one live stop on every position, of the position's size. A new stop is placed before the old one is
 * cancelled, so that no moment is without. Where no stop can be placed the position has to be closed.
 */
final class Protection {

    private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
    private static final int MAX_FAILURES = 3;

    private final AgentBook book;
    private final OrderSender sender;
    private final Map<Listing, Plan> plans = new HashMap<>();
    private final Map<Listing, Set<OrderRef>> leftovers = new TreeMap<>();

    /** Where the exits of a market's position belong. */
    private static final class Plan {
        private BigDecimal stopPrice;
        private final Optional<BigDecimal> takeProfitPrice;
        private int failures;

        Plan(BigDecimal stopPrice, Optional<BigDecimal> takeProfitPrice) {
            this.stopPrice = stopPrice;
            this.takeProfitPrice = takeProfitPrice;
        }
    }

    Protection(AgentBook book, OrderSender sender) {
        this.book = book;
        this.sender = sender;
    }

    /** Plans the exits of what is being opened; what is added to a position never loosens its stop. */
    void plan(Leg leg) {
        BigDecimal stop = leg.stopPrice()
                .orElseThrow(() -> new IllegalStateException("the gate let " + leg + " pass without a stop"));
        boolean isLong = leg.side() == PositionSide.LONG;
        BigDecimal nearer = book.position(leg.listing())
                .flatMap(BookPosition::stop)
                .map(present -> isLong ? stop.max(present.price()) : stop.min(present.price()))
                .orElse(stop);
        plans.put(leg.listing(), new Plan(nearer, leg.takeProfitPrice()));
    }

    /**
     * Places what is missing and replaces what has the wrong size.
     *
     * @return the position, if it cannot be protected and must be closed
     */
    Optional<BookPosition> ensure(Listing listing) {
        BookPosition position = book.position(listing).orElse(null);
        Plan plan = plans.get(listing);
        if (position == null || plan == null) {
            return Optional.empty();
        }
        try {
            if (!fits(position, position.stop())) {
                replaceStop(position, plan.stopPrice);
            }
            if (plan.takeProfitPrice.isPresent() && !fits(position, position.takeProfit())) {
                replaceTakeProfit(position, plan.takeProfitPrice.get());
            }
            plan.failures = 0;
            sweep(listing);
            return Optional.empty();
        } catch (ExchangeException e) {
            LOG.debug("protection of {} failed", listing, e);
            plan.failures++;
            boolean passed = e instanceof RejectedException rejected && rejected.reason() == Reason.WOULD_TRIGGER;
            return passed || plan.failures >= MAX_FAILURES ? Optional.of(position) : Optional.empty();
        }
    }

    private boolean fits(BookPosition position, Optional<RestingExit> exit) {
        return exit.filter(resting -> resting.quantity().compareTo(position.quantity()) == 0)
                .filter(resting -> isLive(position.listing(), resting.ref()))
                .isPresent();
    }

    /** An exit may have fired into an empty book, or been taken away; one that the venue does not show yet counts as live. */
    private boolean isLive(Listing listing, OrderRef ref) {
        Optional<Order> order = sender.account(listing).trading().order(ref);
        return order.map(found -> !found.status().isTerminal()).orElse(true);
    }

    /** Moves the stop of a position; one that the venue refuses leaves the old stop where it is. */
    void move(Listing listing, BigDecimal stopPrice) {
        BookPosition position = book.position(listing).orElse(null);
        Plan plan = plans.get(listing);
        if (position == null || plan == null) {
            return;
        }
        try {
            replaceStop(position, stopPrice);
            plan.stopPrice = stopPrice;
        } catch (ExchangeException e) {
            LOG.debug("stop of {} stays where it is", listing, e);
        }
    }

    private void replaceStop(BookPosition position, BigDecimal price) {
        Listing listing = position.listing();
        Optional<RestingExit> old = position.stop();
        OrderRef ref = placed(listing, () -> sender.stop(listing, position.side(), position.quantity(), price));
        position.stoppedBy(new RestingExit(ref, price, position.quantity()));
        old.ifPresent(exit -> discard(listing, exit.ref()));
    }

    private void replaceTakeProfit(BookPosition position, BigDecimal price) {
        Listing listing = position.listing();
        Optional<RestingExit> old = position.takeProfit();
        OrderRef ref = placed(listing, () -> sender.takeProfit(listing, position.side(), position.quantity(), price));
        position.takenBy(new RestingExit(ref, price, position.quantity()));
        old.ifPresent(exit -> discard(listing, exit.ref()));
    }

    private OrderRef placed(Listing listing, Supplier<Optional<OrderAck>> order) {
        try {
            return order.get()
                    .map(OrderAck::ref)
                    .orElseThrow(() -> new NotSentException(
                            NotSentException.Cause.UNREACHABLE, "the exit order of " + listing + " was not placed"));
        } catch (OutcomeUnknownException e) {
            e.order().ifPresent(ref -> leftovers(listing).add(ref));
            throw e;
        }
    }

    /** Cancels the exits of a position that is flat: a stop left behind could close the next one. */
    void release(BookPosition position) {
        position.stop().ifPresent(exit -> leftovers(position.listing()).add(exit.ref()));
        position.takeProfit().ifPresent(exit -> leftovers(position.listing()).add(exit.ref()));
        sweep(position.listing());
    }

    private void discard(Listing listing, OrderRef ref) {
        leftovers(listing).add(ref);
        sweep(listing);
    }

    private Set<OrderRef> leftovers(Listing listing) {
        return leftovers.computeIfAbsent(listing, any -> new LinkedHashSet<>());
    }

    /** Cancels every exit that is not needed any more; one that cannot be cancelled now is tried again. */
    void sweep() {
        leftovers.keySet().forEach(this::sweep);
    }

    private void sweep(Listing listing) {
        for (OrderRef ref : List.copyOf(leftovers(listing))) {
            try {
                sender.cancel(listing, ref);
                leftovers(listing).remove(ref);
            } catch (ExchangeException e) {
                LOG.debug("{} is not needed any more and will be cancelled later", ref, e);
            }
        }
    }
}
