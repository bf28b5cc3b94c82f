package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.OkxSocketOrders;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAmend;
import dev.astrolabe.okx.model.OkxOrderRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Orders over the private socket. Safe for any thread. */
final class NativeSocketOrders implements OkxSocketOrders {

    private static final int MAX_BATCH = OkxCapabilities.MAX_BATCH;
    private static final String EXITS = "attachAlgoOrds";
    private static final String INSTRUMENT = "instId";

    private final OkxInstruments instruments;
    private final OrderPreparation preparation;
    private final BatchCall batches;
    private final SocketCalls calls;

    /** An order as it is sent over REST, and whose instrument it is. */
    private record Item(OrderRef ref, Instrument instrument, Params params) {}

    NativeSocketOrders(OkxContext context, OkxInstruments instruments, AccountModes modes, OkxConnections connections) {
        this.instruments = instruments;
        this.preparation = new OrderPreparation(context, instruments, modes);
        this.batches = new BatchCall(context);
        this.calls = new SocketCalls(context, connections);
    }

    @Override
    public OkxAck place(OkxOrderRequest order) {
        return one(TradeOperations.placing(order.order()), "order", placed(order));
    }

    private Item placed(OkxOrderRequest order) {
        PreparedOrder prepared = preparation.of(order);
        return checked(prepared.ref(), prepared.instrument(), prepared.params());
    }

    /** The venue's list of what it takes over the socket has no exits (docs: OKX v5, WebSocket "Place order"). */
    private static Item checked(OrderRef ref, Instrument instrument, Params params) {
        if (params.names().contains(EXITS)) {
            throw new NotSentException(
                    NotSentException.Cause.UNSUPPORTED,
                    "order " + ref + " comes with exits, which " + ExchangeId.OKX + " takes over REST only");
        }
        if (ref.conditional()) {
            throw new NotSentException(
                    NotSentException.Cause.UNSUPPORTED,
                    "order " + ref + " is an algo order, which " + ExchangeId.OKX + " takes over REST only");
        }
        return new Item(ref, instrument, params);
    }

    @Override
    public List<Outcome<OkxAck>> placeBatch(List<OkxOrderRequest> orders) {
        BatchCall.requireSize("orders", orders.size(), MAX_BATCH);
        List<Item> items = orders.stream().map(this::placed).toList();
        return several(TradeOperations.PLACE_BATCH, "batch-orders", items);
    }

    @Override
    public OkxAck cancel(OrderRef ref) {
        return one(TradeOperations.CANCEL, "cancel-order", cancelled(TradeOperations.CANCEL, ref));
    }

    private Item cancelled(Operation<?> operation, OrderRef ref) {
        Instrument instrument = instruments.forCall(operation, ref.symbol());
        return checked(ref, instrument, WireTerms.order(ref, instrument));
    }

    @Override
    public List<Outcome<OkxAck>> cancelBatch(List<OrderRef> refs) {
        BatchCall.requireSize("cancels", refs.size(), MAX_BATCH);
        List<Item> items = refs.stream()
                .map(ref -> cancelled(TradeOperations.CANCEL_BATCH, ref))
                .toList();
        return several(TradeOperations.CANCEL_BATCH, "batch-cancel-orders", items);
    }

    @Override
    public OkxAck amend(OkxAmend change) {
        return one(TradeOperations.AMEND, "amend-order", amended(TradeOperations.AMEND, change));
    }

    private Item amended(Operation<?> operation, OkxAmend change) {
        Instrument instrument = instruments.forCall(operation, change.ref().symbol());
        Params params = WireTerms.added(WireTerms.order(change.ref(), instrument), change.values());
        return checked(change.ref(), instrument, params);
    }

    @Override
    public List<Outcome<OkxAck>> amendBatch(List<OkxAmend> changes) {
        BatchCall.requireSize("changes", changes.size(), MAX_BATCH);
        Set<OrderRef> seen = new HashSet<>();
        List<Item> items = new ArrayList<>();
        for (OkxAmend change : changes) {
            if (!seen.add(change.ref())) {
                throw NotSentException.invalid("order " + change.ref() + " is twice in a batch of changes");
            }
            items.add(amended(TradeOperations.AMEND_BATCH, change));
        }
        return several(TradeOperations.AMEND_BATCH, "batch-amend-orders", items);
    }

    private OkxAck one(Operation<OkxAck> operation, String word, Item item) {
        return calls.one(new SocketCalls.Target(operation, word, item.ref()), item.params(), wired(item));
    }

    private List<Outcome<OkxAck>> several(Operation<List<OkxAck>> operation, String word, List<Item> items) {
        List<OrderRef> refs = items.stream().map(Item::ref).toList();
        Params asOverRest = Params.array(items.stream().map(Item::params).toList());
        List<Params> args = items.stream().map(this::wired).toList();
        SocketCalls.Answer answer;
        try {
            answer = calls.several(new SocketCalls.Target(operation, word, null), asOverRest, args);
        } catch (OutcomeUnknownException e) {
            return batches.unknown(refs, operation, e);
        }
        return batches.outcomes(answer.rows(), refs, answer.sentAt(), operation);
    }

    /** Over the socket an instrument goes by its number, which differs between live and demo trading. */
    private Params wired(Item item) {
        long code = instruments
                .row(item.instrument())
                .instIdCode()
                .orElseThrow(() -> NotSentException.invalid(
                        "the venue has given " + item.instrument().venueSymbol()
                                + " no instIdCode yet, by which orders go over the socket; send it over REST"));
        return item.params().without(INSTRUMENT).add("instIdCode", code);
    }
}
