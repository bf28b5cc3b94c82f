package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One agent as the gate sees it. Amounts are in the settle asset. Immutable.
 *
 * @since 0.1
 */
public final class GateAgent {

    private final AgentSpec spec;
    private final AgentStatus status;
    private final BigDecimal equity;
    private final BigDecimal freeMargin;
    private final List<OwnPosition> positions;
    private final List<PendingOpen> pending;
    private final int opensLastHour;
    private final @Nullable Instant lastStopOut;
    private final BigDecimal feesLast24Hours;
    private final BigDecimal leverageFactor;
    private final BigDecimal sizeFactor;

    private GateAgent(Builder builder) {
        this.spec = Objects.requireNonNull(builder.spec, "spec");
        this.status = builder.status;
        this.equity = builder.equity;
        this.freeMargin = builder.freeMargin;
        this.positions = List.copyOf(builder.positions);
        this.pending = List.copyOf(builder.pending);
        this.opensLastHour = builder.opensLastHour;
        this.lastStopOut = builder.lastStopOut;
        this.feesLast24Hours = builder.feesLast24Hours;
        this.leverageFactor = builder.leverageFactor;
        this.sizeFactor = builder.sizeFactor;
        factor("leverage factor", leverageFactor);
        factor("size factor", sizeFactor);
    }

