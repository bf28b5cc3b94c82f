package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxAck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request about several orders. Each has a verdict of its own in its row, whatever the code above says: 0, 1 and 2 alike (docs:
 * OKX v5, "Place multiple orders").
 */
final class BatchCall {

    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final OkxContext context;

    BatchCall(OkxContext context) {
        this.context = context;
    }

    static void requireSize(String what, int size, int largest) {
        if (size < 1 || size > largest) {
            throw NotSentException.invalid("a batch of " + size + " " + what + " is not from 1 to " + largest);
        }
    }

    /** What became of each, in the order of the request. */
    List<Outcome<OkxAck>> send(Operation<List<OkxAck>> operation, List<Params> items, List<OrderRef> refs) {
        List<OkxAck> rows;
        try {
            rows = context.call(operation, Params.array(items));
        } catch (OutcomeUnknownException e) {
            return unknown(refs, operation, e);
        }
        // It was signed some time before; a window that is reckoned from now is over no sooner than its own.
        return outcomes(rows, refs, context.clock().instant(), operation);
    }

    /** Each order has its own fate, and must be resolved by its own id. */
    List<Outcome<OkxAck>> unknown(List<OrderRef> refs, Operation<?> operation, OutcomeUnknownException cause) {
        return refs.stream()
                .<Outcome<OkxAck>>map(ref -> new Outcome.Failed<>(unknown(ref, cause.sentAt(), operation, cause)))
                .toList();
    }

    /** What the rows of an answer say of each, in the order of the request. */
    List<Outcome<OkxAck>> outcomes(List<OkxAck> rows, List<OrderRef> refs, Instant sentAt, Operation<?> operation) {
        List<Outcome<OkxAck>> outcomes = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            OrderRef ref = refs.get(i);
            outcomes.add(row(rows, ref, i)
                    .map(row -> outcome(row, ref, sentAt, operation))
                    .orElseGet(() -> new Outcome.Failed<>(unknown(ref, sentAt, operation, null))));
        }
        return List.copyOf(outcomes);
    }

    /** The row in the item's place, unless it names another order. */
    private static Optional<OkxAck> row(List<OkxAck> rows, OrderRef ref, int place) {
        if (place < rows.size() && !namesAnother(rows.get(place), ref)) {
            return Optional.of(rows.get(place));
        }
        return rows.stream().filter(row -> names(row, ref)).findFirst();
    }

    private static boolean namesAnother(OkxAck row, OrderRef ref) {
        return differs(venueId(row, ref), ref.orderId()) || differs(clientId(row, ref), ref.clientOrderId());
    }

    private static boolean names(OkxAck row, OrderRef ref) {
        return isSame(venueId(row, ref), ref.orderId()) || isSame(clientId(row, ref), ref.clientOrderId());
    }

    private static Optional<String> venueId(OkxAck row, OrderRef ref) {
        return ref.conditional() ? row.algoId() : row.orderId();
    }

    private static Optional<String> clientId(OkxAck row, OrderRef ref) {
        return ref.conditional() ? row.algoClientOrderId() : row.clientOrderId();
    }

    private static boolean differs(Optional<String> told, Optional<String> asked) {
        return told.isPresent() && asked.isPresent() && !told.equals(asked);
    }

    private static boolean isSame(Optional<String> told, Optional<String> asked) {
        return told.isPresent() && told.equals(asked);
    }

    private Outcome<OkxAck> outcome(OkxAck row, OrderRef ref, Instant sentAt, Operation<?> operation) {
        if (row.code().isEmpty()) {
            return new Outcome.Failed<>(unknown(ref, sentAt, operation, null));
        }
        return row.accepted()
                ? new Outcome.Accepted<>(row)
                : new Outcome.Failed<>(failure(row, ref, sentAt, operation));
    }

    private ExchangeException failure(OkxAck row, OrderRef ref, Instant sentAt, Operation<?> operation) {
        VenueError error = new VenueError(
                ExchangeId.OKX.name(),
                operation.endpoint().id(),
                row.code(),
                row.message().orElse(""),
                OK);
        return switch (OkxErrorCodes.verdict(row.code())) {
            case REJECTED -> new RejectedException(OkxErrorCodes.reason(row.code(), error.message()), error);
            case RATE_LIMITED ->
                new RateLimitedException(context.clock().instant().plus(LIMIT_PAUSE), error);
            case UNKNOWN -> new OutcomeUnknownException(ref, sentAt, error, null);
        };
    }

    private OutcomeUnknownException unknown(
            OrderRef ref, Instant sentAt, Operation<?> operation, @Nullable OutcomeUnknownException cause) {
        VenueError unanswered = context.unanswered(operation);
        VenueError error = cause == null ? unanswered : cause.venueError().orElse(unanswered);
        return new OutcomeUnknownException(ref, sentAt, error, cause);
    }
}
