package dev.astrolabe.aster.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue's answer to a strategy. Accepted is not at work: a failure code says what went wrong (docs: futures v3, "Place
 * Strategy Order"). Immutable.
 *
 * @since 0.1
 */
public final class StrategyAck {

    private final long strategyId;
    private final String clientStrategyId;
    private final StrategyType type;
    private final String rawType;
    private final StrategyStatus status;
    private final String rawStatus;
    private final @Nullable Integer failureCode;
    private final @Nullable String failureReason;
    private final @Nullable Instant updatedAt;

    private StrategyAck(Builder builder) {
        this.strategyId = builder.strategyId;
        this.clientStrategyId = Objects.requireNonNull(builder.clientStrategyId, "clientStrategyId");
        this.type = Objects.requireNonNull(builder.type, "type");
        this.rawType = Objects.requireNonNull(builder.rawType, "rawType");
        this.status = Objects.requireNonNull(builder.status, "status");
        this.rawStatus = Objects.requireNonNull(builder.rawStatus, "rawStatus");
        this.failureCode = builder.failureCode;
        this.failureReason = builder.failureReason;
        this.updatedAt = builder.updatedAt;
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
     * The venue's id of the strategy.
     *
     * @return the id
     */
    public long strategyId() {
        return strategyId;
    }

    /**
     * The id that its sender gave it.
     *
     * @return the id
     */
    public String clientStrategyId() {
        return clientStrategyId;
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
     * The venue's own word for the type.
     *
     * @return the word
     */
    public String rawType() {
        return rawType;
    }

    /**
     * Where it stands.
     *
     * @return the status
     */
    public StrategyStatus status() {
        return status;
    }

    /**
     * The venue's own word for the status.
     *
     * @return the word
     */
    public String rawStatus() {
        return rawStatus;
    }

    /**
     * The code of what went wrong.
     *
     * @return the code; empty where nothing did
     */
    public Optional<Integer> failureCode() {
        return Optional.ofNullable(failureCode);
    }

    /**
     * What went wrong, in the venue's words.
     *
     * @return the words; empty where nothing did
     */
    public Optional<String> failureReason() {
        return Optional.ofNullable(failureReason);
    }

    /**
     * When it last changed.
     *
     * @return the time; empty where the answer does not say
     */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return "StrategyAck[" + strategyId + " clientId=" + clientStrategyId + " " + rawType + " " + rawStatus
                + (failureCode == null ? "" : " failed " + failureCode + ": " + failureReason) + "]";
    }

    /** Collects the values of a {@link StrategyAck}. Not for use by several threads. */
    public static final class Builder {

        private long strategyId;
        private @Nullable String clientStrategyId;
        private @Nullable StrategyType type;
        private @Nullable String rawType;
        private @Nullable StrategyStatus status;
        private @Nullable String rawStatus;
        private @Nullable Integer failureCode;
        private @Nullable String failureReason;
        private @Nullable Instant updatedAt;

        private Builder() {}

        /**
         * The venue's id of the strategy.
         *
         * @param strategyId the value
         * @return this
         */
        public Builder strategyId(long strategyId) {
            this.strategyId = strategyId;
            return this;
        }

        /**
         * The id that its sender gave it.
         *
         * @param clientStrategyId the value
         * @return this
         */
        public Builder clientStrategyId(String clientStrategyId) {
            this.clientStrategyId = clientStrategyId;
            return this;
        }

        /**
         * How its orders hang together.
         *
         * @param type the value
         * @return this
         */
        public Builder type(StrategyType type) {
            this.type = type;
            return this;
        }

        /**
         * The venue's own word for the type.
         *
         * @param rawType the value
         * @return this
         */
        public Builder rawType(String rawType) {
            this.rawType = rawType;
            return this;
        }

        /**
         * Where it stands.
         *
         * @param status the value
         * @return this
         */
        public Builder status(StrategyStatus status) {
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
         * The code of what went wrong.
         *
         * @param failureCode null where it is absent
         * @return this
         */
        public Builder failureCode(@Nullable Integer failureCode) {
            this.failureCode = failureCode;
            return this;
        }

        /**
         * What went wrong, in the venue's words.
         *
         * @param failureReason null where it is absent
         * @return this
         */
        public Builder failureReason(@Nullable String failureReason) {
            this.failureReason = failureReason;
            return this;
        }

        /**
         * When it last changed.
         *
         * @param updatedAt null where it is absent
         * @return this
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return it
         * @throws NullPointerException naming a required value that is missing
         */
        public StrategyAck build() {
            return new StrategyAck(this);
        }
    }
}
