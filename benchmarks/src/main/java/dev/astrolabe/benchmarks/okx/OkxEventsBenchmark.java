package dev.astrolabe.benchmarks.okx;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.okx.internal.OkxDoor;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Pushes of OKX: the bytes of the message to an event.
 *
 * @since 0.1
 */
@State(Scope.Thread)
public class OkxEventsBenchmark {

    private final byte[] trade = OkxPayloads.trade();
    private final byte[] ticker = OkxPayloads.ticker();
    private final byte[] order = OkxPayloads.order();
    private final OkxDoor door;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectReader trades = mapper.readerFor(new TypeReference<Plain.Push<Plain.Trade>>() {});
    private final ObjectReader books = mapper.readerFor(new TypeReference<Plain.Push<Plain.Book>>() {});
    private final ObjectReader orders = mapper.readerFor(new TypeReference<Plain.Push<Plain.Order>>() {});

    /** Knows the instruments. */
    public OkxEventsBenchmark() {
        this.door = new OkxDoor(OkxPayloads.catalogue(), OkxPayloads.STREAMED);
    }

    /**
     * A trade.
     *
     * @return it
     * @throws Exception never
     */
    @Benchmark
    public Trade trade() throws Exception {
        return door.trade(trade);
    }

    /**
     * A trade by databind.
     *
     * @return the push
     * @throws IOException never
     */
    @Benchmark
    public Object tradeByDatabind() throws IOException {
        return trades.readValue(trade);
    }

    /**
     * Best prices.
     *
     * @return them
     * @throws Exception never
     */
    @Benchmark
    public BookTicker ticker() throws Exception {
        return door.ticker(ticker);
    }

    /**
     * Best prices by databind.
     *
     * @return the push
     * @throws IOException never
     */
    @Benchmark
    public Object tickerByDatabind() throws IOException {
        return books.readValue(ticker);
    }

    /**
     * An order.
     *
     * @return it
     * @throws Exception never
     */
    @Benchmark
    public Order order() throws Exception {
        return door.order(order);
    }

    /**
     * An order by databind.
     *
     * @return the push
     * @throws IOException never
     */
    @Benchmark
    public Object orderByDatabind() throws IOException {
        return orders.readValue(order);
    }
}
