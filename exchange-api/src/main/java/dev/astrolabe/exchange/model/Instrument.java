package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One instrument of one venue, with what is needed to trade it exactly. Prices are in quote per single coin and quantities in base
 * units, whatever the venue counts in; conversion to the venue's own numbers happens here and nowhere else. Immutable.
 *
 * <p>An inverse contract is a fixed amount of quote, so how much base it is depends on the price. The quantity filters of an inverse
 * instrument therefore count contracts; everything else is as for a linear one.
 *
 * @since 0.1
 */
public final class Instrument {

    private static final MathContext COUNTED = new MathContext(12, RoundingMode.HALF_UP);
    private static final MathContext CONVERTED = new MathContext(16, RoundingMode.DOWN);

    private final Symbol symbol;
    private final String exchange;
    private final String venueSymbol;
    private final InstrumentKind kind;
    private final boolean inverse;
    private final InstrumentStatus status;
    private final String rawStatus;
    private final BigDecimal contractValue;
    private final BigDecimal priceMultiplier;
    private final StepFilter priceFilter;
    private final StepFilter quantityFilter;
    private final StepFilter marketQuantityFilter;
    private final @Nullable BigDecimal minNotional;
    private final @Nullable PriceBand priceBand;
    private final @Nullable BigDecimal maxLeverage;
    private final Set<OrderType> orderTypes;
    private final Set<TimeInForce> timesInForce;
    private final @Nullable Instant listedAt;
    private final @Nullable Instant expiresAt;

    private Instrument(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.exchange = Objects.requireNonNull(builder.exchange, "exchange");
        this.venueSymbol = Objects.requireNonNull(builder.venueSymbol, "venueSymbol");
        this.kind = Objects.requireNonNull(builder.kind, "kind");
        this.inverse = builder.inverse;
        this.status = Objects.requireNonNull(builder.status, "status");
        this.rawStatus = Objects.requireNonNull(builder.rawStatus, "rawStatus");
        this.contractValue = builder.contractValue;
        this.priceMultiplier = builder.priceMultiplier;
        this.priceFilter = builder.priceFilter;
        this.quantityFilter = builder.quantityFilter;
        this.marketQuantityFilter = builder.marketQuantityFilter;
        this.minNotional = builder.minNotional;
        this.priceBand = builder.priceBand;
        this.maxLeverage = builder.maxLeverage;
        this.orderTypes = Set.copyOf(builder.orderTypes);
        this.timesInForce = Set.copyOf(builder.timesInForce);
        this.listedAt = builder.listedAt;
        this.expiresAt = builder.expiresAt;
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
        builder.symbol = symbol;
        builder.exchange = exchange;
        builder.venueSymbol = venueSymbol;
        builder.kind = kind;
        builder.inverse = inverse;
        builder.status = status;
        builder.rawStatus = rawStatus;
        builder.contractValue = contractValue;
        builder.priceMultiplier = priceMultiplier;
        builder.priceFilter = priceFilter;
        builder.quantityFilter = quantityFilter;
        builder.marketQuantityFilter = marketQuantityFilter;
        builder.minNotional = minNotional;
        builder.priceBand = priceBand;
        builder.maxLeverage = maxLeverage;
        builder.orderTypes = orderTypes;
        builder.timesInForce = timesInForce;
        builder.listedAt = listedAt;
        builder.expiresAt = expiresAt;
        return builder;
    }

    /**
     * The tick size.
     *
     * @return the step of a price in quote per single coin; 0 where there is none
     */
    public BigDecimal tickSize() {
        return priceFilter.step();
    }

    /**
     * The lot size.
     *
     * @return the step of a quantity in base units, or in contracts where inverse; 0 where there is none
     */
    public BigDecimal lotSize() {
        return quantityFilter.step();
    }

    /**
     * Rounds a price to the tick in the direction that makes a limit order no more aggressive: a buy down, a sell up.
     *
     * @param price in quote per single coin
     * @param side the side of the order
     * @return a price on the tick
     */
    public BigDecimal roundPrice(BigDecimal price, Side side) {
        return side == Side.BUY ? priceFilter.down(price) : priceFilter.up(price);
    }

    /**
     * Rounds a quantity of a linear instrument down to the lot, never up.
     *
     * @param quantity in base units
     * @return the largest valid quantity that is not above it; empty where it is below the minimum
     * @throws IllegalStateException if the contract is inverse: its lots depend on the price
     */
    public Optional<BigDecimal> roundQuantity(BigDecimal quantity) {
        requireLinear();
        return quantityFilter.floor(quantity);
    }

