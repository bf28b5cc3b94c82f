package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.ClientOrderIds;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateLimiter;
import dev.astrolabe.exchange.transport.RestClient;
import dev.astrolabe.exchange.transport.RestOptions;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRow;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the groups of one client share, and the way on which all of them call. */
record OkxContext(
        ExchangeConfig config,
        OkxSettings settings,
        Capabilities capabilities,
        @Nullable OkxSigner signer,
        RestClient rest,
        ClientOrderIds clientOrderIds,
        Clock clock,
        Sleeper sleeper) {

    /**
     * Opens what the groups share. Makes no request.
     *
     * @throws NotSentException if the configuration is none of OKX
     */
    static OkxContext open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        OkxSettings settings = OkxSettings.of(config);
        OkxSigner signer = OkxSigner.of(config);
        RateLimiter limiter = RateLimiter.builder()
                .windows(Operations.windows())
                .clock(clock)
                .sleeper(sleeper)
                .build();
        RestOptions options = RestOptions.builder(limiter)
                .timeout(config.timeout())
                .clock(clock)
                .sleeper(sleeper)
                .build();
        return new OkxContext(
                config,
                settings,
                OkxCapabilities.DECLARED,
                signer,
                new RestClient(new OkxProtocol(settings, signer), options),
                new ClientOrderIds("", clock, new SecureRandom()),
                clock,
                sleeper);
    }

    <T> T call(Operation<T> operation, Params params) {
        requireCredentials(operation);
        return rest.call(operation.endpoint(), params);
    }

    <T> T call(Operation<T> operation, OkxQuery query) {
        return call(operation, operation.params(query));
    }

    /** Calls, and maps the answer; one that lacks what the mapping needs is not what the venue documents. */
    <R, T> T call(Operation<R> operation, OkxQuery query, Function<? super R, ? extends T> mapping) {
        R answer = call(operation, query);
        try {
            return mapping.apply(answer);
        } catch (ExchangeException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProtocolException("the answer cannot be read: " + e.getMessage(), unanswered(operation), e);
        }
    }

    /** Changes one order, and maps the answer. One that lacks what the mapping needs leaves open what happened. */
    <R, T> T change(Operation<R> operation, Params params, OrderRef order, Function<? super R, ? extends T> mapping) {
        requireCredentials(operation);
        R answer = rest.call(operation.endpoint(), params, order);
        try {
            return mapping.apply(answer);
        } catch (RuntimeException e) {
            throw new OutcomeUnknownException(order, clock.instant(), unanswered(operation), e);
        }
    }

    /** One page of a list, newest first; where it is full, it goes on behind its last row. */
    <T extends OkxRow> Page<T> page(Operation<List<T>> operation, OkxQuery query) {
        List<T> rows = call(operation, query);
        int asked = query.get("limit")
                .map(Integer::parseInt)
                .orElse(operation.paging().largest());
        if (rows.isEmpty() || rows.size() < asked) {
            return Page.last(rows);
        }
        T last = rows.get(rows.size() - 1);
        return Page.of(rows, last.fields().requireText(operation.paging().cursor()));
    }

    VenueError unanswered(Operation<?> operation) {
        return VenueError.unanswered(ExchangeId.OKX.name(), operation.endpoint().id());
    }

    /** Refuses, before any I/O, what needs a credential that is not there. */
    void requireCredentials(Operation<?> operation) {
        if (operation.endpoint().access() != Access.PUBLIC && signer == null) {
            throw NotSentException.invalid(operation.endpoint() + " needs the credentials "
                    + new TreeSet<>(Okx.CREDENTIALS) + ", and the client has none");
        }
    }
}
