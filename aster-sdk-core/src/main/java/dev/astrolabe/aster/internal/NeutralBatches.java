package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.Payload.BatchItem;
import dev.astrolabe.aster.internal.TradingPayloads.ItemError;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several orders in one request; the answer has one item for each, in the same order. */
final class NeutralBatches {

    private static final Duration ORDER_LIMIT_PAUSE = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final AsterContext context;
    private final AsterInstruments instruments;
    private final Json json = new Json();

    NeutralBatches(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    List<Outcome<OrderAck>> place(List<OrderRequest> orders) {
        context.capabilities().require(Feature.BATCH_PLACE);
        requireSize("orders", orders.size(), context.capabilities().maxBatchPlace());
        List<PreparedOrder> prepared = orders.stream()
                .map(order ->
                        PreparedOrder.element(context.endpoints().trading.placeBatch, order, context, instruments))
                .toList();
        String elements =
                json.writeText(prepared.stream().map(PreparedOrder::parameters).toList());
        return send(
                context.endpoints().trading.placeBatch,
                Params.create().add(AsterEndpoints.BATCH, elements),
                prepared.stream().map(PreparedOrder::ref).toList());
    }

    List<Outcome<OrderAck>> cancel(List<OrderRef> refs) {
        context.capabilities().require(Feature.BATCH_CANCEL);
        requireSize("cancels", refs.size(), context.capabilities().maxBatchCancel());
        Symbol symbol = refs.get(0).symbol();
        if (refs.stream().anyMatch(ref -> !ref.symbol().equals(symbol))) {
            throw NotSentException.invalid("a batch of cancels is of one symbol, not of "
                    + refs.stream().map(OrderRef::symbol).distinct().toList());
        }
        Instrument instrument = instruments.forCall(context.endpoints().trading.cancelBatch, symbol);
        Params params = Params.create().add("symbol", instrument.venueSymbol());
        return send(context.endpoints().trading.cancelBatch, withIds(params, refs), refs);
    }

    private Params withIds(Params params, List<OrderRef> refs) {
        if (refs.stream().allMatch(ref -> ref.orderId().isPresent())) {
            List<Long> ids = refs.stream()
                    .map(ref -> Long.valueOf(
                            NeutralTrading.requireVenueId(ref.orderId().orElseThrow())))
                    .toList();
            return params.add("orderIdList", json.writeText(ids));
        }
        if (refs.stream().allMatch(ref -> ref.clientOrderId().isPresent())) {
            List<String> ids =
                    refs.stream().map(ref -> ref.clientOrderId().orElseThrow()).toList();
            return params.add("origClientOrderIdList", json.writeText(ids));
        }
        throw NotSentException.invalid("a batch of cancels names all orders by the venue's id, or all by the client's");
    }

    private static void requireSize(String what, int size, int largest) {
        if (size < 1 || size > largest) {
            throw NotSentException.invalid("a batch of " + size + " " + what + " is not from 1 to " + largest);
        }
    }

    private List<Outcome<OrderAck>> send(Endpoint<List<BatchItem>> endpoint, Params params, List<OrderRef> refs) {
        List<BatchItem> items;
        try {
            items = context.call(endpoint, params);
        } catch (OutcomeUnknownException e) {
            // Each order has its own fate, and must be resolved by its own id.
            return refs.stream()
                    .<Outcome<OrderAck>>map(ref -> new Outcome.Failed<>(unknown(ref, e.sentAt(), endpoint, e)))
                    .toList();
        }
        // It was signed some time before; a window that is reckoned from now is over no sooner than its own.
        Instant sentAt = context.clock().instant();
        List<Outcome<OrderAck>> outcomes = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            Optional<BatchItem> item = i < items.size() ? Optional.of(items.get(i)) : Optional.empty();
            OrderRef ref = refs.get(i);
            outcomes.add(item.map(answer -> outcome(answer, ref, sentAt, endpoint))
                    .orElseGet(() -> new Outcome.Failed<>(unknown(ref, sentAt, endpoint, null))));
        }
        return List.copyOf(outcomes);
    }

    private Outcome<OrderAck> outcome(BatchItem item, OrderRef ref, Instant sentAt, Endpoint<?> endpoint) {
        OrderRow row = item.order();
        if (row != null) {
            Instrument instrument = instruments.get(ref.symbol());
            return new Outcome.Accepted<>(OrderAck.of(OrderMapper.order(row, instrument)));
        }
        return new Outcome.Failed<>(failure(Objects.requireNonNull(item.error()), ref, sentAt, endpoint));
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
            OrderRef ref, Instant sentAt, Endpoint<?> endpoint, @Nullable OutcomeUnknownException cause) {
        VenueError unanswered =
                VenueError.unanswered(context.config().exchange().name(), endpoint.id());
        VenueError venueError = cause == null ? unanswered : cause.venueError().orElse(unanswered);
        return new OutcomeUnknownException(ref, sentAt, venueError, cause);
    }
}
