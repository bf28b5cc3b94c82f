package dev.astrolabe.benchmarks.depth;

import dev.astrolabe.exchange.model.OrderBook;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One depth message, from its bytes to the local book.
 *
 * @since 0.1
 */
@State(Scope.Thread)
public abstract class DepthBenchmark {

    private final boolean okx;
    private byte[][] messages = {};
    private int next;
    private Astrolabe astrolabe;
    private XchangeKeeper xchange;
    private TreeKeeper tree;
    private ArrayKeeper arrays;

    DepthBenchmark(boolean okx) {
        this.okx = okx;
    }

    /**
     * Begins each contestant with the same book.
     *
     * @throws Exception if one cannot read it
     */
    @Setup
    public void begin() throws Exception {
        Market.Writing writing = okx ? new OkxMarket() : new AsterMarket();
        Market market = okx ? OkxMarket.create() : AsterMarket.create();
        String snapshot = market.snapshot(writing);
        byte[] frame = snapshot.getBytes(StandardCharsets.UTF_8);
        messages = market.messages(writing);
        astrolabe = okx ? Astrolabe.okx(snapshot) : Astrolabe.aster(snapshot);
        xchange = new XchangeKeeper(okx);
        xchange.take(frame);
        tree = new TreeKeeper(okx);
        tree.take(frame);
        arrays = new ArrayKeeper(okx, 1, okx ? 2 : 3);
        arrays.take(frame);
    }

    private byte[] next() {
        byte[] message = messages[next];
        next = (next + 1) % messages.length;
        return message;
    }

    /**
     * By Astrolabe.
     *
     * @throws Exception if it cannot read it
     */
    @Benchmark
    public void astrolabe() throws Exception {
        astrolabe.take(next());
    }

    /**
     * By Astrolabe, and the five best levels are read each time.
     *
     * @return them
     * @throws Exception if it cannot read it
     */
    @Benchmark
    public OrderBook astrolabeAndBest() throws Exception {
        astrolabe.take(next());
        return astrolabe.best(5);
    }

    /**
     * By XChange.
     *
     * @throws Exception if it cannot read it
     */
    @Benchmark
    public void xchange() throws Exception {
        xchange.take(next());
    }

    /**
     * By records and maps.
     *
     * @throws Exception if it cannot read it
     */
    @Benchmark
    public void tree() throws Exception {
        tree.take(next());
    }

    /** By hand. */
    @Benchmark
    public void arrays() {
        arrays.take(next());
    }
}
