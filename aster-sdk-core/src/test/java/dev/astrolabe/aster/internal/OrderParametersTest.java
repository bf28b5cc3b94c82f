package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.internal.OrderParameters.Place;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderParametersTest {

    private static final Instrument BTC = Listings.btc();
    private static final Symbol SYMBOL = BTC.symbol();

    private static OrderRequest.Builder order(Side side, OrderType type) {
        return OrderRequest.builder(SYMBOL, side, type).clientOrderId("mine1");
    }

    private static String sent(OrderRequest.Builder order) {
        return text(parameters(order.build(), BTC, Place.ALONE));
    }

    private static Map<String, String> parameters(OrderRequest order, Instrument instrument, Place place) {
        return OrderParameters.of(AsterOrderRequest.of(order), instrument, place);
    }

    private static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    @Test
    void a_limit_order_is_good_until_cancelled_unless_said() {
        assertThat(sent(order(Side.BUY, OrderType.LIMIT).quantity(num("0.010")).price(num("50000.1"))))
                .isEqualTo("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.010&price=50000.1"
                        + "&newClientOrderId=mine1");
    }

    @Test
    void an_order_that_is_decided_at_once_asks_for_its_result() {
        assertThat(sent(order(Side.SELL, OrderType.MARKET).quantity(num("0.01"))))
                .isEqualTo(
                        "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.01&newClientOrderId=mine1&newOrderRespType=RESULT");
        assertThat(sent(order(Side.SELL, OrderType.LIMIT)
                        .quantity(num("0.01"))
                        .price(num("50000"))
                        .timeInForce(TimeInForce.POST_ONLY)))
                .contains("timeInForce=GTX")
                .endsWith("newOrderRespType=RESULT");
    }

    @Test
    void a_stop_has_its_trigger_and_the_price_that_fires_it() {
        assertThat(sent(order(Side.SELL, OrderType.STOP_MARKET)
                        .quantity(num("0.01"))
                        .triggerPrice(num("40000"))
                        .triggerBy(TriggerBy.MARK)
                        .reduceOnly(true)))
                .isEqualTo("symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.01&stopPrice=40000"
                        + "&workingType=MARK_PRICE&reduceOnly=true&newClientOrderId=mine1");
    }

    @Test
    void stop_and_take_profit_with_a_price_have_the_venues_short_names() {
        OrderRequest.Builder stop = order(Side.SELL, OrderType.STOP_LIMIT)
                .quantity(num("0.01"))
                .price(num("39900"))
                .triggerPrice(num("40000"));
        OrderRequest.Builder profit = order(Side.SELL, OrderType.TAKE_PROFIT_LIMIT)
                .quantity(num("0.01"))
                .price(num("60000"))
                .triggerPrice(num("60100"))
                .timeInForce(TimeInForce.GTC);

        assertThat(sent(stop))
                .contains("type=STOP&")
                .contains("price=39900&stopPrice=40000")
                .doesNotContain("timeIn");
        assertThat(sent(profit)).contains("type=TAKE_PROFIT&").contains("timeInForce=GTC");
    }

    @Test
    void a_trailing_stop_counts_in_per_cent() {
        assertThat(sent(order(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .quantity(num("0.01"))
                        .callbackRate(num("0.0150"))
                        .activationPrice(num("55000"))))
                .contains("activationPrice=55000&callbackRate=1.5&")
                .doesNotContain("stopPrice");
    }

    @Test
    void refuses_a_callback_rate_out_of_range() {
        OrderRequest tooMuch = order(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                .quantity(num("0.01"))
                .callbackRate(num("0.045"))
                .build();

        assertThat(parameters(tooMuch, BTC, Place.ALONE)).containsEntry("callbackRate", "4.5");
        assertThatThrownBy(() -> parameters(tooMuch, BTC, Place.BATCH))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("0.045")
                .hasMessageContaining("0.001 to 0.04")
                .hasMessageContaining("nearest is 0.04");
    }

    @Test
    void closing_a_whole_position_sends_no_quantity() {
        OrderRequest.Builder close = order(Side.SELL, OrderType.STOP_MARKET)
                .triggerPrice(num("40000"))
                .closePosition(true);

        assertThat(sent(close))
                .isEqualTo("symbol=BTCUSDT&side=SELL&type=STOP_MARKET&stopPrice=40000&closePosition=true"
                        + "&newClientOrderId=mine1");
        assertThatThrownBy(() -> parameters(close.build(), BTC, Place.BATCH))
                .isInstanceOf(UnsupportedOperationOnExchangeException.class);
        assertThatThrownBy(() -> sent(close.positionSide(PositionSide.SHORT)))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("goes with BUY, not with SELL");
    }

    @Test
    void in_hedge_mode_the_closing_side_is_reduce_only_without_saying_so() {
        OrderRequest.Builder close = order(Side.SELL, OrderType.MARKET)
                .quantity(num("0.01"))
                .positionSide(PositionSide.LONG)
                .reduceOnly(true);

        assertThat(sent(close)).contains("positionSide=LONG").doesNotContain("reduceOnly");
        assertThatThrownBy(() -> sent(close.positionSide(PositionSide.SHORT)))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("reduceOnly on the SHORT slot");
    }

    @Test
    void amounts_are_in_the_venues_unit() {
        Instrument pepe = Listings.pepe();
        OrderRequest order = OrderRequest.limit(pepe.symbol(), Side.BUY, num("3000000"), num("0.00001"));

        assertThat(parameters(order, pepe, Place.ALONE))
                .containsEntry("quantity", "3000")
                .containsEntry("price", "0.01");
    }

    @Test
    void refuses_what_the_venue_has_not() {
        OrderRequest.Builder limit =
                order(Side.BUY, OrderType.LIMIT).quantity(num("1")).price(num("50000"));

        assertThatThrownBy(() -> sent(limit.marginMode(MarginMode.CROSS)))
                .isInstanceOf(UnsupportedOperationOnExchangeException.class)
                .hasMessageContaining("setMarginMode");
    }
}
