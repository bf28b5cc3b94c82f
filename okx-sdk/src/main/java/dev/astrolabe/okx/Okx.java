package dev.astrolabe.okx;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.internal.OkxExchangeClient;
import java.time.Clock;
import java.util.Set;

/**
 * Opens OKX v5 clients. Credentials: {@value #API_KEY}, {@value #SECRET_KEY} and {@value #PASSPHRASE}, the words chosen when the
 * key was made. Options:
 *
 * <ul>
 *   <li>{@value #REGION}, required: {@code global}, {@code eea}, {@code us} or {@code tr}; see {@link OkxRegion}.
 *   <li>{@value #MARGIN_MODE}: {@code cross} or {@code isolated}, for orders and settings that name none; cross unless set. OKX keeps
 *       the mode with each order and position, not with the instrument.
 *   <li>{@value #ORDER_EXPIRY}: for how many milliseconds after it was signed the venue may execute an order, 5000 unless set.
 *   <li>{@value #BASE_URL} and {@value #STREAM_URL}: scheme and host of other addresses than the region's.
 * </ul>
 *
 * <p>Environment {@code DEMO} is the venue's demo trading, which has keys of its own. The client unwraps to {@link OkxClient}.
 * Closing it wipes its copy of the credentials.
 *
 * @since 0.1
 */
public final class Okx {

    /** The credential that names the key. */
    public static final String API_KEY = "apiKey";

    /** The credential that signs. */
    public static final String SECRET_KEY = "secretKey";

    /** The credential that was chosen with the key. */
    public static final String PASSPHRASE = "passphrase";

    /** The names of the credentials. */
    public static final Set<String> CREDENTIALS = Set.of(API_KEY, SECRET_KEY, PASSPHRASE);

    /** The option that tells where the account is registered. */
    public static final String REGION = "region";

    /** The option for the margin mode of what names none. */
    public static final String MARGIN_MODE = "marginMode";

    /** The option for how many milliseconds the venue may execute an order. */
    public static final String ORDER_EXPIRY = "orderExpiry";

    /** The option that names another host. */
    public static final String BASE_URL = "baseUrl";

    /** The option that names another host for streams. */
    public static final String STREAM_URL = "streamUrl";

    private Okx() {}

    /**
     * Opens a client. Makes no request.
     *
     * @param config a configuration of OKX, with all three credentials, or none for public data alone
     * @return the client; the caller closes it
     * @throws dev.astrolabe.exchange.error.NotSentException naming the credential or option that is wrong
     */
    public static ExchangeClient client(ExchangeConfig config) {
        return client(config, Clock.systemUTC(), Sleeper.system());
    }

    static ExchangeClient client(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        return OkxExchangeClient.open(config, clock, sleeper);
    }
}
