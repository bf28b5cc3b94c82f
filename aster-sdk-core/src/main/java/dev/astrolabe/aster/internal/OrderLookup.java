package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Endpoint;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Asks for one order, which the venue may not know. */
record OrderLookup(AsterContext context, AsterInstruments instruments) {

    <T> Optional<T> find(Endpoint<OrderRow> endpoint, OrderRef ref, BiFunction<OrderRow, Instrument, T> reading) {
        Instrument instrument = instruments.forCall(endpoint, ref.symbol());
        return ifThere(
                () -> context.call(endpoint, RefParameters.of(ref, instrument), row -> reading.apply(row, instrument)));
    }

    /** Empty where the venue says that there is no such order. */
    static <T> Optional<T> ifThere(Supplier<T> query) {
        try {
            return Optional.of(query.get());
        } catch (RejectedException e) {
            String noSuchOrder = Integer.toString(AsterErrorCodes.NO_SUCH_ORDER);
            if (e.venueError().filter(error -> error.code().equals(noSuchOrder)).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
