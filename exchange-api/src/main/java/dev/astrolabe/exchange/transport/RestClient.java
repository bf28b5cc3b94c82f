package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls a venue over REST, on the caller's thread. Each call waits for the {@link RateLimiter}, is signed, leaves over HTTP/1.1,
 * is judged by the {@link VenueProtocol} and read.
 *
 * <p>A mutation leaves once. What comes back is its result, {@link RejectedException} or {@link RateLimitedException} on the
 * venue's evidence, {@link NotSentException} where no byte can have left, or {@link OutcomeUnknownException}. It is never
 * repeated, neither here nor inside the HTTP library; after a rejection for clock skew the clock is synchronized first.
 *
 * <p>A read is repeated with growing, jittered pauses where there was no connection, no answer or no readable one; after
 * clock skew once, with the clock synchronized and signed anew. In the end it throws {@link NotSentException} or
 * {@link ProtocolException}. A rate limit is never waited out here: it blocks the limiter and is thrown.
 *
 * <p>Interruption ends a call at once and leaves the thread's flag set. Safe for any thread. No thread of its own: OkHttp has
 * two for the whole process, daemons that end when idle for a minute.
 *
 * @since 0.1
 */
public final class RestClient implements AutoCloseable {

    private static final int MAX_MESSAGE = 300;

    private final VenueProtocol protocol;
    private final RestOptions options;
    private final ServerClock serverClock;
    private final WireLog log;
    private final Courier courier;
    private final ClockSync clockSync;
    private final Json json = new Json();

    /** Makes the exception for an answer that leaves it open what happened. */
    private interface Doubt {
        ExchangeException because(String what, VenueError error, @Nullable Throwable cause);
    }

    /** A value, and the exchange that brought it. */
    private record Answer<T>(T value, Exchange exchange) {}

    /**
     * A client with connections of its own. Nothing is sent yet.
     *
     * @param protocol the venue
     * @param options how to behave
     * @throws IllegalArgumentException if the venue's call for its clock needs a signature or changes something
     */
    public RestClient(VenueProtocol protocol, RestOptions options) {
        Endpoint<Instant> time = protocol.serverTime();
        if (time.mutation() || time.access() == Access.SIGNED) {
            throw new IllegalArgumentException(time + " gives the venue's clock and must be a read without signature");
        }
        this.protocol = protocol;
        this.options = options;
        this.serverClock = new ServerClock(options.clock(), options.resyncAfter());
        this.log = new WireLog(protocol.name(), options.clock());
        this.courier = new Courier(protocol, options, serverClock, log);
        this.clockSync = new ClockSync(serverClock, options.clock(), log, this::sampleClock);
    }

    /**
     * Calls an endpoint that is not about one order.
     *
     * @param endpoint the call
     * @param params its parameters, without those of authentication
     * @param <T> what the answer is read into
     * @return the answer
     * @throws ExchangeException as the class says
     */
    public <T> T call(Endpoint<T> endpoint, Params params) {
        return endpoint.mutation()
                ? mutate(endpoint, params, null)
                : read(endpoint, params).value();
    }

    /**
     * Calls an endpoint that is about one order.
     *
     * @param endpoint the call
     * @param params its parameters, without those of authentication
     * @param order the order, which {@link OutcomeUnknownException#order()} then names
     * @param <T> what the answer is read into
     * @return the answer
     * @throws ExchangeException as the class says
     */
    public <T> T call(Endpoint<T> endpoint, Params params, OrderRef order) {
        return endpoint.mutation()
                ? mutate(endpoint, params, order)
                : read(endpoint, params).value();
    }

    /**
     * The venue's time, for a caller that signs parameters itself. Asks the venue where the estimate is due.
     *
     * @return the estimate
     * @throws ExchangeException if the clock was never read and cannot be read now
     */
    public Instant venueNow() {
        courier.requireOpen();
        clockSync.ensure();
        return serverClock.now();
    }

    private <T> T mutate(Endpoint<T> endpoint, Params params, @Nullable OrderRef order) {
        courier.requireOpen();
        prepareClock(endpoint);
        courier.admit(endpoint, params);
        Exchange exchange = courier.carry(endpoint, params);
        if (isClockSkew(exchange)) {
            clockSync.restart();
        }
        Doubt doubt = (what, error, cause) -> new OutcomeUnknownException(order, exchange.signedAt(), error, cause);
        return parsed(endpoint, accepted(endpoint, exchange, doubt), doubt);
    }

    /** Without the clock a mutation is not sent; that the venue's clock could not be read is then only the cause. */
    private void prepareClock(Endpoint<?> endpoint) {
        if (endpoint.access() != Access.SIGNED) {
            return;
        }
        try {
            clockSync.ensure();
        } catch (ProtocolException e) {
            throw new NotSentException(
                    NotSentException.Cause.UNREACHABLE,
                    protocol.name() + " " + endpoint + " was not sent, the venue's clock could not be read",
                    VenueError.unanswered(protocol.name(), endpoint.id()),
                    e);
        }
    }

