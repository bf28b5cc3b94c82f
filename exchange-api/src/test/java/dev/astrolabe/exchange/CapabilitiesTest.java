package dev.astrolabe.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Capabilities CAN = Capabilities.builder()
            .exchange(ExchangeId.OKX)
            .features(Set.of(Feature.ATTACHED_EXITS, Feature.MARK_CANDLES))
            .orderTypes(Set.of(OrderType.LIMIT, OrderType.MARKET, OrderType.STOP_MARKET))
            .timesInForce(Set.of(TimeInForce.GTC))
            .triggers(Set.of(TriggerBy.MARK))
            .marginModes(Set.of(MarginMode.CROSS))
            .candleIntervals(Set.of(CandleInterval.H1))
            .clientOrderIds(new ClientOrderIdRule("[A-Za-z0-9]", 32))
            .maxCandles(300)
            .build();

    private static OrderRequest.Builder limit() {
        return OrderRequest.limit(BTC, Side.BUY, BigDecimal.ONE, BigDecimal.TEN).toBuilder();
    }

    private static OrderRequest.Builder stop() {
        return OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET).triggerPrice(BigDecimal.ONE);
    }

    private static void refuses(OrderRequest order, String message) {
        assertThatExceptionOfType(UnsupportedOperationOnExchangeException.class)
                .isThrownBy(() -> CAN.check(order))
                .withMessage(message);
    }

    @Test
    void passes_what_is_supported() {
        OrderRequest order = limit().timeInForce(TimeInForce.GTC)
                .marginMode(MarginMode.CROSS)
                .stopLoss(new AttachedExit(BigDecimal.ONE, TriggerBy.MARK))
                .clientOrderId("abc123")
                .build();

        assertThatCode(() -> CAN.check(order)).doesNotThrowAnyException();
    }

    @Test
    void names_what_an_order_asks_for_in_vain() {
        refuses(
                OrderRequest.builder(BTC, Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .quantity(BigDecimal.ONE)
                        .callbackRate(new BigDecimal("0.01"))
                        .build(),
                "okx does not support order type TRAILING_STOP_MARKET, only [MARKET, LIMIT, STOP_MARKET]");
        refuses(limit().timeInForce(TimeInForce.FOK).build(), "okx does not support time in force FOK, only [GTC]");
        refuses(
                stop().quantity(BigDecimal.ONE).triggerBy(TriggerBy.LAST).build(),
                "okx does not support trigger by LAST, only [MARK]");
        refuses(
                limit().marginMode(MarginMode.ISOLATED).build(),
                "okx does not support margin mode ISOLATED, only [CROSS]");
        refuses(stop().closePosition(true).build(), "okx does not support CLOSE_POSITION_TRIGGER");
    }

    @Test
    void holds_attached_exits_against_the_trigger_prices() {
        AttachedExit exit = new AttachedExit(BigDecimal.ONE, TriggerBy.INDEX);

        refuses(limit().stopLoss(exit).build(), "okx does not support stop-loss trigger by INDEX, only [MARK]");
        refuses(limit().takeProfit(exit).build(), "okx does not support take-profit trigger by INDEX, only [MARK]");
    }

    @Test
    void refuses_client_ids_that_break_the_rule() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> CAN.check(limit().clientOrderId("a-1").build()))
                .withMessage("client order id 'a-1' is not 1 to 32 characters of [A-Za-z0-9]");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(
                        () -> CAN.check(limit().clientOrderId("a".repeat(33)).build()));
    }

    @Test
    void refuses_candles_that_it_cannot_serve() {
        CandleQuery.Builder query = CandleQuery.of(BTC, CandleInterval.H1).toBuilder();

        assertThatCode(() -> CAN.check(query.limit(300).kind(PriceKind.MARK).build()))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(UnsupportedOperationOnExchangeException.class)
                .isThrownBy(() -> CAN.check(query.kind(PriceKind.INDEX).build()))
                .withMessage("okx does not support INDEX_CANDLES");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(
                        () -> CAN.check(query.kind(PriceKind.LAST).limit(301).build()))
                .withMessage("limit 301 of a candle query is above the maximum 300");
        assertThatExceptionOfType(UnsupportedOperationOnExchangeException.class)
                .isThrownBy(() -> CAN.check(CandleQuery.of(BTC, CandleInterval.M1)))
                .withMessage("okx does not support candle interval M1, only [H1]");
    }

    @Test
    void copies_itself_through_its_builder() {
        Capabilities more = CAN.toBuilder().maxCandles(1000).build();

        assertThat(more.maxCandles()).isEqualTo(1000);
        assertThat(more.orderTypes()).isEqualTo(CAN.orderTypes());
        assertThat(more.clientOrderIds()).isEqualTo(CAN.clientOrderIds());
        assertThat(CAN.maxCandles()).isEqualTo(300);
        assertThat(CAN.features()).isUnmodifiable();
    }
}
