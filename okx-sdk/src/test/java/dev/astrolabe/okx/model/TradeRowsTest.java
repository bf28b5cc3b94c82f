package dev.astrolabe.okx.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of the payloads about orders and executions is named. */
class TradeRowsTest {

    // Replaced by attachAlgoOrds and stpMode, or said by the venue to be without use any more.
    private static final String[] DEPRECATED = {
        "stpId",
        "quickMgnType",
        "tpTriggerPx",
        "tpTriggerPxType",
        "tpOrdPx",
        "slTriggerPx",
        "slTriggerPxType",
        "slOrdPx"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/rest_trade_order_details",
                "docs/rest_trade_orders_history",
                "docs/rest_trade_orders_history_archive",
                "docs/rest_trade_orders_pending",
                "docs/ws_orders__push_data",
                "synthetic/rest_trade_order_canceled_ioc_partial",
                "synthetic/rest_trade_order_canceled_post_only",
                "synthetic/rest_trade_order_filled_inverse",
                "synthetic/rest_trade_order_live",
                "synthetic/rest_trade_order_live_with_attached",
                "synthetic/rest_trade_order_partially_filled",
                "synthetic/rest_trade_orders_history",
                "synthetic/rest_trade_orders_pending"
            })
    void names_orders(String file) {
        RowCoverage.of(OkxOrder::new).ignoring(DEPRECATED).checkFiles("okx/" + file + ".json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amend",
                "fok_canceled",
                "ioc_partial_cancel",
                "lifecycle_limit_fill",
                "liquidation",
                "market_filled_zero_fillsz",
                "post_only_rejected",
                "reduce_only_override"
            })
    void names_pushed_orders(String file) {
        for (JsonNode row : pushed("okx/synthetic/ws_orders_" + file + ".json")) {
            RowCoverage.of(OkxOrder::new).ignoring(DEPRECATED).check(file, row);
        }
    }

    /** One push, or several in a row. */
    private static List<JsonNode> pushed(String file) {
        JsonNode pushes = RowCoverage.json(file);
        List<JsonNode> rows = pushes.findValues("data").stream()
                .flatMap(data -> java.util.stream.StreamSupport.stream(data.spliterator(), false))
                .toList();
        assertThat(rows).as("rows of " + file).isNotEmpty();
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/rest_trade_order_algo_details",
                "docs/rest_trade_orders_algo_history",
                "docs/rest_trade_orders_algo_pending",
                "docs/ws_orders_algo__push_data_single",
                "docs/ws_algo_advance__push_data_single",
                "synthetic/rest_trade_orders_algo_history_effective",
                "synthetic/rest_trade_orders_algo_pending_conditional_oco",
                "synthetic/rest_trade_orders_algo_pending_trailing",
                "synthetic/rest_trade_orders_algo_pending_trigger"
            })
    void names_algo_orders(String file) {
        RowCoverage.of(OkxAlgoOrder::new).ignoring("quickMgnType").checkFiles("okx/" + file + ".json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifecycle", "failed"})
    void names_pushed_algo_orders(String file) {
        for (JsonNode row : pushed("okx/synthetic/ws_orders_algo_" + file + ".json")) {
            RowCoverage.of(OkxAlgoOrder::new).ignoring("quickMgnType").check(file, row);
        }
    }

    @Test
    void names_executions() {
        RowCoverage.of(OkxFill::new)
                .checkFiles(
                        "okx/docs/rest_trade_fills.json",
                        "okx/docs/rest_trade_fills_history.json",
                        "okx/docs/ws_fills__push_data_single.json",
                        "okx/synthetic/rest_trade_fills.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/rest_trade_amend_algos",
                "docs/rest_trade_amend_batch_orders",
                "docs/rest_trade_amend_order",
                "docs/rest_trade_batch_orders",
                "docs/rest_trade_cancel_algos",
                "docs/rest_trade_cancel_batch_orders",
                "docs/rest_trade_cancel_order",
                "docs/rest_trade_order",
                "docs/rest_trade_order_algo",
                "synthetic/rest_trade_amend_algos_ok",
                "synthetic/rest_trade_amend_batch_orders_ok",
                "synthetic/rest_trade_amend_order_51503",
                "synthetic/rest_trade_amend_order_ok",
                "synthetic/rest_trade_batch_orders_all_failed",
                "synthetic/rest_trade_batch_orders_all_ok",
                "synthetic/rest_trade_batch_orders_code0_with_failed_item",
                "synthetic/rest_trade_batch_orders_partial",
                "synthetic/rest_trade_cancel_algos_ok",
                "synthetic/rest_trade_cancel_batch_orders_partial",
                "synthetic/rest_trade_cancel_order_51400",
                "synthetic/rest_trade_cancel_order_ok",
                "synthetic/rest_trade_order_algo_ok",
                "synthetic/rest_trade_order_algo_rejected",
                "synthetic/rest_trade_order_ok",
                "synthetic/rest_trade_order_rejected_51000_posside",
                "synthetic/rest_trade_order_rejected_51008",
                "synthetic/rest_trade_order_rejected_51016",
                "synthetic/rest_trade_order_rejected_51121"
            })
    void names_acknowledgements(String file) {
        RowCoverage.of(OkxAck::new).checkFiles("okx/" + file + ".json");
    }

    @Test
    void names_what_answers_other_calls() {
        RowCoverage.of(OkxCloseAck::new)
                .checkFiles(
                        "okx/docs/rest_trade_close_position.json", "okx/synthetic/rest_trade_close_position_ok.json");
        RowCoverage.of(OkxCancelTimer::new)
                .checkFiles(
                        "okx/docs/rest_trade_cancel_all_after.json",
                        "okx/synthetic/rest_trade_cancel_all_after.json",
                        "okx/synthetic/rest_trade_cancel_all_after_disabled.json");
        RowCoverage.of(OkxRateLimit::new)
                .checkFiles(
                        "okx/docs/rest_trade_account_rate_limit.json",
                        "okx/synthetic/rest_trade_account_rate_limit.json");
        RowCoverage.of(OkxOrderCheck::new)
                .checkFiles("okx/docs/rest_trade_order_precheck.json", "okx/synthetic/rest_trade_order_precheck.json");
    }

    @Test
    void tells_the_timer_in_seconds() {
        OkxCancelTimer running = new OkxCancelTimer(row("okx/synthetic/rest_trade_cancel_all_after.json"));
        OkxCancelTimer stopped = new OkxCancelTimer(row("okx/synthetic/rest_trade_cancel_all_after_disabled.json"));

        assertThat(running.triggerTime().orElseThrow().getEpochSecond()).isEqualTo(1_790_000_060);
        assertThat(stopped.triggerTime()).isEmpty();
    }

    private static OkxFields row(String file) {
        java.util.Map<String, String> values = new java.util.LinkedHashMap<>();
        RowCoverage.json(file)
                .path("data")
                .path(0)
                .properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
        return OkxFields.of(values);
    }
}
