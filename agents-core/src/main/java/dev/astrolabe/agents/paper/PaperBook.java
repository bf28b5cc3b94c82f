package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The book of the newest tick in units of the contract, and what paper orders have taken from it. Of each level a share is there for all paper orders
 * together; the next tick restores it.
 */
final class PaperBook {

    /** Where the instrument has no lot size, a share of a level has this many digits. */
    private static final int FREE_SCALE = 8;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Contract contract;
    private final BigDecimal share;
    private final BigDecimal lot;
    private final OrderBook book;
    private final @Nullable BigDecimal[] leftBids;
    private final @Nullable BigDecimal[] leftAsks;

    PaperBook(Contract contract, FillPolicy policy, OrderBook book) {
        this.contract = contract;
        this.share = policy.bookShare();
        this.lot = contract.instrument().lotSize();
        this.book = book;
        this.leftBids = new BigDecimal[book.bids().size()];
        this.leftAsks = new BigDecimal[book.asks().size()];
    }

    /** The book before the first tick. */
    static PaperBook empty(Contract contract, FillPolicy policy) {
        return new PaperBook(
                contract,
                policy,
                new OrderBook(contract.instrument().symbol(), List.of(), List.of(), -1, Instant.EPOCH));
    }

    OrderBook displayed() {
        return book;
    }

    /** The best price that a taker of this side meets; null where that side of the book is empty. */
    @Nullable
    BigDecimal best(Side taker) {
        List<PriceLevel> levels = opposite(taker);
        return levels.isEmpty() ? null : levels.get(0).price();
    }

    /** The middle between the best prices; null where a side is empty. */
    @Nullable
    BigDecimal mid() {
        BigDecimal bid = best(Side.SELL);
        BigDecimal ask = best(Side.BUY);
        return bid == null || ask == null ? null : bid.add(ask).multiply(HALF);
    }

    /** What a taker would get, best level first, without taking it. A null limit means at any price. */
    List<Execution> preview(Side taker, @Nullable BigDecimal limit, BigDecimal quantity) {
        List<Execution> executions = new ArrayList<>();
        List<PriceLevel> levels = opposite(taker);
        BigDecimal open = quantity;
        for (int i = 0; i < levels.size() && open.signum() > 0; i++) {
            BigDecimal price = levels.get(i).price();
            if (limit != null && isWorse(taker, price, limit)) {
                break;
            }
            BigDecimal got = left(taker, i).min(open);
            if (got.signum() > 0) {
                executions.add(new Execution(price, got));
                open = open.subtract(got);
            }
        }
        return executions;
    }

    /** Takes what a preview showed. */
    void take(Side taker, Iterable<Execution> executions) {
        List<PriceLevel> levels = opposite(taker);
        @Nullable BigDecimal[] left = taker == Side.BUY ? leftAsks : leftBids;
        int i = 0;
        for (Execution execution : executions) {
            while (levels.get(i).price().compareTo(execution.price()) != 0
                    || left(taker, i).signum() == 0) {
                i++;
            }
            left[i] = left(taker, i).subtract(execution.quantity());
        }
    }

    /** Whether a price lies behind a limit from this taker's point of view. */
    static boolean isWorse(Side taker, BigDecimal price, BigDecimal limit) {
        return price.compareTo(limit) * taker.sign() > 0;
    }

    private BigDecimal left(Side taker, int level) {
        @Nullable BigDecimal[] left = taker == Side.BUY ? leftAsks : leftBids;
        BigDecimal known = left[level];
        if (known == null) {
            known = available(opposite(taker).get(level));
            left[level] = known;
        }
        return known;
    }

    private BigDecimal available(PriceLevel displayed) {
        BigDecimal part =
                contract.units(displayed.quantity(), displayed.price()).multiply(share);
        return lot.signum() == 0
                ? part.setScale(Math.min(part.scale(), FREE_SCALE), RoundingMode.DOWN)
                : part.divide(lot, 0, RoundingMode.DOWN).multiply(lot);
    }

    private List<PriceLevel> opposite(Side taker) {
        return taker == Side.BUY ? book.asks() : book.bids();
    }
}
