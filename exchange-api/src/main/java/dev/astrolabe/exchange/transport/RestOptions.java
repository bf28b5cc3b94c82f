package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * How a {@link RestClient} behaves. Immutable.
 *
 * @since 0.1
 */
public final class RestOptions {

    private final Duration timeout;
    private final Duration connectTimeout;
    private final int readAttempts;
    private final Duration backoff;
    private final Duration maxBackoff;
    private final Duration rateLimitPause;
    private final Duration resyncAfter;
    private final int maxBodyBytes;
    private final RateLimiter limiter;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    private RestOptions(Builder builder) {
        this.timeout = builder.timeout;
        this.connectTimeout = builder.connectTimeout;
        this.readAttempts = builder.readAttempts;
        this.backoff = builder.backoff;
        this.maxBackoff = builder.maxBackoff;
        this.rateLimitPause = builder.rateLimitPause;
        this.resyncAfter = builder.resyncAfter;
        this.maxBodyBytes = builder.maxBodyBytes;
        this.limiter = builder.limiter;
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.random = builder.random;
    }

    /**
     * Starts from the defaults.
     *
     * @param limiter keeps the calls within the venue's limits; shared by all clients that the venue counts together
     * @return a builder
     */
    public static Builder builder(RateLimiter limiter) {
        return new Builder(limiter);
    }

    /**
     * Starts from these options.
     *
     * @return a builder with the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder(limiter);
        builder.timeout = timeout;
        builder.connectTimeout = connectTimeout;
        builder.readAttempts = readAttempts;
        builder.backoff = backoff;
        builder.maxBackoff = maxBackoff;
        builder.rateLimitPause = rateLimitPause;
        builder.resyncAfter = resyncAfter;
        builder.maxBodyBytes = maxBodyBytes;
        builder.clock = clock;
        builder.sleeper = sleeper;
        builder.random = random;
        return builder;
    }

    /**
     * How long one attempt may take, connecting included.
     *
     * @return the time; 10 seconds unless set
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * How long connecting may take.
     *
     * @return the time; 5 seconds unless set
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * How often a read is tried in all. Mutations are tried once, always.
     *
     * @return the number, from 1; 3 unless set
     */
    public int readAttempts() {
        return readAttempts;
    }

    /**
     * The pause before a read's second attempt; it doubles with each further one, and half of it is random.
     *
     * @return the pause; 250 ms unless set
     */
    public Duration backoff() {
        return backoff;
    }

    /**
     * The longest pause between two attempts of a read.
     *
     * @return the pause; 5 seconds unless set
     */
    public Duration maxBackoff() {
        return maxBackoff;
    }

    /**
     * How long to stop after a rate limit for which the venue named no time.
     *
     * @return the pause; 1 minute unless set
     */
    public Duration rateLimitPause() {
        return rateLimitPause;
    }

    /**
     * How long a sample of the venue's clock serves.
     *
     * @return the time; 30 minutes unless set
     */
    public Duration resyncAfter() {
        return resyncAfter;
    }

    /**
     * How large an answer may be, unpacked.
     *
     * @return the number of bytes; 32 MiB unless set
     */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * What keeps the calls within the venue's limits.
     *
     * @return the limiter
     */
    public RateLimiter limiter() {
        return limiter;
    }

    /**
     * This machine's clock.
     *
     * @return the clock; the system's unless set
     */
    public Clock clock() {
        return clock;
    }

    /**
     * How pauses between attempts are done.
     *
     * @return the sleeper; in real time unless set
     */
    public Sleeper sleeper() {
        return sleeper;
    }

    /**
     * Where jitter comes from.
     *
     * @return the source, safe for any thread
     */
    public RandomGenerator random() {
        return random;
    }

    /** Collects the values of {@link RestOptions}. Not for use by several threads. */
    public static final class Builder {

        private static final int MAX_ATTEMPTS = 10;

        private final RateLimiter limiter;
        private Duration timeout = Duration.ofSeconds(10);
        private Duration connectTimeout = Duration.ofSeconds(5);
        private int readAttempts = 3;
        private Duration backoff = Duration.ofMillis(250);
        private Duration maxBackoff = Duration.ofSeconds(5);
        private Duration rateLimitPause = Duration.ofMinutes(1);
        private Duration resyncAfter = Duration.ofMinutes(30);
        private int maxBodyBytes = 32 << 20;
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.system();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

        private Builder(RateLimiter limiter) {
            this.limiter = Objects.requireNonNull(limiter, "limiter");
        }

        /**
         * Sets how long one attempt may take, connecting included.
         *
         * @param value above zero
         * @return this
         */
        public Builder timeout(Duration value) {
            timeout = positive("timeout", value);
            return this;
        }

        /**
         * Sets how long connecting may take.
         *
         * @param value above zero
         * @return this
         */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive("connect timeout", value);
            return this;
        }

        /**
         * Sets how often a read is tried in all.
         *
         * @param value from 1 to 10
         * @return this
         */
        public Builder readAttempts(int value) {
            if (value < 1 || value > MAX_ATTEMPTS) {
                throw new IllegalArgumentException("read attempts " + value + " are not from 1 to " + MAX_ATTEMPTS);
            }
            readAttempts = value;
            return this;
        }

        /**
         * Sets the pauses between the attempts of a read.
         *
         * @param first the first, above zero
         * @param longest the longest, not below the first
         * @return this
         */
        public Builder backoff(Duration first, Duration longest) {
            backoff = positive("first backoff", first);
            if (longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("longest backoff " + longest + " is below the first, " + first);
            }
            maxBackoff = longest;
            return this;
        }

        /**
         * Sets how long to stop after a rate limit for which the venue named no time.
         *
         * @param value above zero
         * @return this
         */
        public Builder rateLimitPause(Duration value) {
            rateLimitPause = positive("rate limit pause", value);
            return this;
        }

        /**
         * Sets how long a sample of the venue's clock serves.
         *
         * @param value above zero
         * @return this
         */
        public Builder resyncAfter(Duration value) {
            resyncAfter = positive("time until the next clock sample", value);
            return this;
        }

        /**
         * Sets how large an answer may be, unpacked.
         *
         * @param value from 1
         * @return this
         */
        public Builder maxBodyBytes(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("largest body " + value + " is below 1 byte");
            }
            maxBodyBytes = value;
            return this;
        }

        /**
         * Sets this machine's clock.
         *
         * @param value the clock
         * @return this
         */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * Sets how pauses between attempts are done.
         *
         * @param value the sleeper
         * @return this
         */
        public Builder sleeper(Sleeper value) {
            sleeper = Objects.requireNonNull(value, "sleeper");
            return this;
        }

        /**
         * Sets where jitter comes from.
         *
         * @param value a source that is safe for any thread
         * @return this
         */
        public Builder random(RandomGenerator value) {
            random = Objects.requireNonNull(value, "random");
            return this;
        }

        private static Duration positive(String name, Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(name + " " + value + " is not above zero");
            }
            return value;
        }

        /**
         * Makes the options.
         *
         * @return them
         */
        public RestOptions build() {
            return new RestOptions(this);
        }
    }
}
