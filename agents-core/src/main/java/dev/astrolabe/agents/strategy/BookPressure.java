package dev.astrolabe.agents.strategy;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import java.util.List;

/**
 * What an order book leans to. Doubles: signals, not money.
 *
 * @param spread best ask less best bid over the middle, as a ratio
 * @param mid the middle of bid and ask
 * @param imbalance (bids - asks) / (bids + asks) of the top levels' quantity, from -1 to 1
 * @param microprice the middle weighted by the quantity on the other side
 */
record BookPressure(double spread, double mid, double imbalance, double microprice) {

    private static final int LEVELS = 5;

    static boolean isReadable(OrderBook book) {
        return !book.bids().isEmpty() && !book.asks().isEmpty();
    }

    static BookPressure of(OrderBook book) {
        PriceLevel bid = book.bids().get(0);
        PriceLevel ask = book.asks().get(0);
        double bidPrice = bid.price().doubleValue();
        double askPrice = ask.price().doubleValue();
        double bidSize = bid.quantity().doubleValue();
        double askSize = ask.quantity().doubleValue();
        double mid = (bidPrice + askPrice) / 2;
        double bids = depth(book.bids());
        double asks = depth(book.asks());
        return new BookPressure(
                (askPrice - bidPrice) / mid,
                mid,
                (bids - asks) / (bids + asks),
                (bidPrice * askSize + askPrice * bidSize) / (bidSize + askSize));
    }

    private static double depth(List<PriceLevel> levels) {
        double sum = 0;
        for (int i = 0; i < Math.min(LEVELS, levels.size()); i++) {
            sum += levels.get(i).quantity().doubleValue();
        }
        return sum;
    }
}
