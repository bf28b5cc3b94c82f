package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Opens clients by the name of their exchange. The implementations are what stands on the class path.
 *
 * @since 0.1
 */
public final class Exchanges {

    private Exchanges() {}

    /**
     * What can be opened.
     *
     * @return the providers on the class path
     */
    public static List<ExchangeProvider> available() {
        return ServiceLoader.load(ExchangeProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Opens a client. Makes no request. An exchange with several implementations is opened by the one that takes exactly the
     * given credentials; without credentials by the first on the class path, for all of them give the same public data.
     *
     * @param config which exchange, environment and credentials
     * @return the client; the caller closes it
     * @throws NotSentException if no implementation is on the class path, or none takes these credentials
     */
    public static ExchangeClient open(ExchangeConfig config) {
        List<ExchangeProvider> all = available();
        List<ExchangeProvider> candidates = all.stream()
                .filter(provider -> provider.exchange().equals(config.exchange()))
                .toList();
        if (candidates.isEmpty()) {
            throw NotSentException.invalid("no implementation of exchange '" + config.exchange()
                    + "' is on the class path; found: " + names(all));
        }
        return candidates.stream()
                .filter(provider -> accepts(provider, config))
                .findFirst()
                .orElseThrow(() -> NotSentException.invalid("credentials "
                        + new TreeSet<>(config.credentials().keySet()) + " do not open '" + config.exchange()
                        + "'; it takes "
                        + candidates.stream()
                                .map(provider -> new TreeSet<>(provider.credentialNames()).toString())
                                .collect(Collectors.joining(" or "))))
                .open(config);
    }

    private static boolean accepts(ExchangeProvider provider, ExchangeConfig config) {
        return config.credentials().isEmpty() || config.credentials().keySet().equals(provider.credentialNames());
    }

    private static String names(List<ExchangeProvider> providers) {
        return providers.isEmpty()
                ? "none"
                : providers.stream()
                        .map(provider -> provider.exchange().name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
