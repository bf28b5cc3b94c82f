package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.transport.RateWindow;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;

/**
 * Opens a client that keeps limits as any other does, only that they are wider than OKX's, which a measurement would only wait for.
 *
 * @since 0.1
 */
public final class WideLimits {

    private static final int WIDE = 100_000_000;

    private WideLimits() {}

    /**
     * Opens a client.
     *
     * @param config its configuration
     * @return the client; the caller closes it
     */
    public static ExchangeClient client(ExchangeConfig config) {
        OkxContext context = OkxContext.open(config, Clock.systemUTC(), Sleeper.system());
        context.rest()
                .limiter()
                .configure(Operations.windows().stream()
                        .map(window -> new RateWindow(window.bucket(), window.length(), WIDE))
                        .toList());
        return new OkxExchangeClient(context);
    }
}
