package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.OrderRef;

/**
 * Calls a venue over REST. (Being written: signatures stand, bodies follow.)
 *
 * @since 0.1
 */
@SuppressWarnings("DoNotCallSuggester")
public final class RestClient implements AutoCloseable {

    private final VenueProtocol protocol;
    private final RestOptions options;
    private final ServerClock serverClock;

    /**
     * A client of its own connections.
     *
     * @param protocol the venue
     * @param options how to behave
     */
    public RestClient(VenueProtocol protocol, RestOptions options) {
        this.protocol = protocol;
        this.options = options;
        this.serverClock = new ServerClock(options.clock(), options.resyncAfter());
    }

    /**
     * Calls an endpoint.
     *
     * @param endpoint the call
     * @param params its parameters
     * @param <T> what the answer is read into
     * @return the answer
     */
    public <T> T call(Endpoint<T> endpoint, Params params) {
        throw new IllegalStateException(protocol.name() + " " + endpoint + params);
    }

    /**
     * Calls an endpoint about one order.
     *
     * @param endpoint the call
     * @param params its parameters
     * @param order the order, for the exception where the outcome is unknown
     * @param <T> what the answer is read into
     * @return the answer
     */
    public <T> T call(Endpoint<T> endpoint, Params params, OrderRef order) {
        throw new IllegalStateException(protocol.name() + " " + endpoint + params + order);
    }

    /** Takes a new sample of the venue's clock. */
    public void syncClock() {
        throw new IllegalStateException(protocol.name());
    }

    /**
     * The venue's clock.
     *
     * @return the clock
     */
    public ServerClock serverClock() {
        return serverClock;
    }

    /**
     * The limiter.
     *
     * @return the limiter of the options
     */
    public RateLimiter limiter() {
        return options.limiter();
    }

    @Override
    public void close() {
        // nothing is open yet
    }
}
