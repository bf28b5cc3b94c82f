package dev.astrolabe.simulator;

import dev.astrolabe.agents.paper.PaperExchange;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.simulator.aster.AsterOptions;
import dev.astrolabe.simulator.aster.AsterProtocol;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.fault.Faults;
import dev.astrolabe.simulator.fault.Gate;
import dev.astrolabe.simulator.journal.Journal;
import dev.astrolabe.simulator.market.Markets;
import dev.astrolabe.simulator.okx.OkxProtocol;
import dev.astrolabe.simulator.server.ControlServer;
import dev.astrolabe.simulator.server.Controls;
import dev.astrolabe.simulator.server.WireServer;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.WireProtocol;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A simulated exchange, embedded: its venues, one port for all of their protocols, and a control port, all on 127.0.0.1.
 *
 * <pre>{@code
 * try (ExchangeSimulator simulator = ExchangeSimulator.start(7)) {
 *     String rest = simulator.baseUrl();
 *     …
 * }
 * }</pre>
 *
 * <p>Safe for any thread.
 *
 * @since 0.1
 */
public final class ExchangeSimulator implements AutoCloseable {

    private final SimulatorClock clock;
    private final Map<ExchangeId, SimulatedVenue> venues = new LinkedHashMap<>();
    private final Journal journal = new Journal();
    private final Faults faults;
    private final Timer timer;
    private final Pacer pacer;
    private final WireServer wire;
    private final ControlServer control;

    /** AsterDex takes a post-only order that would take, and lets it expire; OKX acknowledges it, and has no such order then. */
    private static PaperExchange.Builder asKnown(ExchangeId id, PaperExchange.Builder terms) {
        return id.equals(ExchangeId.ASTERDEX) ? terms.expirePostOnly() : terms;
    }

    private ExchangeSimulator(Builder builder) {
        clock = builder.clock;
        faults = new Faults(builder.seed, clock);
        builder.faults.forEach(faults::add);
        List<WireProtocol> protocols = new ArrayList<>();
        builder.openMarkets().forEach((id, markets) -> {
            SimulatedVenue venue =
                    new SimulatedVenue(id, clock, markets, terms -> builder.terms.apply(asKnown(id, terms)));
            builder.openAccounts(venue);
            venues.put(id, venue);
            protocols.add(id.equals(ExchangeId.OKX) ? new OkxProtocol(venue) : new AsterProtocol(venue, builder.aster));
        });
        timer = new Timer(clock);
        pacer = new Pacer(clock, venues.values(), timer);
        wire = opened(timer, () -> new WireServer(builder.port, protocols, new Gate(faults, journal, clock, timer)));
        control = opened(wire, () -> opened(timer, () -> new ControlServer(builder.controlPort, new Grip())));
        pacer.start();
    }

