package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.SettingPayloads.DualSide;
import dev.astrolabe.aster.internal.SettingPayloads.LeverageSet;
import dev.astrolabe.aster.internal.SettingPayloads.MarginChange;
import dev.astrolabe.aster.internal.SettingPayloads.MultiAssets;
import dev.astrolabe.aster.internal.SettingPayloads.StpMode;
import dev.astrolabe.aster.internal.TradingPayloads.Acknowledgement;
import dev.astrolabe.exchange.transport.Endpoint;
import java.util.List;

/** Modes, leverage and margin of one path family (docs: futures, "Account/Trades Endpoints"). */
final class SettingEndpoints {

    final Endpoint<DualSide> positionMode;
    final Endpoint<Acknowledgement> setPositionMode;
    final Endpoint<StpMode> stpMode;
    final Endpoint<Acknowledgement> setStpMode;
    final Endpoint<MultiAssets> multiAssets;
    final Endpoint<Acknowledgement> setMultiAssets;
    final Endpoint<LeverageSet> setLeverage;
    final Endpoint<Acknowledgement> setMarginType;
    final Endpoint<Acknowledgement> positionMargin;
    final Endpoint<List<MarginChange>> marginHistory;

    SettingEndpoints(PathFamily family) {
        positionMode = AsterEndpoints.signed(Endpoint.get(family.of("positionSide/dual"), Payload.of(DualSide.class)))
                .weight(30);
        setPositionMode = acknowledged(family.of("positionSide/dual"));
        stpMode = AsterEndpoints.signed(Endpoint.get(PathFamily.onlyInV3("stpMode"), Payload.of(StpMode.class)))
                .weight(30);
        setStpMode = acknowledged(PathFamily.onlyInV3("stpMode"));
        multiAssets = AsterEndpoints.signed(Endpoint.get(family.of("multiAssetsMargin"), Payload.of(MultiAssets.class)))
                .weight(30);
        setMultiAssets = acknowledged(family.of("multiAssetsMargin"));
        setLeverage = AsterEndpoints.signed(Endpoint.post(family.of("leverage"), Payload.of(LeverageSet.class)));
        setMarginType = acknowledged(family.of("marginType"));
        positionMargin = acknowledged(family.of("positionMargin"));
        marginHistory = AsterEndpoints.signed(
                Endpoint.get(family.of("positionMargin/history"), Payload.listOf(MarginChange.class)));
    }

    private static Endpoint<Acknowledgement> acknowledged(String path) {
        return AsterEndpoints.signed(Endpoint.post(path, Payload.of(Acknowledgement.class)));
    }
}
