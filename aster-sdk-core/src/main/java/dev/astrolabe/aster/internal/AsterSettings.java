package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a configuration says about AsterDex, and refuses what no client of it understands.
 *
 * @since 0.1
 */
public final class AsterSettings {

    /** The option that names another host. */
    public static final String BASE_URL = "baseUrl";

    private static final String LIVE = "https://fapi.asterdex.com";
    private static final String DEMO = "https://fapi.asterdex-testnet.com";

    private AsterSettings() {}

    /**
     * Refuses a configuration that is not one of AsterDex, or has an option that is not known.
     *
     * @param config the configuration
     * @param ownOptions the options of the signing scheme, beside {@link #BASE_URL}
     * @throws NotSentException naming what is wrong and what is known
     */
    public static void check(ExchangeConfig config, Set<String> ownOptions) {
        if (!config.exchange().equals(ExchangeId.ASTERDEX)) {
            throw NotSentException.invalid(
                    "a configuration of '" + config.exchange() + "' was given to a client of " + ExchangeId.ASTERDEX);
        }
        Set<String> known = new TreeSet<>(ownOptions);
        known.add(BASE_URL);
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
        return config.option(BASE_URL).map(AsterSettings::checkedUrl).orElseGet(() -> host(config.environment()));
    }

    private static String host(Environment environment) {
        return switch (environment) {
            case LIVE -> LIVE;
            case DEMO -> DEMO;
            case PAPER ->
                throw NotSentException.invalid(
                        "environment PAPER is not one of " + ExchangeId.ASTERDEX + "; it has LIVE and DEMO");
        };
    }

    private static String checkedUrl(String text) {
        try {
            URI uri = new URI(text);
            String path = uri.getRawPath();
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean bare = (path == null || path.isEmpty() || path.equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            if (http && bare && uri.getHost() != null) {
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
            throw badUrl(text, null);
        } catch (URISyntaxException e) {
            throw badUrl(text, e);
        }
    }

    private static NotSentException badUrl(String text, @Nullable Throwable cause) {
        return new NotSentException(
                NotSentException.Cause.INVALID,
                "option " + BASE_URL + " '" + text + "' is not scheme and host, such as " + LIVE,
                null,
                cause);
    }
}
