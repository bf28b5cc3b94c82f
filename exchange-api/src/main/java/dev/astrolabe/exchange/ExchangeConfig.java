package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is needed to open a client: which exchange, which environment, credentials by name, and options by name. Nothing is
 * read from the environment of the process. Immutable; {@link #toString()} shows no credential.
 *
 * @since 0.1
 */
public final class ExchangeConfig {

    private final ExchangeId exchange;
    private final Environment environment;
    private final String accountId;
    private final String accountName;
    private final Duration timeout;
    private final Map<String, Secret> credentials;
    private final Map<String, String> options;

    private ExchangeConfig(Builder builder) {
        this.exchange = builder.exchange;
        this.environment = builder.environment;
        this.accountId = builder.accountId;
        this.accountName = builder.accountName.isEmpty() ? builder.accountId : builder.accountName;
        this.timeout = builder.timeout;
        this.credentials = Map.copyOf(builder.credentials);
        this.options = Map.copyOf(builder.options);
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw NotSentException.invalid("timeout " + timeout + " is not above zero and at most 5 minutes");
        }
    }

    /**
     * Starts a configuration.
     *
     * @param exchange name of the exchange, such as {@code asterdex}
     * @return a builder
     */
    public static Builder builder(String exchange) {
        return new Builder(new ExchangeId(exchange));
    }

    /**
     * Starts from this configuration.
     *
     * @return a builder with the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder(exchange);
        builder.environment = environment;
        builder.accountId = accountId;
        builder.accountName = accountName;
        builder.timeout = timeout;
        builder.credentials.putAll(credentials);
        builder.options.putAll(options);
        return builder;
    }

    /**
     * The exchange.
     *
     * @return its id
     */
    public ExchangeId exchange() {
        return exchange;
    }

    /**
     * Whether real money is at stake.
     *
     * @return the environment; LIVE unless set
     */
    public Environment environment() {
        return environment;
    }

    /**
     * The application's id of the account.
     *
     * @return the id; {@code main} unless set
     */
    public String accountId() {
        return accountId;
    }

    /**
     * The application's name of the account.
     *
     * @return the name; the id unless set
     */
    public String accountName() {
        return accountName;
    }

    /**
     * How long one request may take from its first byte to the last of its answer.
     *
     * @return the time; 10 seconds unless set
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * A credential.
     *
     * @param name such as {@code apiKey}
     * @return the secret; empty where none was given
     */
    public Optional<Secret> credential(String name) {
        return Optional.ofNullable(credentials.get(name));
    }

    /**
     * The credentials.
     *
     * @return an unmodifiable map by name; the values never show themselves
     */
    public Map<String, Secret> credentials() {
        return credentials;
    }

    /**
     * An option.
     *
     * @param name such as {@code baseUrl}
     * @return its text; empty where none was given
     */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * The options.
     *
     * @return an unmodifiable map by name
     */
    public Map<String, String> options() {
        return options;
    }

    /** Shows the names of the credentials and none of their values. */
    @Override
    public String toString() {
        return "ExchangeConfig[" + exchange + " " + environment + ", account=" + accountId + ", credentials="
                + new TreeMap<>(credentials).keySet() + ", options=" + new TreeMap<>(options) + "]";
    }

    /** Collects the values of an {@link ExchangeConfig}. Not for use by several threads. */
    public static final class Builder {
        private final ExchangeId exchange;
        private final Map<String, Secret> credentials = new TreeMap<>();
        private final Map<String, String> options = new TreeMap<>();
        private Environment environment = Environment.LIVE;
        private String accountId = "main";
        private String accountName = "";
        private Duration timeout = Duration.ofSeconds(10);

        private Builder(ExchangeId exchange) {
            this.exchange = exchange;
        }

        /**
         * Sets the environment.
         *
         * @param value LIVE or DEMO
         * @return this
         */
        public Builder environment(Environment value) {
            environment = Objects.requireNonNull(value, "environment");
            return this;
        }

        /**
         * Names the account for snapshots and logs.
         *
         * @param id the application's id of it
         * @param name the application's name of it
         * @return this
         */
        public Builder account(String id, String name) {
            accountId = Objects.requireNonNull(id, "id");
            accountName = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets how long one request may take.
         *
         * @param value above zero, at most 5 minutes
         * @return this
         */
        public Builder timeout(Duration value) {
            timeout = Objects.requireNonNull(value, "timeout");
            return this;
        }

        /**
         * Adds a credential.
         *
         * @param name such as {@code apiKey}
         * @param value its text
         * @return this
         * @throws NotSentException if it is empty or has blanks around it
         */
        public Builder credential(String name, CharSequence value) {
            credentials.put(name, Secret.of(name, value));
            return this;
        }

        /**
         * Adds an option.
         *
         * @param name such as {@code baseUrl}
         * @param value its text
         * @return this
         */
        public Builder option(String name, String value) {
            options.put(name, Objects.requireNonNull(value, name));
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return it
         * @throws NotSentException if a value is out of its range
         */
        public ExchangeConfig build() {
            return new ExchangeConfig(this);
        }
    }
}
