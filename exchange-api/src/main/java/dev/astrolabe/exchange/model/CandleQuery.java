package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which candles to read. Every page ascends by time. Immutable.
 *
 * @since 0.1
 */
public final class CandleQuery {

    private final Symbol symbol;
    private final CandleInterval interval;
    private final PriceKind kind;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final @Nullable Integer limit;

    private CandleQuery(Builder builder) {
        this.symbol = Objects.requireNonNull(builder.symbol, "symbol");
        this.interval = Objects.requireNonNull(builder.interval, "interval");
        this.kind = builder.kind;
        this.from = builder.from;
        this.to = builder.to;
        this.limit = builder.limit;
        if (limit != null && limit < 1) {
            throw NotSentException.invalid("limit " + limit + " of a candle query is below 1");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw NotSentException.invalid("candle query from " + from + " lies after its end " + to);
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
        builder.symbol = symbol;
        builder.interval = interval;
        builder.kind = kind;
        builder.from = from;
        builder.to = to;
        builder.limit = limit;
        return builder;
    }

    /**
     * The newest candles of an instrument.
     *
     * @param symbol the instrument
     * @param interval the length of a candle
     * @return a query for them
     */
    public static CandleQuery of(Symbol symbol, CandleInterval interval) {
        return builder().symbol(symbol).interval(interval).build();
    }

    /**
     * The instrument.
     *
     * @return the instrument
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The length of a candle.
     *
     * @return the length of a candle
     */
    public CandleInterval interval() {
        return interval;
    }

    /**
     * Which price the candles are made of.
     *
     * @return which price the candles are made of
     */
    public PriceKind kind() {
        return kind;
    }

    /**
     * The earliest opening time, inclusive; absent means the newest candles.
     *
     * @return the earliest opening time, inclusive; absent means the newest candles; see above for absent
     */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /**
     * The latest opening time, inclusive; absent means now.
     *
     * @return the latest opening time, inclusive; absent means now; see above for absent
     */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /**
     * The largest number of candles a page; absent means the venue's largest.
     *
     * @return the largest number of candles a page; absent means the venue's largest; see above for absent
     */
    public Optional<Integer> limit() {
        return Optional.ofNullable(limit);
    }

    @Override
    public String toString() {
        return "CandleQuery[" + "symbol=" + symbol + ", " + "interval=" + interval + ", " + "kind=" + kind + ", "
                + "from=" + from + ", " + "to=" + to + ", " + "limit=" + limit + "]";
    }

    /**
     * Collects the values of a {@link CandleQuery}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable CandleInterval interval;
        private PriceKind kind = PriceKind.LAST;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable Integer limit;

        private Builder() {}

        /**
         * The instrument.
         *
         * @param symbol the value
         * @return this
         */
        public Builder symbol(Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * The length of a candle.
         *
         * @param interval the value
         * @return this
         */
        public Builder interval(CandleInterval interval) {
            this.interval = interval;
            return this;
        }

        /**
         * Which price the candles are made of.
         *
         * @param kind the value
         * @return this
         */
        public Builder kind(PriceKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * The earliest opening time, inclusive; absent means the newest candles.
         *
         * @param from null where it is absent
         * @return this
         */
        public Builder from(@Nullable Instant from) {
            this.from = from;
            return this;
        }

        /**
         * The latest opening time, inclusive; absent means now.
         *
         * @param to null where it is absent
         * @return this
         */
        public Builder to(@Nullable Instant to) {
            this.to = to;
            return this;
        }

        /**
         * The largest number of candles a page; absent means the venue's largest.
         *
         * @param limit null where it is absent
         * @return this
         */
        public Builder limit(@Nullable Integer limit) {
            this.limit = limit;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public CandleQuery build() {
            return new CandleQuery(this);
        }
    }
}