    /**
     * Rounds a quantity down to the lot at a price, never up, for linear and inverse instruments alike.
     *
     * @param quantity in base units
     * @param price in quote per single coin; without effect on a linear instrument
     * @return the largest valid quantity that is not above it; empty where it is below the minimum
     */
    public Optional<BigDecimal> roundQuantity(BigDecimal quantity, BigDecimal price) {
        return inverse
                ? roundContracts(toContracts(quantity, price)).map(contracts -> fromContracts(contracts, price))
                : roundQuantity(quantity);
    }

    /**
     * Rounds a number of contracts down to the lot, never up.
     *
     * @param contracts in the venue's own unit
     * @return the largest valid number that is not above it; empty where it is below the minimum
     */
    public Optional<BigDecimal> roundContracts(BigDecimal contracts) {
        return inverse
                ? quantityFilter.floor(contracts)
                : quantityFilter.floor(fromContracts(contracts)).map(this::toContracts);
    }

    /**
     * An order as venues that count in base units take it. An order of an inverse instrument stays as it is.
     *
     * @param order the order
     * @return the same order; of a linear instrument with its quantity instead of its contracts
     */
    public OrderRequest inBaseUnits(OrderRequest order) {
        return inverse
                ? order
                : order.contracts()
                        .map(contracts -> order.toBuilder()
                                .contracts(null)
                                .quantity(fromContracts(contracts))
                                .build())
                        .orElse(order);
    }

    /**
     * Checks an order against the filters that need no market price.
     *
     * @param order the order
     * @throws NotSentException naming the filter, the value and the nearest valid one
     */
    public void check(OrderRequest order) {
        OrderCheck.check(this, order, null);
    }

    /**
     * Checks an order against all filters.
     *
     * @param order the order
     * @param markPrice the mark price, in quote per single coin: the middle of a limit order's band, and the price of a market order
     * @throws NotSentException naming the filter, the value and the nearest valid one
     */
    public void check(OrderRequest order, BigDecimal markPrice) {
        OrderCheck.check(this, order, markPrice);
    }

    /**
     * A price in the venue's own terms.
     *
     * @param price in quote per single coin
     * @return price x multiplier, exactly
     */
    public BigDecimal toVenuePrice(BigDecimal price) {
        return plain(price.multiply(priceMultiplier));
    }

    /**
     * A venue's price in quote per single coin.
     *
     * @param venuePrice as the venue tells it
     * @return price / multiplier, exactly
     */
    public BigDecimal fromVenuePrice(BigDecimal venuePrice) {
        return priceMultiplier.compareTo(BigDecimal.ONE) == 0 ? venuePrice : venuePrice.divide(priceMultiplier);
    }

    /**
     * A quantity of a linear instrument in the venue's own unit.
     *
     * @param quantity in base units
     * @return the number of contracts, exactly
     * @throws ArithmeticException if it has no finite decimal form
     * @throws IllegalStateException if the contract is inverse: its contracts depend on the price
     */
    public BigDecimal toContracts(BigDecimal quantity) {
        requireLinear();
        return contractValue.compareTo(BigDecimal.ONE) == 0 ? quantity : plain(quantity.divide(contractValue));
    }

    /**
     * A number of contracts of a linear instrument in base units.
     *
     * @param contracts in the venue's own unit
     * @return the quantity, exactly
     * @throws IllegalStateException if the contract is inverse: its quantity depends on the price
     */
    public BigDecimal fromContracts(BigDecimal contracts) {
        requireLinear();
        return contractValue.compareTo(BigDecimal.ONE) == 0 ? contracts : plain(contracts.multiply(contractValue));
    }

    /**
     * A quantity in the venue's own unit at a price, for linear and inverse instruments alike. What {@link #fromContracts(BigDecimal,
     * BigDecimal)} made of a number of up to 12 digits comes back as that number; no result stands for more than was asked.
     *
     * @param quantity in base units
     * @param price in quote per single coin; without effect on a linear instrument
     * @return the number of contracts; where inverse, of 12 digits if those are not more than asked, else rounded down to 16
     */
    public BigDecimal toContracts(BigDecimal quantity, BigDecimal price) {
        if (!inverse) {
            return toContracts(quantity);
        }
        BigDecimal worth = quantity.multiply(price);
        // The base amount of whole contracts was rounded down: a hair below them they are still meant.
        BigDecimal candidate = plain(worth.divide(contractValue, COUNTED));
        return fromContracts(candidate, price).compareTo(quantity) <= 0
                ? candidate
                : plain(worth.divide(contractValue, CONVERTED));
    }

    /**
     * A number of contracts in base units at a price, for linear and inverse instruments alike.
     *
     * @param contracts in the venue's own unit
     * @param price in quote per single coin; without effect on a linear instrument
     * @return the quantity; rounded down to 16 digits where inverse
     */
    public BigDecimal fromContracts(BigDecimal contracts, BigDecimal price) {
        return inverse ? contracts.multiply(contractValue).divide(price, CONVERTED) : fromContracts(contracts);
    }

