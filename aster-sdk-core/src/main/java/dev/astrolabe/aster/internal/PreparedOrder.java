package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.Map;

/** An order that passed every local check and has a client order id. */
record PreparedOrder(OrderRequest order, Instrument instrument, Map<String, String> parameters) {

    static PreparedOrder single(
            Endpoint<?> endpoint, OrderRequest order, AsterContext context, AsterInstruments instruments) {
        return prepare(endpoint, order, context, instruments, false);
    }

    static PreparedOrder element(
            Endpoint<?> endpoint, OrderRequest order, AsterContext context, AsterInstruments instruments) {
        return prepare(endpoint, order, context, instruments, true);
    }

    private static PreparedOrder prepare(
            Endpoint<?> endpoint,
            OrderRequest order,
            AsterContext context,
            AsterInstruments instruments,
            boolean inBatch) {
        context.capabilities().check(order);
        Instrument instrument = instruments.forCall(endpoint, order.symbol());
        instrument.check(order);
        OrderRequest named = order.clientOrderId().isPresent()
                ? order
                : order.toBuilder()
                        .clientOrderId(context.clientOrderIds().next())
                        .build();
        Map<String, String> parameters =
                inBatch ? OrderParameters.element(named, instrument) : OrderParameters.single(named, instrument);
        return new PreparedOrder(named, instrument, parameters);
    }

    OrderRef ref() {
        return OrderRef.ofClientOrderId(order.symbol(), order.clientOrderId().orElseThrow())
                .withConditional(order.type().isConditional());
    }

    Params params() {
        Params params = Params.create();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            params = params.add(parameter.getKey(), parameter.getValue());
        }
        return params;
    }
}