    /** Opens one thing, and closes another one where that fails. */
    private static <T, C extends AutoCloseable> T opened(C otherwise, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (UncheckedIOException e) {
            try {
                otherwise.close();
            } catch (Exception also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    /**
     * Starts one with seeded markets, the machine's time, any free ports and the {@link DemoAccount}.
     *
     * @param seed decides the prices
     * @return a running simulator, to be closed
     */
    public static ExchangeSimulator start(long seed) {
        return builder().seed(seed).start();
    }

    /**
     * Describes one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where its REST calls go, for the option {@code baseUrl} of all clients.
     *
     * @return scheme, host and port
     */
    public String baseUrl() {
        return "http://127.0.0.1:" + wire.port();
    }

    /**
     * Where its streams are, for the option {@code streamUrl} of all clients.
     *
     * @return scheme, host and port; each venue adds its own paths
     */
    public String streamUrl() {
        return "ws://127.0.0.1:" + wire.port();
    }

    /**
     * Where its control port is.
     *
     * @return scheme, host and port
     */
    public String controlUrl() {
        return "http://127.0.0.1:" + control.port();
    }

    /**
     * A venue.
     *
     * @param id which
     * @return it
     * @throws IllegalArgumentException if this simulator has none of that id
     */
    public SimulatedVenue venue(ExchangeId id) {
        return Optional.ofNullable(venues.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no venue " + id + ", only " + venues.keySet()));
    }

    /**
     * What was accepted.
     *
     * @return the journal of all venues
     */
    public Journal journal() {
        return journal;
    }

    /**
     * What goes wrong.
     *
     * @return the rules, which may be changed at any time
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Its time.
     *
     * @return the clock by which requests are judged
     */
    public SimulatorClock clock() {
        return clock;
    }

    /**
     * Turns a clock that is turned by hand, and moves the markets from beat to beat on the way. All of it has happened on return.
     *
     * @param by how far
     * @throws IllegalArgumentException if that is negative
     * @throws IllegalStateException if the clock runs by itself
     */
    public void advance(Duration by) {
        pacer.advance(by);
    }

    /** Lets the markets catch up with the clock at once. */
    public void catchUp() {
        pacer.catchUp();
    }

    /** Ends all connections, gives the ports back and ends its threads. Nothing happens the second time. */
    @Override
    public void close() {
        pacer.close();
        timer.close();
        control.close();
        wire.close();
    }

    @Override
    public String toString() {
        return "ExchangeSimulator[" + venues.keySet() + " at " + baseUrl() + "]";
    }

    /** What the control port gets hold of. */
    private final class Grip implements Controls {

        @Override
        public SimulatorClock clock() {
            return clock;
        }

        @Override
        public Journal journal() {
            return journal;
        }

        @Override
        public Faults faults() {
            return faults;
        }

        @Override
        public List<SimulatedVenue> venues() {
            return List.copyOf(venues.values());
        }

        @Override
        public void advance(Duration by) {
            ExchangeSimulator.this.advance(by);
        }

        @Override
        public void catchUp() {
            ExchangeSimulator.this.catchUp();
        }

        @Override
        public int disconnect(String protocol) {
            return wire.disconnect(protocol);
        }

        @Override
        public String baseUrl() {
            return ExchangeSimulator.this.baseUrl();
        }

        @Override
        public String streamUrl() {
            return ExchangeSimulator.this.streamUrl();
        }
    }

    /** Describes a simulator. Not for use by several threads. */
    public static final class Builder {

        private final Map<ExchangeId, Markets> markets = new LinkedHashMap<>();
        private final List<SimulatedAccount> accounts = new ArrayList<>();
        private final List<FaultRule> faults = new ArrayList<>();
        private SimulatorClock clock = SimulatorClock.real();
        private UnaryOperator<PaperExchange.Builder> terms = UnaryOperator.identity();
        private AsterOptions aster = AsterOptions.standard();
        private long seed = 1;
        private int port;
        private int controlPort;

        private Builder() {}

        /**
         * Decides prices and faults. The default is 1.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * The port of the protocols. The default is any that is free.
         *
         * @param value of 127.0.0.1; 0 for any that is free
         * @return this
         */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /**
         * The port of control. The default is any that is free.
         *
         * @param value of 127.0.0.1; 0 for any that is free
         * @return this
         */
        public Builder controlPort(int value) {
            controlPort = value;
            return this;
        }

        /**
         * Its time. The default is the machine's.
         *
         * @param value a clock of this simulator alone
         * @return this
         */
        public Builder clock(SimulatorClock value) {
            clock = value;
            return this;
        }

        /**
         * The markets of a venue, in place of seeded ones. With this, only the venues that are named so are opened.
         *
         * @param venue which; OKX speaks its own protocol, and every other name AsterDex
         * @param value its markets, of this simulator alone
         * @return this
         */
        public Builder markets(ExchangeId venue, Markets value) {
            markets.put(venue, value);
            return this;
        }

        /**
         * What the simulated AsterDex allows. The default is what the venue does.
         *
         * @param value limits, chain and nonce window
         * @return this
         */
        public Builder aster(AsterOptions value) {
            aster = value;
            return this;
        }

        /**
         * Opens an account, in place of the {@link DemoAccount}, on each venue for which it has credentials.
         *
         * @param account its terms
         * @return this
         */
        public Builder account(SimulatedAccount account) {
            accounts.add(account);
            return this;
        }

        /**
         * Something that goes wrong from the start.
         *
         * @param rule the rule
         * @return this
         */
        public Builder fault(FaultRule rule) {
            faults.add(rule);
            return this;
        }

        /**
         * Changes the terms of the engines, such as fees and tiers.
         *
         * @param value sets them
         * @return this
         */
        public Builder terms(UnaryOperator<PaperExchange.Builder> value) {
            terms = value;
            return this;
        }

        /**
         * Starts it.
         *
         * @return a running simulator, to be closed
         * @throws java.io.UncheckedIOException if a port cannot be listened on
         */
        public ExchangeSimulator start() {
            return new ExchangeSimulator(this);
        }

        private Map<ExchangeId, Markets> openMarkets() {
            return markets.isEmpty() ? MarketPlan.ALL.open(seed, clock.instant(), clock.pace()) : markets;
        }

        private void openAccounts(SimulatedVenue venue) {
            List<SimulatedAccount> all = accounts.isEmpty() ? List.of(DemoAccount.terms()) : accounts;
            boolean okx = venue.id().equals(ExchangeId.OKX);
            all.stream()
                    .filter(account -> okx
                            ? account.okx().isPresent()
                            : account.hmac().isPresent() || account.wallet().isPresent())
                    .forEach(venue::open);
        }
    }
}
