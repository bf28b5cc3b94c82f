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
import org.junit.jupiter.api.Test;

/** Traps of the venue's payloads. */
class VenuePayloadsTest {

    private static final Instrument BTC = Listings.btc();

    private final AsterEndpoints endpoints = new AsterEndpoints(PathFamily.V1);

    private static <T> T parse(Endpoint<T> endpoint, String text) throws IOException {
        return endpoint.parser().parse(new Json(), text.getBytes(StandardCharsets.UTF_8));
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
