package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * One price of an order book. (docs: OKX v5, "Get order book" and "Get full order book")
 *
 * @param price the price
 * @param size contracts, of spot base; 0 in a change takes the level away
 * @param orders how many orders are there
 * @since 0.1
 */
public record OkxBookLevel(BigDecimal price, BigDecimal size, long orders) {

    private static final int LENGTH = 3;

    /**
     * Reads the array of a level: price, size, an element that is no longer used and missing in the full book, and orders.
     *
     * @param row as OKX sent it
     * @return the level
     * @throws IllegalArgumentException if an element is missing or no number
     */
    public static OkxBookLevel of(List<String> row) {
        OkxElements elements = new OkxElements("book level", row, LENGTH);
        return new OkxBookLevel(
                elements.decimal(0), elements.decimal(1), elements.whole(Math.min(row.size() - 1, LENGTH)));
    }
}
