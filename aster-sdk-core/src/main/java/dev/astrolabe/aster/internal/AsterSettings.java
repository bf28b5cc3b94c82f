package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.HostOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a configuration says about AsterDex, and refuses what no client of it understands.
 *
 * @since 0.1
 */
public final class AsterSettings {

    /** The option that names another host. */
    public static final String BASE_URL = "baseUrl";

    /** The option that names another host for streams. */
    public static final String STREAM_URL = "streamUrl";

    private static final Hosts REST =
            new Hosts(BASE_URL, "https", "https://fapi.asterdex.com", "https://fapi.asterdex-testnet.com");
    private static final Hosts STREAMS =
            new Hosts(STREAM_URL, "wss", "wss://fstream.asterdex.com", "wss://fstream.asterdex-testnet.com");

    /** The hosts of one protocol: the option that replaces them, the scheme over TLS, and one an environment. */
    private record Hosts(String option, String scheme, String live, String demo) {}

    private AsterSettings() {}

    /**
     * Refuses a configuration that is not one of AsterDex, or has an option that is not known.
     *
     * @param config the configuration
     * @param ownOptions the options of the signing scheme, beside {@link #BASE_URL} and {@link #STREAM_URL}
     * @throws NotSentException naming what is wrong and what is known
     */
    public static void check(ExchangeConfig config, Set<String> ownOptions) {
        if (!config.exchange().equals(ExchangeId.ASTERDEX)) {
            throw NotSentException.invalid(
                    "a configuration of '" + config.exchange() + "' was given to a client of " + ExchangeId.ASTERDEX);
        }
        Set<String> known = new TreeSet<>(ownOptions);
        known.add(BASE_URL);
        known.add(STREAM_URL);
        for (String name : new TreeSet<>(config.options().keySet())) {
            if (!known.contains(name)) {
                throw NotSentException.invalid(
                        "option '" + name + "' of " + ExchangeId.ASTERDEX + " is not known; known are " + known);
            }
        }
    }

    /**
     * Where REST calls go.
     *
     * @param config the configuration
     * @return scheme, host and port without a slash at the end
     * @throws NotSentException if the option is not such an address, or the environment has no host
     */
    public static String baseUrl(ExchangeConfig config) {
        return url(config, REST);
    }

    /**
     * Where streams are.
     *
     * @param config the configuration
     * @return scheme, host and port without a slash at the end
     * @throws NotSentException if the option is not such an address, or the environment has no host
     */
    public static String streamUrl(ExchangeConfig config) {
        return url(config, STREAMS);
    }

    private static String url(ExchangeConfig config, Hosts hosts) {
        String standard = config.option(hosts.option()).isPresent() ? hosts.live() : host(config.environment(), hosts);
        return new HostOption(hosts.option(), hosts.scheme(), standard).of(config);
    }

    private static String host(Environment environment, Hosts hosts) {
        return switch (environment) {
            case LIVE -> hosts.live();
            case DEMO -> hosts.demo();
            case PAPER ->
                throw NotSentException.invalid(
                        "environment PAPER is not one of " + ExchangeId.ASTERDEX + "; it has LIVE and DEMO");
        };
    }
}
