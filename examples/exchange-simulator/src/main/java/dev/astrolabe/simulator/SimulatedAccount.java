package dev.astrolabe.simulator;

import dev.astrolabe.exchange.Secret;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An account that the simulator opens on each venue for which it has credentials: the same first deposit on each.
 *
 * @since 0.1
 */
public final class SimulatedAccount {

    /**
     * An AsterDex v1 key.
     *
     * @param key what requests carry in X-MBX-APIKEY
     * @param secret what signs them
     */
    public record HmacKey(String key, Secret secret) {

        /** Without the key. */
        @Override
        public String toString() {
            return "HmacKey[…]";
        }
    }

    /**
     * An AsterDex v3 wallet and the agent that signs for it.
     *
     * @param user the main wallet's address, in lower case
     * @param signer the agent's address, in lower case
     */
    public record Wallet(String user, String signer) {}

    /**
     * An OKX key.
     *
     * @param key what requests carry in OK-ACCESS-KEY
     * @param secret what signs them
     * @param passphrase what they carry in OK-ACCESS-PASSPHRASE
     * @param permissions among {@code read_only}, {@code trade}, {@code withdraw}
     */
    public record OkxKey(String key, Secret secret, Secret passphrase, Set<String> permissions) {

        /** Without the key. */
        @Override
        public String toString() {
            return "OkxKey[" + permissions + "]";
        }
    }

    private final String id;
    private final Map<String, BigDecimal> deposits;
    private final Optional<HmacKey> hmac;
    private final Optional<Wallet> wallet;
    private final Optional<OkxKey> okx;

    private SimulatedAccount(Builder builder) {
        this.id = builder.id;
        this.deposits = Map.copyOf(builder.deposits);
        this.hmac = Optional.ofNullable(builder.hmac);
        this.wallet = Optional.ofNullable(builder.wallet);
        this.okx = Optional.ofNullable(builder.okx);
    }

    /**
     * Starts one.
     *
     * @param id what the control port and the journal call it
     * @return a builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * What the control port and the journal call it.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The first deposits.
     *
     * @return amounts by asset
     */
    public Map<String, BigDecimal> deposits() {
        return deposits;
    }

    /**
     * Its AsterDex v1 key.
     *
     * @return empty where it has none
     */
    public Optional<HmacKey> hmac() {
        return hmac;
    }

    /**
     * Its AsterDex v3 wallet and agent.
     *
     * @return empty where it has none
     */
    public Optional<Wallet> wallet() {
        return wallet;
    }

    /**
     * Its OKX key.
     *
     * @return empty where it has none
     */
    public Optional<OkxKey> okx() {
        return okx;
    }

    /** Without its credentials. */
    @Override
    public String toString() {
        return "SimulatedAccount[" + id + "]";
    }

    /** Collects an account. Not for use by several threads. */
    public static final class Builder {

        private final String id;
        private final Map<String, BigDecimal> deposits = new LinkedHashMap<>();
        private @Nullable HmacKey hmac;
        private @Nullable Wallet wallet;
        private @Nullable OkxKey okx;

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * A first deposit.
         *
         * @param asset such as {@code USDT}
         * @param amount above 0
         * @return this
         */
        public Builder deposit(String asset, BigDecimal amount) {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException(
                        "deposit of " + amount.toPlainString() + " " + asset + " is not above 0");
            }
            deposits.merge(asset, amount, BigDecimal::add);
            return this;
        }

        /**
         * Opens it on AsterDex with a v1 key.
         *
         * @param key the API key
         * @param secret its secret
         * @return this
         */
        public Builder hmac(String key, String secret) {
            hmac = new HmacKey(key, Secret.of("secret", secret));
            return this;
        }

        /**
         * Opens it on AsterDex with a v3 wallet.
         *
         * @param user the main wallet's address
         * @param signer the address of the agent that signs
         * @return this
         */
        public Builder wallet(String user, String signer) {
            wallet = new Wallet(user.toLowerCase(Locale.ROOT), signer.toLowerCase(Locale.ROOT));
            return this;
        }

        /**
         * Opens it on OKX with a key that may read and trade.
         *
         * @param key the API key
         * @param secret its secret
         * @param passphrase its passphrase
         * @return this
         */
        public Builder okx(String key, String secret, String passphrase) {
            return okx(key, secret, passphrase, Set.of("read_only", "trade"));
        }

        /**
         * Opens it on OKX.
         *
         * @param key the API key
         * @param secret its secret
         * @param passphrase its passphrase
         * @param permissions among {@code read_only}, {@code trade}, {@code withdraw}
         * @return this
         */
        public Builder okx(String key, String secret, String passphrase, Set<String> permissions) {
            if (!List.of("read_only", "trade", "withdraw").containsAll(permissions)) {
                throw new IllegalArgumentException(
                        "permissions " + permissions + " are not among read_only, trade and withdraw");
            }
            okx = new OkxKey(
                    key,
                    Secret.of("secret", secret),
                    Secret.of("passphrase", passphrase),
                    Set.copyOf(new TreeSet<>(permissions)));
            return this;
        }

        /**
         * Done.
         *
         * @return the account
         */
        public SimulatedAccount build() {
            return new SimulatedAccount(this);
        }
    }
}
