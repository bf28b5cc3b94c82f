package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with what AsterDex tells of it beyond the neutral model. Immutable.
 *
 * @since 0.1
 */
public final class AsterOrder {

    private final Order order;
    private final OrderType currentType;
    private final String rawCurrentType;
    private final @Nullable BigDecimal filledQuote;
    private final boolean priceProtect;
    private final @Nullable PegPriceType pegPriceType;
    private final @Nullable String rawPegPriceType;
    private final @Nullable SelfTradePrevention selfTradePrevention;
    private final @Nullable String rawSelfTradePrevention;

    private AsterOrder(Builder builder) {
        this.order = Objects.requireNonNull(builder.order, "order");
        this.currentType = Objects.requireNonNull(builder.currentType, "currentType");
        this.rawCurrentType = Objects.requireNonNull(builder.rawCurrentType, "rawCurrentType");
        this.filledQuote = builder.filledQuote;
        this.priceProtect = builder.priceProtect;
        this.pegPriceType = builder.pegPriceType;
        this.rawPegPriceType = builder.rawPegPriceType;
        this.selfTradePrevention = builder.selfTradePrevention;
        this.rawSelfTradePrevention = builder.rawSelfTradePrevention;
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
     * The order in neutral terms.
     *
     * @return the order
     */
    public Order order() {
        return order;
    }

    /**
     * What the order is now: a stop that has fired is the market or limit order that it became. {@link Order#type()} stays
     * what it was placed as.
     *
     * @return the type
     */
    public OrderType currentType() {
        return currentType;
    }

    /**
     * The venue's own word for what the order is now.
     *
     * @return the word
     */
    public String rawCurrentType() {
        return rawCurrentType;
    }

    /**
     * What was filled, in quote units.
     *
     * @return quantity x price of all executions; empty where the answer does not say
     */
    public Optional<BigDecimal> filledQuote() {
        return Optional.ofNullable(filledQuote);
    }

    /**
     * Whether it fires only while mark and last price lie near each other.
     *
     * @return true if it is protected
     */
    public boolean priceProtect() {
        return priceProtect;
    }

    /**
     * Which best price it follows.
     *
     * @return the peg; empty for an order with a price of its own, and where the answer does not say
     */
    public Optional<PegPriceType> pegPriceType() {
        return Optional.ofNullable(pegPriceType);
    }

    /**
     * The venue's own word for the peg.
     *
     * @return the word; empty where the answer has none
     */
    public Optional<String> rawPegPriceType() {
        return Optional.ofNullable(rawPegPriceType);
    }

    /**
     * What happens on a trade with oneself.
     *
     * @return the rule; empty where the answer does not say, or by a word that this version does not know
     */
    public Optional<SelfTradePrevention> selfTradePrevention() {
        return Optional.ofNullable(selfTradePrevention);
    }

    /**
     * The venue's own word for that rule.
     *
     * @return the word; empty where the answer has none
     */
    public Optional<String> rawSelfTradePrevention() {
        return Optional.ofNullable(rawSelfTradePrevention);
    }

    @Override
    public String toString() {
        return "AsterOrder[" + order + (currentType == order.type() ? "" : ", now " + rawCurrentType) + "]";
    }

    /** Collects the values of a {@link AsterOrder}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Order order;
        private @Nullable OrderType currentType;
        private @Nullable String rawCurrentType;
        private @Nullable BigDecimal filledQuote;
        private boolean priceProtect;
        private @Nullable PegPriceType pegPriceType;
        private @Nullable String rawPegPriceType;
        private @Nullable SelfTradePrevention selfTradePrevention;
        private @Nullable String rawSelfTradePrevention;

        private Builder() {}

        /**
         * The order in neutral terms.
         *
         * @param order the value
         * @return this
         */
        public Builder order(Order order) {
            this.order = order;
            return this;
        }

        /**
         * What the order is now.
         *
         * @param currentType the value
         * @return this
         */
        public Builder currentType(OrderType currentType) {
            this.currentType = currentType;
            return this;
        }

        /**
         * The venue's own word for what the order is now.
         *
         * @param rawCurrentType the value
         * @return this
         */
        public Builder rawCurrentType(String rawCurrentType) {
            this.rawCurrentType = rawCurrentType;
            return this;
        }

        /**
         * What was filled, in quote units.
         *
         * @param filledQuote null where it is absent
         * @return this
         */
        public Builder filledQuote(@Nullable BigDecimal filledQuote) {
            this.filledQuote = filledQuote;
            return this;
        }

        /**
         * Whether it fires only while mark and last price lie near each other.
         *
         * @param priceProtect the value
         * @return this
         */
        public Builder priceProtect(boolean priceProtect) {
            this.priceProtect = priceProtect;
            return this;
        }

        /**
         * Which best price it follows.
         *
         * @param pegPriceType null where it is absent
         * @return this
         */
        public Builder pegPriceType(@Nullable PegPriceType pegPriceType) {
            this.pegPriceType = pegPriceType;
            return this;
        }

        /**
         * The venue's own word for the peg.
         *
         * @param rawPegPriceType null where it is absent
         * @return this
         */
        public Builder rawPegPriceType(@Nullable String rawPegPriceType) {
            this.rawPegPriceType = rawPegPriceType;
            return this;
        }

        /**
         * What happens on a trade with oneself.
         *
         * @param selfTradePrevention null where it is absent
         * @return this
         */
        public Builder selfTradePrevention(@Nullable SelfTradePrevention selfTradePrevention) {
            this.selfTradePrevention = selfTradePrevention;
            return this;
        }

        /**
         * The venue's own word for that rule.
         *
         * @param rawSelfTradePrevention null where it is absent
         * @return this
         */
        public Builder rawSelfTradePrevention(@Nullable String rawSelfTradePrevention) {
            this.rawSelfTradePrevention = rawSelfTradePrevention;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public AsterOrder build() {
            return new AsterOrder(this);
        }
    }
}
