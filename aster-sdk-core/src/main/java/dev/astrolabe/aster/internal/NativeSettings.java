package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterAccountSettings;
import dev.astrolabe.aster.internal.SettingPayloads.MarginChange;
import dev.astrolabe.aster.internal.SettingPayloads.StpMode;
import dev.astrolabe.aster.model.IsolatedMarginChange;
import dev.astrolabe.aster.model.MarginDirection;
import dev.astrolabe.aster.model.PositionMarginChange;
import dev.astrolabe.aster.model.SelfTradeSetting;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Modes, leverage and isolated margin in the venue's own calls. Safe for any thread. */
final class NativeSettings implements AsterAccountSettings {

    // The venue names no largest limit.
    private static final OnePage MARGIN_HISTORY = OnePage.of(Integer.MAX_VALUE);

    private final AsterContext context;
    private final SettingEndpoints endpoints;
    private final AsterInstruments instruments;
    private final NeutralAccount neutral;

    NativeSettings(AsterContext context, AsterInstruments instruments, NeutralAccount neutral) {
        this.context = context;
        this.endpoints = context.endpoints().settings;
        this.instruments = instruments;
        this.neutral = neutral;
    }

    @Override
    public PositionMode positionMode() {
        return neutral.positionMode();
    }

    @Override
    public void setPositionMode(PositionMode mode) {
        neutral.setPositionMode(mode);
    }

    @Override
    public SelfTradeSetting selfTradePrevention() {
        return context.call(endpoints.stpMode, Params.create(), NativeSettings::setting);
    }

    static SelfTradeSetting setting(StpMode row) {
        SelfTradePrevention mode = Stream.of(SelfTradePrevention.values())
                .filter(known -> known.name().equals(row.stpMode()))
                .findFirst()
                .orElse(null);
        return new SelfTradeSetting(mode, row.stpMode());
    }

    @Override
    public void setSelfTradePrevention(SelfTradePrevention mode) {
        context.set(endpoints.setStpMode, Params.create().add("stpMode", mode.name()));
    }

    @Override
    public boolean multiAssetsMargin() {
        return context.call(endpoints.multiAssets, Params.create()).multiAssetsMargin();
    }

    @Override
    public void setMultiAssetsMargin(boolean enabled) {
        context.set(endpoints.setMultiAssets, Params.create().add("multiAssetsMargin", enabled));
    }

    @Override
    public LeverageSetting setLeverage(Symbol symbol, int leverage) {
        return neutral.setLeverage(symbol, leverage);
    }

    @Override
    public void setMarginMode(Symbol symbol, MarginMode mode) {
        neutral.setMarginMode(symbol, mode);
    }

    @Override
    public void changeIsolatedMargin(IsolatedMarginChange change) {
        neutral.changeMargin(change);
    }

    @Override
    public List<PositionMarginChange> isolatedMarginHistory(HistoryQuery query) {
        return marginHistory(query, Optional.empty());
    }

    @Override
    public List<PositionMarginChange> isolatedMarginHistory(HistoryQuery query, MarginDirection direction) {
        int type = direction == MarginDirection.ADDED ? AccountMapper.ADDED : AccountMapper.TAKEN_BACK;
        return marginHistory(query, Optional.of(type));
    }

    private List<PositionMarginChange> marginHistory(HistoryQuery query, Optional<Integer> type) {
        MARGIN_HISTORY.check(query);
        Endpoint<List<MarginChange>> endpoint = endpoints.marginHistory;
        Instrument instrument = instruments.forCall(endpoint, NeutralMarketData.requireSymbol(query));
        Params params = SymbolReads.symbol(instrument).addIfPresent("type", type);
        return context.call(
                endpoint,
                MARGIN_HISTORY.add(params, query),
                rows -> rows.stream()
                        .map(row -> AsterAccountMapper.marginChange(row, instrument))
                        .toList());
    }
}
