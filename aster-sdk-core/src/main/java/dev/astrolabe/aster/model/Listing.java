package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue in the venue's own words and units; {@link #instrument()} is the same per single coin (docs: futures,
 * "Exchange Information"). Immutable.
 *
 * @since 0.1
 */
public final class Listing {

    private final String venueSymbol;
    private final @Nullable Instrument instrument;
    private final @Nullable String pair;
    private final @Nullable String contractType;
    private final String status;
    private final String baseAsset;
    private final String quoteAsset;
    private final @Nullable String marginAsset;
    private final @Nullable String underlyingType;
    private final List<String> underlyingSubTypes;
    private final @Nullable Instant listedAt;
    private final @Nullable Instant deliveryAt;
    private final List<String> orderTypes;
    private final List<String> timesInForce;
    private final List<ListingFilter> filters;
    private final ListingTerms terms;
    private final ListingDisplay display;

    private Listing(Builder builder) {
        this.venueSymbol = Objects.requireNonNull(builder.venueSymbol, "venueSymbol");
        this.instrument = builder.instrument;
        this.pair = builder.pair;
        this.contractType = builder.contractType;
        this.status = Objects.requireNonNull(builder.status, "status");
        this.baseAsset = Objects.requireNonNull(builder.baseAsset, "baseAsset");
        this.quoteAsset = Objects.requireNonNull(builder.quoteAsset, "quoteAsset");
        this.marginAsset = builder.marginAsset;
        this.underlyingType = builder.underlyingType;
        this.underlyingSubTypes = List.copyOf(builder.underlyingSubTypes);
        this.listedAt = builder.listedAt;
        this.deliveryAt = builder.deliveryAt;
        this.orderTypes = List.copyOf(builder.orderTypes);
        this.timesInForce = List.copyOf(builder.timesInForce);
        this.filters = List.copyOf(builder.filters);
        this.terms = Objects.requireNonNull(builder.terms, "terms");
        this.display = Objects.requireNonNull(builder.display, "display");
    }

    /**
     * Starts an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the venue's name, such as 1000PEPEUSDT} */
    public String venueSymbol() {
        return venueSymbol;
    }

    /** {@return the neutral instrument; empty for one that the venue uses for its own tests, or that cannot be read} */
    public Optional<Instrument> instrument() {
        return Optional.ofNullable(instrument);
    }

    /** {@return the underlying pair; empty where the venue does not say} */
    public Optional<String> pair() {
        return Optional.ofNullable(pair);
    }

    /** {@return the kind of contract, such as PERPETUAL; empty where the venue does not say} */
    public Optional<String> contractType() {
        return Optional.ofNullable(contractType);
    }

    /** {@return whether it trades, such as TRADING} */
    public String status() {
        return status;
    }

    /** {@return the base asset, with its multiplier, such as 1000PEPE} */
    public String baseAsset() {
        return baseAsset;
    }

    /** {@return what prices are in, such as USDT} */
    public String quoteAsset() {
        return quoteAsset;
    }

    /** {@return what margin and profit are in; empty where the venue does not say} */
    public Optional<String> marginAsset() {
        return Optional.ofNullable(marginAsset);
    }

    /** {@return what kind of thing the base is, such as COIN; empty where the venue does not say} */
    public Optional<String> underlyingType() {
        return Optional.ofNullable(underlyingType);
    }

    /** {@return what else it is} */
    public List<String> underlyingSubTypes() {
        return underlyingSubTypes;
    }

    /** {@return when trading began or begins; empty where the venue does not say} */
    public Optional<Instant> listedAt() {
        return Optional.ofNullable(listedAt);
    }

    /** {@return when the contract ends, for a perpetual a day in the year 2100; empty where the venue does not say} */
    public Optional<Instant> deliveryAt() {
        return Optional.ofNullable(deliveryAt);
    }

    /** {@return the order types} */
    public List<String> orderTypes() {
        return orderTypes;
    }

    /** {@return the times in force} */
    public List<String> timesInForce() {
        return timesInForce;
    }

    /** {@return what orders have to keep} */
    public List<ListingFilter> filters() {
        return filters;
    }

    /** {@return precision, margins, fees and bounds} */
    public ListingTerms terms() {
        return terms;
    }

    /** {@return how the venue shows it} */
    public ListingDisplay display() {
        return display;
    }

    @Override
    public String toString() {
        return Fields.of("Listing")
                .with("venueSymbol", venueSymbol)
                .with("instrument", instrument)
                .with("pair", pair)
                .with("contractType", contractType)
                .with("status", status)
                .with("baseAsset", baseAsset)
                .with("quoteAsset", quoteAsset)
                .with("marginAsset", marginAsset)
                .with("underlyingType", underlyingType)
                .with("underlyingSubTypes", underlyingSubTypes)
                .with("listedAt", listedAt)
                .with("deliveryAt", deliveryAt)
                .with("orderTypes", orderTypes)
                .with("timesInForce", timesInForce)
                .with("filters", filters)
                .with("terms", terms)
                .with("display", display)
                .toString();
    }

