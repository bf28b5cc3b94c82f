package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.Payload.BatchItem;
import dev.astrolabe.aster.internal.TradingPayloads.ItemError;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One request about several orders; the answer has one item for each, in the same order. */
final class BatchCall {

    private static final Duration ORDER_LIMIT_PAUSE = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final AsterContext context;
    private final AsterInstruments instruments;

    BatchCall(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    <T> List<Outcome<T>> send(
            Endpoint<List<BatchItem>> endpoint,
            Params params,
            List<OrderRef> refs,
            BiFunction<OrderRow, Instrument, T> reading) {
        List<BatchItem> items;
        try {
            items = context.call(endpoint, params);
        } catch (OutcomeUnknownException e) {
            // Each order has its own fate, and must be resolved by its own id.
            return refs.stream()
                    .<Outcome<T>>map(ref -> new Outcome.Failed<>(unknown(ref, e.sentAt(), endpoint, e)))
                    .toList();
        }
        // It was signed some time before; a window that is reckoned from now is over no sooner than its own.
        Instant sentAt = context.clock().instant();
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            Optional<BatchItem> item = i < items.size() ? Optional.of(items.get(i)) : Optional.empty();
            OrderRef ref = refs.get(i);
            outcomes.add(item.map(answer -> outcome(answer, ref, sentAt, endpoint, reading))
                    .orElseGet(() -> new Outcome.Failed<>(unknown(ref, sentAt, endpoint, null))));
        }
        return List.copyOf(outcomes);
    }

    private <T> Outcome<T> outcome(
            BatchItem item,
            OrderRef ref,
            Instant sentAt,
            Endpoint<?> endpoint,
            BiFunction<OrderRow, Instrument, T> reading) {
        OrderRow row = item.order();
        if (row != null) {
            return accepted(row, ref, sentAt, endpoint, reading);
        }
        return new Outcome.Failed<>(failure(Objects.requireNonNull(item.error()), ref, sentAt, endpoint));
    }

    /** An answer that cannot be read leaves the others as they are. */
    private <T> Outcome<T> accepted(
            OrderRow row,
            OrderRef ref,
            Instant sentAt,
            Endpoint<?> endpoint,
            BiFunction<OrderRow, Instrument, T> reading) {
        try {
            return new Outcome.Accepted<>(reading.apply(row, instruments.get(ref.symbol())));
        } catch (RuntimeException e) {
            return new Outcome.Failed<>(unknown(ref, sentAt, endpoint, e));
        }
    }

    private ExchangeException failure(ItemError error, OrderRef ref, Instant sentAt, Endpoint<?> endpoint) {
        String message = Objects.requireNonNullElse(error.msg(), "");
        VenueError venueError = new VenueError(
                context.config().exchange().name(), endpoint.id(), Integer.toString(error.code()), message, OK);
        return switch (AsterErrorCodes.verdict(error.code(), message)) {
            case REJECTED -> new RejectedException(AsterErrorCodes.reason(error.code(), message), venueError);
            case RATE_LIMITED ->
                new RateLimitedException(context.clock().instant().plus(ORDER_LIMIT_PAUSE), venueError);
            case UNKNOWN -> new OutcomeUnknownException(ref, sentAt, venueError, null);
        };
    }

    private OutcomeUnknownException unknown(
            OrderRef ref, Instant sentAt, Endpoint<?> endpoint, @Nullable RuntimeException cause) {
        VenueError unanswered =
                VenueError.unanswered(context.config().exchange().name(), endpoint.id());
        VenueError venueError = cause instanceof OutcomeUnknownException whole
                ? whole.venueError().orElse(unanswered)
                : unanswered;
        return new OutcomeUnknownException(ref, sentAt, venueError, cause);
    }
}
