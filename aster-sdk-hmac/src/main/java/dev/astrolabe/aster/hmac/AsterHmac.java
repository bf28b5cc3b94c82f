package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.internal.AsterExchangeClient;
import dev.astrolabe.aster.internal.AsterSettings;
import dev.astrolabe.aster.internal.AsterSigner;
import dev.astrolabe.aster.internal.PathFamily;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens AsterDex futures clients that sign by HMAC (docs: futures v1). Credentials: {@value #API_KEY} and {@value #SECRET_KEY}.
 * Options: {@code baseUrl} and {@code streamUrl}, scheme and host of other addresses than the environment's; {@value #RECV_WINDOW},
 * for how many milliseconds the venue accepts a request, 5000 unless set.
 *
 * <p>The client unwraps to {@link dev.astrolabe.aster.AsterClient}. Closing it wipes its copy of the credentials.
 *
 * @since 0.1
 */
public final class AsterHmac {

    /** The credential that names the key. */
    public static final String API_KEY = "apiKey";

    /** The credential that signs. */
    public static final String SECRET_KEY = "secretKey";

    /** The option for how many milliseconds the venue accepts a request. */
    public static final String RECV_WINDOW = "recvWindow";

    static final Set<String> CREDENTIALS = Set.of(API_KEY, SECRET_KEY);

    private static final int DEFAULT_RECV_WINDOW = 5_000;
    private static final int MAX_RECV_WINDOW = 60_000;

    private AsterHmac() {}

    /**
     * Opens a client of the live exchange. Makes no request.
     *
     * @param apiKey the key
     * @param secretKey its secret
     * @return the client; the caller closes it
     * @throws NotSentException if a credential is empty or has blanks around it
     */
    public static ExchangeClient client(CharSequence apiKey, CharSequence secretKey) {
        return client(ExchangeConfig.builder(ExchangeId.ASTERDEX.name())
                .credential(API_KEY, apiKey)
                .credential(SECRET_KEY, secretKey)
                .build());
    }

    /**
     * Opens a client. Makes no request.
     *
     * @param config a configuration of AsterDex, with both credentials, or none for public data alone
     * @return the client; the caller closes it
     * @throws NotSentException naming the credential or option that is wrong
     */
    public static ExchangeClient client(ExchangeConfig config) {
        return client(config, Clock.systemUTC(), Sleeper.system());
    }

    static ExchangeClient client(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        AsterSettings.check(config, Set.of(RECV_WINDOW));
        return AsterExchangeClient.open(
                config, signer(config), PathFamily.V1, (client, calls) -> client, clock, sleeper);
    }

    private static AsterSigner signer(ExchangeConfig config) {
        Duration recvWindow = recvWindow(config);
        Set<String> given = new TreeSet<>(config.credentials().keySet());
        if (given.isEmpty()) {
            return AsterSigner.publicOnly(CREDENTIALS);
        }
        if (!given.equals(CREDENTIALS)) {
            throw NotSentException.invalid("credentials " + given + " do not open " + ExchangeId.ASTERDEX
                    + " by HMAC; it takes " + new TreeSet<>(CREDENTIALS) + ", or none for public data");
        }
        return new HmacSigner(secret(config, API_KEY), secret(config, SECRET_KEY), recvWindow);
    }

    private static Secret secret(ExchangeConfig config, String name) {
        return config.credential(name).orElseThrow();
    }

    private static Duration recvWindow(ExchangeConfig config) {
        String text = config.option(RECV_WINDOW).orElse(Integer.toString(DEFAULT_RECV_WINDOW));
        if (text.matches("\\d{1,5}")) {
            int millis = Integer.parseInt(text);
            if (millis >= 1 && millis <= MAX_RECV_WINDOW) {
                return Duration.ofMillis(millis);
            }
        }
        throw NotSentException.invalid("option " + RECV_WINDOW + " '" + text
                + "' is not a whole number of milliseconds from 1 to " + MAX_RECV_WINDOW);
    }
}
