package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the index price of an instrument is made of (docs: futures v3, "Query index price references").
 *
 * @param symbol what is traded
 * @param time when the venue composed it
 * @param components the markets that it is made of
 * @since 0.1
 */
public record IndexReference(Symbol symbol, Instant time, List<Component> components) {
    /**
     * Copies the list.
     *
     * @param symbol what is traded
     * @param time when the venue composed it
     * @param components the markets that it is made of
     */
    public IndexReference {
        components = List.copyOf(components);
    }

    /**
     * One market in the index.
     *
     * @param exchange where it is, as the venue writes it
     * @param symbol its name there
     * @param weight its part in the index: all of them together are about 1
     * @since 0.1
     */
    public record Component(String exchange, String symbol, BigDecimal weight) {
        @Override
        public String toString() {
            return Fields.of(this);
        }
    }

    @Override
    public String toString() {
        return Fields.of(this);
    }
}
