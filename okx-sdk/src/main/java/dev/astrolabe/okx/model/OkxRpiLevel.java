package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * One price of an order book with the orders of retail price improvement. (docs: OKX v5, "Get RPI order book")
 *
 * @param price the price
 * @param size all that is there: contracts, of spot base
 * @param ordinarySize what is there without retail price improvement
 * @param orders how many orders are there
 * @since 0.1
 */
public record OkxRpiLevel(BigDecimal price, BigDecimal size, BigDecimal ordinarySize, long orders) {

    private static final int LENGTH = 4;

    /**
     * Reads the array of a level.
     *
     * @param row as OKX sent it
     * @return the level
     * @throws IllegalArgumentException if an element is missing or no number
     */
    public static OkxRpiLevel of(List<String> row) {
        OkxElements elements = new OkxElements("book level", row, LENGTH);
        return new OkxRpiLevel(elements.decimal(0), elements.decimal(1), elements.decimal(2), elements.whole(3));
    }
}
