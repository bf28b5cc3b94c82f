package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How a {@link StreamHub} behaves. Immutable.
 *
 * @since 0.1
 */
public final class SocketOptions {

    private final int maxChannels;
    private final int channelsPerMessage;
    private final Duration messagePause;
    private final int messagesPerHour;
    private final Duration connectPause;
    private final Duration connectTimeout;
    private final Duration probeAfter;
    private final Duration probeTimeout;
    private final Duration maxAge;
    private final Duration overlap;
    private final Duration backoff;
    private final Duration maxBackoff;
    private final Clock clock;
    private final RandomGenerator random;

    private SocketOptions(Builder builder) {
        this.maxChannels = builder.maxChannels;
        this.channelsPerMessage = builder.channelsPerMessage;
        this.messagePause = builder.messagePause;
        this.messagesPerHour = builder.messagesPerHour;
        this.connectPause = builder.connectPause;
        this.connectTimeout = builder.connectTimeout;
        this.probeAfter = builder.probeAfter;
        this.probeTimeout = builder.probeTimeout;
        this.maxAge = builder.maxAge;
        this.overlap = builder.overlap;
        this.backoff = builder.backoff;
        this.maxBackoff = builder.maxBackoff;
        this.clock = builder.clock;
        this.random = builder.random;
    }

    /**
     * Options as production wants them, unless set otherwise.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many channels a connection carries at most; from 1.
     *
     * @return the number
     */
    public int maxChannels() {
        return maxChannels;
    }

    /**
     * How many channels one message subscribes at most; from 1.
     *
     * @return the number
     */
    public int channelsPerMessage() {
        return channelsPerMessage;
    }

    /**
     * The least time between two messages to the venue on one connection.
     *
     * @return the time
     */
    public Duration messagePause() {
        return messagePause;
    }

    /**
     * How many messages may go over one connection within an hour, without probes; from 1.
     *
     * @return the number
     */
    public int messagesPerHour() {
        return messagesPerHour;
    }

    /**
     * The least time between the beginnings of two connections.
     *
     * @return the time; zero where there is no limit
     */
    public Duration connectPause() {
        return connectPause;
    }

    /**
     * How long a connection and its subscriptions may take to stand.
     *
     * @return the time
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * After how much silence on a connection the venue is probed.
     *
     * @return the time
     */
    public Duration probeAfter() {
        return probeAfter;
    }

    /**
     * How long a probe may stay without anything coming before the connection counts as dead.
     *
     * @return the time
     */
    public Duration probeTimeout() {
        return probeTimeout;
    }

    /**
     * At which age a connection is replaced, before the venue would cut it.
     *
     * @return the time
     */
    public Duration maxAge() {
        return maxAge;
    }

    /**
     * How long an old connection runs beside the one that replaces it.
     *
     * @return the time
     */
    public Duration overlap() {
        return overlap;
    }

    /**
     * The first pause before a new attempt to connect; it doubles and is jittered.
     *
     * @return the time
     */
    public Duration backoff() {
        return backoff;
    }

    /**
     * The longest such pause; there is no last attempt.
     *
     * @return the time
     */
    public Duration maxBackoff() {
        return maxBackoff;
    }

    /**
     * This machine's clock, by which all times above are measured.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * What jitters pauses.
     *
     * @return the source of randomness
     */
    public RandomGenerator random() {
        return random;
    }

    /** Builds options. Not safe for use by several threads. */
    public static final class Builder {
        private int maxChannels = 200;
        private int channelsPerMessage = 50;
        private Duration messagePause = Duration.ofMillis(250);
        private int messagesPerHour = Integer.MAX_VALUE;
        private Duration connectPause = Duration.ZERO;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration probeAfter = Duration.ofSeconds(30);
        private Duration probeTimeout = Duration.ofSeconds(10);
        private Duration maxAge = Duration.ofHours(23);
        private Duration overlap = Duration.ofSeconds(5);
        private Duration backoff = Duration.ofMillis(500);
        private Duration maxBackoff = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = RandomGenerator.getDefault();

        private Builder() {}

        /**
         * Sets how many channels a connection carries at most; from 1.
         *
         * @param value the number
         * @return this builder
         */
        public Builder maxChannels(int value) {
            this.maxChannels = atLeastOne("maxChannels", value);
            return this;
        }

        /**
         * Sets how many channels one message subscribes at most; from 1, which suits a venue that answers for each channel.
         *
         * @param value the number
         * @return this builder
         */
        public Builder channelsPerMessage(int value) {
            this.channelsPerMessage = atLeastOne("channelsPerMessage", value);
            return this;
        }

        /**
         * Sets the least time between two messages to the venue on one connection.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder messagePause(Duration value) {
            this.messagePause = aboveZero("messagePause", value);
            return this;
        }

        /**
         * Sets how many messages may go over one connection within an hour, without probes. Unless set there is no limit.
         *
         * @param value the number, from 1
         * @return this builder
         */
        public Builder messagesPerHour(int value) {
            this.messagesPerHour = atLeastOne("messagesPerHour", value);
            return this;
        }

        /**
         * Sets the least time between the beginnings of two connections.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder connectPause(Duration value) {
            this.connectPause = aboveZero("connectPause", value);
            return this;
        }

        /**
         * Sets how long a connection and its subscriptions may take to stand.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder connectTimeout(Duration value) {
            this.connectTimeout = aboveZero("connectTimeout", value);
            return this;
        }

        /**
         * Sets after how much silence on a connection the venue is probed.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder probeAfter(Duration value) {
            this.probeAfter = aboveZero("probeAfter", value);
            return this;
        }

        /**
         * Sets how long a probe may stay without anything coming before the connection counts as dead.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder probeTimeout(Duration value) {
            this.probeTimeout = aboveZero("probeTimeout", value);
            return this;
        }

        /**
         * Sets at which age a connection is replaced, before the venue would cut it.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder maxAge(Duration value) {
            this.maxAge = aboveZero("maxAge", value);
            return this;
        }

        /**
         * Sets how long an old connection runs beside the one that replaces it.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder overlap(Duration value) {
            this.overlap = aboveZero("overlap", value);
            return this;
        }

        /**
         * Sets the first pause before a new attempt to connect; it doubles and is jittered.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder backoff(Duration value) {
            this.backoff = aboveZero("backoff", value);
            return this;
        }

        /**
         * Sets the longest such pause; there is no last attempt.
         *
         * @param value the time, above zero
         * @return this builder
         */
        public Builder maxBackoff(Duration value) {
            this.maxBackoff = aboveZero("maxBackoff", value);
            return this;
        }

        /**
         * Sets this machine's clock.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * Sets what jitters pauses.
         *
         * @param value the source of randomness
         * @return this builder
         */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "random");
            return this;
        }

        /**
         * The options.
         *
         * @return the options
         */
        public SocketOptions build() {
            return new SocketOptions(this);
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " " + value + " is below 1");
            }
            return value;
        }

        private static Duration aboveZero(String name, Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(name + " " + value + " is not above zero");
            }
            return value;
        }
    }
}
