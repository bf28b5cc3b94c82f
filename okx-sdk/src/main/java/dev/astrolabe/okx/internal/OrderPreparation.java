package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxAlgoRequest;
import dev.astrolabe.okx.model.OkxOrderRequest;

/** Names orders and checks whatever can be known before anything is sent. Safe for any thread. */
final class OrderPreparation {

    private static final String QUOTE_SIZED = "quote_ccy";

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OrderParameters parameters;

    OrderPreparation(OkxContext context, OkxInstruments instruments, AccountModes modes) {
        this.context = context;
        this.instruments = instruments;
        this.parameters = new OrderParameters(context.settings(), modes);
    }

    /** An order of any type: what waits for a trigger is an algo order. */
    PreparedOrder of(OrderRequest order) {
        return order.type().isConditional() ? algo(order) : of(OkxOrderRequest.of(order));
    }

    PreparedOrder of(OkxOrderRequest request) {
        OrderRequest order = named(request.order());
        context.capabilities().check(order);
        RequestRules.check(request);
        Instrument instrument = instruments.forCall(TradeOperations.PLACE, order.symbol());
        if (request.get("tgtCcy").filter(QUOTE_SIZED::equals).isEmpty()) {
            instrument.check(order);
        }
        NativeAmounts.check(request.values(), instrument);
        Params params = parameters.order(request.order(order), instrument);
        return new PreparedOrder(TradeOperations.placing(order), ref(order), instrument, params);
    }

    private PreparedOrder algo(OrderRequest request) {
        OrderRequest order = named(request);
        context.capabilities().check(order);
        Instrument instrument = instruments.forCall(AlgoOperations.PLACE, order.symbol());
        instrument.check(order);
        OkxAlgoRequest algo = parameters.algo(order, instrument);
        return new PreparedOrder(AlgoOperations.PLACE, ref(order), instrument, parameters.algo(algo, instrument));
    }

    PreparedOrder of(OkxAlgoRequest request) {
        OkxAlgoRequest named = request.get("algoClOrdId").isPresent()
                ? request
                : request.clientOrderId(context.clientOrderIds().next());
        Instrument instrument = instruments.forCall(AlgoOperations.PLACE, named.symbol());
        OrderRef ref = OrderRef.ofClientOrderId(
                        named.symbol(), named.get("algoClOrdId").orElseThrow())
                .withConditional(true);
        NativeAmounts.check(named.values(), instrument);
        return new PreparedOrder(AlgoOperations.PLACE, ref, instrument, parameters.algo(named, instrument));
    }

    private OrderRequest named(OrderRequest order) {
        return order.clientOrderId().isPresent()
                ? order
                : order.toBuilder()
                        .clientOrderId(context.clientOrderIds().next())
                        .build();
    }

    private static OrderRef ref(OrderRequest order) {
        return OrderRef.ofClientOrderId(order.symbol(), order.clientOrderId().orElseThrow())
                .withConditional(order.type().isConditional());
    }
}
