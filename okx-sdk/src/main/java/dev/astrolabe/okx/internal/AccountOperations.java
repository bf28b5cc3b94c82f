package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.model.OkxAccountConfig;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxBillType;
import dev.astrolabe.okx.model.OkxClosedPosition;
import dev.astrolabe.okx.model.OkxFeeRates;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxLeverage;
import dev.astrolabe.okx.model.OkxLeverageEstimate;
import dev.astrolabe.okx.model.OkxMarginChange;
import dev.astrolabe.okx.model.OkxMaxAvailable;
import dev.astrolabe.okx.model.OkxMaxSize;
import dev.astrolabe.okx.model.OkxMaxWithdrawal;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxRiskSnapshot;
import dev.astrolabe.okx.model.OkxSetting;
import java.time.Duration;
import java.util.List;

/** The calls of the account (docs: OKX v5, "Trading Account"). */
final class AccountOperations {

    static final Operation<OkxAccountConfig> CONFIG =
            Operation.read("/api/v5/account/config", Rate.of(5)).row(OkxAccountConfig::new);

    static final Operation<List<OkxInstrument>> INSTRUMENTS = Operation.read(
                    "/api/v5/account/instruments", Rate.of(20).by("instType"))
            .needs("instType")
            .takes("instFamily", "instId")
            .rows(OkxInstrument::new);

    static final Operation<OkxBalance> BALANCE =
            Operation.read("/api/v5/account/balance", Rate.of(10)).takes("ccy").row(OkxBalance::new);

    static final Operation<List<OkxPosition>> POSITIONS = Operation.read("/api/v5/account/positions", Rate.of(10))
            .takes("instType", "instId", "posId")
            .rows(OkxPosition::new);

    static final Operation<List<OkxClosedPosition>> POSITIONS_HISTORY = Operation.read(
                    "/api/v5/account/positions-history", Rate.of(10))
            .takes("instType", "instId", "mgnMode", "type", "posId")
            .pagedBy("uTime", 100)
            .rows(OkxClosedPosition::new);

    static final Operation<OkxRiskSnapshot> RISK = Operation.read("/api/v5/account/account-position-risk", Rate.of(10))
            .takes("instType")
            .row(OkxRiskSnapshot::new);

    static final Operation<OkxSetting> SET_POSITION_MODE =
            Operation.change("/api/v5/account/set-position-mode", Rate.of(5)).row(OkxSetting::new);

    static final Operation<List<OkxLeverage>> LEVERAGE = Operation.read("/api/v5/account/leverage-info", Rate.of(20))
            .needs("mgnMode")
            .takes("instId", "ccy")
            .rows(OkxLeverage::new);

    static final Operation<List<OkxLeverage>> SET_LEVERAGE =
            Operation.change("/api/v5/account/set-leverage", Rate.of(20)).rows(OkxLeverage::new);

    static final Operation<OkxLeverageEstimate> LEVERAGE_ESTIMATE = Operation.read(
                    "/api/v5/account/adjust-leverage-info", Rate.of(5))
            .needs("instType", "mgnMode", "lever")
            .takes("instId", "ccy", "posSide")
            .row(OkxLeverageEstimate::new);

    static final Operation<List<OkxMaxSize>> MAX_SIZE = Operation.read("/api/v5/account/max-size", Rate.of(20))
            .needs("instId", "tdMode")
            .takes("ccy", "px", "leverage", "tradeQuoteCcy")
            .rows(OkxMaxSize::new);

    static final Operation<List<OkxMaxAvailable>> MAX_AVAILABLE = Operation.read(
                    "/api/v5/account/max-avail-size", Rate.of(20))
            .needs("instId", "tdMode")
            .takes("ccy", "reduceOnly", "px", "tradeQuoteCcy")
            .rows(OkxMaxAvailable::new);

    static final Operation<List<OkxMaxWithdrawal>> MAX_WITHDRAWAL = Operation.read(
                    "/api/v5/account/max-withdrawal", Rate.of(20))
            .takes("ccy")
            .rows(OkxMaxWithdrawal::new);

    static final Operation<OkxFeeRates> FEES = Operation.read("/api/v5/account/trade-fee", Rate.of(5))
            .needs("instType")
            .takes("instId", "instFamily", "groupId")
            .row(OkxFeeRates::new);

    static final Operation<List<OkxBill>> BILLS = bills("/api/v5/account/bills");

    static final Operation<List<OkxBill>> BILLS_ARCHIVE = bills("/api/v5/account/bills-archive");

    static final Operation<List<OkxBillType>> BILL_TYPES = Operation.read("/api/v5/account/subtypes", Rate.of(20))
            .takes("type")
            .rows(OkxBillType::new);

    static final Operation<OkxMarginChange> MARGIN = Operation.change(
                    "/api/v5/account/position/margin-balance", Rate.of(20))
            .row(OkxMarginChange::new);

    static final Operation<OkxSetting> SET_LEVEL =
            Operation.change("/api/v5/account/set-account-level", Rate.of(5)).row(OkxSetting::new);

    static final Operation<OkxSetting> SET_ISOLATED_MODE =
            Operation.change("/api/v5/account/set-isolated-mode", Rate.of(5)).row(OkxSetting::new);

    static final Operation<OkxSetting> SET_SETTLE_CURRENCY =
            Operation.change("/api/v5/account/set-settle-currency", Rate.of(20)).row(OkxSetting::new);

    static final List<Operation<?>> ALL = List.of(
            CONFIG,
            INSTRUMENTS,
            BALANCE,
            POSITIONS,
            POSITIONS_HISTORY,
            RISK,
            SET_POSITION_MODE,
            LEVERAGE,
            SET_LEVERAGE,
            LEVERAGE_ESTIMATE,
            MAX_SIZE,
            MAX_AVAILABLE,
            MAX_WITHDRAWAL,
            FEES,
            BILLS,
            BILLS_ARCHIVE,
            BILL_TYPES,
            MARGIN,
            SET_LEVEL,
            SET_ISOLATED_MODE,
            SET_SETTLE_CURRENCY);

    private AccountOperations() {}

    private static Operation<List<OkxBill>> bills(String path) {
        return Operation.read(path, Rate.of(5).in(Duration.ofSeconds(1)))
                .takes("instType", "instId", "ccy", "mgnMode", "ctType", "type", "subType", "begin", "end")
                .pagedBy("billId", 100)
                .rows(OkxBill::new);
    }
}
