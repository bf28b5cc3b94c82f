package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a session is made of. Immutable.
 *
 * @since 0.1
 */
public final class SessionConfig {

    private final String id;
    private final List<Agent> agents;
    private final BigDecimal capital;
    private final String asset;
    private final GateLimits limits;
    private final int warmUpBars;

    private SessionConfig(Builder builder) {
        this.id = builder.id;
        this.agents = List.copyOf(builder.agents);
        this.capital = builder.capital;
        this.asset = builder.asset;
        this.limits = builder.limits;
        this.warmUpBars = builder.warmUpBars;
        OrderCodes.checkSession(id);
        if (capital.signum() <= 0) {
            throw NotSentException.invalid("capital " + capital.toPlainString() + " is not above 0");
        }
        if (warmUpBars < 0) {
            throw NotSentException.invalid("warm-up of " + warmUpBars + " bars is below 0");
        }
        checkAgents();
    }

    private void checkAgents() {
        if (agents.isEmpty()) {
            throw NotSentException.invalid("a session needs at least one agent");
        }
        Set<AgentId> ids = new HashSet<>();
        BigDecimal shares = BigDecimal.ZERO;
        for (Agent agent : agents) {
            if (!ids.add(agent.spec().id())) {
                throw NotSentException.invalid("agent " + agent.spec().id() + " takes part twice");
            }
            shares = shares.add(agent.spec().capitalShare());
        }
        if (shares.compareTo(BigDecimal.ONE) > 0) {
            throw NotSentException.invalid(
                    "the agents' capital shares add up to " + shares.toPlainString() + ", which is above 1");
        }
    }

    /**
     * Starts an empty one.
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
        builder.id = id;
        builder.agents = agents;
        builder.capital = capital;
        builder.asset = asset;
        builder.limits = limits;
        builder.warmUpBars = warmUpBars;
        return builder;
    }

    /**
     * What an agent is given.
     *
     * @param agent one of the agents
     * @return its share of the capital, exactly
     */
    public BigDecimal capitalOf(Agent agent) {
        return capital.multiply(agent.spec().capitalShare());
    }

    /**
     * The id of the session: 8 capital letters or digits, part of every client order id.
     *
     * @return the id of the session: 8 capital letters or digits, part of every client order id
     */
    public String id() {
        return id;
    }

    /**
     * The agents, in the order in which they are heard.
     *
     * @return the agents, in the order in which they are heard
     */
    public List<Agent> agents() {
        return agents;
    }

    /**
     * What they share, in the settle asset.
     *
     * @return what they share, in the settle asset
     */
    public BigDecimal capital() {
        return capital;
    }

    /**
     * The settle asset of every market.
     *
     * @return the settle asset of every market
     */
    public String asset() {
        return asset;
    }

    /**
     * What the gate holds them to.
     *
     * @return what the gate holds them to
     */
    public GateLimits limits() {
        return limits;
    }

    /**
     * How many closed candles are read before the first step, where the feed has them.
     *
     * @return how many closed candles are read before the first step, where the feed has them
     */
    public int warmUpBars() {
        return warmUpBars;
    }

    @Override
    public String toString() {
        return "SessionConfig[" + id + ", " + agents.size() + " agents, capital " + capital.toPlainString() + " "
                + asset + "]";
    }

    /**
     * Collects the values of a {@link SessionConfig}. Not for use by several threads.
     */
    public static final class Builder {

        private String id = "PAPER001";
        private List<Agent> agents = List.of();
        private BigDecimal capital = new BigDecimal("100000");
        private String asset = "USDT";
        private GateLimits limits = GateLimits.standard();
        private int warmUpBars = 1000;

        private Builder() {}

        /**
         * The id of the session: 8 capital letters or digits, part of every client order id.
         *
         * @param id the value
         * @return this
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * The agents, in the order in which they are heard.
         *
         * @param agents the value
         * @return this
         */
        public Builder agents(List<Agent> agents) {
            this.agents = agents;
            return this;
        }

        /**
         * What they share, in the settle asset.
         *
         * @param capital the value
         * @return this
         */
        public Builder capital(BigDecimal capital) {
            this.capital = capital;
            return this;
        }

        /**
         * The settle asset of every market.
         *
         * @param asset the value
         * @return this
         */
        public Builder asset(String asset) {
            this.asset = asset;
            return this;
        }

        /**
         * What the gate holds them to.
         *
         * @param limits the value
         * @return this
         */
        public Builder limits(GateLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * How many closed candles are read before the first step, where the feed has them.
         *
         * @param warmUpBars the value
         * @return this
         */
        public Builder warmUpBars(int warmUpBars) {
            this.warmUpBars = warmUpBars;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public SessionConfig build() {
            return new SessionConfig(this);
        }
    }
}
