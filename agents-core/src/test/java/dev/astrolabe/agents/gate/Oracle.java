package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.math.MathContext;

/** The same questions as the gate's, answered in the plainest way: by playing out what happens. */
final class Oracle {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private Oracle() {}

    /** Where an entry is filled at the worst without slippage. */
    static BigDecimal entry(Leg leg, MarketView market) {
        if (leg.limitPrice().isPresent()) {
            return leg.limitPrice().get();
        }
        BigDecimal bid = market.tick().book().bids().get(0).price();
        BigDecimal ask = market.tick().book().asks().get(0).price();
        return leg.side() == PositionSide.LONG ? ask.max(market.mark()) : bid.min(market.mark());
    }

    static BigDecimal notional(Proposal.Open open, Leg leg, GateContext context) {
        MarketView market = context.markets().get(leg.listing());
        return entry(leg, market).max(market.mark()).multiply(open.quantity());
    }

    static BigDecimal margin(Proposal.Open open, Leg leg, GateContext context) {
        return notional(open, leg, context).divide(BigDecimal.valueOf(open.leverage()), DIGITS);
    }

    static BigDecimal fee(GateContext context, Listing listing) {
        return context.markets().get(listing).fees().taker();
    }

    /** The price at which an isolated position of a notional is liquidated, by the venue's formula, as a ratio of the entry. */
    static BigDecimal liquidationDistance(RiskTier tier, PositionSide side, BigDecimal notional, int leverage) {
        BigDecimal rate = tier.maintenanceMarginRate();
        BigDecimal cushion = BigDecimal.ONE
                .divide(BigDecimal.valueOf(leverage), DIGITS)
                .add(tier.maintenanceAmount().divide(notional, DIGITS))
                .subtract(rate);
        return cushion.divide(
                side == PositionSide.LONG ? BigDecimal.ONE.subtract(rate) : BigDecimal.ONE.add(rate), DIGITS);
    }

    /** What all that is held and under way loses from now on, with slippage and fees, when every stop fires. */
    static BigDecimal lossIfEveryStopFires(GateContext context, BigDecimal slippage) {
        BigDecimal loss = BigDecimal.ZERO;
        for (GateAgent agent : context.agents().values()) {
            for (OwnPosition position : agent.positions()) {
                BigDecimal mark = context.markets().get(position.listing()).mark();
                int sign = position.side() == PositionSide.LONG ? 1 : -1;
                // Without a stop a long one loses all, and a short one is taken to be closed at twice the price.
                BigDecimal stop = position.stopPrice().orElse(sign > 0 ? BigDecimal.ZERO : mark.add(mark));
                BigDecimal exit = stop.subtract(stop.multiply(slippage).multiply(BigDecimal.valueOf(sign)));
                BigDecimal lost = mark.subtract(exit).multiply(BigDecimal.valueOf(sign));
                BigDecimal fee = exit.multiply(fee(context, position.listing()));
                loss = loss.add(lost.add(fee).multiply(position.quantity()));
            }
            for (PendingOpen pending : agent.pending()) {
                BigDecimal far = pending.price().add(pending.stopDistance());
                BigDecimal costs = pending.price()
                        .add(far)
                        .multiply(fee(context, pending.listing()))
                        .add(far.multiply(slippage));
                loss = loss.add(pending.stopDistance().add(costs).multiply(pending.quantity()));
            }
        }
        return loss;
    }
}
