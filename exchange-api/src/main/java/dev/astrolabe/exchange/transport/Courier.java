package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.VenueError;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Carries one request: limiter, signature, one attempt, and the venue's judgement of the answer. */
final class Courier implements AutoCloseable {

    private final VenueProtocol protocol;
    private final RateLimiter limiter;
    private final Clock clock;
    private final ServerClock serverClock;
    private final HttpWire wire;
    private final WireLog log;

    Courier(VenueProtocol protocol, RestOptions options, ServerClock serverClock, WireLog log) {
        this.protocol = protocol;
        this.limiter = options.limiter();
        this.clock = options.clock();
        this.serverClock = serverClock;
        this.wire = new HttpWire(options);
        this.log = log;
    }

    /** Waits for the limiter. */
    void admit(Endpoint<?> endpoint, Params params) {
        requireOpen();
        limiter.acquire(endpoint.costs(params), endpoint.priority());
        requireOpen();
        if (Thread.currentThread().isInterrupted()) {
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED, "interrupted before " + describe(endpoint) + " was sent");
        }
    }

    void requireOpen() {
        if (wire.closed()) {
            throw new NotSentException(
                    NotSentException.Cause.CLOSED, "the client of " + protocol.name() + " is closed");
        }
    }

    /**
     * Signs and sends.
     *
     * @throws NotSentException if no byte can have left
     */
    Exchange carry(Endpoint<?> endpoint, Params params) {
        Instant signedAt = clock.instant();
        WireRequest request = protocol.prepare(endpoint, params, serverClock.at(signedAt));
        WireTrace trace = new WireTrace(clock);
        log.sending(endpoint, params);
        WireResponse response;
        try {
            response = wire.send(request, trace);
        } catch (NotSentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            keepInterruption(e);
            boolean sent = trace.sentAt().isPresent();
            log.failed(endpoint, e, sent, signedAt);
            if (!sent) {
                throw notSent(endpoint, e);
            }
            return Exchange.failed(signedAt, trace, e);
        }
        observe(response);
        Judgement judgement = judge(endpoint, response);
        log.answered(endpoint, response, judgement, signedAt);
        return Exchange.answered(signedAt, trace, response, judgement);
    }

    private static void keepInterruption(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private NotSentException notSent(Endpoint<?> endpoint, Exception failure) {
        VenueError error = VenueError.unanswered(protocol.name(), endpoint.id());
        if (wire.closed()) {
            return new NotSentException(
                    NotSentException.Cause.CLOSED, "closed before " + describe(endpoint) + " was sent", error, failure);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new NotSentException(
                    NotSentException.Cause.INTERRUPTED,
                    "interrupted before " + describe(endpoint) + " was sent",
                    error,
                    failure);
        }
        return new NotSentException(
                NotSentException.Cause.UNREACHABLE,
                describe(endpoint) + " was not sent, there is no connection: " + failure.getMessage(),
                error,
                failure);
    }

    private String describe(Endpoint<?> endpoint) {
        return protocol.name() + " " + endpoint;
    }

    private void observe(WireResponse response) {
        try {
            protocol.observe(response, limiter);
        } catch (RuntimeException e) {
            log.usageUnread(e);
        }
    }

    private Judgement judge(Endpoint<?> endpoint, WireResponse response) {
        try {
            Judgement judgement = protocol.judge(endpoint, response);
            return judgement instanceof Judgement.Success && !response.is2xx()
                    ? Judgement.unreadable("status " + response.status() + " is no success")
                    : judgement;
        } catch (RuntimeException e) {
            return Judgement.unreadable(
                    "the answer could not be judged: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
