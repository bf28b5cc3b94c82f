package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.OrderParameters.Place;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.Map;

/** An order that passed every local check and has a client order id. */
record PreparedOrder(OrderRequest order, Instrument instrument, Map<String, String> parameters) {

    static PreparedOrder of(
            Endpoint<?> endpoint,
            AsterOrderRequest request,
            Place place,
            AsterContext context,
            AsterInstruments instruments) {
        AsterOrderRequest named = request.order().clientOrderId().isPresent()
                ? request
                : named(request, context.clientOrderIds().next());
        return restated(endpoint, named, place, context, instruments);
    }

    private static AsterOrderRequest named(AsterOrderRequest request, String clientOrderId) {
        return request.toBuilder()
                .order(request.order().toBuilder().clientOrderId(clientOrderId).build())
                .build();
    }

    /** New terms for an order that is there already and keeps its id. */
    static PreparedOrder restated(
            Endpoint<?> endpoint,
            AsterOrderRequest request,
            Place place,
            AsterContext context,
            AsterInstruments instruments) {
        context.capabilities().check(request.order());
        if (request.pegPriceType().isPresent() || request.builderFee().isPresent()) {
            requireV3(context);
        }
        Instrument instrument = instruments.forCall(endpoint, request.order().symbol());
        OrderRequest order = instrument.inBaseUnits(request.order());
        instrument.check(order);
        AsterOrderRequest converted = request.toBuilder().order(order).build();
        return new PreparedOrder(order, instrument, OrderParameters.of(converted, instrument, place));
    }

    private static void requireV3(AsterContext context) {
        if (context.family() != PathFamily.V3) {
            throw new UnsupportedOperationOnExchangeException(
                    context.config().exchange().name(), "a peg or a builder's fee by a client of v1; open one of v3");
        }
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
