package dev.astrolabe.simulator.okx;

import static dev.astrolabe.simulator.okx.OkxBench.BTC;
import static dev.astrolabe.simulator.okx.OkxBench.SWAP;
import static dev.astrolabe.simulator.okx.OkxBench.limit;
import static dev.astrolabe.simulator.okx.OkxBench.market;
import static dev.astrolabe.simulator.okx.OkxBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers and pushes have the fields of the venue's own examples, and no others. */
class PayloadsTest {

    /** Fields that are no texts on this wire. */
    private static final Set<String> TYPED = Set.of(
            "autoLoan",
            "enableSpotBorrow",
            "spotBorrowAutoRepay",
            "futureSettlement",
            "enabled",
            "collateralEnabled",
            "collateralRestrict",
            "seqId",
            "prevSeqId",
            "checksum",
            "instIdCode",
            "result");

    /** What newer pages have beside the example, as our own examples show. */
    private static final Set<String> NEWER = Set.of("subCode", "moveTriggerPx", "advanceOrdType");

    private final OkxBench bench = new OkxBench(false);

    private void trade() {
        bench.post("trade/order", limit(SWAP, "buy", "1", "49000"));
        bench.post("trade/order", market(SWAP, "buy", "2"));
        bench.post(
                "trade/order-algo",
                with(
                        market(SWAP, "sell", "1"),
                        "ordType",
                        "oco",
                        "slTriggerPx",
                        "49000",
                        "slOrdPx",
                        "-1",
                        "tpTriggerPx",
                        "52000",
                        "tpOrdPx",
                        "-1",
                        "reduceOnly",
                        true));
        bench.post("trade/order", market("ETH-USDT-SWAP", "buy", "1"));
        bench.post("trade/close-position", Map.of("instId", "ETH-USDT-SWAP", "mgnMode", "cross"));
    }

    @ParameterizedTest
    @CsvSource({
        "rest_public_time, public/time",
        "rest_public_instruments_spot, public/instruments?instType=SWAP",
        "rest_public_mark_price, public/mark-price?instType=SWAP",
        "rest_public_open_interest, public/open-interest?instType=SWAP",
        "rest_public_price_limit, public/price-limit?instId=BTC-USDT-SWAP",
        "rest_public_funding_rate, public/funding-rate?instId=BTC-USDT-SWAP",
        "rest_public_position_tiers, public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT",
        "rest_public_convert_contract_coin, public/convert-contract-coin?instId=BTC-USDT-SWAP&sz=1",
        "rest_market_ticker, market/ticker?instId=BTC-USDT-SWAP",
        "rest_market_tickers, market/tickers?instType=SWAP",
        "rest_market_books, market/books?instId=BTC-USDT-SWAP&sz=5",
        "rest_market_books_full, market/books-full?instId=BTC-USDT-SWAP&sz=5",
        "rest_market_trades, market/trades?instId=BTC-USDT-SWAP",
        "rest_market_history_trades, market/history-trades?instId=BTC-USDT-SWAP",
        "rest_market_index_tickers, market/index-tickers?instId=BTC-USDT",
        "rest_account_balance, account/balance",
        "rest_account_positions, account/positions",
        "rest_account_positions_history, account/positions-history",
        "rest_account_account_position_risk, account/account-position-risk",
        "rest_account_config, account/config",
        "rest_account_instruments, account/instruments?instType=SWAP",
        "rest_account_leverage_info, account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=cross",
        "rest_account_max_size, account/max-size?instId=BTC-USDT-SWAP&tdMode=cross",
        "rest_account_max_avail_size, account/max-avail-size?instId=BTC-USDT-SWAP&tdMode=cross",
        "rest_account_max_withdrawal, account/max-withdrawal",
        "rest_account_trade_fee, account/trade-fee?instType=SWAP",
        "rest_account_bills, account/bills",
        "rest_account_bills_archive, account/bills-archive",
        "rest_account_subtypes, account/subtypes",
        "rest_trade_orders_pending, trade/orders-pending",
        "rest_trade_orders_history, trade/orders-history?instType=SWAP",
        "rest_trade_orders_history_archive, trade/orders-history-archive?instType=SWAP",
        "rest_trade_fills, trade/fills",
        "rest_trade_fills_history, trade/fills-history?instType=SWAP",
        "rest_trade_orders_algo_pending, trade/orders-algo-pending?ordType=oco",
        "rest_trade_account_rate_limit, trade/account-rate-limit",
    })
    void a_read_answers_with_the_fields_of_the_example(String example, String path) {
        trade();

        compare(example, bench.get(path));
    }

