package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders that place or cancel one another at the venue, without the sender (docs: futures v3, "Place Strategy Order"). The
 * orders are numbered from 1 in the order in which they are added, and a link names its driving order by that number: in an
 * OTOCO of an entry, a stop and a take-profit, both exits have a link to 1 that places them on FILLED, and a link to each
 * other that cancels them on FILLED. What does not go together is refused when the request is built, before any I/O.
 * Immutable.
 *
 * @since 0.1
 */
public final class StrategyOrder {

    private static final int MAX_LINKS = 2;

    private final StrategyType type;
    private final List<SubOrder> subOrders;
    private final @Nullable String clientStrategyId;
    private final @Nullable BuilderFee builderFee;

    /**
     * One order of the strategy.
     *
     * @param order the order; without a peg, a builder's fee, a rule against self-trades, or IOC and FOK
     * @param links what makes it placed or cancelled: none, one or two
     */
    public record SubOrder(AsterOrderRequest order, List<StrategyLink> links) {

        /**
         * Copies the links.
         *
         * @param order the order
         * @param links what makes it placed or cancelled: none, one or two
         */
        public SubOrder {
            links = List.copyOf(links);
        }
    }

    private StrategyOrder(Builder builder) {
        this.type = builder.type;
        this.subOrders = List.copyOf(builder.subOrders);
        this.clientStrategyId = builder.clientStrategyId;
        this.builderFee = builder.builderFee;
        if (clientStrategyId != null) {
            ClientStrategyId.check(clientStrategyId);
        }
        int wanted = count(type);
        require(subOrders.size() == wanted, subOrders.size() + " orders do not make it; nearest is " + wanted);
        for (int i = 0; i < wanted; i++) {
            checkOrder(type, i + 1, subOrders.get(i).order());
            checkLinks(i + 1, subOrders.get(i).links());
        }
    }

    /** How many orders a type has. */
    static int count(StrategyType type) {
        return switch (type) {
            case OTO, OCO -> 2;
            case OTOCO -> 3;
            case UNKNOWN -> throw NotSentException.invalid("strategy type UNKNOWN cannot be sent");
        };
    }

    /** Refuses what a strategy's order has no field for. */
    static void checkOrder(StrategyType type, int subId, AsterOrderRequest request) {
        String which =
                type + " strategy: order " + subId + " of " + request.order().symbol();
        request.order().timeInForce().ifPresent(word -> {
            if (word == TimeInForce.IOC || word == TimeInForce.FOK) {
                throw NotSentException.invalid(which + " is " + word + ", which strategies do not take");
            }
        });
        refuseIfPresent(request.pegPriceType(), which + " has a peg");
        refuseIfPresent(request.order().selfTradePrevention(), which + " has a rule against self-trades");
        refuseIfPresent(request.builderFee(), which + " has a builder's fee, which belongs to the whole strategy");
    }

    private static void refuseIfPresent(Optional<?> value, String what) {
        if (value.isPresent()) {
            throw NotSentException.invalid(what + "; orders of strategies take none");
        }
    }

    private void checkLinks(int subId, List<StrategyLink> links) {
        require(
                links.size() <= MAX_LINKS,
                "order " + subId + " has " + links.size() + " links; nearest is " + MAX_LINKS);
        for (StrategyLink link : links) {
            require(
                    link.drivenBy() != subId && link.drivenBy() <= subOrders.size(),
                    "order " + subId + " is driven by order " + link.drivenBy()
                            + ", which is not another one from 1 to " + subOrders.size());
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw NotSentException.invalid(type + " strategy: " + message);
        }
    }

    /**
     * Starts a strategy.
     *
     * @param type how its orders hang together
     * @return a builder
     */
    public static Builder builder(StrategyType type) {
        return new Builder(type);
    }

    /**
     * How its orders hang together.
     *
     * @return the type
     */
    public StrategyType type() {
        return type;
    }

    /**
     * Its orders.
     *
     * @return the orders; the number of each is its place, from 1
     */
    public List<SubOrder> subOrders() {
        return subOrders;
    }

    /**
     * The sender's own id of the strategy; a client that gets none makes one up.
     *
     * @return the id; empty where none was given
     */
    public Optional<String> clientStrategyId() {
        return Optional.ofNullable(clientStrategyId);
    }

    /**
     * What its orders pay to a builder.
     *
     * @return the fee; empty for none
     */
    public Optional<BuilderFee> builderFee() {
        return Optional.ofNullable(builderFee);
    }

    @Override
    public String toString() {
        return "StrategyOrder[" + type + " " + subOrders
                + (clientStrategyId == null ? "" : " clientId=" + clientStrategyId)
                + (builderFee == null ? "" : " " + builderFee) + "]";
    }

    /** Collects the values of a {@link StrategyOrder}. Not for use by several threads. */
    public static final class Builder {

        private final StrategyType type;
        private final List<SubOrder> subOrders = new ArrayList<>();
        private @Nullable String clientStrategyId;
        private @Nullable BuilderFee builderFee;

        private Builder(StrategyType type) {
            this.type = Objects.requireNonNull(type, "type");
        }

        /**
         * Adds the next order.
         *
         * @param order the order
         * @param links what makes it placed or cancelled: at most two
         * @return this
         */
        public Builder subOrder(AsterOrderRequest order, StrategyLink... links) {
            subOrders.add(new SubOrder(order, List.of(links)));
            return this;
        }

        /**
         * The sender's own id of the strategy.
         *
         * @param clientStrategyId 1 to 28 letters, digits and {@code . : / _ -}; null for one that the client makes up
         * @return this
         */
        public Builder clientStrategyId(@Nullable String clientStrategyId) {
            this.clientStrategyId = clientStrategyId;
            return this;
        }

        /**
         * What its orders pay to a builder.
         *
         * @param builderFee the value; null for none
         * @return this
         */
        public Builder builderFee(@Nullable BuilderFee builderFee) {
            this.builderFee = builderFee;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return it
         * @throws NotSentException naming what does not go together
         */
        public StrategyOrder build() {
            return new StrategyOrder(this);
        }
    }
}
