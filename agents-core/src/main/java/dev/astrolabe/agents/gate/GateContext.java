package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.RiskTier;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the gate judges a proposal by. It reads no clock and asks no one: what is not in here is not known, and
 * what a rule needs and does not find makes it refuse. Immutable.
 *
 * @since 0.1
 */
public final class GateContext {

    private final Instant now;
    private final TradingState state;
    private final GatePortfolio portfolio;
    private final SortedMap<AgentId, GateAgent> agents;
    private final SortedMap<Listing, MarketView> markets;
    private final SortedMap<Listing, List<RiskTier>> riskTiers;
    private final Map<ExchangeId, GateAccount> accounts;
    private final Map<AgentId, Map<ExchangeId, GateAccount>> subaccounts;
    private final Map<ExchangeId, PositionMode> positionModes;
    private final SortedMap<Listing, AgentId> claims;
    private final Set<Listing> quarantined;
    private final Set<Listing> whitelist;
    private final Set<DecisionKey> reviewed;

    private GateContext(Builder builder) {
        this.now = Objects.requireNonNull(builder.now, "now");
        this.state = builder.state;
        this.portfolio = Objects.requireNonNull(builder.portfolio, "portfolio");
        this.agents = Collections.unmodifiableSortedMap(new TreeMap<>(builder.agents));
        this.markets = Collections.unmodifiableSortedMap(new TreeMap<>(builder.markets));
        this.riskTiers = copyOfTiers(builder.riskTiers);
        this.accounts = Map.copyOf(builder.accounts);
        this.subaccounts = copyOfAccounts(builder.subaccounts);
        this.positionModes = Map.copyOf(builder.positionModes);
        this.claims = Collections.unmodifiableSortedMap(new TreeMap<>(builder.claims));
        this.quarantined = Set.copyOf(builder.quarantined);
        this.whitelist = Set.copyOf(builder.whitelist);
        this.reviewed = Set.copyOf(builder.reviewed);
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from this one.
     *
     * @return a builder with the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.now = now;
        builder.state = state;
        builder.portfolio = portfolio;
        builder.agents = new TreeMap<>(agents);
        builder.markets = new TreeMap<>(markets);
        builder.riskTiers = new TreeMap<>(riskTiers);
        builder.accounts = new HashMap<>(accounts);
        builder.subaccounts = new HashMap<>(subaccounts);
        builder.positionModes = new HashMap<>(positionModes);
        builder.claims = new TreeMap<>(claims);
        builder.quarantined = new HashSet<>(quarantined);
        builder.whitelist = new HashSet<>(whitelist);
        builder.reviewed = new HashSet<>(reviewed);
        return builder;
    }

    /**
     * The moment of the review.
     *
     * @return the moment of the review
     */
    public Instant now() {
        return now;
    }

    /**
     * How far the session may trade.
     *
     * @return how far the session may trade
     */
    public TradingState state() {
        return state;
    }

    /**
     * The whole session's money.
     *
     * @return the whole session's money
     */
    public GatePortfolio portfolio() {
        return portfolio;
    }

    /**
     * The agents, all of the session.
     *
     * @return the agents, all of the session
     */
    public SortedMap<AgentId, GateAgent> agents() {
        return agents;
    }

    /**
     * The markets, at least those that anyone holds or wants.
     *
     * @return the markets, at least those that anyone holds or wants
     */
    public SortedMap<Listing, MarketView> markets() {
        return markets;
    }

    /**
     * The risk tiers of the markets.
     *
     * @return the risk tiers of the markets; a market without any is refused
     */
    public SortedMap<Listing, List<RiskTier>> riskTiers() {
        return riskTiers;
    }

    /**
     * The shared accounts by exchange.
     *
     * @return the shared accounts by exchange
     */
    public Map<ExchangeId, GateAccount> accounts() {
        return accounts;
    }

    /**
     * The position mode at each exchange.
     *
     * @return the position mode at each exchange
     */
    public Map<ExchangeId, PositionMode> positionModes() {
        return positionModes;
    }

    /**
     * Which agent holds which market.
     *
     * @return which agent holds which market
     */
    public SortedMap<Listing, AgentId> claims() {
        return claims;
    }

    /**
     * The markets that are set apart.
     *
     * @return the markets that are set apart
     */
    public Set<Listing> quarantined() {
        return quarantined;
    }

    /**
     * The markets that the session trades.
     *
     * @return the markets that the session trades
     */
    public Set<Listing> whitelist() {
        return whitelist;
    }

    /**
     * The decisions that were reviewed before.
     *
     * @return the decisions that were reviewed before
     */
    public Set<DecisionKey> reviewed() {
        return reviewed;
    }

    @Override
    public String toString() {
        return "GateContext[" + now + " " + state + ", " + agents.size() + " agents, " + markets.size() + " markets]";
    }

    /**
     * The account in which an agent trades at an exchange.
     *
     * @param agent the agent
     * @param exchange the exchange
     * @param topology whose accounts they are
     * @return its own account in {@link Topology#SUBACCOUNT}, the shared one otherwise; empty where it is not known
     */
    public Optional<GateAccount> account(AgentId agent, ExchangeId exchange, Topology topology) {
        Map<ExchangeId, GateAccount> known =
                topology == Topology.SUBACCOUNT ? subaccounts.getOrDefault(agent, Map.of()) : accounts;
        return Optional.ofNullable(known.get(exchange));
    }

