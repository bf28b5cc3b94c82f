package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order never goes back, a fill is told once, and what is remembered is bounded. */
class OrderJournalTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol ETH = Symbol.parse("ETH/USDT:USDT");

    private final OrderJournal journal = new OrderJournal();

    private static Order order(String id, OrderStatus status, String filled, long time) {
        return Order.builder()
                .symbol(BTC)
                .venueSymbol("BTCUSDT")
                .orderId(id)
                .side(Side.BUY)
                .type(OrderType.LIMIT)
                .rawType("LIMIT")
                .status(status)
                .rawStatus(status.name())
                .timeInForce(TimeInForce.GTC)
                .filledQuantity(new BigDecimal(filled))
                .updatedAt(Instant.ofEpochMilli(time))
                .build();
    }

    private static Fill fill(Symbol symbol, String id) {
        return Fill.builder()
                .symbol(symbol)
                .venueSymbol(symbol.base() + "USDT")
                .tradeId(id)
                .orderId("1")
                .side(Side.BUY)
                .price(BigDecimal.ONE)
                .quantity(BigDecimal.ONE)
                .fee(BigDecimal.ZERO)
                .feeAsset("USDT")
                .liquidity(Liquidity.TAKER)
                .time(Instant.EPOCH)
                .build();
    }

    @Test
    void what_is_older_or_the_same_is_not_news() {
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "2", 20)))
                .isTrue();

        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "2", 20)))
                .isFalse();
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "2.0", 20)))
                .isFalse();
        assertThat(journal.advances(order("1", OrderStatus.NEW, "0", 30))).isFalse();
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "2", 10)))
                .isFalse();
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "3", 10)))
                .isTrue();
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "3", 11)))
                .isTrue();
    }

    @Test
    void changes_within_a_millisecond_are_news() {
        assertThat(journal.advances(order("1", OrderStatus.NEW, "0", 20))).isTrue();
        Order triggered = order("1", OrderStatus.NEW, "0", 20).toBuilder()
                .rawType("MARKET")
                .build();

        assertThat(journal.advances(triggered)).isTrue();
        assertThat(journal.advances(order("1", OrderStatus.UNKNOWN, "0", 20))).isTrue();
        assertThat(journal.advances(order("1", OrderStatus.CANCELED, "0", 20))).isTrue();
    }

    @Test
    void an_end_is_told_once_whatever_its_time_and_nothing_comes_after_it() {
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "2", 20)))
                .isTrue();

        assertThat(journal.advances(order("1", OrderStatus.CANCELED, "2", 15))).isTrue();
        assertThat(journal.advances(order("1", OrderStatus.CANCELED, "2", 15))).isFalse();
        assertThat(journal.advances(order("1", OrderStatus.PARTIALLY_FILLED, "3", 30)))
                .isFalse();
        assertThat(journal.advances(order("1", OrderStatus.FILLED, "3", 30))).isFalse();
    }

    @Test
    void orders_of_the_beginning_are_news_when_an_event_tells_them_and_missing_when_they_are_gone() {
        journal.begin(List.of(order("1", OrderStatus.NEW, "0", 10), order("2", OrderStatus.NEW, "0", 10)));

        assertThat(journal.advances(order("1", OrderStatus.NEW, "0", 10))).isTrue();
        assertThat(journal.symbols()).containsExactly(BTC);
        assertThat(journal.missingFrom(List.of(order("1", OrderStatus.NEW, "0", 10))))
                .containsExactly(OrderRef.ofOrderId(BTC, "2"));
        journal.forget(OrderRef.ofOrderId(BTC, "2"));
        assertThat(journal.missingFrom(List.of(order("1", OrderStatus.NEW, "0", 10))))
                .isEmpty();
    }

    @Test
    void fills_are_told_apart_by_instrument_and_id() {
        assertThat(journal.isNew(fill(BTC, "7"))).isTrue();
        assertThat(journal.isNew(fill(BTC, "7"))).isFalse();
        assertThat(journal.isNew(fill(ETH, "7"))).isTrue();
    }

    @Test
    void what_has_ended_is_forgotten_at_last_and_the_newest_is_not() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(journal.advances(order("o" + i, OrderStatus.NEW, "0", i)))
                    .isTrue();
            assertThat(journal.advances(order("o" + i, OrderStatus.FILLED, "1", i)))
                    .isTrue();
        }

        assertThat(journal.symbols()).isEmpty();
        assertThat(journal.advances(order("o4999", OrderStatus.FILLED, "1", 4999)))
                .isFalse();
        assertThat(journal.advances(order("o0", OrderStatus.FILLED, "1", 0)))
                .as("forgotten after a thousand others have ended")
                .isTrue();
        List<Boolean> news = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            news.add(journal.isNew(fill(BTC, Integer.toString(i))));
        }
        assertThat(news).doesNotContain(false);
        assertThat(journal.isNew(fill(BTC, "24999"))).isFalse();
    }
}