    /** Collects the values of a {@link Listing}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable String venueSymbol;
        private @Nullable Instrument instrument;
        private @Nullable String pair;
        private @Nullable String contractType;
        private @Nullable String status;
        private @Nullable String baseAsset;
        private @Nullable String quoteAsset;
        private @Nullable String marginAsset;
        private @Nullable String underlyingType;
        private List<String> underlyingSubTypes = List.of();
        private @Nullable Instant listedAt;
        private @Nullable Instant deliveryAt;
        private List<String> orderTypes = List.of();
        private List<String> timesInForce = List.of();
        private List<ListingFilter> filters = List.of();
        private @Nullable ListingTerms terms;
        private @Nullable ListingDisplay display;

        private Builder() {}

        /**
         * Sets {@link Listing#venueSymbol()}.
         *
         * @param venueSymbol the value
         * @return this
         */
        public Builder venueSymbol(String venueSymbol) {
            this.venueSymbol = venueSymbol;
            return this;
        }

        /**
         * Sets {@link Listing#instrument()}.
         *
         * @param instrument null where it is absent
         * @return this
         */
        public Builder instrument(@Nullable Instrument instrument) {
            this.instrument = instrument;
            return this;
        }

        /**
         * Sets {@link Listing#pair()}.
         *
         * @param pair null where it is absent
         * @return this
         */
        public Builder pair(@Nullable String pair) {
            this.pair = pair;
            return this;
        }

        /**
         * Sets {@link Listing#contractType()}.
         *
         * @param contractType null where it is absent
         * @return this
         */
        public Builder contractType(@Nullable String contractType) {
            this.contractType = contractType;
            return this;
        }

        /**
         * Sets {@link Listing#status()}.
         *
         * @param status the value
         * @return this
         */
        public Builder status(String status) {
            this.status = status;
            return this;
        }

        /**
         * Sets {@link Listing#baseAsset()}.
         *
         * @param baseAsset the value
         * @return this
         */
        public Builder baseAsset(String baseAsset) {
            this.baseAsset = baseAsset;
            return this;
        }

        /**
         * Sets {@link Listing#quoteAsset()}.
         *
         * @param quoteAsset the value
         * @return this
         */
        public Builder quoteAsset(String quoteAsset) {
            this.quoteAsset = quoteAsset;
            return this;
        }

        /**
         * Sets {@link Listing#marginAsset()}.
         *
         * @param marginAsset null where it is absent
         * @return this
         */
        public Builder marginAsset(@Nullable String marginAsset) {
            this.marginAsset = marginAsset;
            return this;
        }

        /**
         * Sets {@link Listing#underlyingType()}.
         *
         * @param underlyingType null where it is absent
         * @return this
         */
        public Builder underlyingType(@Nullable String underlyingType) {
            this.underlyingType = underlyingType;
            return this;
        }

        /**
         * Sets {@link Listing#underlyingSubTypes()}.
         *
         * @param underlyingSubTypes the value
         * @return this
         */
        public Builder underlyingSubTypes(List<String> underlyingSubTypes) {
            this.underlyingSubTypes = underlyingSubTypes;
            return this;
        }

        /**
         * Sets {@link Listing#listedAt()}.
         *
         * @param listedAt null where it is absent
         * @return this
         */
        public Builder listedAt(@Nullable Instant listedAt) {
            this.listedAt = listedAt;
            return this;
        }

        /**
         * Sets {@link Listing#deliveryAt()}.
         *
         * @param deliveryAt null where it is absent
         * @return this
         */
        public Builder deliveryAt(@Nullable Instant deliveryAt) {
            this.deliveryAt = deliveryAt;
            return this;
        }

        /**
         * Sets {@link Listing#orderTypes()}.
         *
         * @param orderTypes the value
         * @return this
         */
        public Builder orderTypes(List<String> orderTypes) {
            this.orderTypes = orderTypes;
            return this;
        }

        /**
         * Sets {@link Listing#timesInForce()}.
         *
         * @param timesInForce the value
         * @return this
         */
        public Builder timesInForce(List<String> timesInForce) {
            this.timesInForce = timesInForce;
            return this;
        }

        /**
         * Sets {@link Listing#filters()}.
         *
         * @param filters the value
         * @return this
         */
        public Builder filters(List<ListingFilter> filters) {
            this.filters = filters;
            return this;
        }

        /**
         * Sets {@link Listing#terms()}.
         *
         * @param terms the value
         * @return this
         */
        public Builder terms(ListingTerms terms) {
            this.terms = terms;
            return this;
        }

        /**
         * Sets {@link Listing#display()}.
         *
         * @param display the value
         * @return this
         */
        public Builder display(ListingDisplay display) {
            this.display = display;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public Listing build() {
            return new Listing(this);
        }
    }
}
