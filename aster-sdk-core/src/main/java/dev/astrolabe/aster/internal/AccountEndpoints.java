package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.AccountInfo;
import dev.astrolabe.aster.internal.AccountPayloads.AdlRow;
import dev.astrolabe.aster.internal.AccountPayloads.Brackets;
import dev.astrolabe.aster.internal.AccountPayloads.Commission;
import dev.astrolabe.aster.internal.AccountPayloads.DualSide;
import dev.astrolabe.aster.internal.AccountPayloads.IncomeRow;
import dev.astrolabe.aster.internal.AccountPayloads.LeverageSet;
import dev.astrolabe.aster.internal.AccountPayloads.MultiAssets;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.TradingPayloads.Acknowledgement;
import dev.astrolabe.exchange.transport.Endpoint;
import java.util.List;

/** Account, positions and settings of one path family (docs: futures, "Account/Trades Endpoints"). */
final class AccountEndpoints {

    final Endpoint<AccountInfo> account;
    final Endpoint<List<PositionRow>> positions;
    final Endpoint<LeverageSet> setLeverage;
    final Endpoint<Acknowledgement> setMarginType;
    final Endpoint<DualSide> positionMode;
    final Endpoint<Acknowledgement> setPositionMode;
    final Endpoint<Acknowledgement> positionMargin;
    final Endpoint<Commission> commission;
    final Endpoint<List<Brackets>> brackets;
    final Endpoint<List<IncomeRow>> income;
    final Endpoint<MultiAssets> multiAssets;
    final Endpoint<Acknowledgement> setMultiAssets;
    final Endpoint<List<AdlRow>> adl;

    AccountEndpoints(PathFamily family) {
        account = AsterEndpoints.signed(Endpoint.get(family.account(), Payload.of(AccountInfo.class)))
                .weight(5);
        positions = AsterEndpoints.signed(Endpoint.get(family.positionRisk(), Payload.listOf(PositionRow.class)))
                .weight(5);
        setLeverage = AsterEndpoints.signed(Endpoint.post(family.of("leverage"), Payload.of(LeverageSet.class)));
        setMarginType =
                AsterEndpoints.signed(Endpoint.post(family.of("marginType"), Payload.of(Acknowledgement.class)));
        positionMode = AsterEndpoints.signed(Endpoint.get(family.of("positionSide/dual"), Payload.of(DualSide.class)))
                .weight(30);
        setPositionMode =
                AsterEndpoints.signed(Endpoint.post(family.of("positionSide/dual"), Payload.of(Acknowledgement.class)));
        positionMargin =
                AsterEndpoints.signed(Endpoint.post(family.of("positionMargin"), Payload.of(Acknowledgement.class)));
        commission = AsterEndpoints.signed(Endpoint.get(family.of("commissionRate"), Payload.of(Commission.class)))
                .weight(20);
        brackets = AsterEndpoints.signed(Endpoint.get(family.of("leverageBracket"), Payload.oneOrMore(Brackets.class)));
        income = AsterEndpoints.signed(Endpoint.get(family.of("income"), Payload.listOf(IncomeRow.class)))
                .weight(30);
        multiAssets = AsterEndpoints.signed(Endpoint.get(family.of("multiAssetsMargin"), Payload.of(MultiAssets.class)))
                .weight(30);
        setMultiAssets =
                AsterEndpoints.signed(Endpoint.post(family.of("multiAssetsMargin"), Payload.of(Acknowledgement.class)));
        adl = AsterEndpoints.signed(Endpoint.get(family.of("adlQuantile"), Payload.oneOrMore(AdlRow.class)))
                .weight(5);
    }
}