    private void factor(String what, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw NotSentException.invalid(
                    what + " " + value.toPlainString() + " of " + spec.id() + " is not from 0 to 1");
        }
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
        builder.spec = spec;
        builder.status = status;
        builder.equity = equity;
        builder.freeMargin = freeMargin;
        builder.positions = new ArrayList<>(positions);
        builder.pending = new ArrayList<>(pending);
        builder.opensLastHour = opensLastHour;
        builder.lastStopOut = lastStopOut;
        builder.feesLast24Hours = feesLast24Hours;
        builder.leverageFactor = leverageFactor;
        builder.sizeFactor = sizeFactor;
        return builder;
    }

    /**
     * Its charter.
     *
     * @return its charter
     */
    public AgentSpec spec() {
        return spec;
    }

    /**
     * Whether it may open positions.
     *
     * @return whether it may open positions
     */
    public AgentStatus status() {
        return status;
    }

    /**
     * Its capital with unrealized profit or loss.
     *
     * @return its capital with unrealized profit or loss
     */
    public BigDecimal equity() {
        return equity;
    }

    /**
     * What new positions of it may use as margin.
     *
     * @return what new positions of it may use as margin; less what its positions and its entries under way take
     */
    public BigDecimal freeMargin() {
        return freeMargin;
    }

    /**
     * Its open positions, at most one a market and direction.
     *
     * @return its open positions, at most one a market and direction
     */
    public List<OwnPosition> positions() {
        return positions;
    }

    /**
     * Its entries under way or of unknown outcome.
     *
     * @return its entries under way or of unknown outcome
     */
    public List<PendingOpen> pending() {
        return pending;
    }

    /**
     * How many entries it made within the last hour.
     *
     * @return how many entries it made within the last hour; a pair is one
     */
    public int opensLastHour() {
        return opensLastHour;
    }

    /**
     * When a stop of it last fired.
     *
     * @return when a stop of it last fired; empty if none did
     */
    public Optional<Instant> lastStopOut() {
        return Optional.ofNullable(lastStopOut);
    }

    /**
     * What it paid in fees within the last 24 hours, less rebates.
     *
     * @return what it paid in fees within the last 24 hours, less rebates
     */
    public BigDecimal feesLast24Hours() {
        return feesLast24Hours;
    }

    /**
     * What the CEO multiplies its largest leverage with, above 0 and at most 1.
     *
     * @return what the CEO multiplies its largest leverage with, from 0 to 1; the result is rounded down, and at least 1
     */
    public BigDecimal leverageFactor() {
        return leverageFactor;
    }

    /**
     * What the CEO multiplies its largest margin with, from 0 to 1.
     *
     * @return what the CEO multiplies its largest margin with, from 0 to 1
     */
    public BigDecimal sizeFactor() {
        return sizeFactor;
    }

    /**
     * Which agent.
     *
     * @return its id
     */
    public AgentId id() {
        return spec.id();
    }

    @Override
    public String toString() {
        return "GateAgent[" + spec.id() + " " + status + " equity " + equity.toPlainString() + ", " + positions.size()
                + " open, " + pending.size() + " pending]";
    }

    /**
     * Its position in a market and direction.
     *
     * @param listing the market
     * @param side the direction
     * @return the position; empty where it has none
     */
    public Optional<OwnPosition> position(Listing listing, PositionSide side) {
        return positions.stream()
                .filter(position -> position.listing().equals(listing) && position.side() == side)
                .findFirst();
    }

    /**
     * Collects the values of a {@link GateAgent}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable AgentSpec spec;
        private AgentStatus status = AgentStatus.ACTIVE;
        private BigDecimal equity = BigDecimal.ZERO;
        private BigDecimal freeMargin = BigDecimal.ZERO;
        private List<OwnPosition> positions = new ArrayList<>();
        private List<PendingOpen> pending = new ArrayList<>();
        private int opensLastHour = 0;
        private @Nullable Instant lastStopOut;
        private BigDecimal feesLast24Hours = BigDecimal.ZERO;
        private BigDecimal leverageFactor = BigDecimal.ONE;
        private BigDecimal sizeFactor = BigDecimal.ONE;

        private Builder() {}

        /**
         * Its charter.
         *
         * @param spec the value
         * @return this
         */
        public Builder spec(AgentSpec spec) {
            this.spec = spec;
            return this;
        }

        /**
         * Whether it may open positions.
         *
         * @param status the value
         * @return this
         */
        public Builder status(AgentStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Its capital with unrealized profit or loss.
         *
         * @param equity the value
         * @return this
         */
        public Builder equity(BigDecimal equity) {
            this.equity = equity;
            return this;
        }

        /**
         * What new positions of it may use as margin.
         *
         * @param freeMargin the value
         * @return this
         */
        public Builder freeMargin(BigDecimal freeMargin) {
            this.freeMargin = freeMargin;
            return this;
        }

        /**
         * Its open positions, at most one a market and direction.
         *
         * @param positions the value
         * @return this
         */
        public Builder positions(List<OwnPosition> positions) {
            this.positions = new ArrayList<>(positions);
            return this;
        }

        /**
         * Its entries under way or of unknown outcome.
         *
         * @param pending the value
         * @return this
         */
        public Builder pending(List<PendingOpen> pending) {
            this.pending = new ArrayList<>(pending);
            return this;
        }

        /**
         * How many entries it made within the last hour.
         *
         * @param opensLastHour the value
         * @return this
         */
        public Builder opensLastHour(int opensLastHour) {
            this.opensLastHour = opensLastHour;
            return this;
        }

        /**
         * When a stop of it last fired.
         *
         * @param lastStopOut null where it is absent
         * @return this
         */
        public Builder lastStopOut(@Nullable Instant lastStopOut) {
            this.lastStopOut = lastStopOut;
            return this;
        }

        /**
         * What it paid in fees within the last 24 hours, less rebates.
         *
         * @param feesLast24Hours the value
         * @return this
         */
        public Builder feesLast24Hours(BigDecimal feesLast24Hours) {
            this.feesLast24Hours = feesLast24Hours;
            return this;
        }

        /**
         * What the CEO multiplies its largest leverage with, above 0 and at most 1.
         *
         * @param leverageFactor the value
         * @return this
         */
        public Builder leverageFactor(BigDecimal leverageFactor) {
            this.leverageFactor = leverageFactor;
            return this;
        }

        /**
         * What the CEO multiplies its largest margin with, from 0 to 1.
         *
         * @param sizeFactor the value
         * @return this
         */
        public Builder sizeFactor(BigDecimal sizeFactor) {
            this.sizeFactor = sizeFactor;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public GateAgent build() {
            return new GateAgent(this);
        }
    }
}