    private <T> Answer<T> read(Endpoint<T> endpoint, Params params) {
        Doubt doubt = ProtocolException::new;
        boolean resynced = false;
        int attempt = 1;
        while (true) {
            courier.requireOpen();
            if (endpoint.access() == Access.SIGNED) {
                clockSync.ensure();
            }
            courier.admit(endpoint, params);
            Exchange exchange;
            WireResponse response;
            try {
                exchange = courier.carry(endpoint, params);
                if (isClockSkew(exchange) && !resynced && clockSync.restart()) {
                    resynced = true;
                    continue;
                }
                response = accepted(endpoint, exchange, doubt);
            } catch (NotSentException | ProtocolException e) {
                if (attempt >= options.readAttempts() || !isRepeatable(e)) {
                    throw e;
                }
                attempt++;
                pause(endpoint, attempt, e);
                continue;
            }
            return new Answer<>(parsed(endpoint, response, doubt), exchange);
        }
    }

    private static boolean isClockSkew(Exchange exchange) {
        return exchange.judgement() instanceof Judgement.Rejected rejected && rejected.reason() == Reason.CLOCK_SKEW;
    }

    private static boolean isRepeatable(ExchangeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        return !(failure instanceof NotSentException refusal) || refusal.why() == NotSentException.Cause.UNREACHABLE;
    }

    private void pause(Endpoint<?> endpoint, int attempt, ExchangeException failure) {
        long full = options.backoff().toMillis() << (attempt - 2);
        long bounded = Math.min(full, options.maxBackoff().toMillis());
        Duration pause = Duration.ofMillis(bounded - options.random().nextLong(bounded / 2 + 1));
        log.repeating(endpoint, attempt, pause);
        try {
            options.sleeper().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /** The answer if the venue did what was asked; the fitting exception otherwise. */
    private WireResponse accepted(Endpoint<?> endpoint, Exchange exchange, Doubt doubt) {
        WireResponse response = exchange.response();
        Judgement judgement = exchange.judgement();
        if (response == null || judgement == null) {
            VenueError error = VenueError.unanswered(protocol.name(), endpoint.id());
            throw doubt.because("no answer came", error, exchange.failure());
        }
        if (judgement instanceof Judgement.Success) {
            return response;
        }
        if (judgement instanceof Judgement.Rejected no) {
            throw new RejectedException(no.reason(), error(endpoint, response, no.code(), no.message()));
        }
        if (judgement instanceof Judgement.RateLimited limit) {
            throw rateLimited(limit, error(endpoint, response, limit.code(), limit.message()));
        }
        if (judgement instanceof Judgement.Unknown unknown) {
            VenueError error = error(endpoint, response, unknown.code(), unknown.message());
            throw doubt.because("the venue failed to answer", error, null);
        }
        String what = ((Judgement.Unreadable) judgement).message();
        throw doubt.because("the answer cannot be read", error(endpoint, response, "", what), null);
    }

    private RateLimitedException rateLimited(Judgement.RateLimited limit, VenueError error) {
        Duration wait = limit.retryAfter().compareTo(Duration.ZERO) > 0 ? limit.retryAfter() : options.rateLimitPause();
        Instant retryAt = options.clock().instant().plus(wait);
        if (limit.bucket().isEmpty()) {
            limiter().blockUntil(retryAt);
        } else {
            limiter().blockUntil(limit.bucket(), retryAt);
        }
        return new RateLimitedException(retryAt, error);
    }

    /** Reads the body. A verdict of the venue passes; whatever else the parser throws means that it cannot be read. */
    private <T> T parsed(Endpoint<T> endpoint, WireResponse response, Doubt doubt) {
        try {
            return Objects.requireNonNull(endpoint.parser().parse(json, response.body()), "the parser gave null");
        } catch (RejectedException | RateLimitedException | OutcomeUnknownException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String what = "the body of " + response.body().length + " bytes is not what the venue documents";
            throw doubt.because("the answer cannot be read", error(endpoint, response, "", what), e);
        }
    }

    private VenueError error(Endpoint<?> endpoint, WireResponse response, String code, String message) {
        return new VenueError(protocol.name(), endpoint.id(), oneLine(code), oneLine(message), response.status());
    }

    private static String oneLine(String text) {
        String cut = text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private ClockSync.Sample sampleClock() {
        Answer<Instant> answer = read(protocol.serverTime(), Params.create());
        WireTrace trace = answer.exchange().trace();
        return new ClockSync.Sample(
                trace.sentAt().orElseThrow(), answer.value(), trace.answeredAt().orElseThrow());
    }

    /**
     * Takes a sample of the venue's clock now. Signed calls do so by themselves where one is due.
     *
     * @throws ExchangeException as a read does
     */
    public void syncClock() {
        clockSync.sample();
    }

    /**
     * The venue's clock as far as it is known.
     *
     * @return the clock; it shows this machine's time until the first sample
     */
    public ServerClock serverClock() {
        return serverClock;
    }

    /**
     * What keeps the calls within the venue's limits.
     *
     * @return the limiter of the options
     */
    public RateLimiter limiter() {
        return options.limiter();
    }

    /**
     * Ends running calls and closes the connections. A mutation that is under way then has an unknown outcome. Later calls are
     * not sent. A second close does nothing.
     */
    @Override
    public void close() {
        courier.close();
    }
}
