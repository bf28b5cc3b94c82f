package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxTrade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets measuring in where the client decodes what OKX sends. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class OkxDoor {

    private final Json json = new Json();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final List<Object> heard = new ArrayList<>();

    private record Reading<E>(Feed<E> feed) {}

    private final Reading<Trade> trades;
    private final Reading<BookTicker> tickers;
    private final Reading<Order> orders;

    /**
     * A client with a catalogue.
     *
     * @param catalogue the answer that lists the instruments
     * @param streamed the instrument of the streams
     */
    public OkxDoor(byte[] catalogue, String streamed) {
        for (OkxInstrument row : listed(catalogue)) {
            OkxInstruments.instrument(row).ifPresent(instrument -> instruments.put(row.instId(), instrument));
        }
        Instrument instrument = instrument(streamed);
        this.trades = new Reading<>(new RowFeed<>(
                json, Push.Reading.ofObject(OkxTrade::new), row -> Optional.of(MarketMapper.trade(row, instrument))));
        this.tickers = new Reading<>(new RowFeed<>(
                json, Push.Reading.ofObject(OkxBook::new), row -> OkxMarketStreams.bookTicker(row, instrument)));
        this.orders = new Reading<>(new RowFeed<>(
                json, Push.Reading.ofObject(OkxOrder::new), row -> Optional.of(OrderMapper.order(row, instrument))));
    }

    private List<OkxInstrument> listed(byte[] catalogue) {
        try {
            return Envelope.rows(OkxInstrument::new).parse(json, catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instrument instrument(String instId) {
        return Optional.ofNullable(instruments.get(instId)).orElseThrow();
    }

    /**
     * Reads an answer with positions, as {@code Account.positions()} does.
     *
     * @param answer UTF-8 bytes
     * @return the positions
     * @throws IOException if it cannot be read
     */
    public List<Position> positions(byte[] answer) throws IOException {
        List<OkxPosition> rows = Envelope.rows(OkxPosition::new).parse(json, answer);
        return rows.stream()
                .filter(NeutralAccount::isHeld)
                .map(row -> AccountMapper.position(row, instrument(row.instId())))
                .toList();
    }

    /**
     * Reads a push with trades.
     *
     * @param push UTF-8 bytes
     * @return the last trade
     * @throws Exception if it cannot be read
     */
    public Trade trade(byte[] push) throws Exception {
        return last(trades, push);
    }

    /**
     * Reads a push with best prices.
     *
     * @param push UTF-8 bytes
     * @return the best prices
     * @throws Exception if it cannot be read
     */
    public BookTicker ticker(byte[] push) throws Exception {
        return last(tickers, push);
    }

    /**
     * Reads a push with an order.
     *
     * @param push UTF-8 bytes
     * @return the order
     * @throws Exception if it cannot be read
     */
    public Order order(byte[] push) throws Exception {
        return last(orders, push);
    }

    @SuppressWarnings("unchecked") // The feed brought nothing but its events.
    private <E> E last(Reading<E> reading, byte[] push) throws Exception {
        heard.clear();
        reading.feed().data(new String(push, StandardCharsets.UTF_8), Instant.EPOCH, heard::add);
        return (E) heard.get(heard.size() - 1);
    }
}
