package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.gate.Clamp;
import dev.astrolabe.agents.gate.TradingState;
import dev.astrolabe.agents.gate.Verdict;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs agents on markets: data, decisions, the gate, orders, books, performance, step by step. It knows no clock of its own:
 * its time is the time of the newest tick, so that the same data gives the same session, bit for bit.
 *
 * <p>{@link #run} works on the caller's thread until the data ends, {@link #stop} is called or the thread is interrupted; it
 * leaves no position behind. A session that has reached its drawdown limit closes everything and lets no entry pass until
 * then. The other methods are safe for any thread.
 *
 * @since 0.1
 */
public final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int CLOSING_ATTEMPTS = 3;

    private final SessionConfig config;
    private final MarketFeed feed;
    private final PatientReader reader;
    private final ExecutionPort execution;
    private final SessionListener listener;
    private final EffectDigest digest = new EffectDigest();
    private final Markets markets;
    private final List<Trader> traders;
    private final SortedMap<String, DecisionTally> tallies = new TreeMap<>();
    private final Portfolio portfolio;
    private final Boardroom boardroom;
    private final SortedSet<ExchangeId> exchanges = new TreeSet<>(Comparator.comparing(ExchangeId::name));
    private final ExchangeId home;
    private volatile SessionState state = SessionState.CREATED;
    private volatile boolean stopWanted;
    private volatile boolean pauseWanted;
    private Instant now = Instant.EPOCH;
    private Instant startedAt = Instant.EPOCH;
    private long steps;

    /**
     * Makes a session; {@link #run} begins it.
     *
     * @param config what it is made of
     * @param feed its market data; the caller closes it. The exchange of its first listing is where every agent trades; only
     *     arbitrage sees the others too
     * @param execution where its orders go; the caller closes it
     * @param listener is told after every step
     */
    public Session(SessionConfig config, MarketFeed feed, ExecutionPort execution, SessionListener listener) {
        this.config = config;
        this.feed = feed;
        this.reader = new PatientReader(feed, () -> stopWanted);
        this.execution = execution;
        this.listener = listener;
        feed.listings().forEach(listing -> exchanges.add(listing.exchange()));
        this.home = feed.listings().iterator().next().exchange();
        this.markets = new Markets(
                config.agents().stream().map(agent -> agent.spec().barLength()).toList(),
                feed.interval().duration());
        this.traders = config.agents().stream().map(this::trader).toList();
        this.portfolio = new Portfolio(traders, config.asset(), config.capital());
        this.boardroom = new Boardroom(config.limits(), traders, markets, portfolio, config.asset());
        traders.forEach(trader -> tallies.put(trader.agent().spec().id().code(), new DecisionTally()));
    }

    private Trader trader(Agent agent) {
        OrderCodes codes = new OrderCodes(config.id(), agent.spec().id());
        OrderSender sender = new OrderSender(agent.spec().id(), execution, codes, digest);
        return new Trader(agent, new AgentBook(config.capitalOf(agent)), sender, digest);
    }

    /**
     * Where the session is in its life.
     *
     * @return its state
     */
    public SessionState state() {
        return state;
    }

    /** Asks the session to let no entries pass from its next step on. */
    public void pause() {
        pauseWanted = true;
    }

    /** Asks the session to let entries pass again from its next step on. */
    public void resume() {
        pauseWanted = false;
    }

    /** Asks the session to close everything and end at its next step. */
    public void stop() {
        stopWanted = true;
    }

    /**
     * Runs the session to its end.
     *
     * @return what it came to
     * @throws InterruptedException if the thread is interrupted between two steps; everything is closed before it is thrown
     * @throws IllegalStateException if the session was run before, if its books do not balance, or if something could not be
     *     closed at the end
     * @throws ExchangeException if the feed could not be read for long; like after any other error, what can be closed is closed
     *     before it is thrown
     */
    public SessionReport run() throws InterruptedException {
        if (state != SessionState.CREATED) {
            throw new IllegalStateException("a session runs once; this one is " + state);
        }
        state = SessionState.RUNNING;
        boolean interrupted = false;
        try {
            markets.warmUp(feed, config.warmUpBars());
            work();
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (RuntimeException e) {
            throw closed(e);
        }
        // A client would send nothing while the flag is set, so it is put aside until everything is closed.
        interrupted |= Thread.interrupted();
        end();
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedException("session " + config.id() + " was interrupted; its positions are closed");
        }
        return report();
    }

    private void work() throws InterruptedException {
        while (!stopWanted) {
            List<MarketTick> ticks = reader.next();
            if (ticks.isEmpty()) {
                return;
            }
            step(ticks);
        }
    }

    private RuntimeException closed(RuntimeException error) {
        boolean interrupted = Thread.interrupted();
        try {
            close();
        } catch (RuntimeException e) {
            error.addSuppressed(e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return error;
    }

    private void step(List<MarketTick> ticks) {
        steps++;
        markets.beginStep();
        for (MarketTick tick : ticks) {
            observe(tick);
        }
        List<Trader> informed = new ArrayList<>(traders);
        informed.removeIf(trader -> !sync(trader));
        closeBars();
        portfolio.observe(markets::mark);
        checkDrawdown();
        if (state == SessionState.RUNNING || state == SessionState.PAUSED) {
            state = pauseWanted ? SessionState.PAUSED : SessionState.RUNNING;
        }
        if (state != SessionState.HALTING) {
            decide(informed);
        }
        verify();
        listener.onStep(progress());
    }

    /** Tells whether the trader knows where it stands; one whose exchange could not be read is not heard in this step. */
    private boolean sync(Trader trader) {
        try {
            trader.sync(now);
            return true;
        } catch (ExchangeException e) {
            LOG.debug("{} could not read its account", trader.agent().spec().id(), e);
            return false;
        }
    }

    private void observe(MarketTick tick) {
        execution.onTick(tick);
        now = tick.time();
        if (steps == 1 && startedAt.equals(Instant.EPOCH)) {
            startedAt = now;
        }
        if (!markets.has(tick.listing())) {
            Account account = traders.get(0).account(tick.listing().exchange()).account();
            Symbol symbol = tick.listing().symbol();
            markets.add(feed.instrument(tick.listing()), account.fees(symbol), account.riskTiers(symbol), tick);
        }
        markets.observe(tick);
    }

    private void closeBars() {
        for (Trader trader : traders) {
            Duration barLength = trader.agent().spec().barLength();
            for (BookPosition position : trader.book().positions()) {
                if (markets.closedBars(barLength).contains(position.listing())) {
                    position.barClosed();
                }
            }
        }
    }

    private void checkDrawdown() {
        boolean fellFar =
                portfolio.drawdown().largest().compareTo(config.limits().maxDrawdown()) >= 0;
        if (state == SessionState.HALTED || (!fellFar && state != SessionState.HALTING)) {
            return;
        }
        BigDecimal fallen = portfolio.drawdown().ratio(portfolio.equity(markets::mark));
        if (state != SessionState.HALTING && fallen.compareTo(config.limits().maxDrawdown()) >= 0) {
            state = SessionState.HALTING;
            digest.add("halt at drawdown " + fallen);
        }
        if (state == SessionState.HALTING) {
            closeAll("portfolio drawdown " + fallen.toPlainString() + " reached the limit "
                    + config.limits().maxDrawdown().toPlainString());
            if (isIdle()) {
                state = SessionState.HALTED;
            }
        }
    }

    private void closeAll(String reason) {
        for (Trader trader : traders) {
            try {
                trader.closeAll(reason, now);
            } catch (ExchangeException e) {
                LOG.debug("{} could not close everything", trader.agent().spec().id(), e);
            }
        }
    }

    private boolean isIdle() {
        return traders.stream().allMatch(trader -> trader.active().isEmpty());
    }

    /** Hears every agent whose markets have closed a bar, one after the other, each on what the former have done. */
    private void decide(List<Trader> informed) {
        for (Trader trader : informed) {
            SortedMap<Listing, MarketView> seen = marketsOf(trader.agent());
            if (seen.isEmpty()) {
                continue;
            }
            Decision decision = trader.agent().strategy().decide(new Snapshot(now, seen, boardroom.view(trader)));
            tally(trader).alerted(decision.alerts().size());
            for (Proposal proposal : decision.proposals()) {
                try {
                    judge(trader, proposal);
                } catch (ExchangeException e) {
                    LOG.debug("{} was not carried out to its end", proposal, e);
                    tally(trader).failed(e);
                }
            }
        }
    }

    private SortedMap<Listing, MarketView> marketsOf(Agent agent) {
        SortedMap<Listing, MarketView> seen = new TreeMap<>();
        Duration barLength = agent.spec().barLength();
        for (Listing listing : markets.closedBars(barLength)) {
            if (agent.spec().strategy() == StrategyKind.ARBITRAGE
                    || listing.exchange().equals(home)) {
                seen.put(listing, markets.view(listing, barLength));
            }
        }
        return seen;
    }

    private TradingState tradingState() {
        return switch (state) {
            case PAUSED -> TradingState.PAUSED;
            case HALTED -> TradingState.HALTED;
            default -> TradingState.RUNNING;
        };
    }

    private void judge(Trader trader, Proposal proposal) {
        digest.add(proposal);
        Verdict verdict = boardroom.review(trader, proposal, now, tradingState());
        digest.add(verdict);
        if (verdict instanceof Verdict.Approved approved) {
            tally(trader).approved(proposal.getClass().getSimpleName());
            carryOut(trader, approved.proposal());
        } else if (verdict instanceof Verdict.Modified modified) {
            tally(trader)
                    .modified(modified.clamps().stream()
                            .map(Clamp::code)
                            .map(Enum::name)
                            .distinct()
                            .toList());
            carryOut(trader, modified.proposal());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            tally(trader).rejected(rejected.code().name());
        }
    }

    private void carryOut(Trader trader, Proposal proposal) {
        if (proposal instanceof Proposal.Open open) {
            trader.open(open, now).ifPresent(failure -> tally(trader).failed(failure));
        } else if (proposal instanceof Proposal.Close close) {
            trader.close(close, now);
        } else if (proposal instanceof Proposal.MoveStop move) {
            trader.moveStop(move);
        }
    }

    private DecisionTally tally(Trader trader) {
        return Objects.requireNonNull(tallies.get(trader.agent().spec().id().code()));
    }

    private void verify() {
        if (execution.valuesAtTicks()) {
            portfolio.verify(markets::mark, exchanges);
        }
    }

    private void end() {
        close();
        if (steps > 0) {
            portfolio.observe(markets::mark);
            verify();
        }
    }

    private void close() {
        if (state == SessionState.HALTED) {
            return;
        }
        boolean halting = state == SessionState.HALTING;
        state = SessionState.STOPPING;
        for (int attempt = 0; attempt < CLOSING_ATTEMPTS && !isIdle(); attempt++) {
            closeAll("session ends");
        }
        if (!isIdle()) {
            throw new IllegalStateException("session " + config.id() + " could not close "
                    + traders.stream()
                            .map(Trader::active)
                            .filter(active -> !active.isEmpty())
                            .toList()
                    + " and stays " + state + "; close them at the exchange");
        }
        state = halting ? SessionState.HALTED : SessionState.STOPPED;
    }

    private Progress progress() {
        return new Progress(
                steps,
                now,
                state,
                portfolio.cash(),
                portfolio.positionsValue(markets::mark),
                portfolio.openPositions(),
                portfolio.trades());
    }

    private SessionReport report() {
        List<Performance> performances = new ArrayList<>();
        for (Trader trader : traders) {
            performances.add(Performance.of(
                    trader.agent().spec(),
                    trader.book(),
                    trader.book().equity(markets::mark),
                    portfolio.drawdown(trader),
                    tally(trader)));
        }
        return new SessionReport(
                state,
                startedAt,
                now,
                steps,
                performances,
                DecisionTally.byVerdict(tallies.values()),
                portfolio.cash(),
                portfolio.positionsValue(markets::mark),
                config.capital(),
                portfolio.drawdown().largest(),
                portfolio.checks(),
                digest.hex());
    }
}
