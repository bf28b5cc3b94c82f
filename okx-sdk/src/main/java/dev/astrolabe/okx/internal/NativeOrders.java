package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.OkxOrders;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAmend;
import dev.astrolabe.okx.model.OkxCancelTimer;
import dev.astrolabe.okx.model.OkxCloseAck;
import dev.astrolabe.okx.model.OkxCloseRequest;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxOrderCheck;
import dev.astrolabe.okx.model.OkxOrderRequest;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRateLimit;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Orders in OKX's own calls. Safe for any thread. */
final class NativeOrders implements OkxOrders {

    private static final int MAX_BATCH = OkxCapabilities.MAX_BATCH;
    private static final Duration SHORTEST_TIMER = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMER = Duration.ofMinutes(2);
    private static final String TAG = "[A-Za-z0-9]{1,16}";

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OrderPreparation preparation;
    private final OrderReads reads;
    private final BatchCall batches;

    NativeOrders(OkxContext context, OkxInstruments instruments, AccountModes modes) {
        this.context = context;
        this.instruments = instruments;
        this.preparation = new OrderPreparation(context, instruments, modes);
        this.reads = new OrderReads(context, instruments);
        this.batches = new BatchCall(context);
    }

    @Override
    public OkxAck place(OkxOrderRequest order) {
        PreparedOrder prepared = preparation.of(order);
        return context.change(prepared.operation(), prepared.params(), prepared.ref(), row -> row);
    }

    @Override
    public List<Outcome<OkxAck>> placeBatch(List<OkxOrderRequest> orders) {
        BatchCall.requireSize("orders", orders.size(), MAX_BATCH);
        List<PreparedOrder> prepared = orders.stream().map(preparation::of).toList();
        return batches.send(
                TradeOperations.PLACE_BATCH,
                prepared.stream().map(PreparedOrder::params).toList(),
                prepared.stream().map(PreparedOrder::ref).toList());
    }

    @Override
    public OkxOrderCheck check(OkxOrderRequest order) {
        return context.call(TradeOperations.PRECHECK, preparation.of(order).params());
    }

    @Override
    public OkxAck cancel(OrderRef ref) {
        Instrument instrument = instruments.forCall(TradeOperations.CANCEL, ref.symbol());
        return context.change(TradeOperations.CANCEL, WireTerms.order(ref, instrument), ref, row -> row);
    }

    @Override
    public List<Outcome<OkxAck>> cancelBatch(List<OrderRef> refs) {
        BatchCall.requireSize("cancels", refs.size(), MAX_BATCH);
        List<Params> items = refs.stream()
                .map(ref -> WireTerms.order(ref, instruments.forCall(TradeOperations.CANCEL_BATCH, ref.symbol())))
                .toList();
        return batches.send(TradeOperations.CANCEL_BATCH, items, refs);
    }

    @Override
    public OkxAck amend(OkxAmend change) {
        Params params = params(TradeOperations.AMEND, change);
        return context.change(TradeOperations.AMEND, params, change.ref(), row -> row);
    }

    @Override
    public List<Outcome<OkxAck>> amendBatch(List<OkxAmend> changes) {
        BatchCall.requireSize("changes", changes.size(), MAX_BATCH);
        Set<OrderRef> seen = new HashSet<>();
        changes.stream()
                .map(OkxAmend::ref)
                .filter(ref -> !seen.add(ref))
                .findFirst()
                .ifPresent(ref -> {
                    throw NotSentException.invalid("order " + ref + " is twice in a batch of changes");
                });
        List<Params> items = changes.stream()
                .map(change -> params(TradeOperations.AMEND_BATCH, change))
                .toList();
        return batches.send(
                TradeOperations.AMEND_BATCH,
                items,
                changes.stream().map(OkxAmend::ref).toList());
    }

    private Params params(Operation<?> operation, OkxAmend change) {
        if (change.ref().conditional()) {
            throw NotSentException.invalid("order " + change.ref() + " is an algo order, which is changed as such");
        }
        Instrument instrument = instruments.forCall(operation, change.ref().symbol());
        NativeAmounts.check(change.values(), instrument);
        Params params = WireTerms.order(change.ref(), instrument);
        return WireTerms.added(params, change.values());
    }

    @Override
    public OkxCloseAck closePosition(OkxCloseRequest request) {
        return context.call(TradeOperations.CLOSE_POSITION, WireTerms.params(request.values()));
    }

    @Override
    public Optional<OkxOrder> order(OrderRef ref) {
        Instrument instrument = instruments.forCall(TradeOperations.ORDER, ref.symbol());
        return reads.orderRow(WireTerms.orderQuery(ref, instrument));
    }

    @Override
    public Page<OkxOrder> pending(OkxQuery query) {
        return context.page(TradeOperations.PENDING, query);
    }

    @Override
    public Page<OkxOrder> history(OkxQuery query) {
        return context.page(TradeOperations.HISTORY, query);
    }

    @Override
    public Page<OkxOrder> archive(OkxQuery query) {
        return context.page(TradeOperations.ARCHIVE, query);
    }

    @Override
    public Page<OkxFill> fills(OkxQuery query) {
        return context.page(TradeOperations.FILLS, query);
    }

    @Override
    public Page<OkxFill> fillsHistory(OkxQuery query) {
        return context.page(TradeOperations.FILLS_HISTORY, query);
    }

    @Override
    public OkxCancelTimer cancelAllAfter(Duration time) {
        return context.call(TradeOperations.CANCEL_ALL_AFTER, timer(time));
    }

    @Override
    public OkxCancelTimer cancelAllAfter(Duration time, String tag) {
        if (!tag.matches(TAG)) {
            throw NotSentException.invalid("tag '" + tag + "' is not 1 to 16 letters and digits");
        }
        return context.call(TradeOperations.CANCEL_ALL_AFTER, timer(time).add("tag", tag));
    }

    private static Params timer(Duration time) {
        boolean whole = time.equals(Duration.ofSeconds(time.toSeconds()));
        boolean within = time.compareTo(SHORTEST_TIMER) >= 0 && time.compareTo(LONGEST_TIMER) <= 0;
        if (!time.isZero() && !(whole && within)) {
            throw NotSentException.invalid(
                    "timer " + time + " is not 10 to 120 whole seconds, or zero to stop it; nearest is "
                            + Math.max(10, Math.min(120, time.toSeconds())) + " s");
        }
        return Params.create().add("timeOut", Long.toString(time.toSeconds()));
    }

    @Override
    public boolean massCancel(String instFamily) {
        return context.call(
                TradeOperations.MASS_CANCEL,
                WireTerms.params(Map.of("instFamily", instFamily)).add("instType", "OPTION"));
    }

    @Override
    public OkxRateLimit rateLimit() {
        return context.call(TradeOperations.ACCOUNT_RATE_LIMIT, OkxQuery.all());
    }
}
