package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.session.BookPosition.RestingExit;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** Plans the exits of what is about to be opened. */
    void plan(Leg leg) {
        BigDecimal stop = leg.stopPrice()
                .orElseThrow(() -> new IllegalStateException("the gate let " + leg + " pass without a stop"));
        plans.put(leg.listing(), new Plan(stop, leg.takeProfitPrice()));
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
            return Optional.empty();
        } catch (ExchangeException e) {
            LOG.debug("protection of {} failed", listing, e);
            plan.failures++;
            boolean passed = e instanceof RejectedException rejected && rejected.reason() == Reason.WOULD_TRIGGER;
            return passed || plan.failures >= MAX_FAILURES ? Optional.of(position) : Optional.empty();
        }
    }

    private static boolean fits(BookPosition position, Optional<RestingExit> exit) {
        return exit.isPresent() && exit.get().quantity().compareTo(position.quantity()) == 0;
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
        Optional<RestingExit> old = position.stop();
        sender.stop(position.listing(), position.side(), position.quantity(), price)
                .ifPresent(ack -> position.stoppedBy(new RestingExit(ack.ref(), price, position.quantity())));
        old.ifPresent(exit -> sender.cancel(position.listing(), exit.ref()));
    }

    private void replaceTakeProfit(BookPosition position, BigDecimal price) {
        Optional<RestingExit> old = position.takeProfit();
        sender.takeProfit(position.listing(), position.side(), position.quantity(), price)
                .ifPresent(ack -> position.takenBy(new RestingExit(ack.ref(), price, position.quantity())));
        old.ifPresent(exit -> sender.cancel(position.listing(), exit.ref()));
    }

    /** Cancels the exits of a position that is flat: a stop left behind could close the next one. */
    void release(BookPosition position) {
        plans.remove(position.listing());
        position.stop().ifPresent(exit -> sender.cancel(position.listing(), exit.ref()));
        position.takeProfit().ifPresent(exit -> sender.cancel(position.listing(), exit.ref()));
    }
}
