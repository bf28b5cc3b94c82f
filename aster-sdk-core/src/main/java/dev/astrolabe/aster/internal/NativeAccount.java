package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterAccount;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.EnumMap;
import java.util.Map;

/** Account, positions and settings in the venue's own calls. */
final class NativeAccount implements AsterAccount {

    private final AsterContext context;
    private final AsterInstruments instruments;

    NativeAccount(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
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
