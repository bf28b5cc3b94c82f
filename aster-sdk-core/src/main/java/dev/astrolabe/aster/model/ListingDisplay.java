package dev.astrolabe.aster.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the venue shows and sorts a listing. All of it was seen live and is not documented. Immutable.
 *
 * @since 0.1
 */
public final class ListingDisplay {

    private final @Nullable String name;
    private final @Nullable String channel;
    private final @Nullable Integer sequenceNumber;
    private final @Nullable Integer symbolType;
    private final @Nullable Integer tradingMode;
    private final @Nullable Instant createdAt;

    private ListingDisplay(Builder builder) {
        this.name = builder.name;
        this.channel = builder.channel;
        this.sequenceNumber = builder.sequenceNumber;
        this.symbolType = builder.symbolType;
        this.tradingMode = builder.tradingMode;
        this.createdAt = builder.createdAt;
    }

    /**
     * Starts an empty one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the name of the base, such as Bitcoin; empty where the venue does not say} */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** {@return where it is shown, a text of the venue; empty where the venue does not say} */
    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    /** {@return its place among the others; empty where the venue does not say} */
    public Optional<Integer> sequenceNumber() {
        return Optional.ofNullable(sequenceNumber);
    }

    /** {@return a kind, as a number; empty where the venue does not say} */
    public Optional<Integer> symbolType() {
        return Optional.ofNullable(symbolType);
    }

    /** {@return a mode, as a number; empty where the venue does not say} */
    public Optional<Integer> tradingMode() {
        return Optional.ofNullable(tradingMode);
    }

    /** {@return when the venue made the entry; empty where the venue does not say} */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    @Override
    public String toString() {
        return Fields.of("ListingDisplay")
                .with("name", name)
                .with("channel", channel)
                .with("sequenceNumber", sequenceNumber)
                .with("symbolType", symbolType)
                .with("tradingMode", tradingMode)
                .with("createdAt", createdAt)
                .toString();
    }

    /** Collects the values of a {@link ListingDisplay}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable String channel;
        private @Nullable Integer sequenceNumber;
        private @Nullable Integer symbolType;
        private @Nullable Integer tradingMode;
        private @Nullable Instant createdAt;

        private Builder() {}

        /**
         * Sets {@link ListingDisplay#name()}.
         *
         * @param name null where it is absent
         * @return this
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets {@link ListingDisplay#channel()}.
         *
         * @param channel null where it is absent
         * @return this
         */
        public Builder channel(@Nullable String channel) {
            this.channel = channel;
            return this;
        }

        /**
         * Sets {@link ListingDisplay#sequenceNumber()}.
         *
         * @param sequenceNumber null where it is absent
         * @return this
         */
        public Builder sequenceNumber(@Nullable Integer sequenceNumber) {
            this.sequenceNumber = sequenceNumber;
            return this;
        }

        /**
         * Sets {@link ListingDisplay#symbolType()}.
         *
         * @param symbolType null where it is absent
         * @return this
         */
        public Builder symbolType(@Nullable Integer symbolType) {
            this.symbolType = symbolType;
            return this;
        }

        /**
         * Sets {@link ListingDisplay#tradingMode()}.
         *
         * @param tradingMode null where it is absent
         * @return this
         */
        public Builder tradingMode(@Nullable Integer tradingMode) {
            this.tradingMode = tradingMode;
            return this;
        }

        /**
         * Sets {@link ListingDisplay#createdAt()}.
         *
         * @param createdAt null where it is absent
         * @return this
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         */
        public ListingDisplay build() {
            return new ListingDisplay(this);
        }
    }
}
