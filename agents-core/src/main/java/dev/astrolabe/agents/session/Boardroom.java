package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.AgentView;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.gate.AgentStatus;
import dev.astrolabe.agents.gate.CeoGate;
import dev.astrolabe.agents.gate.DecisionKey;
import dev.astrolabe.agents.gate.GateAccount;
import dev.astrolabe.agents.gate.GateAgent;
import dev.astrolabe.agents.gate.GateContext;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.agents.gate.GatePortfolio;
import dev.astrolabe.agents.gate.PendingOpen;
import dev.astrolabe.agents.gate.Topology;
import dev.astrolabe.agents.gate.TradingState;
import dev.astrolabe.agents.gate.Verdict;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays a proposal before the gate together with everything the gate may ask about. */
final class Boardroom {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final CeoGate gate;
    private final GateLimits limits;
    private final List<Trader> traders;
    private final Markets markets;
    private final Portfolio portfolio;
    private final String asset;
    private final Map<AgentId, History> histories = new HashMap<>();
    private final Set<DecisionKey> reviewed = new HashSet<>();
    private Instant reviewedAt = Instant.MIN;

    /** What the gate wants to know of an agent's past. */
    private static final class History {
        private final Deque<Instant> opens = new ArrayDeque<>();
        private final Deque<FeeMark> fees = new ArrayDeque<>();

        int opensSince(Instant since) {
            while (!opens.isEmpty() && opens.peekFirst().isBefore(since)) {
                opens.removeFirst();
            }
            return opens.size();
        }

        BigDecimal feesSince(Instant since, Instant now, BigDecimal total) {
            fees.addLast(new FeeMark(now, total));
            while (fees.size() > 1 && fees.peekFirst().time().isBefore(since)) {
                fees.removeFirst();
            }
            return total.subtract(fees.getFirst().total()).max(BigDecimal.ZERO);
        }
    }

    private record FeeMark(Instant time, BigDecimal total) {}

    Boardroom(GateLimits limits, List<Trader> traders, Markets markets, Portfolio portfolio, String asset) {
        this.gate = new CeoGate(limits);
        this.limits = limits;
        this.traders = traders;
        this.markets = markets;
        this.portfolio = portfolio;
        this.asset = asset;
    }

    Verdict review(Trader trader, Proposal proposal, Instant now, TradingState state) {
        if (!now.equals(reviewedAt)) {
            reviewed.clear();
            reviewedAt = now;
        }
        GateContext.Builder context = context(trader, now, state);
        if (proposal instanceof Proposal.Open open) {
            open.legs().stream()
                    .map(Leg::listing)
                    .filter(markets::has)
                    .forEach(listing -> account(context, trader, listing.exchange()));
        }
        Verdict verdict = gate.review(proposal, context.build());
        if (proposal instanceof Proposal.Open open) {
            reviewed.add(DecisionKey.of(open));
            if (!(verdict instanceof Verdict.Rejected)) {
                history(open.agent()).opens.addLast(now);
            }
        }
        return verdict;
    }

    private History history(AgentId agent) {
        return histories.computeIfAbsent(agent, id -> new History());
    }

    private GateContext.Builder context(Trader proposer, Instant now, TradingState state) {
        BigDecimal equity = portfolio.equity(markets::mark);
        GateContext.Builder context = GateContext.builder()
                .now(now)
                .state(state)
                .portfolio(
                        new GatePortfolio(equity, portfolio.drawdown().highWaterMark(), state == TradingState.HALTED))
                .reviewed(reviewed)
                .claims(claims());
        for (Listing listing : markets.listings()) {
            context.market(markets.view(listing, proposer.agent().spec().barLength()), markets.tiers(listing));
        }
        for (Trader trader : traders) {
            context.agent(agent(trader, now));
        }
        return context;
    }

    /** Reads the account that an entry would use. Exits are judged without one, so none is held up by a failing read. */
    private void account(GateContext.Builder context, Trader trader, ExchangeId exchange) {
        GateAccount account = trader.balance(exchange, asset)
                .map(balance -> GateAccount.of(balance.equity(), balance.available()))
                .orElseGet(() -> GateAccount.of(BigDecimal.ZERO, BigDecimal.ZERO));
        context.positionMode(exchange, trader.mode(exchange));
        if (limits.topology() == Topology.SUBACCOUNT) {
            context.subaccount(trader.agent().spec().id(), exchange, account);
        } else {
            context.account(exchange, account);
        }
    }

    private Map<Listing, AgentId> claims() {
        Map<Listing, AgentId> claims = new HashMap<>();
        if (limits.topology() != Topology.SUBACCOUNT) {
            traders.forEach(trader -> trader.active()
                    .forEach(
                            listing -> claims.put(listing, trader.agent().spec().id())));
        }
        return claims;
    }

    private GateAgent agent(Trader trader, Instant now) {
        AgentView view = view(trader);
        History past = history(trader.agent().spec().id());
        return GateAgent.builder()
                .spec(trader.agent().spec())
                .status(AgentStatus.ACTIVE)
                .equity(view.equity())
                .freeMargin(view.freeMargin())
                .positions(view.positions())
                .pending(trader.entries().stream()
                        .map(entry -> pending(trader, entry))
                        .toList())
                .opensLastHour(past.opensSince(now.minus(HOUR)))
                .lastStopOut(trader.lastStopOut().orElse(null))
                .feesLast24Hours(
                        past.feesSince(now.minus(DAY), now, trader.book().fees()))
                .build();
    }

    private PendingOpen pending(Trader trader, Entry entry) {
        return PendingOpen.of(
                entry.leg(),
                entry.quantity(),
                entry.leverage(),
                markets.view(entry.listing(), trader.agent().spec().barLength()));
    }

    /** What an agent sees of itself, and the gate of it. */
    AgentView view(Trader trader) {
        AgentBook book = trader.book();
        BigDecimal equity = book.equity(markets::mark);
        BigDecimal free = equity.subtract(book.marginInUse());
        Set<Listing> pending = new HashSet<>();
        for (Entry entry : trader.entries()) {
            free = free.subtract(pending(trader, entry).margin());
            pending.add(entry.listing());
        }
        List<OwnPosition> positions = new ArrayList<>();
        for (BookPosition position : book.positions()) {
            positions.add(position.view(markets.mark(position.listing())));
        }
        return new AgentView(trader.agent().spec(), equity, free.max(BigDecimal.ZERO), positions, pending);
    }
}
