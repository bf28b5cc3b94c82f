package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterAccount;
import dev.astrolabe.aster.internal.AccountPayloads.AdlRow;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.List;
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
        return context.call(context.endpoints().settings.multiAssets, Params.create())
                .multiAssetsMargin();
    }

    @Override
    public void setMultiAssetsMargin(boolean enabled) {
        context.call(
                context.endpoints().settings.setMultiAssets, Params.create().add("multiAssetsMargin", enabled));
    }

    @Override
    public Map<PositionSide, Integer> adlQuantile(Symbol symbol) {
        Endpoint<List<AdlRow>> endpoint = context.endpoints().account.adl;
        String venueSymbol = instruments.forCall(endpoint, symbol).venueSymbol();
        return context.call(endpoint, Params.create().add("symbol", venueSymbol)).stream()
                .filter(row -> row.symbol().equals(venueSymbol))
                .findFirst()
                .map(row -> AccountMapper.adl(row.adlQuantile()))
                .orElse(Map.of());
    }
}
