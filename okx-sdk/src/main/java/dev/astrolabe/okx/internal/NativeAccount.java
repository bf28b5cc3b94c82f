package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.OkxAccount;
import dev.astrolabe.okx.model.OkxAccountConfig;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxBillType;
import dev.astrolabe.okx.model.OkxClosedPosition;
import dev.astrolabe.okx.model.OkxFeeRates;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxLeverage;
import dev.astrolabe.okx.model.OkxLeverageChange;
import dev.astrolabe.okx.model.OkxLeverageEstimate;
import dev.astrolabe.okx.model.OkxMarginChange;
import dev.astrolabe.okx.model.OkxMaxAvailable;
import dev.astrolabe.okx.model.OkxMaxSize;
import dev.astrolabe.okx.model.OkxMaxWithdrawal;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRiskSnapshot;
import dev.astrolabe.okx.model.OkxSetting;
import java.math.BigDecimal;
import java.util.List;

/** The account in OKX's own terms. Safe for any thread. */
final class NativeAccount implements OkxAccount {

    private final OkxContext context;
    private final AccountModes modes;

    NativeAccount(OkxContext context, AccountModes modes) {
        this.context = context;
        this.modes = modes;
    }

    @Override
    public OkxAccountConfig config() {
        return modes.refresh();
    }

    @Override
    public List<OkxInstrument> instruments(OkxQuery query) {
        return context.call(AccountOperations.INSTRUMENTS, query);
    }

    @Override
    public OkxBalance balance(OkxQuery query) {
        return context.call(AccountOperations.BALANCE, query);
    }

    @Override
    public List<OkxPosition> positions(OkxQuery query) {
        return context.call(AccountOperations.POSITIONS, query);
    }

    @Override
    public Page<OkxClosedPosition> positionsHistory(OkxQuery query) {
        return context.page(AccountOperations.POSITIONS_HISTORY, query);
    }

    @Override
    public OkxRiskSnapshot risk(OkxQuery query) {
        return context.call(AccountOperations.RISK, query);
    }

    @Override
    public List<OkxLeverage> leverage(OkxQuery query) {
        return context.call(AccountOperations.LEVERAGE, query);
    }

    @Override
    public OkxLeverageEstimate leverageEstimate(OkxQuery query) {
        return context.call(AccountOperations.LEVERAGE_ESTIMATE, query);
    }

    @Override
    public List<OkxMaxSize> maxSize(OkxQuery query) {
        return context.call(AccountOperations.MAX_SIZE, query);
    }

    @Override
    public List<OkxMaxAvailable> maxAvailable(OkxQuery query) {
        return context.call(AccountOperations.MAX_AVAILABLE, query);
    }

    @Override
    public List<OkxMaxWithdrawal> maxWithdrawal(OkxQuery query) {
        return context.call(AccountOperations.MAX_WITHDRAWAL, query);
    }

    @Override
    public OkxFeeRates fees(OkxQuery query) {
        return context.call(AccountOperations.FEES, query);
    }

    @Override
    public Page<OkxBill> bills(OkxQuery query) {
        return context.page(AccountOperations.BILLS, query);
    }

    @Override
    public Page<OkxBill> billsArchive(OkxQuery query) {
        return context.page(AccountOperations.BILLS_ARCHIVE, query);
    }

    @Override
    public List<OkxBillType> billTypes(OkxQuery query) {
        return context.call(AccountOperations.BILL_TYPES, query);
    }

    @Override
    public OkxSetting setPositionMode(String positionMode) {
        OkxSetting set = context.call(
                AccountOperations.SET_POSITION_MODE, Params.create().add("posMode", positionMode));
        modes.refresh();
        return set;
    }

    @Override
    public List<OkxLeverage> setLeverage(OkxLeverageChange change) {
        Params params = Params.create()
                .addIfPresent("instId", change.instId())
                .addIfPresent("ccy", change.currency())
                .add("lever", change.leverage())
                .add("mgnMode", change.marginMode())
                .addIfPresent("posSide", change.positionSide());
        return context.call(AccountOperations.SET_LEVERAGE, params);
    }

    @Override
    public OkxMarginChange changeMargin(String instId, String positionSide, BigDecimal amount) {
        if (amount.signum() == 0) {
            throw NotSentException.invalid("an amount of 0 changes no margin of " + instId);
        }
        Params params = Params.create()
                .add("instId", instId)
                .add("posSide", positionSide)
                .add("type", amount.signum() > 0 ? "add" : "reduce")
                .add("amt", amount.abs());
        return context.call(AccountOperations.MARGIN, params);
    }

    @Override
    public OkxSetting setAccountLevel(int level) {
        if (level < 1 || level > 4) {
            throw NotSentException.invalid(
                    "account level " + level + " is not from 1 to 4; nearest is " + Math.max(1, Math.min(level, 4)));
        }
        OkxSetting set =
                context.call(AccountOperations.SET_LEVEL, Params.create().add("acctLv", Integer.toString(level)));
        modes.refresh();
        return set;
    }

    @Override
    public OkxSetting setIsolatedMode(String isolatedMode, String type) {
        Params params = Params.create().add("isoMode", isolatedMode).add("type", type);
        return context.call(AccountOperations.SET_ISOLATED_MODE, params);
    }

    @Override
    public OkxSetting setSettleCurrency(String currency) {
        return context.call(
                AccountOperations.SET_SETTLE_CURRENCY, Params.create().add("settleCcy", currency));
    }
}
