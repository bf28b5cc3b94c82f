package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a history to read. Every page ascends by time. Immutable.
 *
 * @since 0.1
 */
public final class HistoryQuery {

    private final @Nullable Symbol symbol;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final @Nullable Integer limit;
    private final @Nullable String cursor;

    private HistoryQuery(Builder builder) {
        this.symbol = builder.symbol;
        this.from = builder.from;
        this.to = builder.to;
        this.limit = builder.limit;
        this.cursor = builder.cursor;
        if (limit != null && limit < 1) {
            throw NotSentException.invalid("limit " + limit + " of a history query is below 1");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw NotSentException.invalid("history query from " + from + " lies after its end " + to);
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
        builder.from = from;
        builder.to = to;
        builder.limit = limit;
        builder.cursor = cursor;
        return builder;
    }

    /**
     * Everything within the venue's default reach.
     *
     * @return a query without bounds
     */
    public static HistoryQuery all() {
        return builder().build();
    }

    /**
     * Everything of one instrument within the venue's default reach.
     *
     * @param symbol the instrument
     * @return a query for it
     */
    public static HistoryQuery of(Symbol symbol) {
        return builder().symbol(symbol).build();
    }

    /**
     * The instrument; some venues need one.
     *
     * @return the instrument; some venues need one; see above for absent
     */
    public Optional<Symbol> symbol() {
        return Optional.ofNullable(symbol);
    }

    /**
     * The earliest time, inclusive; absent means the venue's default reach.
     *
     * @return the earliest time, inclusive; absent means the venue's default reach; see above for absent
     */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /**
     * The latest time, inclusive; absent means now.
     *
     * @return the latest time, inclusive; absent means now; see above for absent
     */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /**
     * The largest number of items a page; absent means the venue's largest.
     *
     * @return the largest number of items a page; absent means the venue's largest; see above for absent
     */
    public Optional<Integer> limit() {
        return Optional.ofNullable(limit);
    }

    /**
     * Where the next page starts, as {@link Page#next()} gave it.
     *
     * @return where the next page starts, as {@link Page#next()} gave it; see above for absent
     */
    public Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }

    @Override
    public String toString() {
        return "HistoryQuery[" + "symbol=" + symbol + ", " + "from=" + from + ", " + "to=" + to + ", " + "limit="
                + limit + ", " + "cursor=" + cursor + "]";
    }

    /**
     * Collects the values of a {@link HistoryQuery}. Not for use by several threads.
     */
    public static final class Builder {

        private @Nullable Symbol symbol;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable Integer limit;
        private @Nullable String cursor;

        private Builder() {}

        /**
         * The instrument; some venues need one.
         *
         * @param symbol null where it is absent
         * @return this
         */
        public Builder symbol(@Nullable Symbol symbol) {
            this.symbol = symbol;
            return this;
        }

        /**
         * The earliest time, inclusive; absent means the venue's default reach.
         *
         * @param from null where it is absent
         * @return this
         */
        public Builder from(@Nullable Instant from) {
            this.from = from;
            return this;
        }

        /**
         * The latest time, inclusive; absent means now.
         *
         * @param to null where it is absent
         * @return this
         */
        public Builder to(@Nullable Instant to) {
            this.to = to;
            return this;
        }

        /**
         * The largest number of items a page; absent means the venue's largest.
         *
         * @param limit null where it is absent
         * @return this
         */
        public Builder limit(@Nullable Integer limit) {
            this.limit = limit;
            return this;
        }

        /**
         * Where the next page starts, as {@link Page#next()} gave it.
         *
         * @param cursor null where it is absent
         * @return this
         */
        public Builder cursor(@Nullable String cursor) {
            this.cursor = cursor;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public HistoryQuery build() {
            return new HistoryQuery(this);
        }
    }
}
