package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.AccountInfo;
import dev.astrolabe.aster.internal.AccountPayloads.AdlRow;
import dev.astrolabe.aster.internal.AccountPayloads.AnnouncementPage;
import dev.astrolabe.aster.internal.AccountPayloads.AnnouncementRow;
import dev.astrolabe.aster.internal.AccountPayloads.BalanceRow;
import dev.astrolabe.aster.internal.AccountPayloads.Brackets;
import dev.astrolabe.aster.internal.AccountPayloads.Commission;
import dev.astrolabe.aster.internal.AccountPayloads.Exchanged;
import dev.astrolabe.aster.internal.AccountPayloads.IncomeRow;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.AccountPayloads.Transferred;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.exchange.transport.Endpoint;
import java.util.List;
import java.util.Optional;

/** Balances, positions, history and transfers of one path family (docs: futures, "Account/Trades Endpoints"). */
final class AccountEndpoints {

    final Endpoint<List<BalanceRow>> balance;
    final Endpoint<AccountInfo> account;
    final Endpoint<AccountInfo> accountWithoutJointMargin;
    final Endpoint<List<PositionRow>> positions;
    final Endpoint<List<IncomeRow>> income;
    final Endpoint<List<Brackets>> brackets;
    final Endpoint<List<AdlRow>> adl;
    final Endpoint<List<OrderRow>> forceOrders;
    final Endpoint<Commission> commission;
    final Endpoint<Transferred> transfer;
    final Endpoint<Optional<Exchanged>> assetExchange;
    final Endpoint<AnnouncementPage> announcements;
    final Endpoint<AnnouncementRow> announcement;

    AccountEndpoints(PathFamily family) {
        balance = AsterEndpoints.signed(Endpoint.get(family.balance(), Payload.listOf(BalanceRow.class)))
                .weight(5);
        account = AsterEndpoints.signed(Endpoint.get(family.account(), Payload.of(AccountInfo.class)))
                .weight(5);
        accountWithoutJointMargin = AsterEndpoints.signed(
                        Endpoint.get(PathFamily.onlyInV3("account"), Payload.of(AccountInfo.class)))
                .weight(5);
        positions = AsterEndpoints.signed(Endpoint.get(family.positionRisk(), Payload.listOf(PositionRow.class)))
                .weight(5);
        income = AsterEndpoints.signed(Endpoint.get(family.of("income"), Payload.listOf(IncomeRow.class)))
                .weight(30);
        brackets = AsterEndpoints.signed(Endpoint.get(family.of("leverageBracket"), Payload.oneOrMore(Brackets.class)));
        adl = AsterEndpoints.signed(Endpoint.get(family.of("adlQuantile"), Payload.oneOrMore(AdlRow.class)))
                .weight(5);
        forceOrders = AsterEndpoints.signed(Endpoint.get(family.of("forceOrders"), Payload.listOf(OrderRow.class)))
                .weight(AsterEndpoints.bySymbol(20, 50));
        commission = AsterEndpoints.signed(Endpoint.get(family.of("commissionRate"), Payload.of(Commission.class)))
                .weight(20);
        // 5 until 2026-06, 50 later: the larger one never overruns the limit.
        transfer = AsterEndpoints.signed(
                        Endpoint.post(family.of("asset/wallet/transfer"), Payload.of(Transferred.class)))
                .weight(50);
        assetExchange = AsterEndpoints.signed(
                Endpoint.post(PathFamily.onlyInV3("assetExchange"), Payload.optional(Exchanged.class)));
        announcements = AsterEndpoints.signed(
                Endpoint.get(PathFamily.onlyInV3("announcement/direct"), Payload.of(AnnouncementPage.class)));
        announcement = AsterEndpoints.signed(
                Endpoint.get(PathFamily.onlyInV3("announcement/directById"), Payload.of(AnnouncementRow.class)));
    }
}
