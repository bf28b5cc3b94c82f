package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads that answer for one instrument, or for all of them. Safe for any thread. */
record SymbolReads(AsterContext context, AsterInstruments instruments) {

    static Params symbol(Instrument instrument) {
        return Params.create().add("symbol", instrument.venueSymbol());
    }

    /** The row of one instrument. */
    <R, T> T one(Endpoint<List<R>> endpoint, Symbol symbol, BiFunction<R, Instrument, T> mapping) {
        Instrument instrument = instruments.forCall(endpoint, symbol);
        return context.call(
                endpoint,
                symbol(instrument),
                rows -> rows.stream()
                        .findFirst()
                        .map(row -> mapping.apply(row, instrument))
                        .orElseThrow(() -> unreadable("nothing came for " + symbol, endpoint)));
    }

    /** The rows of every instrument that the catalogue knows. */
    <R, T> List<T> all(
            Endpoint<List<R>> endpoint, Function<R, String> name, BiFunction<R, Instrument, Optional<T>> mapping) {
        return all(endpoint, Params.create(), name, mapping);
    }

    <R, T> List<T> all(
            Endpoint<List<R>> endpoint,
            Params params,
            Function<R, String> name,
            BiFunction<R, Instrument, Optional<T>> mapping) {
        return context.call(
                endpoint,
                params,
                rows -> rows.stream()
                        .flatMap(row -> instruments.findByVenueSymbol(name.apply(row)).stream()
                                .flatMap(instrument -> mapping.apply(row, instrument).stream()))
                        .toList());
    }

    ProtocolException unreadable(String what, Endpoint<?> endpoint) {
        return new ProtocolException(
                what, VenueError.unanswered(context.config().exchange().name(), endpoint.id()), null);
    }
}
