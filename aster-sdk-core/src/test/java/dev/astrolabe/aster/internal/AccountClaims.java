package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.acknowledged;
import static dev.astrolabe.aster.internal.PayloadClaim.answer;

import java.util.List;
import java.util.stream.Stream;

/** Example payloads of the account, its settings, transfers, announcements and keys of the user stream. */
final class AccountClaims {

    private AccountClaims() {}

    static List<PayloadClaim> all() {
        return Stream.of(account(), history(), settings(), streamKeys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PayloadClaim> account() {
        return List.of(
                answer("get_balance", endpoints -> endpoints.account.balance),
                answer("get_account", endpoints -> endpoints.account.account),
                answer("get_accountWithJoinMargin", endpoints -> endpoints.account.account),
                answer("get_positionRisk_oneway", endpoints -> endpoints.account.positions),
                answer("get_positionRisk_hedge", endpoints -> endpoints.account.positions),
                answer("later/get_positionRisk_oneway.json", endpoints -> endpoints.account.positions),
                answer("get_commissionRate", endpoints -> endpoints.account.commission),
                answer("get_leverageBracket", endpoints -> endpoints.account.brackets),
                answer("get_leverageBracket_list", endpoints -> endpoints.account.brackets),
                answer("get_adlQuantile", endpoints -> endpoints.account.adl)
                        .ignoring("only marks the mode", "[].adlQuantile.HEDGE"));
    }

    private static List<PayloadClaim> history() {
        return List.of(
                answer("get_userTrades", endpoints -> endpoints.trading.userTrades)
                        .ignoring("price x quantity, rounded", "[].quoteQty")
                        .ignoring("says the same as side", "[].buyer"),
                answer("get_income", endpoints -> endpoints.account.income).ignoring("repeats the type", "[].info"),
                answer("get_forceOrders", endpoints -> endpoints.account.forceOrders)
                        .ignoring("average price x filled quantity", "[].cumQuote"),
                answer("post_asset_wallet_transfer", endpoints -> endpoints.account.transfer),
                answer("later/post_assetExchange.json", endpoints -> endpoints.account.assetExchange),
                answer("get_announcement_direct", endpoints -> endpoints.account.announcements),
                answer("get_announcement_directById", endpoints -> endpoints.account.announcement));
    }

    private static List<PayloadClaim> settings() {
        return List.of(
                answer("get_positionSide_dual", endpoints -> endpoints.settings.positionMode),
                acknowledged("post_positionSide_dual", endpoints -> endpoints.settings.setPositionMode),
                answer("get_stpMode", endpoints -> endpoints.settings.stpMode),
                acknowledged("post_stpMode", endpoints -> endpoints.settings.setStpMode),
                answer("get_multiAssetsMargin", endpoints -> endpoints.settings.multiAssets),
                acknowledged("post_multiAssetsMargin", endpoints -> endpoints.settings.setMultiAssets),
                answer("post_leverage", endpoints -> endpoints.settings.setLeverage),
                acknowledged("post_marginType", endpoints -> endpoints.settings.setMarginType),
                acknowledged("post_positionMargin", endpoints -> endpoints.settings.positionMargin)
                        .ignoring("repeats what was asked for", "amount", "type"),
                answer("get_positionMargin_history", endpoints -> endpoints.settings.marginHistory),
                answer("later/get_positionMargin_history.json", endpoints -> endpoints.settings.marginHistory));
    }

    private static List<PayloadClaim> streamKeys() {
        return List.of(
                answer("post_listenKey", endpoints -> endpoints.listenKeys.start),
                answer("put_listenKey", endpoints -> endpoints.listenKeys.keepAlive),
                answer("delete_listenKey", endpoints -> endpoints.listenKeys.close));
    }
}
