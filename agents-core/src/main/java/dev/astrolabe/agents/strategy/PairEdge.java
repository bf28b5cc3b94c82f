package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a hedged pair earns per unit of price if the two venues meet again: sell where it is dear, buy where it is cheap. All
 * parts are ratios of the middle price; only {@link #net} decides.
 *
 * @param basis what the sale brings more than the purchase costs, at prices that the books really give for the quantity
 * @param carry funding that is due within the holding time: received on the short less paid on the long; a payment counts
 *     only if it is due before the pair is to be closed
 * @param fees taker fees of all four orders
 * @param exitSpread half of both spreads, which the exit will pay
 */
record PairEdge(BigDecimal basis, BigDecimal carry, BigDecimal fees, BigDecimal exitSpread) {

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The edge of selling in one market and buying in the other; empty where a book is too thin for the quantity. */
    static Optional<PairEdge> of(
            MarketView dear, MarketView cheap, BigDecimal quantity, Instant now, Duration holding) {
        Optional<BigDecimal> sale = averagePrice(dear.tick().book().bids(), quantity);
        Optional<BigDecimal> purchase = averagePrice(cheap.tick().book().asks(), quantity);
        if (sale.isEmpty()
                || purchase.isEmpty()
                || dear.tick().book().asks().isEmpty()
                || cheap.tick().book().bids().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal middle = sale.get().add(purchase.get()).divide(TWO, PRECISION);
        BigDecimal basis = sale.get().subtract(purchase.get()).divide(middle, PRECISION);
        BigDecimal carry = due(dear, now, holding).subtract(due(cheap, now, holding));
        BigDecimal fees = dear.fees().taker().add(cheap.fees().taker()).multiply(TWO);
        BigDecimal exit = halfSpread(dear).add(halfSpread(cheap)).divide(middle, PRECISION);
        return Optional.of(new PairEdge(basis, carry, fees, exit));
    }

    /** What is left after all costs. */
    BigDecimal net() {
        return basis.add(carry).subtract(fees).subtract(exitSpread);
    }

    /** What closing the pair now would cost: buying back the short less selling the long, as a ratio of the long's bid. */
    static Optional<BigDecimal> remaining(MarketView dear, MarketView cheap, BigDecimal quantity) {
        Optional<BigDecimal> purchase = averagePrice(dear.tick().book().asks(), quantity);
        Optional<BigDecimal> sale = averagePrice(cheap.tick().book().bids(), quantity);
        return purchase.isEmpty() || sale.isEmpty()
                ? Optional.empty()
                : Optional.of(purchase.get().subtract(sale.get()).divide(sale.get(), PRECISION));
    }

    private static BigDecimal due(MarketView market, Instant now, Duration holding) {
        boolean within = market.tick()
                .mark()
                .nextFundingTime()
                .map(next -> next.isAfter(now) && !next.isAfter(now.plus(holding)))
                .orElse(false);
        return within ? market.tick().mark().fundingRate().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private static BigDecimal halfSpread(MarketView market) {
        OrderBook book = market.tick().book();
        return book.asks().get(0).price().subtract(book.bids().get(0).price()).divide(TWO, PRECISION);
    }

    private static Optional<BigDecimal> averagePrice(List<PriceLevel> levels, BigDecimal quantity) {
        BigDecimal left = quantity;
        BigDecimal value = BigDecimal.ZERO;
        for (PriceLevel level : levels) {
            BigDecimal taken = left.min(level.quantity());
            value = value.add(taken.multiply(level.price()));
            left = left.subtract(taken);
            if (left.signum() == 0) {
                return Optional.of(value.divide(quantity, PRECISION));
            }
        }
        return Optional.empty();
    }
}
