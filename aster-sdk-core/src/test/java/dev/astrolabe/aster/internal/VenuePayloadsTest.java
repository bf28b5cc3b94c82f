package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The venue's example payloads go through the parsers of the endpoint catalogue; own ones show the traps. */
class VenuePayloadsTest {

    private static final Instrument BTC = Listings.btc();

    private final AsterEndpoints endpoints = new AsterEndpoints(PathFamily.V1);

    private static <T> T parse(Endpoint<T> endpoint, String text) throws IOException {
        return endpoint.parser().parse(new Json(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void every_example_of_a_call_is_read() throws IOException {
        Fixtures fixtures = Fixtures.payloads();
        Map<String, Endpoint<?>> files = Map.ofEntries(
                Map.entry("get_time", endpoints.market.time),
                Map.entry("get_exchangeInfo", endpoints.market.exchangeInfo),
                Map.entry("get_depth", endpoints.market.depth),
                Map.entry("get_trades", endpoints.market.trades),
                Map.entry("get_historicalTrades", endpoints.market.historicalTrades),
                Map.entry("get_aggTrades", endpoints.market.aggregateTrades),
                Map.entry("get_klines", endpoints.market.candles),
                Map.entry("get_markPriceKlines", endpoints.market.markCandles),
                Map.entry("get_indexPriceKlines", endpoints.market.indexCandles),
                Map.entry("get_premiumIndex", endpoints.market.premiumIndex),
                Map.entry("get_premiumIndex_list", endpoints.market.premiumIndex),
                Map.entry("get_fundingRate", endpoints.market.fundingHistory),
                Map.entry("get_fundingInfo", endpoints.market.fundingInfo),
                Map.entry("get_ticker_24hr", endpoints.market.ticker24),
                Map.entry("get_ticker_24hr_list", endpoints.market.ticker24),
                Map.entry("get_ticker_bookTicker", endpoints.market.bookTicker),
                Map.entry("get_ticker_bookTicker_list", endpoints.market.bookTicker),
                Map.entry("post_order", endpoints.trading.place),
                Map.entry("delete_order", endpoints.trading.cancel),
                Map.entry("delete_allOpenOrders", endpoints.trading.cancelAll),
                Map.entry("post_batchOrders", endpoints.trading.placeBatch),
                Map.entry("delete_batchOrders", endpoints.trading.cancelBatch),
                Map.entry("post_countdownCancelAll", endpoints.trading.countdown),
                Map.entry("get_order", endpoints.trading.order),
                Map.entry("get_openOrders", endpoints.trading.openOrders),
                Map.entry("get_allOrders", endpoints.trading.allOrders),
                Map.entry("get_userTrades", endpoints.trading.userTrades),
                Map.entry("get_account", endpoints.account.account),
                Map.entry("get_positionRisk_oneway", endpoints.account.positions),
                Map.entry("get_positionRisk_hedge", endpoints.account.positions),
                Map.entry("post_leverage", endpoints.account.setLeverage),
                Map.entry("post_marginType", endpoints.account.setMarginType),
                Map.entry("get_positionSide_dual", endpoints.account.positionMode),
                Map.entry("post_positionSide_dual", endpoints.account.setPositionMode),
                Map.entry("post_positionMargin", endpoints.account.positionMargin),
                Map.entry("get_commissionRate", endpoints.account.commission),
                Map.entry("get_leverageBracket", endpoints.account.brackets),
                Map.entry("get_leverageBracket_list", endpoints.account.brackets),
                Map.entry("get_income", endpoints.account.income),
                Map.entry("get_multiAssetsMargin", endpoints.account.multiAssets),
                Map.entry("post_multiAssetsMargin", endpoints.account.setMultiAssets),
                Map.entry("get_adlQuantile", endpoints.account.adl));

        for (Map.Entry<String, Endpoint<?>> file : files.entrySet()) {
            String text = fixtures.text("aster/v1/" + file.getKey() + ".json");
            assertThat((Object) parse(file.getValue(), text)).as(file.getKey()).isNotNull();
        }
    }

    @Test
    void every_shared_fragment_is_read() throws IOException {
        Fixtures fixtures = Fixtures.payloads();
        Json json = new Json();

        for (String filter : List.of(
                "LOT_SIZE",
                "MARKET_LOT_SIZE",
                "MAX_NUM_ALGO_ORDERS",
                "MAX_NUM_ORDERS",
                "MIN_NOTIONAL",
                "PERCENT_PRICE",
                "PRICE_FILTER")) {
            CatalogPayloads.Filter row = Payload.complete(
                    json.read(fixtures.text("aster/common/filter_" + filter + ".json"), CatalogPayloads.Filter.class));
            assertThat(row.filterType()).isEqualTo(filter);
        }
        for (String file : List.of("error", "inline_error_2021", "inline_error_4225")) {
            byte[] body = fixtures.text("aster/common/" + file + ".json").getBytes(StandardCharsets.UTF_8);
            assertThat(Payload.errorIn(json, body)).as(file).isNotNull();
        }
        byte[] ok = fixtures.text("aster/common/inline_ok.json").getBytes(StandardCharsets.UTF_8);
        assertThat(Payload.errorIn(json, ok)).isNull();
        for (String limit : List.of("ORDERS", "REQUEST_WEIGHT")) {
            assertThat(json.read(
                                    fixtures.text("aster/common/rateLimit_" + limit + ".json"),
                                    CatalogPayloads.RateLimit.class)
                            .rateLimitType())
                    .isEqualTo(limit);
        }
    }

    @Test
    void the_live_catalogue_is_read() throws IOException {
        String text = Fixtures.payloads().text("aster/live/get_exchangeInfo_trimmed.json");

        CatalogPayloads.ExchangeInfo info = parse(endpoints.market.exchangeInfo, text);

        assertThat(info.rateLimits()).hasSize(3);
        assertThat(info.symbols().stream().map(InstrumentMapper::map).toList())
                .extracting(instrument -> instrument.symbol().toString())
                .containsExactly("ASTER/USDT:USDT", "BTC/USDT:USDT");
    }

    @Test
    void a_fired_stop_stays_a_stop() throws IOException {
        String text = """
                {"orderId": 22542179, "symbol": "BTCUSDT", "status": "FILLED", "clientOrderId": "mine", "price": "0",
                 "avgPrice": "44990.50", "origQty": "0.010", "executedQty": "0.010", "cumQuote": "449.905",
                 "timeInForce": "GTC", "type": "MARKET", "origType": "STOP_MARKET", "reduceOnly": true,
                 "closePosition": false, "side": "SELL", "positionSide": "BOTH", "stopPrice": "45000",
                 "workingType": "MARK_PRICE", "priceProtect": false, "time": 1579276756075, "updateTime": 1579276756076}
                """;

        Order order = OrderMapper.order(parse(endpoints.trading.order, text), BTC);

        assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(order.price()).isEmpty();
        assertThat(order.positionSide()).isEmpty();
        assertThat(order.triggerPrice().orElseThrow()).isEqualByComparingTo("45000");
        assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo("44990.5");
        assertThat(order.createdAt()).contains(Instant.ofEpochMilli(1579276756075L));
    }

    @Test
    void an_unknown_status_is_not_terminal_and_keeps_its_word() throws IOException {
        String text = """
                {"orderId": 7, "symbol": "BTCUSDT", "status": "TOMORROWS_STATUS", "type": "TOMORROWS_TYPE",
                 "side": "BUY", "timeInForce": "NO_FILL"}""";

        Order order = OrderMapper.order(parse(endpoints.trading.order, text), BTC);

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.status().isTerminal()).isFalse();
        assertThat(order.rawStatus()).isEqualTo("TOMORROWS_STATUS");
        assertThat(order.rawType()).isEqualTo("TOMORROWS_TYPE");
        assertThat(order.type()).isEqualTo(OrderType.UNKNOWN);
    }

    @Test
    void a_missing_field_is_an_error_and_never_zero() {
        assertThatThrownBy(() ->
                        parse(endpoints.trading.order, "{\"orderId\": 7, \"symbol\": \"BTCUSDT\", \"side\": \"BUY\"}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("OrderRow without status");
    }

    @Test
    void a_paid_commission_is_a_positive_fee() throws IOException {
        String text = """
                [{"buyer": false, "commission": "-0.07819010", "commissionAsset": "USDT", "id": 698759, "maker": false,
                  "orderId": 25851813, "price": "7819.01", "qty": "0.002", "quoteQty": "15.63802",
                  "realizedPnl": "-0.91539999", "side": "SELL", "positionSide": "SHORT", "symbol": "BTCUSDT",
                  "time": 1569514978020}]""";

        Fill fill = OrderMapper.fill(parse(endpoints.trading.userTrades, text).get(0), BTC);

        assertThat(fill.fee()).isEqualByComparingTo("0.0781901");
        assertThat(fill.clientOrderId()).isEmpty();
        assertThat(fill.positionSide()).contains(PositionSide.SHORT);
    }

    @Test
    void a_position_is_in_single_coins() throws IOException {
        Instrument pepe = Listings.pepe();
        String text = """
                [{"symbol": "1000PEPEUSDT", "positionSide": "SHORT", "positionAmt": "-2500", "entryPrice": "0.010000",
                  "markPrice": "0.008", "unRealizedProfit": "5.00", "liquidationPrice": "0.03", "leverage": "5",
                  "maxNotionalValue": "INF", "marginType": "isolated", "isolatedMargin": "9.5", "updateTime": 0}]""";

        Position position =
                AccountMapper.position(parse(endpoints.account.positions, text).get(0), pepe);

        assertThat(position.side()).isEqualTo(PositionSide.SHORT);
        assertThat(position.mode()).isEqualTo(PositionMode.HEDGE);
        assertThat(position.quantity()).isEqualByComparingTo("2500000");
        assertThat(position.contracts()).isEqualByComparingTo("2500");
        assertThat(position.entryPrice()).isEqualByComparingTo("0.00001");
        assertThat(position.notionalUsd().orElseThrow()).isEqualByComparingTo("20");
        assertThat(position.unrealizedPnlRatio().orElseThrow()).isEqualByComparingTo(num("1"));
        assertThat(position.isolatedMargin().orElseThrow()).isEqualByComparingTo("9.5");
        assertThat(position.updatedAt()).isEmpty();
    }
}
