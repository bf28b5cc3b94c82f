package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;

/** A change of a resting limit order that passed every local check (docs: futures v3, "Modify Order"). */
record PreparedChange(AmendRequest change, Instrument instrument) {

    static PreparedChange of(Endpoint<?> endpoint, AmendRequest change, AsterInstruments instruments) {
        OrderRef ref = change.ref();
        if (ref.conditional()) {
            throw NotSentException.invalid(
                    "only LIMIT orders are changed in place; cancel order " + ref + " and place another one");
        }
        Instrument instrument = instruments.forCall(endpoint, ref.symbol());
        instrument.check(wholeOrder(change));
        return new PreparedChange(change, instrument);
    }

    /**
     * The order as far as it is known. Which side it has, and whether it may be below the least notional because it only
     * reduces, is known to the venue alone.
     */
    private static OrderRequest wholeOrder(AmendRequest change) {
        return OrderRequest.limit(change.ref().symbol(), Side.BUY, change.quantity(), change.price()).toBuilder()
                .reduceOnly(true)
                .build();
    }

    OrderRef ref() {
        return change.ref();
    }

    Params params() {
        return RefParameters.of(change.ref(), instrument)
                .add("quantity", instrument.toContracts(change.quantity()))
                .add("price", instrument.toVenuePrice(change.price()));
    }
}