    private void requireLinear() {
        if (inverse) {
            throw new IllegalStateException(symbol + " is inverse: its quantity in base units depends on a price");
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * What is traded.
     *
     * @return what is traded
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * Name of the exchange.
     *
     * @return name of the exchange
     */
    public String exchange() {
        return exchange;
    }

    /**
     * The venue's own name of it.
     *
     * @return the venue's own name of it
     */
    public String venueSymbol() {
        return venueSymbol;
    }

    /**
     * Spot, perpetual or future.
     *
     * @return spot, perpetual or future
     */
    public InstrumentKind kind() {
        return kind;
    }

    /**
     * Whether the contract is worth a fixed amount of quote and settles in base.
     *
     * @return true for an inverse contract
     */
    public boolean inverse() {
        return inverse;
    }

    /**
     * Whether it trades.
     *
     * @return whether it trades
     */
    public InstrumentStatus status() {
        return status;
    }

    /**
     * The venue's own word for the status.
     *
     * @return the venue's own word for the status
     */
    public String rawStatus() {
        return rawStatus;
    }

    /**
     * What one unit of the venue's quantity is worth: base units where linear, quote units where inverse.
     *
     * @return what one unit of the venue's quantity is worth: base units where linear, quote units where inverse
     */
    public BigDecimal contractValue() {
        return contractValue;
    }

    /**
     * How many coins the venue's price is quoted for, such as 1000 for 1000PEPEUSDT.
     *
     * @return how many coins the venue's price is quoted for, such as 1000 for 1000PEPEUSDT
     */
    public BigDecimal priceMultiplier() {
        return priceMultiplier;
    }

    /**
     * The prices an order may have; its step is the tick size.
     *
     * @return the prices an order may have; its step is the tick size
     */
    public StepFilter priceFilter() {
        return priceFilter;
    }

    /**
     * The quantities a limit or conditional order may have; its step is the lot size. Contracts where inverse.
     *
     * @return the quantities a limit or conditional order may have, in base units, or in contracts where inverse
     */
    public StepFilter quantityFilter() {
        return quantityFilter;
    }

    /**
     * The quantities a market order may have. Contracts where inverse.
     *
     * @return the quantities a market order may have, in base units, or in contracts where inverse
     */
    public StepFilter marketQuantityFilter() {
        return marketQuantityFilter;
    }

    /**
     * The least price x quantity, in quote units, where inverse contracts x contract value; reduce-only orders are exempt.
     *
     * @return the least price x quantity, in quote units; reduce-only orders are exempt; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> minNotional() {
        return Optional.ofNullable(minNotional);
    }

    /**
     * How far a limit price may lie from the mark price.
     *
     * @return how far a limit price may lie from the mark price; empty where the venue does not say or it does not apply
     */
    public Optional<PriceBand> priceBand() {
        return Optional.ofNullable(priceBand);
    }

    /**
     * The largest leverage.
     *
     * @return the largest leverage; empty where the venue does not say or it does not apply
     */
    public Optional<BigDecimal> maxLeverage() {
        return Optional.ofNullable(maxLeverage);
    }

    /**
     * The order types it takes; empty means as the capabilities say.
     *
     * @return the order types it takes; empty means as the capabilities say
     */
    public Set<OrderType> orderTypes() {
        return orderTypes;
    }

    /**
     * The times in force it takes; empty means as the capabilities say.
     *
     * @return the times in force it takes; empty means as the capabilities say
     */
    public Set<TimeInForce> timesInForce() {
        return timesInForce;
    }

    /**
     * When it was listed.
     *
     * @return when it was listed; empty where the venue does not say or it does not apply
     */
    public Optional<Instant> listedAt() {
        return Optional.ofNullable(listedAt);
    }

    /**
     * When a future expires.
     *
     * @return when a future expires; empty where the venue does not say or it does not apply
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    @Override
    public String toString() {
        return "Instrument[" + symbol + " = " + exchange + " " + venueSymbol + " " + status + "]";
    }

    /**
     * Collects the values of an {@link Instrument}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable String exchange;
        private @Nullable String venueSymbol;
        private @Nullable InstrumentKind kind;
        private boolean inverse;
        private @Nullable InstrumentStatus status;
        private @Nullable String rawStatus;
        private BigDecimal contractValue = BigDecimal.ONE;
        private BigDecimal priceMultiplier = BigDecimal.ONE;
        private StepFilter priceFilter = StepFilter.NONE;
        private StepFilter quantityFilter = StepFilter.NONE;
        private StepFilter marketQuantityFilter = StepFilter.NONE;
        private @Nullable BigDecimal minNotional;
        private @Nullable PriceBand priceBand;
        private @Nullable BigDecimal maxLeverage;
        private Set<OrderType> orderTypes = Set.of();
        private Set<TimeInForce> timesInForce = Set.of();
        private @Nullable Instant listedAt;
        private @Nullable Instant expiresAt;

        private Builder() {}

        /**
         * What is traded.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * Name of the exchange.
         *
         * @param exchange the value
         * @return this
         */
        public Builder exchange(String exchange) {
            this.exchange = exchange;
            return this;
        }

        /**
         * The venue's own name of it.
         *
         * @param venueSymbol the value
         * @return this
         */
        public Builder venueSymbol(String venueSymbol) {
            this.venueSymbol = venueSymbol;
            return this;
        }

        /**
         * Spot, perpetual or future.
         *
         * @param kind the value
         * @return this
         */
        public Builder kind(InstrumentKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * Whether the contract is worth a fixed amount of quote and settles in base.
         *
         * @param inverse the value
         * @return this
         */
        public Builder inverse(boolean inverse) {
            this.inverse = inverse;
            return this;
        }

        /**
         * Whether it trades.
         *
         * @param status the value
         * @return this
         */
        public Builder status(InstrumentStatus status) {
            this.status = status;
            return this;
        }

        /**
         * The venue's own word for the status.
         *
         * @param rawStatus the value
         * @return this
         */
        public Builder rawStatus(String rawStatus) {
            this.rawStatus = rawStatus;
            return this;
        }

        /**
         * What one unit of the venue's quantity is worth: base units where linear, quote units where inverse.
         *
         * @param contractValue the value
         * @return this
         */
        public Builder contractValue(BigDecimal contractValue) {
            this.contractValue = contractValue;
            return this;
        }

        /**
         * How many coins the venue's price is quoted for, such as 1000 for 1000PEPEUSDT.
         *
         * @param priceMultiplier the value
         * @return this
         */
        public Builder priceMultiplier(BigDecimal priceMultiplier) {
            this.priceMultiplier = priceMultiplier;
            return this;
        }

        /**
         * The prices an order may have; its step is the tick size.
         *
         * @param priceFilter the value
         * @return this
         */
        public Builder priceFilter(StepFilter priceFilter) {
            this.priceFilter = priceFilter;
            return this;
        }

        /**
         * The quantities a limit or conditional order may have; its step is the lot size. Contracts where inverse.
         *
         * @param quantityFilter the value
         * @return this
         */
        public Builder quantityFilter(StepFilter quantityFilter) {
            this.quantityFilter = quantityFilter;
            return this;
        }

        /**
         * The quantities a market order may have. Contracts where inverse.
         *
         * @param marketQuantityFilter the value
         * @return this
         */
        public Builder marketQuantityFilter(StepFilter marketQuantityFilter) {
            this.marketQuantityFilter = marketQuantityFilter;
            return this;
        }

        /**
         * The least price x quantity, in quote units; reduce-only orders are exempt.
         *
         * @param minNotional null where it is absent
         * @return this
         */
        public Builder minNotional(@Nullable BigDecimal minNotional) {
            this.minNotional = minNotional;
            return this;
        }

        /**
         * How far a limit price may lie from the mark price.
         *
         * @param priceBand null where it is absent
         * @return this
         */
        public Builder priceBand(@Nullable PriceBand priceBand) {
            this.priceBand = priceBand;
            return this;
        }

        /**
         * The largest leverage.
         *
         * @param maxLeverage null where it is absent
         * @return this
         */
        public Builder maxLeverage(@Nullable BigDecimal maxLeverage) {
            this.maxLeverage = maxLeverage;
            return this;
        }

        /**
         * The order types it takes; empty means as the capabilities say.
         *
         * @param orderTypes the value
         * @return this
         */
        public Builder orderTypes(Set<OrderType> orderTypes) {
            this.orderTypes = orderTypes;
            return this;
        }

        /**
         * The times in force it takes; empty means as the capabilities say.
         *
         * @param timesInForce the value
         * @return this
         */
        public Builder timesInForce(Set<TimeInForce> timesInForce) {
            this.timesInForce = timesInForce;
            return this;
        }

        /**
         * When it was listed.
         *
         * @param listedAt null where it is absent
         * @return this
         */
        public Builder listedAt(@Nullable Instant listedAt) {
            this.listedAt = listedAt;
            return this;
        }

        /**
         * When a future expires.
         *
         * @param expiresAt null where it is absent
         * @return this
         */
        public Builder expiresAt(@Nullable Instant expiresAt) {
            this.expiresAt = expiresAt;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Instrument build() {
            return new Instrument(this);
        }
    }
}
