package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonEmpty;
import static dev.astrolabe.aster.internal.Readings.numberOrNull;
import static dev.astrolabe.aster.internal.Readings.required;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.AccountPayloads.AccountInfo;
import dev.astrolabe.aster.internal.AccountPayloads.AnnouncementRow;
import dev.astrolabe.aster.internal.AccountPayloads.AssetRow;
import dev.astrolabe.aster.internal.AccountPayloads.BalanceRow;
import dev.astrolabe.aster.internal.AccountPayloads.Exchanged;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.AccountPayloads.Transferred;
import dev.astrolabe.aster.internal.SettingPayloads.MarginChange;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.model.AccountPosition;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AnnouncementPage;
import dev.astrolabe.aster.model.AssetExchange;
import dev.astrolabe.aster.model.AsterAccountInfo;
import dev.astrolabe.aster.model.AsterAsset;
import dev.astrolabe.aster.model.AsterBalance;
import dev.astrolabe.aster.model.AsterPosition;
import dev.astrolabe.aster.model.ForceOrder;
import dev.astrolabe.aster.model.ForceOrderCause;
import dev.astrolabe.aster.model.MarginSummary;
import dev.astrolabe.aster.model.PositionMarginChange;
import dev.astrolabe.aster.model.PositionSlot;
import dev.astrolabe.aster.model.TransferReceipt;
import dev.astrolabe.aster.model.WalletTransfer;
import dev.astrolabe.exchange.model.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The account in the native model: all that the venue says, in base units and per single coin. */
final class AsterAccountMapper {

    private static final String LIQUIDATION_ID = "autoclose-";
    private static final String ADL_ID = "adl_autoclose";

    private AsterAccountMapper() {}

    static AsterBalance balance(BalanceRow row) {
        return AsterBalance.builder()
                .accountAlias(row.accountAlias())
                .asset(row.asset())
                .balance(row.balance())
                .crossWalletBalance(row.crossWalletBalance())
                .crossUnrealizedPnl(row.crossUnPnl())
                .available(row.availableBalance())
                .maxWithdrawable(row.maxWithdrawAmount())
                .marginAvailable(Boolean.TRUE.equals(row.marginAvailable()))
                .updatedAt(time(row.updateTime()))
                .build();
    }

    /** {@code instruments} gives the instrument of a slot, from its name and its quantity; empty leaves the slot out. */
    static AsterAccountInfo info(
            AccountInfo row, BiFunction<String, @Nullable BigDecimal, Optional<Instrument>> instruments) {
        return new AsterAccountInfo(
                required(row.feeTier(), "feeTier"),
                new AsterAccountInfo.Permissions(
                        required(row.canTrade(), "canTrade"),
                        required(row.canDeposit(), "canDeposit"),
                        required(row.canWithdraw(), "canWithdraw")),
                totals(row),
                row.assets().stream().map(AsterAccountMapper::asset).toList(),
                Objects.requireNonNullElse(row.positions(), List.<AccountPayloads.AccountPosition>of()).stream()
                        .flatMap(slot -> instruments.apply(slot.symbol(), slot.positionAmt()).stream()
                                .map(instrument -> accountPosition(slot, instrument)))
                        .toList(),
                time(row.updateTime()));
    }

    private static MarginSummary totals(AccountInfo row) {
        return new MarginSummary(
                required(row.totalWalletBalance(), "totalWalletBalance"),
                required(row.totalUnrealizedProfit(), "totalUnrealizedProfit"),
                required(row.totalMarginBalance(), "totalMarginBalance"),
                required(row.totalInitialMargin(), "totalInitialMargin"),
                required(row.totalPositionInitialMargin(), "totalPositionInitialMargin"),
                required(row.totalOpenOrderInitialMargin(), "totalOpenOrderInitialMargin"),
                required(row.totalMaintMargin(), "totalMaintMargin"),
                required(row.totalCrossWalletBalance(), "totalCrossWalletBalance"),
                required(row.totalCrossUnPnl(), "totalCrossUnPnl"),
                required(row.availableBalance(), "availableBalance"),
                required(row.maxWithdrawAmount(), "maxWithdrawAmount"));
    }

    private static AsterAsset asset(AssetRow row) {
        MarginSummary amounts = new MarginSummary(
                row.walletBalance(),
                row.unrealizedProfit(),
                required(row.marginBalance(), "marginBalance"),
                row.initialMargin(),
                required(row.positionInitialMargin(), "positionInitialMargin"),
                required(row.openOrderInitialMargin(), "openOrderInitialMargin"),
                required(row.maintMargin(), "maintMargin"),
                required(row.crossWalletBalance(), "crossWalletBalance"),
                required(row.crossUnPnl(), "crossUnPnl"),
                row.availableBalance(),
                required(row.maxWithdrawAmount(), "maxWithdrawAmount"));
        return new AsterAsset(row.asset(), amounts, Boolean.TRUE.equals(row.marginAvailable()), time(row.updateTime()));
    }

