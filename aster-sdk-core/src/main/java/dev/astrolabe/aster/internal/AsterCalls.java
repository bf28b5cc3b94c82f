package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.time.Instant;

/**
 * How a signing module makes calls of its own on a client's connections, limits and clock. Safe for any thread.
 *
 * @since 0.1
 */
public interface AsterCalls {

    /**
     * Calls an endpoint.
     *
     * @param endpoint the call; public where the parameters carry their own proof
     * @param params its parameters
     * @param <T> what the answer is read into
     * @return the answer
     * @throws dev.astrolabe.exchange.error.ExchangeException as {@link dev.astrolabe.exchange.transport.RestClient} says
     */
    <T> T call(Endpoint<T> endpoint, Params params);

    /**
     * The venue's time, asked for where that is due.
     *
     * @return the estimate
     */
    Instant venueNow();
}
