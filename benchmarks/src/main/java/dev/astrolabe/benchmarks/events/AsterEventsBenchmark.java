package dev.astrolabe.benchmarks.events;

import com.alibaba.fastjson2.JSON;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.astrolabe.aster.internal.EventsDoor;
import dev.astrolabe.benchmarks.events.PlainRecords.OrderMessage;
import dev.astrolabe.benchmarks.events.PlainRecords.TickerMessage;
import dev.astrolabe.benchmarks.events.PlainRecords.TradeMessage;
import dev.astrolabe.exchange.model.Instrument;
import java.io.IOException;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One message of AsterDex, from its bytes to the event.
 *
 * @since 0.1
 */
@State(Scope.Thread)
public class AsterEventsBenchmark {

    private final JsonMapper mapper = PlainRecords.mapper();
    private final Instrument instrument = Messages.instrument("BTC");
    private final EventsDoor door = new EventsDoor(instrument, Map.of(instrument.venueSymbol(), instrument));
    private final Messages messages = new Messages();
    private final byte[][] trades = messages.trades();
    private final byte[][] tickers = messages.bookTickers();
    private final byte[][] orders = messages.orders();
    private int next;

    private byte[] next(byte[][] of) {
        next = (next + 1) % Messages.COUNT;
        return of[next];
    }

    /**
     * Astrolabe makes a trade of a message.
     *
     * @param out takes it
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public void trade(Blackhole out) throws IOException {
        door.trade(next(trades), out::consume);
    }

    /**
     * Jackson reads a trade.
     *
     * @return the record
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public TradeMessage tradeByDatabind() throws IOException {
        return mapper.readValue(next(trades), TradeMessage.class);
    }

    /**
     * Fastjson reads a trade.
     *
     * @return the record
     */
    @Benchmark
    public TradeMessage tradeByFastjson() {
        return JSON.parseObject(next(trades), TradeMessage.class);
    }

    /**
     * Astrolabe makes best prices of a message.
     *
     * @param out takes it
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public void bookTicker(Blackhole out) throws IOException {
        door.bookTicker(next(tickers), out::consume);
    }

    /**
     * Jackson reads best prices.
     *
     * @return the record
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public TickerMessage bookTickerByDatabind() throws IOException {
        return mapper.readValue(next(tickers), TickerMessage.class);
    }

    /**
     * Fastjson reads best prices.
     *
     * @return the record
     */
    @Benchmark
    public TickerMessage bookTickerByFastjson() {
        return JSON.parseObject(next(tickers), TickerMessage.class);
    }

    /**
     * Astrolabe makes an order of a message.
     *
     * @param out takes it
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public void order(Blackhole out) throws IOException {
        door.order(next(orders), out::consume);
    }

    /**
     * Jackson reads an order.
     *
     * @return the record
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public OrderMessage orderByDatabind() throws IOException {
        return mapper.readValue(next(orders), OrderMessage.class);
    }

    /**
     * Fastjson reads an order.
     *
     * @return the record
     */
    @Benchmark
    public OrderMessage orderByFastjson() {
        return JSON.parseObject(next(orders), OrderMessage.class);
    }
}
