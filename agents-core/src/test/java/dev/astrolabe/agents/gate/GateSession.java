package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Applies what the gate lets pass to its context, as a session would, and goes on from there. */
final class GateSession {

    private final CeoGate gate;
    private final List<ReasonCode> refusals = new ArrayList<>();
    private GateContext context;
    private int approvals;

    GateSession(CeoGate gate, GateContext context) {
        this.gate = gate;
        this.context = context;
    }

    GateContext context() {
        return context;
    }

    int approvals() {
        return approvals;
    }

    List<ReasonCode> refusals() {
        return refusals;
    }

    /** Two positions an agent with all of its margin, full leverage, and stops as far as they go; until nothing more is new. */
    void openEverything() {
        List<Listing> markets = List.copyOf(context.markets().keySet());
        for (AgentSpec spec : AgentSpec.standard()) {
            for (int i = 0; i < spec.maxPositions(); i++) {
                MarketView market = context.markets().get(markets.get(i));
                BigDecimal entry = market.tick().book().asks().get(0).price();
                BigDecimal margin = spec.maxMarginShare()
                        .multiply(context.agents().get(spec.id()).equity());
                BigDecimal quantity =
                        margin.multiply(BigDecimal.valueOf(spec.maxLeverage())).divide(entry, 3, RoundingMode.DOWN);
                Leg leg = Leg.builder()
                        .listing(market.listing())
                        .side(PositionSide.LONG)
                        .referencePrice(market.mark())
                        .stopPrice(entry.multiply(new BigDecimal("0.95")).setScale(1, RoundingMode.UP))
                        .build();
                submit(
                        new Proposal.Open(
                                spec.id(),
                                context.now(),
                                context.now(),
                                List.of(leg),
                                quantity,
                                spec.maxLeverage(),
                                "all of it"),
                        true);
            }
        }
    }

    Verdict submit(Proposal.Open open, boolean fills) {
        Verdict verdict = gate.review(open, context);
        if (verdict instanceof Verdict.Approved approved) {
            apply((Proposal.Open) approved.proposal(), fills);
        } else if (verdict instanceof Verdict.Modified modified) {
            apply((Proposal.Open) modified.proposal(), fills);
        } else if (verdict instanceof Verdict.Rejected rejected) {
            refusals.add(rejected.code());
        }
        return verdict;
    }

    private void apply(Proposal.Open open, boolean fills) {
        approvals++;
        GateAgent agent = context.agents().get(open.agent());
        List<OwnPosition> positions = new ArrayList<>(agent.positions());
        List<PendingOpen> pending = new ArrayList<>(agent.pending());
        BigDecimal free = agent.freeMargin();
        GateContext.Builder next = context.toBuilder();
        Map<Listing, AgentId> claims = new TreeMap<>(context.claims());
        for (Leg leg : open.legs()) {
            BigDecimal entry = Oracle.entry(leg, context.markets().get(leg.listing()));
            BigDecimal margin = Oracle.margin(open, leg, context);
            BigDecimal fee = Oracle.fee(context, leg.listing()).multiply(entry).multiply(open.quantity());
            free = free.subtract(margin).subtract(fee);
            if (fills) {
                add(positions, open, leg, entry, margin);
            } else {
                pending.add(PendingOpen.of(
                        leg, open.quantity(), open.leverage(), context.markets().get(leg.listing())));
            }
            claims.putIfAbsent(leg.listing(), open.agent());
            take(next, leg.listing().exchange(), margin.add(fee));
        }
        Set<DecisionKey> reviewed = new HashSet<>(context.reviewed());
        reviewed.add(DecisionKey.of(open));
        context = next.agent(agent.toBuilder()
                        .positions(positions)
                        .pending(pending)
                        .freeMargin(free)
                        .build())
                .claims(claims)
                .reviewed(reviewed)
                .build();
    }

    private void take(GateContext.Builder next, ExchangeId exchange, BigDecimal margin) {
        GateAccount account = next.build().accounts().get(exchange);
        next.account(
                exchange,
                new GateAccount(account.equity(), account.available().subtract(margin), account.foreignNotional()));
    }

    private static void add(
            List<OwnPosition> positions, Proposal.Open open, Leg leg, BigDecimal entry, BigDecimal margin) {
        OwnPosition.Builder position = OwnPosition.builder()
                .listing(leg.listing())
                .side(leg.side())
                .quantity(open.quantity())
                .entryPrice(entry)
                .leverage(open.leverage())
                .margin(margin)
                .stopPrice(leg.stopPrice().orElseThrow())
                .openedAt(open.decidedAt())
                .bestPrice(entry)
                .unrealizedPnl(BigDecimal.ZERO);
        OwnPosition old = positions.stream()
                .filter(it -> it.listing().equals(leg.listing()) && it.side() == leg.side())
                .findFirst()
                .orElse(null);
        if (old != null) {
            positions.remove(old);
            position.quantity(old.quantity().add(open.quantity()))
                    .margin(old.margin().add(margin))
                    .stopPrice(nearer(old, leg));
        }
        positions.add(position.build());
    }

    /** One stop protects the whole position: the nearer of both, so that no part of it loses more than was reckoned. */
    private static BigDecimal nearer(OwnPosition old, Leg leg) {
        BigDecimal added = leg.stopPrice().orElseThrow();
        BigDecimal held = old.stopPrice().orElse(added);
        return leg.side() == PositionSide.LONG ? held.max(added) : held.min(added);
    }

    BigDecimal lossIfEveryStopFires() {
        return Oracle.lossIfEveryStopFires(context, gate.limits().slippage());
    }
}
