package dev.astrolabe.exchange.testkit.engine;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Instruments and their prices: one price each, which is mark, index and last, and the best bid and ask a tick beside it.
 *
 * @since 0.1
 */
public final class PriceBoard {

    private final List<Instrument> instruments;
    private final Map<Symbol, BigDecimal> prices;

    /**
     * Opens a board.
     *
     * @param instruments what is traded
     * @param prices the first price of each, in quote per single coin
     */
    public PriceBoard(List<Instrument> instruments, Map<Symbol, BigDecimal> prices) {
        this.instruments = List.copyOf(instruments);
        this.prices = new ConcurrentHashMap<>(prices);
    }

    /**
     * What is traded.
     *
     * @return every instrument
     */
    public List<Instrument> instruments() {
        return instruments;
    }

    /**
     * One of the instruments.
     *
     * @param symbol which
     * @return the instrument
     */
    public Instrument instrument(Symbol symbol) {
        return instruments.stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Moves a price. What it reaches is up to the engine.
     *
     * @param symbol of which instrument
     * @param price the new price
     */
    public void set(Symbol symbol, BigDecimal price) {
        prices.put(symbol, price);
    }

    /**
     * The price.
     *
     * @param symbol of which instrument
     * @return in quote per single coin
     */
    public BigDecimal mark(Symbol symbol) {
        return Objects.requireNonNull(prices.get(symbol));
    }

    /**
     * The best bid.
     *
     * @param symbol of which instrument
     * @return one tick below the price
     */
    public BigDecimal bid(Symbol symbol) {
        return mark(symbol).subtract(instrument(symbol).tickSize());
    }

    /**
     * The best ask.
     *
     * @param symbol of which instrument
     * @return one tick above the price
     */
    public BigDecimal ask(Symbol symbol) {
        return mark(symbol).add(instrument(symbol).tickSize());
    }

    /**
     * What a taker gets.
     *
     * @param symbol of which instrument
     * @param side the taker's
     * @return the best price of the other side
     */
    public BigDecimal touch(Symbol symbol, Side side) {
        return side == Side.BUY ? ask(symbol) : bid(symbol);
    }
}