    private static AccountPosition accountPosition(AccountPayloads.AccountPosition row, Instrument instrument) {
        PositionSlot slot = PositionSlot.builder()
                .symbol(instrument.symbol())
                .side(OrderMapper.positionSide(row.positionSide()))
                .quantity(instrument.fromContracts(required(row.positionAmt(), "positionAmt")))
                .entryPrice(instrument.fromVenuePrice(required(row.entryPrice(), "entryPrice")))
                .unrealizedPnl(required(row.unrealizedProfit(), "unrealizedProfit"))
                .leverage(required(row.leverage(), "leverage"))
                .maxNotional(numberOrNull(row.maxNotional()))
                .notional(row.notional())
                .isolatedWallet(row.isolatedWallet())
                .updatedAt(time(row.updateTime()))
                .build();
        return new AccountPosition(
                slot,
                required(row.isolated(), "isolated"),
                required(row.initialMargin(), "initialMargin"),
                required(row.positionInitialMargin(), "positionInitialMargin"),
                required(row.openOrderInitialMargin(), "openOrderInitialMargin"),
                required(row.maintMargin(), "maintMargin"));
    }

    static AsterPosition position(PositionRow row, Instrument instrument) {
        PositionSlot slot = PositionSlot.builder()
                .symbol(instrument.symbol())
                .side(OrderMapper.positionSide(row.positionSide()))
                .quantity(instrument.fromContracts(row.positionAmt()))
                .entryPrice(instrument.fromVenuePrice(row.entryPrice()))
                .unrealizedPnl(required(row.unRealizedProfit(), "unRealizedProfit"))
                .leverage(required(row.leverage(), "leverage"))
                .maxNotional(numberOrNull(row.maxNotionalValue()))
                .notional(row.notional())
                .isolatedWallet(row.isolatedWallet())
                .updatedAt(time(row.updateTime()))
                .build();
        String mode = required(row.marginType(), "marginType");
        AsterPosition.Margin margin = new AsterPosition.Margin(
                AsterVocabulary.marginType(mode),
                mode,
                required(row.isolatedMargin(), "isolatedMargin"),
                Boolean.parseBoolean(row.isAutoAddMargin()));
        return new AsterPosition(
                slot,
                margin,
                MarketMapper.price(row.markPrice(), instrument),
                MarketMapper.price(row.liquidationPrice(), instrument));
    }

    static PositionMarginChange marginChange(MarginChange row, Instrument instrument) {
        return PositionMarginChange.builder()
                .symbol(instrument.symbol())
                .side(OrderMapper.positionSide(row.positionSide()))
                .amount(row.type() == AccountMapper.TAKEN_BACK ? row.amount().negate() : row.amount())
                .asset(row.asset())
                .time(Instant.ofEpochMilli(row.time()))
                .reason(nonEmpty(row.deltaType()))
                .clientTransferId(nonEmpty(row.clientTranId()))
                .build();
    }

    static ForceOrder forceOrder(OrderRow row, Instrument instrument) {
        String id = Objects.requireNonNullElse(row.clientOrderId(), "");
        ForceOrderCause cause = id.startsWith(LIQUIDATION_ID)
                ? ForceOrderCause.LIQUIDATION
                : id.equals(ADL_ID) ? ForceOrderCause.ADL : ForceOrderCause.UNKNOWN;
        return new ForceOrder(OrderMapper.order(row, instrument), cause);
    }

    static TransferReceipt receipt(Transferred row, WalletTransfer transfer) {
        return new TransferReceipt(Long.toString(row.tranId()), transfer.clientTransferId(), row.status());
    }

    static AssetExchange exchange(Exchanged row) {
        return new AssetExchange(row.accountId(), row.asset(), row.balance(), Instant.ofEpochMilli(row.updateTime()));
    }

    static AnnouncementPage announcements(AccountPayloads.AnnouncementPage page) {
        return new AnnouncementPage(
                page.total(),
                page.rows().stream().map(AsterAccountMapper::announcement).toList());
    }

    static Announcement announcement(AnnouncementRow row) {
        return new Announcement(
                row.id(),
                row.contents().stream()
                        .map(text -> new Announcement.Translation(
                                text.language(),
                                Objects.requireNonNullElse(text.title(), ""),
                                Objects.requireNonNullElse(text.subtitle(), ""),
                                Objects.requireNonNullElse(text.content(), "")))
                        .toList(),
                nonEmpty(row.category()),
                time(row.publishTime()),
                nonEmpty(row.jumpLink()));
    }
}
