package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterProtection;
import dev.astrolabe.aster.internal.StrategyPayloads.ProtectionRow;
import dev.astrolabe.aster.model.MarketMakerProtection;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the venue stops a market maker. Its limits are whole numbers of the venue's own units. */
final class NativeProtection implements AsterProtection {

    private final AsterContext context;
    private final StrategyEndpoints endpoints;
    private final AsterInstruments instruments;

    NativeProtection(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints().strategies;
        this.instruments = instruments;
    }

    @Override
    public void set(MarketMakerProtection protection) {
        Symbol symbol = protection.symbol();
        Instrument instrument = instruments.forCall(endpoints.protect, symbol);
        requireAMilli("window", protection.window(), symbol);
        requireAMilli("frozen time", protection.frozen(), symbol);
        BigDecimal unit = instrument.fromContracts(BigDecimal.ONE);
        protection.quantityLimit().ifPresent(limit -> requireWhole("quantity limit", limit, unit, symbol));
        protection.valueLimit().ifPresent(limit -> requireWhole("value limit", limit, BigDecimal.ONE, symbol));
        protection.deltaLimit().ifPresent(limit -> requireWhole("delta limit", limit, unit, symbol));
        Params params = SymbolReads.symbol(instrument)
                .add("windowTimeInMilliseconds", protection.window().toMillis())
                .add("frozenTimeInMilliseconds", protection.frozen().toMillis())
                .addIfPresent(
                        "qtyLimit",
                        protection.quantityLimit().map(instrument::toContracts).map(NativeProtection::whole))
                .addIfPresent("valueLimit", protection.valueLimit().map(NativeProtection::whole))
                .addIfPresent(
                        "deltaLimit",
                        protection.deltaLimit().map(instrument::toContracts).map(NativeProtection::whole));
        context.call(endpoints.protect, params);
    }

    private static void requireAMilli(String name, Duration time, Symbol symbol) {
        if (time.toMillis() < 1) {
            throw NotSentException.invalid(name + " " + time + " of " + symbol + " is below 1 ms; nearest is 1 ms");
        }
    }

    private static void requireWhole(String name, BigDecimal limit, BigDecimal unit, Symbol symbol) {
        Steps.requireAtLeast(name, limit, unit, symbol);
        Steps.require(name, limit, unit, "venue's unit", symbol);
    }

    private static String whole(BigDecimal limit) {
        return limit.toBigIntegerExact().toString();
    }

    @Override
    public List<MarketMakerProtection> all() {
        return context.call(
                endpoints.protections,
                Params.create(),
                rows -> rows.stream()
                        .map(row -> protection(row, instruments.ofAccountRow(row.symbol())))
                        .toList());
    }

    @Override
    public Optional<MarketMakerProtection> find(Symbol symbol) {
        Instrument instrument = instruments.forCall(endpoints.protections, symbol);
        return context.call(
                endpoints.protections,
                SymbolReads.symbol(instrument),
                rows -> rows.stream()
                        .filter(row -> row.symbol().equals(instrument.venueSymbol()))
                        .findFirst()
                        .map(row -> protection(row, instrument)));
    }

    @Override
    public void delete(Symbol symbol) {
        call(endpoints.unprotect, symbol);
    }

    @Override
    public void reset(Symbol symbol) {
        call(endpoints.resume, symbol);
    }

    private void call(Endpoint<Boolean> endpoint, Symbol symbol) {
        context.call(endpoint, SymbolReads.symbol(instruments.forCall(endpoint, symbol)));
    }

    static MarketMakerProtection protection(ProtectionRow row, Instrument instrument) {
        return MarketMakerProtection.builder(
                        instrument.symbol(),
                        Duration.ofMillis(row.windowTimeInMilliseconds()),
                        Duration.ofMillis(row.frozenTimeInMilliseconds()))
                .quantityLimit(quantity(row.qtyLimit(), instrument))
                .valueLimit(Readings.nonZero(row.valueLimit()))
                .deltaLimit(quantity(row.deltaLimit(), instrument))
                .build();
    }

    private static @Nullable BigDecimal quantity(@Nullable BigDecimal contracts, Instrument instrument) {
        BigDecimal limit = Readings.nonZero(contracts);
        return limit == null ? null : instrument.fromContracts(limit);
    }
}