    private static SortedMap<Listing, List<RiskTier>> copyOfTiers(Map<Listing, List<RiskTier>> tiers) {
        SortedMap<Listing, List<RiskTier>> copy = new TreeMap<>();
        tiers.forEach((listing, list) -> copy.put(listing, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static Map<AgentId, Map<ExchangeId, GateAccount>> copyOfAccounts(
            Map<AgentId, Map<ExchangeId, GateAccount>> accounts) {
        Map<AgentId, Map<ExchangeId, GateAccount>> copy = new HashMap<>();
        accounts.forEach((agent, own) -> copy.put(agent, Map.copyOf(own)));
        return Map.copyOf(copy);
    }

    /**
     * Collects the values of a {@link GateContext}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Instant now;
        private TradingState state = TradingState.RUNNING;
        private @Nullable GatePortfolio portfolio;
        private SortedMap<AgentId, GateAgent> agents = new TreeMap<>();
        private SortedMap<Listing, MarketView> markets = new TreeMap<>();
        private SortedMap<Listing, List<RiskTier>> riskTiers = new TreeMap<>();
        private Map<ExchangeId, GateAccount> accounts = new HashMap<>();
        private Map<AgentId, Map<ExchangeId, GateAccount>> subaccounts = new HashMap<>();
        private Map<ExchangeId, PositionMode> positionModes = new HashMap<>();
        private SortedMap<Listing, AgentId> claims = new TreeMap<>();
        private Set<Listing> quarantined = new HashSet<>();
        private Set<Listing> whitelist = new HashSet<>();
        private Set<DecisionKey> reviewed = new HashSet<>();

        private Builder() {}

        /**
         * The moment of the review.
         *
         * @param now the value
         * @return this
         */
        public Builder now(Instant now) {
            this.now = now;
            return this;
        }

        /**
         * How far the session may trade.
         *
         * @param state the value
         * @return this
         */
        public Builder state(TradingState state) {
            this.state = state;
            return this;
        }

        /**
         * The whole session's money.
         *
         * @param portfolio the value
         * @return this
         */
        public Builder portfolio(GatePortfolio portfolio) {
            this.portfolio = portfolio;
            return this;
        }

        /**
         * The agents, all of the session.
         *
         * @param agents the value
         * @return this
         */
        public Builder agents(Map<AgentId, GateAgent> agents) {
            this.agents = new TreeMap<>(agents);
            return this;
        }

        /**
         * The markets, at least those that anyone holds or wants.
         *
         * @param markets the value
         * @return this
         */
        public Builder markets(Map<Listing, MarketView> markets) {
            this.markets = new TreeMap<>(markets);
            return this;
        }

        /**
         * The risk tiers of the markets.
         *
         * @param riskTiers the value
         * @return this
         */
        public Builder riskTiers(Map<Listing, List<RiskTier>> riskTiers) {
            this.riskTiers = new TreeMap<>(riskTiers);
            return this;
        }

        /**
         * Which agent holds which market.
         *
         * @param claims the value
         * @return this
         */
        public Builder claims(Map<Listing, AgentId> claims) {
            this.claims = new TreeMap<>(claims);
            return this;
        }

        /**
         * The markets that are set apart.
         *
         * @param quarantined the value
         * @return this
         */
        public Builder quarantined(Collection<Listing> quarantined) {
            this.quarantined = new HashSet<>(quarantined);
            return this;
        }

        /**
         * The markets that the session trades.
         *
         * @param whitelist the value
         * @return this
         */
        public Builder whitelist(Collection<Listing> whitelist) {
            this.whitelist = new HashSet<>(whitelist);
            return this;
        }

        /**
         * The decisions that were reviewed before.
         *
         * @param reviewed the value
         * @return this
         */
        public Builder reviewed(Collection<DecisionKey> reviewed) {
            this.reviewed = new HashSet<>(reviewed);
            return this;
        }

        /**
         * Adds an agent, or replaces the one with its id.
         *
         * @param agent the agent
         * @return this
         */
        public Builder agent(GateAgent agent) {
            agents.put(agent.id(), agent);
            return this;
        }

        /**
         * Adds a market and puts it on the whitelist.
         *
         * @param market the market
         * @param tiers its risk tiers
         * @return this
         */
        public Builder market(MarketView market, List<RiskTier> tiers) {
            markets.put(market.listing(), market);
            riskTiers.put(market.listing(), tiers);
            whitelist.add(market.listing());
            return this;
        }

        /**
         * The shared account at an exchange.
         *
         * @param exchange the exchange
         * @param account the account
         * @return this
         */
        public Builder account(ExchangeId exchange, GateAccount account) {
            accounts.put(exchange, account);
            return this;
        }

        /**
         * An agent's own account at an exchange, for {@link Topology#SUBACCOUNT}.
         *
         * @param agent the agent
         * @param exchange the exchange
         * @param account the account
         * @return this
         */
        public Builder subaccount(AgentId agent, ExchangeId exchange, GateAccount account) {
            Map<ExchangeId, GateAccount> own = new HashMap<>(subaccounts.getOrDefault(agent, Map.of()));
            own.put(exchange, account);
            subaccounts.put(agent, own);
            return this;
        }

        /**
         * The position mode at an exchange.
         *
         * @param exchange the exchange
         * @param mode its mode
         * @return this
         */
        public Builder positionMode(ExchangeId exchange, PositionMode mode) {
            positionModes.put(exchange, mode);
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public GateContext build() {
            return new GateContext(this);
        }
    }
}
