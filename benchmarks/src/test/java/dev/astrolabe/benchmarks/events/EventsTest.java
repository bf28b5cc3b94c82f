package dev.astrolabe.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSON;
import dev.astrolabe.aster.internal.EventsDoor;
import dev.astrolabe.benchmarks.events.PlainRecords.OrderMessage;
import dev.astrolabe.benchmarks.events.PlainRecords.OrderUpdate;
import dev.astrolabe.benchmarks.events.PlainRecords.PositionRow;
import dev.astrolabe.benchmarks.events.PlainRecords.Ticker;
import dev.astrolabe.benchmarks.events.PlainRecords.TickerMessage;
import dev.astrolabe.benchmarks.events.PlainRecords.Trade;
import dev.astrolabe.benchmarks.events.PlainRecords.TradeMessage;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.stream.UserEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All contestants read the same from a message. */
class EventsTest {

    private final Instrument instrument = Messages.instrument("BTC");
    private final Instrument other = Messages.instrument("C0");
    private final EventsDoor door =
            new EventsDoor(instrument, Map.of(instrument.venueSymbol(), instrument, other.venueSymbol(), other));
    private final Messages messages = new Messages();

    private static <T> T plain(byte[] message, Class<T> type) throws IOException {
        T read = PlainRecords.mapper().readValue(message, type);
        assertThat(JSON.parseObject(message, type)).isEqualTo(read);
        return read;
    }

    @Test
    void of_trades() throws IOException {
        for (byte[] message : messages.trades()) {
            List<dev.astrolabe.exchange.model.Trade> events = new ArrayList<>();
            door.trade(message, events::add);

            Trade row = plain(message, TradeMessage.class).data();
            assertThat(events)
                    .containsExactly(new dev.astrolabe.exchange.model.Trade(
                            instrument.symbol(),
                            Long.toString(row.a()),
                            row.p(),
                            row.q(),
                            row.m() ? Side.SELL : Side.BUY,
                            Instant.ofEpochMilli(row.T())));
        }
    }

    @Test
    void of_best_prices() throws IOException {
        for (byte[] message : messages.bookTickers()) {
            List<dev.astrolabe.exchange.model.BookTicker> events = new ArrayList<>();
            door.bookTicker(message, events::add);

            Ticker row = plain(message, TickerMessage.class).data();
            assertThat(events)
                    .containsExactly(new dev.astrolabe.exchange.model.BookTicker(
                            instrument.symbol(), row.b(), row.B(), row.a(), row.A(), Instant.ofEpochMilli(row.T())));
        }
    }

    @Test
    void of_orders() throws IOException {
        for (byte[] message : messages.orders()) {
            List<UserEvent> events = new ArrayList<>();
            door.order(message, events::add);

            OrderUpdate row = plain(message, OrderMessage.class).o();
            Order order = ((UserEvent.OrderChanged) events.get(0)).order();
            assertThat(List.of(order.orderId(), order.side().name(), order.rawStatus(), order.filledQuantity()))
                    .isEqualTo(List.of(Long.toString(row.i()), row.S(), row.X(), row.z()));
            assertThat(order.price()).contains(row.p());
            assertThat(order.quantity()).contains(row.q());
            assertThat(order.clientOrderId()).contains(row.c());
            assertThat(events).hasSize(row.t() == 0 ? 1 : 2);
            if (row.t() != 0) {
                Fill fill = ((UserEvent.Filled) events.get(1)).fill();
                assertThat(List.of(fill.tradeId(), fill.price(), fill.quantity()))
                        .isEqualTo(List.of(Long.toString(row.t()), row.L(), row.l()));
            }
        }
    }

    @Test
    void of_positions() throws IOException {
        byte[] body = messages.positions(1);
        Position position = door.positions(body).get(0);

        PositionRow row = plain(body, PositionRow[].class)[0];
        assertThat(List.of(position.quantity(), position.entryPrice(), position.unrealizedPnl()))
                .isEqualTo(List.<BigDecimal>of(row.positionAmt().abs(), row.entryPrice(), row.unRealizedProfit()));
    }
}
