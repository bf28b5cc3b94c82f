package dev.astrolabe.simulator;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account's id and credentials from a properties file or from the environment: never from arguments, which everybody on the
 * machine can list. In the environment, {@code okx.secret} is {@code SIMULATOR_OKX_SECRET}.
 */
final class AccountReader {

    private static final String PREFIX = "SIMULATOR_";
    private static final Set<String> NAMES = Set.of(
            "id",
            "aster.key",
            "aster.secret",
            "aster.user",
            "aster.signer",
            "okx.key",
            "okx.secret",
            "okx.passphrase",
            "okx.permissions");
    private static final String DEFAULT_ID = "main";

    private final Function<String, Optional<String>> values;

    private AccountReader(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /**
     * An account of a file.
     *
     * @throws IllegalArgumentException naming the file and what cannot be used; no value of it
     */
    static SimulatedAccount ofFile(Path file, Map<String, BigDecimal> deposits) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("account file " + file + " cannot be read: " + e.getMessage(), e);
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "account file " + file + " has unknown names " + unknown + "; known are " + new TreeSet<>(NAMES));
        }
        try {
            return new AccountReader(name -> present(properties.getProperty(name))).account(deposits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("account file " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * An account of environment variables; empty where none of them is set.
     *
     * @throws IllegalArgumentException naming the variables that cannot be used; no value of them
     */
    static Optional<SimulatedAccount> ofEnvironment(Map<String, String> environment, Map<String, BigDecimal> deposits) {
        AccountReader reader = new AccountReader(name -> present(environment.get(variable(name))));
        if (NAMES.stream().noneMatch(name -> reader.values.apply(name).isPresent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.account(deposits));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("environment variables " + PREFIX + "…: " + e.getMessage(), e);
        }
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
    }

    private SimulatedAccount account(Map<String, BigDecimal> deposits) {
        SimulatedAccount.Builder account =
                SimulatedAccount.builder(values.apply("id").orElse(DEFAULT_ID));
        deposits.forEach(account::deposit);
        boolean key = all("aster.key", "aster.secret");
        if (key) {
            account.hmac(value("aster.key"), value("aster.secret"));
        }
        boolean wallet = all("aster.user", "aster.signer");
        if (wallet) {
            account.wallet(value("aster.user"), value("aster.signer"));
        }
        boolean okx = all("okx.key", "okx.secret", "okx.passphrase");
        if (okx) {
            account.okx(value("okx.key"), value("okx.secret"), value("okx.passphrase"), permissions());
        }
        if (!key && !wallet && !okx) {
            throw new IllegalArgumentException("there are no credentials: neither aster.key and aster.secret,"
                    + " nor aster.user and aster.signer, nor okx.key, okx.secret and okx.passphrase");
        }
        return account.build();
    }

    private boolean all(String... names) {
        long there = Arrays.stream(names)
                .filter(name -> values.apply(name).isPresent())
                .count();
        if (there > 0 && there < names.length) {
            throw new IllegalArgumentException(String.join(", ", names) + " go together, and some are missing");
        }
        return there > 0;
    }

    private String value(String name) {
        return values.apply(name).orElseThrow();
    }

    private Set<String> permissions() {
        return Arrays.stream(values.apply("okx.permissions")
                        .orElse("read_only,trade")
                        .split(",", -1))
                .map(String::trim)
                .collect(Collectors.toSet());
    }
}
