package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.ClientOrderIds;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RestClient;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the groups of one client share, and the way on which all of them call. */
record AsterContext(
        ExchangeConfig config,
        PathFamily family,
        Capabilities capabilities,
        AsterEndpoints endpoints,
        AsterSigner signer,
        OrderNonces nonces,
        RestClient rest,
        ClientOrderIds clientOrderIds,
        Clock clock,
        Sleeper sleeper)
        implements AsterCalls {

    @Override
    public <T> T call(Endpoint<T> endpoint, Params params) {
        return admitted(endpoint, () -> rest.call(endpoint, params));
    }

    <T> T call(Endpoint<T> endpoint, Params params, OrderRef order) {
        return admitted(endpoint, () -> rest.call(endpoint, params, order));
    }

    /**
     * Changes one order, and maps the answer. One that lacks what the mapping needs leaves open what happened: it was signed
     * some time before, and a window that is reckoned from now is over no sooner than its own.
     */
    <R, T> T change(Endpoint<R> endpoint, Params params, OrderRef order, Function<? super R, ? extends T> mapping) {
        R answer = call(endpoint, params, order);
        try {
            return mapping.apply(answer);
        } catch (RuntimeException e) {
            VenueError error = VenueError.unanswered(config.exchange().name(), endpoint.id());
            throw new OutcomeUnknownException(order, clock.instant(), error, e);
        }
    }

    /** Calls, and maps the answer; one that lacks what the mapping needs is not what the venue documents. */
    <R, T> T call(Endpoint<R> endpoint, Params params, Function<? super R, ? extends T> mapping) {
        R answer = call(endpoint, params);
        try {
            return mapping.apply(answer);
        } catch (ExchangeException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProtocolException(
                    "the answer cannot be read: " + e.getMessage(),
                    VenueError.unanswered(config.exchange().name(), endpoint.id()),
                    e);
        }
    }

    /** A setter that finds the account as wanted succeeds. */
    void set(Endpoint<?> endpoint, Params params) {
        try {
            call(endpoint, params);
        } catch (RejectedException e) {
            if (e.reason() != Reason.NO_CHANGE) {
                throw e;
            }
        }
    }

    private <T> T admitted(Endpoint<T> endpoint, Supplier<T> call) {
        requireCredentials(endpoint);
        if (endpoint.access() != Access.SIGNED) {
            return call.get();
        }
        AsterSigner.Permit permit = signer.admit(endpoint);
        try {
            return call.get();
        } finally {
            permit.close();
        }
    }

    @Override
    public Instant venueNow() {
        return rest.venueNow();
    }

    /** Refuses, before any I/O, what this version of the API has not, or what needs a credential that is not there. */
    void requireCredentials(Endpoint<?> endpoint) {
        if (!family.has(endpoint.path())) {
            throw new UnsupportedOperationOnExchangeException(
                    config.exchange().name(), endpoint.id() + " by a client of v1; open one of v3");
        }
        if (endpoint.access() != Access.PUBLIC) {
            signer.requireCredentials(endpoint);
        }
    }
}
