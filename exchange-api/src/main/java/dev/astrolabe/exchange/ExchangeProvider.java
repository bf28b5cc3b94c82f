package dev.astrolabe.exchange;

import java.util.Set;

/**
 * Opens clients of one exchange for one kind of credentials. Implementations are found by {@link java.util.ServiceLoader};
 * an exchange may have several, told apart by the names of their credentials.
 *
 * @since 0.1
 */
public interface ExchangeProvider {

    /**
     * The exchange.
     *
     * @return its id
     */
    ExchangeId exchange();

    /**
     * The names of the credentials it needs.
     *
     * @return such as {@code apiKey} and {@code secretKey}
     */
    Set<String> credentialNames();

    /**
     * Opens a client. Makes no request.
     *
     * @param config a configuration of this exchange; its credentials are either exactly the needed ones, or none, which
     *     gives a client for public data alone
     * @return the client; the caller closes it
     * @throws dev.astrolabe.exchange.error.NotSentException naming the credential or option that is wrong
     */
    ExchangeClient open(ExchangeConfig config);
}
