package dev.astrolabe.okx.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of the account's payloads is named. */
class AccountRowsTest {

    private static void check(Function<OkxFields, ? extends OkxRow> row, String... files) {
        RowCoverage.of(row).checkFiles(files);
    }

    @Test
    void names_the_configuration() {
        RowCoverage.of(OkxAccountConfig::new)
                // Copy trading, options, borrowing and the look of the web page: nothing that orders depend on.
                .ignoring(
                        "greeksType",
                        "feeType",
                        "levelTmp",
                        "spotOffsetType",
                        "stgyType",
                        "roleType",
                        "traderInsts",
                        "spotRoleType",
                        "spotTraderInsts",
                        "opAuth",
                        "kycLv",
                        "label",
                        "ip",
                        "liquidationGear",
                        "enableSpotBorrow",
                        "spotBorrowAutoRepay",
                        "type")
                .checkFiles("okx/docs/rest_account_config.json", "okx/synthetic/rest_account_config.json");
    }

    @Test
    void names_balances() {
        check(
                OkxBalance::new,
                "okx/docs/rest_account_balance.json",
                "okx/synthetic/rest_account_balance_empty.json",
                "okx/synthetic/rest_account_balance_futures_mode.json",
                "okx/synthetic/rest_account_balance_multi_ccy.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/rest_account_positions",
                "synthetic/rest_account_positions_closed_row",
                "synthetic/rest_account_positions_inverse",
                "synthetic/rest_account_positions_isolated",
                "synthetic/rest_account_positions_long_short",
                "synthetic/rest_account_positions_net"
            })
    void names_positions(String file) {
        RowCoverage.of(OkxPosition::new)
                // Greeks of options, and balances of isolated margin pairs, which the venue calls deprecated.
                .ignoring(
                        "deltaBS",
                        "deltaPA",
                        "gammaBS",
                        "gammaPA",
                        "thetaBS",
                        "thetaPA",
                        "vegaBS",
                        "vegaPA",
                        "baseBal",
                        "quoteBal",
                        "baseBorrowed",
                        "baseInterest",
                        "quoteBorrowed",
                        "quoteInterest")
                .checkFiles("okx/" + file + ".json");
    }

    @Test
    void reads_no_positions() {
        JsonNode data = RowCoverage.json("okx/synthetic/rest_account_positions_empty.json")
                .path("data");

        assertThat(data).isEmpty();
    }

    @Test
    void names_what_was_closed() {
        check(
                OkxClosedPosition::new,
                "okx/docs/rest_account_positions_history.json",
                "okx/synthetic/rest_account_positions_history.json");
    }

    @Test
    void names_the_risk() {
        check(OkxRiskSnapshot::new, "okx/docs/rest_account_account_position_risk.json");
    }

    @Test
    void names_leverage() {
        check(
                OkxLeverage::new,
                "okx/docs/rest_account_leverage_info.json",
                "okx/docs/rest_account_set_leverage.json",
                "okx/synthetic/rest_account_leverage_info_cross.json",
                "okx/synthetic/rest_account_leverage_info_isolated_long_short.json",
                "okx/synthetic/rest_account_set_leverage.json");
        check(OkxLeverageEstimate::new, "okx/docs/rest_account_adjust_leverage_info.json");
    }

    @Test
    void names_what_could_be_traded_or_taken_out() {
        check(OkxMaxSize::new, "okx/docs/rest_account_max_size.json", "okx/synthetic/rest_account_max_size.json");
        check(
                OkxMaxAvailable::new,
                "okx/docs/rest_account_max_avail_size.json",
                "okx/synthetic/rest_account_max_avail_size.json");
        check(OkxMaxWithdrawal::new, "okx/docs/rest_account_max_withdrawal.json");
    }

    @Test
    void names_fees() {
        RowCoverage.of(OkxFeeRates::new)
                // Rates before there were groups, which the venue calls deprecated.
                .ignoring(
                        "category",
                        "maker",
                        "taker",
                        "makerU",
                        "takerU",
                        "makerUSDC",
                        "takerUSDC",
                        "fiat",
                        "fiat[].ccy",
                        "fiat[].maker",
                        "fiat[].taker",
                        "ruleType",
                        "settle",
                        "feeGroup[].elpMaker")
                .checkFiles("okx/docs/rest_account_trade_fee.json", "okx/synthetic/rest_account_trade_fee.json");
    }

    @Test
    void names_bills() {
        check(
                OkxBill::new,
                "okx/docs/rest_account_bills.json",
                "okx/docs/rest_account_bills_archive.json",
                "okx/synthetic/rest_account_bills.json");
        check(OkxBillType::new, "okx/docs/rest_account_subtypes.json");
    }

    @Test
    void names_margin_and_settings() {
        check(
                OkxMarginChange::new,
                "okx/docs/rest_account_position_margin_balance.json",
                "okx/synthetic/rest_account_position_margin_balance.json");
        check(
                OkxSetting::new,
                "okx/docs/rest_account_set_account_level.json",
                "okx/docs/rest_account_set_position_mode.json",
                "okx/synthetic/rest_account_set_position_mode.json");
    }
}
