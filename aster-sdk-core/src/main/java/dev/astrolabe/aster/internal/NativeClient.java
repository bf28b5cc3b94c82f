package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The calls that only this venue has. */
final class NativeClient implements AsterClient {

    private final AsterContext context;
    private final AsterInstruments instruments;

    NativeClient(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    @Override
    public void countdownCancelAll(Symbol symbol, Duration countdown) {
        if (countdown.isNegative()) {
            throw NotSentException.invalid("countdown " + countdown + " of " + symbol + " is below zero");
        }
        Params params =
                symbol(context.endpoints().trading.countdown, symbol).add("countdownTime", countdown.toMillis());
        context.call(context.endpoints().trading.countdown, params);
    }

    @Override
    public boolean multiAssetsMargin() {
        return context.call(context.endpoints().account.multiAssets, Params.create())
                .multiAssetsMargin();
    }

    @Override
    public void setMultiAssetsMargin(boolean enabled) {
        context.call(context.endpoints().account.setMultiAssets, Params.create().add("multiAssetsMargin", enabled));
    }

    @Override
    public Map<PositionSide, Integer> adlQuantile(Symbol symbol) {
        String venueSymbol =
                instruments.forCall(context.endpoints().account.adl, symbol).venueSymbol();
        Map<PositionSide, Integer> quantiles = new EnumMap<>(PositionSide.class);
        context.call(context.endpoints().account.adl, symbol(context.endpoints().account.adl, symbol)).stream()
                .filter(row -> row.symbol().equals(venueSymbol))
                .forEach(row -> row.adlQuantile().forEach((side, quantile) -> {
                    switch (side) {
                        case "LONG" -> quantiles.put(PositionSide.LONG, quantile);
                        case "SHORT" -> quantiles.put(PositionSide.SHORT, quantile);
                        case "BOTH" -> {
                            quantiles.putIfAbsent(PositionSide.LONG, quantile);
                            quantiles.putIfAbsent(PositionSide.SHORT, quantile);
                        }
                        default -> {
                            // HEDGE only marks the mode.
                        }
                    }
                }));
        return Map.copyOf(quantiles);
    }

    private Params symbol(Endpoint<?> endpoint, Symbol symbol) {
        return Params.create()
                .add("symbol", instruments.forCall(endpoint, symbol).venueSymbol());
    }
}
