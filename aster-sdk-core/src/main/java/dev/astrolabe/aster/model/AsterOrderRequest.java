package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with what only AsterDex takes. A rule against trading with oneself stands in the neutral order. What does not go
 * together is refused when the request is built, before any I/O (docs: futures v3, "New Order"). Immutable.
 *
 * @since 0.1
 */
public final class AsterOrderRequest {

    private final OrderRequest order;
    private final boolean priceProtect;
    private final @Nullable PegPriceType pegPriceType;
    private final @Nullable BigDecimal pegOffset;
    private final @Nullable BuilderFee builderFee;

    private AsterOrderRequest(Builder builder) {
        this.order = builder.order;
        this.priceProtect = builder.priceProtect;
        this.pegPriceType = builder.pegPriceType;
        this.pegOffset = builder.pegOffset;
        this.builderFee = builder.builderFee;
        require(!priceProtect || order.type().hasTrigger(), "price protection goes with stops and take-profits only");
        checkPeg();
    }

    private void checkPeg() {
        require(pegPriceType != PegPriceType.UNKNOWN, "peg UNKNOWN cannot be sent");
        require(pegPriceType == null || order.type() == OrderType.LIMIT, "a peg goes with LIMIT only");
        if (pegOffset != null) {
            require(pegPriceType != null, "a peg offset needs a peg");
            int sign = pegOffset.signum();
            boolean behind = order.side() == Side.BUY ? sign <= 0 : sign >= 0;
            require(
                    behind,
                    "peg offset " + pegOffset.toPlainString() + " of a " + order.side() + " is "
                            + (sign > 0 ? "above" : "below") + " 0; nearest is 0");
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw NotSentException.invalid(order.type() + " order of " + order.symbol() + ": " + message);
        }
    }

    /**
     * An order as every exchange takes it.
     *
     * @param order the order in neutral terms
     * @return the request
     */
    public static AsterOrderRequest of(OrderRequest order) {
        return builder(order).build();
    }

    /**
     * Starts from an order in neutral terms.
     *
     * @param order the order
     * @return a builder
     */
    public static Builder builder(OrderRequest order) {
        return new Builder(order);
    }

    /**
     * Starts from this request.
     *
     * @return a builder with the same values
     */
    public Builder toBuilder() {
        return new Builder(order)
                .priceProtect(priceProtect)
                .pegPriceType(pegPriceType)
                .pegOffset(pegOffset)
                .builderFee(builderFee);
    }

    /**
     * The order in neutral terms.
     *
     * @return the order
     */
    public OrderRequest order() {
        return order;
    }

    /**
     * Whether a stop or take-profit fires only while mark and last price lie near each other: within the instrument's
     * {@code triggerProtect}.
     *
     * @return true if it is protected
     */
    public boolean priceProtect() {
        return priceProtect;
    }

    /**
     * Which best price of the book a limit order follows when it is placed. Only v3 takes one.
     *
     * @return the peg; empty for an order with a price of its own
     */
    public Optional<PegPriceType> pegPriceType() {
        return Optional.ofNullable(pegPriceType);
    }

    /**
     * How far from that price, in quote per single coin.
     *
     * @return from 0 down for a BUY, from 0 up for a SELL, a multiple of the tick size; empty means 0
     */
    public Optional<BigDecimal> pegOffset() {
        return Optional.ofNullable(pegOffset);
    }

    /**
     * What the order pays to a builder. Only v3 takes one.
     *
     * @return the fee; empty for none
     */
    public Optional<BuilderFee> builderFee() {
        return Optional.ofNullable(builderFee);
    }

    @Override
    public String toString() {
        return "AsterOrderRequest[" + order
                + (priceProtect ? " price-protected" : "")
                + (pegPriceType == null ? "" : " pegged to " + pegPriceType)
                + (pegOffset == null ? "" : " by " + pegOffset.toPlainString())
                + (builderFee == null ? "" : " " + builderFee) + "]";
    }

    /** Collects the values of an {@link AsterOrderRequest}. Not for use by several threads. */
    public static final class Builder {

        private OrderRequest order;
        private boolean priceProtect;
        private @Nullable PegPriceType pegPriceType;
        private @Nullable BigDecimal pegOffset;
        private @Nullable BuilderFee builderFee;

        private Builder(OrderRequest order) {
            this.order = Objects.requireNonNull(order, "order");
        }

        /**
         * The order in neutral terms.
         *
         * @param order the value
         * @return this
         */
        public Builder order(OrderRequest order) {
            this.order = order;
            return this;
        }

        /**
         * Whether a stop or take-profit fires only while mark and last price lie near each other.
         *
         * @param priceProtect the value; false unless set
         * @return this
         */
        public Builder priceProtect(boolean priceProtect) {
            this.priceProtect = priceProtect;
            return this;
        }

        /**
         * Which best price of the book a limit order follows.
         *
         * @param pegPriceType the value; null for none
         * @return this
         */
        public Builder pegPriceType(@Nullable PegPriceType pegPriceType) {
            this.pegPriceType = pegPriceType;
            return this;
        }

        /**
         * How far from that price, in quote per single coin.
         *
         * @param pegOffset from 0 down for a BUY, from 0 up for a SELL; null for none
         * @return this
         */
        public Builder pegOffset(@Nullable BigDecimal pegOffset) {
            this.pegOffset = pegOffset;
            return this;
        }

        /**
         * What the order pays to a builder.
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
        public AsterOrderRequest build() {
            return new AsterOrderRequest(this);
        }
    }
}
