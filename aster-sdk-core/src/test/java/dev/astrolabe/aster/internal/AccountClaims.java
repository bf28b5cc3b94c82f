package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.acknowledged;
import static dev.astrolabe.aster.internal.PayloadClaim.answer;
import static dev.astrolabe.aster.internal.PayloadClaim.rows;

import dev.astrolabe.aster.model.WalletTransfer;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Example payloads of the account, its settings, transfers, announcements and keys of the user stream. */
final class AccountClaims {

    private static final String NO_SLOT = "BOTH means no slot, and so does a word that is new";
    private static final WalletTransfer TRANSFER =
            new WalletTransfer(WalletTransfer.Direction.SPOT_TO_FUTURES, "USDT", BigDecimal.ONE, "mine");

    private AccountClaims() {}

    static List<PayloadClaim> all() {
        return Stream.of(account(), history(), settings(), streamKeys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PayloadClaim> account() {
        return List.of(
                rows("get_balance", endpoints -> endpoints.account.balance, AsterAccountMapper::balance),
                info("get_account").ignoring(NO_SLOT, "positions[].positionSide"),
                info("get_accountWithJoinMargin").ignoring(NO_SLOT, "positions[].positionSide"),
                positions("get_positionRisk_oneway").ignoring(NO_SLOT, "[].positionSide"),
                positions("get_positionRisk_hedge"),
                positions("later/get_positionRisk_oneway.json").ignoring(NO_SLOT, "[].positionSide"),
                answer(
                        "get_commissionRate",
                        endpoints -> endpoints.account.commission,
                        row -> AccountMapper.fees(
                                row, Listings.named(row.symbol()).symbol())),
                brackets("get_leverageBracket"),
                brackets("get_leverageBracket_list"),
                rows(
                                "get_adlQuantile",
                                endpoints -> endpoints.account.adl,
                                row -> Map.entry(row.symbol(), AccountMapper.adl(row.adlQuantile())))
                        .ignoring("only marks the mode", "[].adlQuantile.HEDGE")
                        .ignoring("stands for a side that has none of its own", "[].adlQuantile.BOTH"));
    }

    private static PayloadClaim info(String file) {
        return answer(
                file,
                endpoints -> endpoints.account.account,
                row -> AsterAccountMapper.info(row, (symbol, quantity) -> Optional.of(Listings.named(symbol))));
    }

    private static PayloadClaim positions(String file) {
        return rows(
                file,
                endpoints -> endpoints.account.positions,
                row -> AsterAccountMapper.position(row, Listings.named(row.symbol())));
    }

    private static PayloadClaim brackets(String file) {
        return rows(
                file,
                endpoints -> endpoints.account.brackets,
                row -> Map.entry(row.symbol(), AccountMapper.tiers(row)));
    }

    private static List<PayloadClaim> history() {
        return List.of(
                rows(
                                "get_userTrades",
                                endpoints -> endpoints.trading.userTrades,
                                row -> OrderMapper.fill(row, Listings.named(row.symbol())))
                        .ignoring("price x quantity, rounded", "[].quoteQty")
                        .ignoring("says the same as side", "[].buyer")
                        .closed("[].side"),
                rows(
                                "get_income",
                                endpoints -> endpoints.account.income,
                                row -> AccountMapper.income(row, symbolOrNone(row.symbol())))
                        .ignoring("repeats the type", "[].info"),
                rows(
                                "get_forceOrders",
                                endpoints -> endpoints.account.forceOrders,
                                row -> AsterAccountMapper.forceOrder(row, Listings.named(row.symbol())))
                        .ignoring("average price x filled quantity", "[].cumQuote")
                        .ignoring("origType says what it was placed as", "[].type")
                        .ignoring("only stops are triggered", "[].workingType")
                        .closed("[].side"),
                answer(
                        "post_asset_wallet_transfer",
                        endpoints -> endpoints.account.transfer,
                        row -> AsterAccountMapper.receipt(row, TRANSFER)),
                answer(
                        "later/post_assetExchange.json",
                        endpoints -> endpoints.account.assetExchange,
                        row -> row.map(AsterAccountMapper::exchange)),
                answer(
                        "get_announcement_direct",
                        endpoints -> endpoints.account.announcements,
                        AsterAccountMapper::announcements),
                answer(
                        "get_announcement_directById",
                        endpoints -> endpoints.account.announcement,
                        AsterAccountMapper::announcement));
    }

    private static Symbol symbolOrNone(String venueSymbol) {
        return venueSymbol.isEmpty() ? null : Listings.named(venueSymbol).symbol();
    }

    private static List<PayloadClaim> settings() {
        return List.of(
                answer("get_positionSide_dual", endpoints -> endpoints.settings.positionMode),
                acknowledged("post_positionSide_dual", endpoints -> endpoints.settings.setPositionMode),
                answer("get_stpMode", endpoints -> endpoints.settings.stpMode, NativeSettings::setting),
                acknowledged("post_stpMode", endpoints -> endpoints.settings.setStpMode),
                answer("get_multiAssetsMargin", endpoints -> endpoints.settings.multiAssets),
                acknowledged("post_multiAssetsMargin", endpoints -> endpoints.settings.setMultiAssets),
                answer(
                        "post_leverage",
                        endpoints -> endpoints.settings.setLeverage,
                        row -> AccountMapper.leverage(
                                row, Listings.named(row.symbol()).symbol())),
                acknowledged("post_marginType", endpoints -> endpoints.settings.setMarginType),
                acknowledged("post_positionMargin", endpoints -> endpoints.settings.positionMargin)
                        .ignoring("repeats what was asked for", "amount", "type"),
                marginHistory("get_positionMargin_history"),
                marginHistory("later/get_positionMargin_history.json"));
    }

    private static PayloadClaim marginHistory(String file) {
        return rows(
                file,
                endpoints -> endpoints.settings.marginHistory,
                row -> AsterAccountMapper.marginChange(row, Listings.named(row.symbol())));
    }

    private static List<PayloadClaim> streamKeys() {
        return List.of(
                answer("post_listenKey", endpoints -> endpoints.listenKeys.start),
                answer("put_listenKey", endpoints -> endpoints.listenKeys.keepAlive),
                answer("delete_listenKey", endpoints -> endpoints.listenKeys.close));
    }
}
