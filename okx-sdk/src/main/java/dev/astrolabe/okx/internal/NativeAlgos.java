package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.OkxAlgos;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAlgoAmend;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxAlgoRequest;
import dev.astrolabe.okx.model.OkxQuery;
import java.util.List;
import java.util.Optional;

/** Algo orders in OKX's own calls. Safe for any thread. */
final class NativeAlgos implements OkxAlgos {

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OrderPreparation preparation;
    private final OrderReads reads;

    NativeAlgos(OkxContext context, OkxInstruments instruments, AccountModes modes) {
        this.context = context;
        this.instruments = instruments;
        this.preparation = new OrderPreparation(context, instruments, modes);
        this.reads = new OrderReads(context, instruments);
    }

    @Override
    public OkxAck place(OkxAlgoRequest order) {
        PreparedOrder prepared = preparation.of(order);
        return context.change(AlgoOperations.PLACE, prepared.params(), prepared.ref(), row -> row);
    }

    @Override
    public List<Outcome<OkxAck>> cancel(List<OrderRef> refs) {
        BatchCall.requireSize("cancels", refs.size(), Cancels.MAX_ALGOS);
        List<OrderRef> algos =
                refs.stream().map(ref -> ref.withConditional(true)).toList();
        List<Params> items = algos.stream()
                .map(ref -> WireTerms.algo(ref, instruments.forCall(AlgoOperations.CANCEL, ref.symbol())))
                .toList();
        return new BatchCall(context).send(AlgoOperations.CANCEL, items, algos);
    }

    @Override
    public OkxAck amend(OkxAlgoAmend change) {
        Instrument instrument =
                instruments.forCall(AlgoOperations.AMEND, change.ref().symbol());
        NativeAmounts.check(change.values(), instrument);
        Params params = WireTerms.added(WireTerms.algo(change.ref(), instrument), change.values());
        return context.change(AlgoOperations.AMEND, params, change.ref(), row -> row);
    }

    @Override
    public Optional<OkxAlgoOrder> order(OrderRef ref) {
        context.requireCredentials(AlgoOperations.ORDER);
        return reads.algo(WireTerms.algoQuery(ref));
    }

    @Override
    public Page<OkxAlgoOrder> pending(OkxQuery query) {
        return context.page(AlgoOperations.PENDING, query);
    }

    @Override
    public Page<OkxAlgoOrder> history(OkxQuery query) {
        if (query.get("state").isPresent() == query.get("algoId").isPresent()) {
            throw NotSentException.invalid(
                    AlgoOperations.HISTORY.endpoint() + " needs either a state or an algoId, and not both");
        }
        return context.page(AlgoOperations.HISTORY, query);
    }
}
