package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.StreamPayloads.BestPricesEvent;
import dev.astrolabe.aster.internal.UserPayloads.OrderEvent;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way of messages from the socket, and of answers from the wire, to what a user gets, for measuring.
 *
 * @since 0.1
 */
public final class EventsDoor {

    private final MarketSocket market = new MarketSocket("ws://127.0.0.1");
    private final UserSocket user = new UserSocket("ws://127.0.0.1", null);
    private final Json json = new Json();
    private final Map<String, Instrument> instruments;
    private final EventFeed<AggregateTradeRow, Trade> trades;
    private final EventFeed<BestPricesEvent, BookTicker> tickers;

    /**
     * A way for messages of these instruments.
     *
     * @param streamed the one whose streams are followed
     * @param instruments all of them by the venue's names
     */
    public EventsDoor(Instrument streamed, Map<String, Instrument> instruments) {
        this.instruments = Map.copyOf(instruments);
        this.trades =
                new EventFeed<>(json, AggregateTradeRow.class, row -> Optional.of(StreamMapper.trade(row, streamed)));
        this.tickers = new EventFeed<>(json, BestPricesEvent.class, row -> StreamMapper.bookTicker(row, streamed));
    }

    /**
     * Reads a trade.
     *
     * @param message of a combined stream, in UTF-8
     * @param out takes it
     * @throws IOException if it cannot be read
     */
    public void trade(byte[] message, Consumer<? super Trade> out) throws IOException {
        trades.data(data(market.read(text(message))), Instant.EPOCH, out);
    }

    /**
     * Reads best prices.
     *
     * @param message of a combined stream, in UTF-8
     * @param out takes them
     * @throws IOException if they cannot be read
     */
    public void bookTicker(byte[] message, Consumer<? super BookTicker> out) throws IOException {
        tickers.data(data(market.read(text(message))), Instant.EPOCH, out);
    }

    /**
     * Reads what has become of an order, as the account's feed does, without its memory of what it told.
     *
     * @param message of the account's stream, in UTF-8
     * @param out takes the order, and its execution if it tells one
     * @throws IOException if it cannot be read
     */
    public void order(byte[] message, Consumer<? super UserEvent> out) throws IOException {
        String payload = data(user.read(text(message)));
        if (!UserSocket.event(payload).equals(Optional.of(UserSocket.ORDER))) {
            throw new IOException("no order");
        }
        OrderEvent event = json.readComplete(payload, OrderEvent.class);
        Instrument instrument = instruments.get(event.o().symbol());
        Order order = OrderMapper.order(event.o(), instrument);
        out.accept(new UserEvent.OrderChanged(order, order.updatedAt().orElse(Instant.ofEpochMilli(event.T()))));
        StreamMapper.fill(event, instrument).ifPresent(fill -> out.accept(new UserEvent.Filled(fill, fill.time())));
    }

    /**
     * Reads positions.
     *
     * @param body the venue's answer
     * @return those that are open
     * @throws IOException if it cannot be read
     */
    public List<Position> positions(byte[] body) throws IOException {
        return Payload.listOf(PositionRow.class).parse(json, body).stream()
                .filter(row -> row.positionAmt().signum() != 0)
                .map(row -> AccountMapper.position(row, instruments.get(row.symbol())))
                .toList();
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    private static String data(Inbound inbound) {
        return ((Inbound.Data) inbound).payload();
    }
}
