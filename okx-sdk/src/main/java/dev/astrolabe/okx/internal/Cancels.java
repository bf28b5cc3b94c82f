package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Cancels orders and algos. A conditional order that has fired meanwhile is cancelled as the order that it became. Safe for any
 * thread.
 */
final class Cancels {

    static final int MAX_ALGOS = 10;

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OrderReads reads;
    private final BatchCall batches;

    Cancels(OkxContext context, OkxInstruments instruments, OrderReads reads) {
        this.context = context;
        this.instruments = instruments;
        this.reads = reads;
        this.batches = new BatchCall(context);
    }

    OrderAck one(OrderRef ref) {
        if (ref.conditional()) {
            return batch(List.of(ref)).get(0).orElseThrow();
        }
        Instrument instrument = instruments.forCall(TradeOperations.CANCEL, ref.symbol());
        return context.change(
                TradeOperations.CANCEL, WireTerms.order(ref, instrument), ref, row -> acknowledgement(row, ref));
    }

    List<Outcome<OrderAck>> several(List<OrderRef> refs) {
        context.capabilities().require(Feature.BATCH_CANCEL);
        BatchCall.requireSize("cancels", refs.size(), context.capabilities().maxBatchCancel());
        Symbol symbol = refs.get(0).symbol();
        if (refs.stream().anyMatch(ref -> !ref.symbol().equals(symbol))) {
            throw NotSentException.invalid("a batch of cancels is of one symbol, not of "
                    + refs.stream().map(OrderRef::symbol).distinct().toList());
        }
        return batch(refs);
    }

    /** Orders and algos go to calls of their own; the outcomes come back in the order of the references. */
    private List<Outcome<OrderAck>> batch(List<OrderRef> refs) {
        Map<OrderRef, Outcome<OrderAck>> outcomes = new HashMap<>();
        for (List<OrderRef> part : parts(refs)) {
            // What was sent before must be told of, whatever becomes of the rest.
            List<Outcome<OrderAck>> some = outcomes.isEmpty() ? sent(part) : attempted(part);
            for (int i = 0; i < part.size(); i++) {
                outcomes.put(part.get(i), some.get(i));
            }
        }
        return refs.stream()
                .map(ref -> Objects.requireNonNull(outcomes.get(ref), "outcome"))
                .toList();
    }

    /** Requests of one kind, none larger than its call takes. */
    private List<List<OrderRef>> parts(List<OrderRef> refs) {
        List<List<OrderRef>> parts = new ArrayList<>();
        for (boolean conditional : new boolean[] {false, true}) {
            List<OrderRef> kind = refs.stream()
                    .filter(ref -> ref.conditional() == conditional)
                    .toList();
            int largest = conditional ? MAX_ALGOS : context.capabilities().maxBatchCancel();
            for (int from = 0; from < kind.size(); from += largest) {
                parts.add(kind.subList(from, Math.min(kind.size(), from + largest)));
            }
        }
        return parts;
    }

    private List<Outcome<OrderAck>> sent(List<OrderRef> part) {
        return part.get(0).conditional() ? algos(part) : orders(part);
    }

    private List<Outcome<OrderAck>> attempted(List<OrderRef> part) {
        try {
            return sent(part);
        } catch (ExchangeException e) {
            return part.stream()
                    .<Outcome<OrderAck>>map(ref -> new Outcome.Failed<>(e))
                    .toList();
        }
    }

    private List<Outcome<OrderAck>> orders(List<OrderRef> refs) {
        Instrument instrument =
                instruments.forCall(TradeOperations.CANCEL_BATCH, refs.get(0).symbol());
        List<Params> items =
                refs.stream().map(ref -> WireTerms.order(ref, instrument)).toList();
        return acknowledged(batches.send(TradeOperations.CANCEL_BATCH, items, refs), refs);
    }

