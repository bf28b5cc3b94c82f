package dev.astrolabe.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.feed.ClientFeed;
import dev.astrolabe.agents.feed.Pace;
import dev.astrolabe.agents.session.LiveExecution;
import dev.astrolabe.agents.session.Progress;
import dev.astrolabe.agents.session.Session;
import dev.astrolabe.agents.session.SessionConfig;
import dev.astrolabe.agents.session.SessionListener;
import dev.astrolabe.agents.session.SessionReport;
import dev.astrolabe.agents.session.SessionState;
import dev.astrolabe.agents.strategy.StandardAgents;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.contract.Wire;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.SeededMarkets;
import dev.astrolabe.simulator.market.VenueProfile;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The five agents, live, on accounts of all three protocols of one simulator, whose clock is turned by hand. The session keeps books
 * by what it reads over the wire; the simulator keeps its own. They must be equal to the last digit, all the way.
 */
class FiveAgentsOverTheWireTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final int STEPS = 240;
    private static final int WARM_UP_BARS = 1000;
    private static final BigDecimal DEPOSIT = new BigDecimal("50000");
    private static final List<Symbol> SYMBOLS = List.of(
            Symbol.parse("BTC/USDT:USDT"),
            Symbol.parse("ETH/USDT:USDT"),
            Symbol.parse("SOL/USDT:USDT"),
            Symbol.parse("DOGE/USDT:USDT"),
            Symbol.parse("PEPE/USDT:USDT"));

    private final Map<Wire, ExchangeClient> clients = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource(Wire.class)
    void a_live_session_keeps_the_books_of_the_venue(Wire home) throws InterruptedException {
        try (ExchangeSimulator simulator = simulator()) {
            ClientFeed.Builder feed = ClientFeed.builder(Pace.virtual(STEPS, () -> simulator.advance(STEP)));
            Map<ExchangeId, ExchangeClient> accounts = new LinkedHashMap<>();
            for (Wire wire : Wire.values()) {
                ExchangeClient client = wire.open(simulator, wire.name(), simulator.clock(), simulator::advance);
                clients.put(wire, client);
                accounts.put(name(wire, home), client);
                feed.exchange(name(wire, home), client, SYMBOLS);
            }
            SessionConfig config = SessionConfig.builder()
                    .agents(StandardAgents.onBarsOf(Duration.ofMinutes(1)))
                    .capital(DEPOSIT.multiply(BigDecimal.valueOf(accounts.size())))
                    .warmUpBars(WARM_UP_BARS)
                    .build();
            Comparison comparison = new Comparison(simulator);

            SessionReport report;
            try (ClientFeed market = feed.open();
                    LiveExecution execution = new LiveExecution(accounts)) {
                report = new Session(config, market, execution, comparison).run();
            }

            assertThat(comparison.different)
                    .as("steps at which the session's books were not the venue's")
                    .isEmpty();
            assertThat(comparison.made).as("comparisons").isGreaterThan(STEPS / 10);
            assertThat(report.state()).isEqualTo(SessionState.STOPPED);
            assertThat(report.steps()).isEqualTo(STEPS);
            assertThat(report.positions()).isEqualByComparingTo("0");
            assertThat(report.cash()).isEqualByComparingTo(worth(simulator));
            for (Wire wire : Wire.values()) {
                assertSameBooks(wire, account(simulator, wire));
                assertThat(placed(simulator, wire))
                        .as("orders that came over the wire to " + wire)
                        .isEqualTo(account(simulator, wire).orders().size());
            }
            assertThat(account(simulator, home).fills()).as("fills at home").hasSizeGreaterThan(10);
        } finally {
            clients.values().forEach(ExchangeClient::close);
        }
    }

    /** Holds the books against each other after each step, unless a client had to wait in it: then prices have moved on. */
    private static final class Comparison implements SessionListener {

        private final ExchangeSimulator simulator;
        private final List<String> different = new ArrayList<>();
        private int made;

        private Comparison(ExchangeSimulator simulator) {
            this.simulator = simulator;
        }

        @Override
        public void onStep(Progress progress) {
            if (!simulator.clock().instant().equals(progress.time())) {
                return;
            }
            made++;
            BigDecimal worth = worth(simulator);
            if (progress.equity().compareTo(worth) != 0) {
                different.add(progress + " but the accounts are worth " + worth.toPlainString());
            }
        }
    }

    /** Sorted so that the home is the first of the feed, where every agent trades. */
    private static ExchangeId name(Wire wire, Wire home) {
        return new ExchangeId((wire == home ? "home-" : "other-") + wire.protocol());
    }

    private static ExchangeSimulator simulator() {
        return ExchangeSimulator.builder()
                .clock(SimulatorClock.turned(START))
                .markets(ExchangeId.ASTERDEX, markets(Listings.aster(), VenueProfile.STEADY))
                .markets(ExchangeId.OKX, markets(Listings.okx(), VenueProfile.STRAYING))
                .account(Wire.ASTER_V1.account(Wire.ASTER_V1.name(), "USDT", DEPOSIT))
                .account(Wire.ASTER_V3.account(Wire.ASTER_V3.name(), "USDT", DEPOSIT))
                .account(Wire.OKX_V5.account(Wire.OKX_V5.name(), "USDT", DEPOSIT))
                .start();
    }

    private static SeededMarkets markets(List<Instrument> listed, VenueProfile profile) {
        return SeededMarkets.builder(7, START)
                .profile(profile)
                .step(SeededMarkets.BEAT)
                .instruments(listed.stream()
                        .filter(instrument -> SYMBOLS.contains(instrument.symbol()))
                        .toList())
                .build();
    }

    private static VenueAccount account(ExchangeSimulator simulator, Wire wire) {
        return simulator.venue(wire.exchange()).accounts().stream()
                .filter(account -> account.id().equals(wire.name()))
                .findFirst()
                .orElseThrow();
    }

    /** How many orders the venue took on for an account, by the journal of what came over the wire. */
    private static long placed(ExchangeSimulator simulator, Wire wire) {
        return simulator.journal().after(0).stream()
                .filter(entry -> entry.acceptance().account().equals(wire.name()))
                .flatMap(entry -> entry.acceptance().orders().stream())
                .filter(act -> act.act() == Acceptance.Act.PLACED)
                .count();
    }

    /** What the engine says that all three accounts are worth. */
    private static BigDecimal worth(ExchangeSimulator simulator) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Wire wire : Wire.values()) {
            for (Balance balance : account(simulator, wire).balances()) {
                sum = sum.add(balance.equity());
            }
        }
        return sum;
    }

    /** What the client reads of the account's history is what the engine has booked, and nothing is left open. */
    private void assertSameBooks(Wire wire, VenueAccount account) {
        ExchangeClient client = clients.get(wire);
        assertThat(account.positions()).as("positions of " + wire).isEmpty();
        assertThat(account.client(SYMBOLS.get(0)).trading().openOrders())
                .as("open orders of " + wire)
                .isEmpty();
        BigDecimal wallet = account.balances().get(0).wallet();
        assertThat(sum(account.incomes(), Income::amount)).isEqualByComparingTo(wallet);
        for (Symbol symbol : SYMBOLS) {
            List<Fill> read = Page.stream(HistoryQuery.of(symbol), client.trading()::fills)
                    .toList();
            List<Fill> booked = account.fills().stream()
                    .filter(fill -> fill.symbol().equals(symbol))
                    .toList();
            assertThat(read).as("fills of " + symbol + " at " + wire).hasSameSizeAs(booked);
            assertThat(sum(read, fill -> fill.price().multiply(fill.quantity())))
                    .isEqualByComparingTo(sum(booked, fill -> fill.price().multiply(fill.quantity())));
            assertThat(sum(read, Fill::fee)).isEqualByComparingTo(sum(booked, Fill::fee));
        }
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
        return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