    @Test
    void changes_are_acknowledged_with_the_fields_of_the_examples() {
        compare("rest_trade_order", bench.post("trade/order", with(limit(SWAP, "buy", "1", "49000"), "clOrdId", "a1")));
        compare(
                "rest_trade_amend_order",
                bench.post("trade/amend-order", Map.of("instId", SWAP, "clOrdId", "a1", "newSz", "2")));
        compare("rest_trade_cancel_order", bench.post("trade/cancel-order", Map.of("instId", SWAP, "clOrdId", "a1")));
        compare("rest_trade_batch_orders", bench.post("trade/batch-orders", List.of(market(SWAP, "buy", "1"))));
        compare(
                "rest_trade_close_position",
                bench.post("trade/close-position", Map.of("instId", SWAP, "mgnMode", "cross")));
        compare("rest_trade_cancel_all_after", bench.post("trade/cancel-all-after", Map.of("timeOut", "60")));
        compare(
                "rest_trade_mass_cancel",
                bench.post("trade/mass-cancel", Map.of("instType", "OPTION", "instFamily", "BTC-USD")));
        JsonNode algo = bench.post(
                "trade/order-algo",
                with(market(SWAP, "buy", "1"), "ordType", "trigger", "triggerPx", "51000", "orderPx", "-1"));
        String algoId = OkxBench.row(algo).path("algoId").asText();
        compare("rest_trade_order_algo", algo);
        compare(
                "rest_trade_amend_algos",
                bench.post("trade/amend-algos", Map.of("instId", SWAP, "algoId", algoId, "newTriggerPx", "52000")));
        compare("rest_trade_order_algo_details", bench.get("trade/order-algo?algoId=" + algoId));
        compare(
                "rest_trade_cancel_algos",
                bench.post("trade/cancel-algos", List.of(Map.of("instId", SWAP, "algoId", algoId))));
        compare(
                "rest_account_set_leverage",
                bench.post("account/set-leverage", Map.of("instId", SWAP, "lever", "5", "mgnMode", "cross")));
        compare(
                "rest_account_set_position_mode",
                bench.post("account/set-position-mode", Map.of("posMode", "long_short_mode")));
    }

    @Test
    void isolated_margin_is_acknowledged_with_the_fields_of_the_example() {
        bench.post("trade/order", with(market(SWAP, "buy", "1"), "tdMode", "isolated"));

        compare(
                "rest_account_position_margin_balance",
                bench.post(
                        "account/position/margin-balance",
                        Map.of("instId", SWAP, "posSide", "net", "type", "add", "amt", "5")));
    }

    @Test
    void pushes_have_the_fields_of_the_examples() {
        TestSocket open = new TestSocket(bench, "public");
        List.of(
                        "tickers",
                        "trades",
                        "mark-price",
                        "funding-rate",
                        "open-interest",
                        "price-limit",
                        "bbo-tbt",
                        "books5",
                        "books")
                .forEach(channel -> open.subscribe(channel, "instId", SWAP));
        open.subscribe("index-tickers", "instId", "BTC-USDT");
        open.subscribe("instruments", "instType", "SWAP");
        TestSocket business = TestSocket.loggedIn(bench, "business");
        business.subscribe("trades-all", "instId", SWAP);
        TestSocket user = TestSocket.loggedIn(bench, "private");
        user.subscribe("orders", "instType", "SWAP");
        user.subscribe("positions", "instType", "SWAP");
        user.subscribe("account");
        user.subscribe("balance_and_position");
        trade();
        bench.move(BTC, "50100");

        for (String channel : List.of(
                "tickers",
                "trades",
                "mark-price",
                "funding-rate",
                "open-interest",
                "price-limit",
                "index-tickers",
                "instruments")) {
            compare("ws_" + channel.replace('-', '_') + "__push_data", last(open, channel));
        }
        compare("ws_books__push_data_of_bbo_tbt_channel", last(open, "bbo-tbt"));
        compare("ws_books__push_data_of_books5_channel", last(open, "books5"));
        compare("ws_books__push_data_full_snapshot", open.of("books").get(0));
        compare("ws_books__push_data_incremental_data", last(open, "books"));
        compare("ws_trades_all__push_data", last(business, "trades-all"));
        compare("ws_orders__push_data", last(user, "orders"));
        compare("ws_positions__push_data", user.of("positions").get(1));
        compare("ws_account__push_data", user.of("account").get(0));
        compare("ws_balance_and_position__push_data", last(user, "balance_and_position"));
    }

    private static JsonNode last(TestSocket socket, String channel) {
        List<JsonNode> pushes = socket.of(channel);
        return pushes.get(pushes.size() - 1);
    }

    private static void compare(String example, JsonNode answer) {
        JsonNode expected = Json.read(Fixtures.payloads().text("okx/docs/" + example + ".json"))
                .orElseThrow();
        assertThat(answer.path("code").asText("0")).as(answer.toString()).isEqualTo("0");
        JsonNode row = answer.path("data").path(0);
        assertThat(answer.path("data")).as(example + " has no rows").isNotEmpty();
        fields(example, row, expected.path("data").path(0));
        texts(example, row);
    }

    private static void fields(String where, JsonNode row, JsonNode expected) {
        Set<String> unknown = names(row);
        unknown.removeAll(names(expected));
        unknown.removeAll(NEWER);
        Set<String> missing = names(expected);
        missing.removeAll(names(row));

        assertThat(unknown).as("%s: fields that the venue does not have", where).isEmpty();
        assertThat(missing).as("%s: fields that are missing", where).isEmpty();
        for (String name : names(expected)) {
            boolean nested = expected.path(name).path(0).isObject()
                    && row.path(name).path(0).isObject();
            if (nested) {
                fields(
                        where + "." + name,
                        row.path(name).path(0),
                        expected.path(name).path(0));
            }
        }
    }

    private static Set<String> names(JsonNode row) {
        Set<String> names = new TreeSet<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void texts(String where, JsonNode row) {
        row.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !TYPED.contains(field.getKey())) {
                assertThat(field.getValue().isTextual())
                        .as("%s: %s is a text", where, field)
                        .isTrue();
            }
            if (field.getValue().isObject()) {
                texts(where, field.getValue());
            }
        });
    }
}