    private List<Outcome<OrderAck>> algos(List<OrderRef> refs) {
        Instrument instrument =
                instruments.forCall(AlgoOperations.CANCEL, refs.get(0).symbol());
        List<Params> items =
                refs.stream().map(ref -> WireTerms.algo(ref, instrument)).toList();
        List<Outcome<OrderAck>> outcomes = acknowledged(batches.send(AlgoOperations.CANCEL, items, refs), refs);
        List<Outcome<OrderAck>> followed = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            Outcome<OrderAck> outcome = outcomes.get(i);
            followed.add(
                    outcome instanceof Outcome.Failed<OrderAck> failed && mayHaveFired(failed.error())
                            ? later(refs.get(i), failed, instrument)
                            : outcome);
        }
        return followed;
    }

    static List<Outcome<OrderAck>> acknowledged(List<Outcome<OkxAck>> outcomes, List<OrderRef> refs) {
        List<Outcome<OrderAck>> acks = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            OrderRef ref = refs.get(i);
            acks.add(
                    outcomes.get(i) instanceof Outcome.Failed<OkxAck> failed
                            ? new Outcome.Failed<>(failed.error())
                            : new Outcome.Accepted<>(
                                    acknowledgement(outcomes.get(i).orElseThrow(), ref)));
        }
        return List.copyOf(acks);
    }

    /** An acknowledgement tells ids alone. */
    static OrderAck acknowledgement(OkxAck row, OrderRef ref) {
        Optional<String> id = ref.conditional() ? row.algoId() : row.orderId();
        Optional<String> clientId = ref.conditional() ? row.algoClientOrderId() : row.clientOrderId();
        OrderRef known = ref.clientOrderId().isPresent() ? ref : ref.withClientOrderId(clientId.orElse(null));
        return OrderAck.of(id.map(known::withOrderId).orElse(known));
    }

    /** Codes 51400, 51416 and the like, and 51412, by which the venue does not know itself. */
    private static boolean mayHaveFired(ExchangeException error) {
        if (error instanceof RejectedException rejection) {
            return rejection.reason() == Reason.ORDER_NOT_FOUND;
        }
        return error instanceof OutcomeUnknownException
                && error.venueError()
                        .filter(venue -> venue.code().equals(OkxErrorCodes.CANCEL_TIMED_OUT))
                        .isPresent();
    }

    /**
     * Cancels what the algo became; where it became nothing, the first failure stands. Where that cannot be read, an order may be at
     * work that nobody has cancelled.
     */
    private Outcome<OrderAck> later(OrderRef ref, Outcome.Failed<OrderAck> failed, Instrument instrument) {
        try {
            Optional<OrderRef> later = reads.algo(WireTerms.algoQuery(ref))
                    .flatMap(OrderReads::laterId)
                    .map(id -> OrderRef.ofOrderId(ref.symbol(), id));
            if (later.isEmpty()) {
                return failed;
            }
            context.change(TradeOperations.CANCEL, WireTerms.order(later.get(), instrument), ref, row -> row);
            return new Outcome.Accepted<>(OrderAck.of(ref));
        } catch (ProtocolException e) {
            OutcomeUnknownException unknown = new OutcomeUnknownException(
                    ref, context.clock().instant(), context.unanswered(AlgoOperations.CANCEL), e);
            unknown.addSuppressed(failed.error());
            return new Outcome.Failed<>(unknown);
        } catch (ExchangeException e) {
            e.addSuppressed(failed.error());
            return new Outcome.Failed<>(e);
        }
    }

    /** OKX has no call for this. Orders that are gone meanwhile are no failure; the first other failure is thrown at the end. */
    void all(Symbol symbol) {
        Instrument instrument = instruments.forCall(TradeOperations.CANCEL_BATCH, symbol);
        OkxQuery query = OkxQuery.of(instrument.venueSymbol());
        List<OrderRef> refs = new ArrayList<>();
        // Algos first: one that fires in between is then among the orders.
        reads.pendingAlgos(query)
                .forEach(
                        row -> refs.add(OrderRef.ofOrderId(symbol, row.algoId()).withConditional(true)));
        reads.pendingOrders(query).forEach(row -> refs.add(OrderRef.ofOrderId(symbol, row.orderId())));
        parts(refs).stream()
                .flatMap(part -> attempted(part).stream())
                .filter(outcome -> !isGone(outcome))
                .toList()
                .forEach(Outcome::orElseThrow);
    }

    private static boolean isGone(Outcome<OrderAck> outcome) {
        return outcome instanceof Outcome.Failed<OrderAck> failed
                && failed.error() instanceof RejectedException rejection
                && rejection.reason() == Reason.ORDER_NOT_FOUND;
    }
}
